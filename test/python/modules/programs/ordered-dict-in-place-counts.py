import gc
import collections
class C2(collections.OrderedDict):
    pass
class C3(collections.OrderedDict):
    def __setitem__(self, k, v): pass
def t(f):
    gc.collect()
    a = gc.get_count()
    f()
    b = gc.get_count()
    print(b[0] - a[0])
e = {}
d = {1:2}
od = collections.OrderedDict({1:2})
l = [(1, 2)]
for o in C2(), C3(), collections.OrderedDict():
  for x in e, d, od, l:
    print(type(o).__name__, x)
    t(lambda: o.update(x))
    t(lambda: o.__ior__(x))
