import gc, collections
class OQ(collections.OrderedDict):
    def __setitem__(self, k, v): return super().__setitem__(k,(v,1))
class OD(collections.OrderedDict):
    def __delitem__(self, k): return super().__delitem__(k)
class O(collections.OrderedDict):pass
def probe(n, q, f):
    gc.collect()
    a=gc.get_count()
    f(q)
    b=gc.get_count()
    y=((a,b),)
    c=gc.get_count()
    y=[]
    d=gc.get_count()
    print(n,a,b,c,d)
def f3(q): q.pop(1)
def f4(q): q.popitem()
def f5(q): q.popitem(False)
def f6(q): q.popitem(last=False)
def f7(q): q.pop(key=1)
for c in OQ, OD, O, collections.OrderedDict:
    probe(1, c({1:2,2:2}), f3)
    probe(2, c({1:2,2:2}), f4)
    probe(3, c({1:2,2:2}), f5)
    probe(4, c({1:2,2:2}), f6)
    probe(5, c({1:2,2:2}), f7)
