import gc
from collections import OrderedDict
def t(name, f):
    gc.collect()
    c = gc.get_count()[0]
    r = f()
    d = gc.get_count()[0] - c
    gc.collect()
    c = gc.get_count()[0]
    r = f(); r = None; r = f()
    e = gc.get_count()[0] - c
    print(name, d, e)
OD = OrderedDict(a=1, b=2, c=3)
O1 = OrderedDict(a=1)
O0 = OrderedDict()
D = dict(OD); D1 = dict(O1); D0 = {}
for n in 'OD O1 O0 D D1 D0'.split():
    o = globals()[n]
    try: t(n, lambda: list(o.items()))
    except Exception as e: print(e)
    try: t(n + 'tup', lambda: tuple(o.items()))
    except Exception as e: print(e)
    try: t(n + 'one', lambda: next(iter(o.items()), None))
    except Exception as e: print(e)
    try: t(n + 'it', lambda: iter(o.items()))
    except Exception as e: print(e)
    try: t(n + 'it', lambda: iter(o.keys()))
    except Exception as e: print(e)
    try: t(n + 'it', lambda: iter(o.values()))
    except Exception as e: print(e)
    try: t(n + 'it', lambda: [k for k,v in o.items()])
    except Exception as e: print(e)
    try: t(n + 'rev', lambda: list(reversed(o.items())))
    except Exception as e: print(e)
    try: t(n + 'rev', lambda: list(reversed(o)))
    except Exception as e: print(e)
import gc, collections
OD = collections.OrderedDict
def t(n, f):
    gc.collect()
    c = gc.get_count()[0]
    r = f()
    d = gc.get_count()[0] - c
    r = f()
    print(n, d, gc.get_count()[0] - c)
o = OD()
class S(OD):
    def __setitem__(self, k, v):
        print(gc.get_count()[0])
        super().__setitem__(k, v)
t(1, lambda: OD(a=1))
t(2, lambda: OD(a=1, b=2, c=3))
t(3, lambda: o.update(a=1))
t(4, lambda: o.update(a=1, b=2, c=3))
t(5, lambda: o.update({'z':1}, a=1, b=2, c=3))
t(6, lambda: o.update([('z',1)], a=1, b=2, c=3))
t(7, lambda: OD({'z':1}, a=1, b=2, c=3))
t(8, lambda: OD({'z':1}))
t(9, lambda: OD(OD(a=1)))
t(10, lambda: o.update(OD(a=1)))
t(11, lambda: S(a=1, b=2))
t(12, lambda: S({'a':1, 'b':2}))
t(13, lambda: S([('a', 1), ('b',2)]))
t(14, lambda: S([('a', 1), ('b',2)], z=2))
t(15, lambda: OD())
t(16, lambda: o.update())
t(17, lambda: OD(**{}))
t(18, lambda: o | {'a': 2})
t(19, lambda: o.copy())
