import gc, operator, functools, collections, types, itertools, weakref, random
def t(n, f):
    gc.collect()
    c = gc.get_count()[0]
    try: f()
    except Exception as e: pass
    d = gc.get_count()[0] - c
    try: f()
    except Exception as e: pass
    print(n, d, gc.get_count()[0] - c)
class C: pass
class D:
    def __init__(self, **k): pass
class E(ValueError): pass
class F(E):
    def __init__(self, **k): pass
class G(dict): pass
for f in (C, D, E, F, G, ValueError, OSError, object, StopIteration, ImportError, SyntaxError, KeyError, list, tuple, set, dict, int, str, float, bool, complex, bytes, bytearray, range, slice, type, frozenset, property, staticmethod, classmethod, map, filter, zip, reversed, memoryview, collections.OrderedDict, collections.defaultdict, collections.deque, collections.Counter, types.SimpleNamespace, types.MethodType, functools.lru_cache, itertools.count, itertools.chain, weakref.ref, operator.itemgetter, NameError, SystemExit, UnicodeDecodeError):
    t(f.__name__, lambda: f(x=1))
import gc
def f(**k): pass
kw1 = {1: 4}
for j in range(3):
    gc.collect()
    for i in range(3):
        c = gc.get_count()[0]
        try: f(**kw1)
        except Exception as e: pass
        print(gc.get_count()[0] - c)
for j in range(3):
    gc.collect()
    for i in range(3):
        c = gc.get_count()[0]
        try: f(**kw1)
        except Exception as e: del e
        print(gc.get_count()[0] - c)
    for i in range(3):
        c = gc.get_count()[0]
        try: f(a=1, **kw1)
        except Exception as e: del e
        print(gc.get_count()[0] - c)
