import gc, copy, sys
class A: pass
class B(A): __slots__ = ('s',)
class C(list): pass
class D: __slots__ = ('a', '__dict__')
for cls in (A, B, C, D):
    o = cls(); 
    p = copy.copy(o); print(cls.__name__, len(gc.get_referents(o)), len(gc.get_referents(p)), sys.getsizeof(o))
    print(o.__reduce_ex__(2)[2])
    q = copy.deepcopy(o); print(len(gc.get_referents(o)), len(gc.get_referents(q)))
    o.x = 1; p = copy.copy(o); print(len(gc.get_referents(o)), len(gc.get_referents(p)), p.x)
    del o.x
    p = copy.copy(o); print(len(gc.get_referents(o)), len(gc.get_referents(p)))
    o = cls(); o.x = 1; del o.x; print(gc.get_count()[0] > 0, len(gc.get_referents(o)), gc.is_tracked(o)); copy.copy(o);  print(len(gc.get_referents(o)))
    if sys.version_info >= (3, 11): o = cls(); print(o.__getstate__(), len(gc.get_referents(o)))
    o = cls(); o.__dict__; print(o.__reduce_ex__(4)[2], len(gc.get_referents(o)))
import collections, functools
def shown(parts): return [one if not hasattr(one, "__next__") else type(one).__name__ for one in parts]
class D(collections.deque): pass
class S(set): pass
class B(bytearray): pass
class F(frozenset): pass
class O(collections.OrderedDict): pass
class DD(collections.defaultdict): pass
class P(functools.partial): pass
class X(Exception): pass
for o in (D(), S(), B(), F(), O(), DD(), P(len), X()):
    try: r = o.__reduce__()
    except Exception as e: r = e; print(type(o).__name__, e); continue
    print(type(o).__name__, shown(r[2:]))
    o.x = 1; print(o.__reduce_ex__(4)[2])
    del o.x; print(shown(o.__reduce_ex__(4)[2:]))
    copy.copy(o)
