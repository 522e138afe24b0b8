import sys, gc, functools, weakref
from functools import *
def sz(label, o): print(label, sys.getsizeof(o), gc.is_tracked(o), sys.getrefcount(o), type(o).__name__, type(o))
def T(*fs):
    for f in fs:
        try: print(f())
        except Exception as e: print(type(e).__name__, e)
@lru_cache(maxsize=2)
def f(x, *a, **k):
    "doc"
    return [x]
sz('f', f)
class C: pass
c = C()
f(c); print(sys.getrefcount(c)); f(c); print(f.cache_info(), sys.getrefcount(c))
f(1); f(2); print(f.cache_info(), sys.getrefcount(c)); f(2, 3, k=5); f(2,3,k=5); print(f.cache_info(), f.__wrapped__, f.__name__, f.__doc__) if 0 else print(f.cache_info(), f.__name__, f.__doc__)
f.cache_clear(); print(f.cache_info(), f.cache_parameters() if sys.version_info >= (3,9) else 0)
@lru_cache
def fib(n): return n if n < 2 else fib(n-1) + fib(n-2)
print(fib(30), fib.cache_info(), fib.cache_info().hits)
@functools.lru_cache(None)
def g(a, b=2): return a + b
print(g(1), g(1, 2), g(1, b=2), g(1), g.cache_info())
T(lambda: f([1]), lambda: g(), lambda: lru_cache('x'))
class K:
    @lru_cache(maxsize=None)
    def m(self, x): return x * 2
k = K(); print(k.m(2), k.m(2), K.m.cache_info(), sys.getrefcount(k)); r = weakref.ref(k); del k; gc.collect(); print(r() is None); K.m.cache_clear(); print(r() is None)
p = partial(print, 1, 2, sep='-'); p(3); p(4, sep='+'); sz('p', p); print(p.func, p.args, p.keywords, p)
q = partial(p, 9, end='!\n'); q(8); print(q.args, q.keywords, q.func is print)
T(lambda: partial(), lambda: partial(5), lambda: p.foo, lambda: setattr(p, 'x', 3), lambda: p.x, lambda: p.__dict__)
x = C(); pp = partial(lambda *a: None, x); print(sys.getrefcount(x)); del pp; print(sys.getrefcount(x))
x.p = partial(print, x); del x; print(gc.collect())
print(reduce(lambda a, b: a + b, [1,2,3]), reduce(lambda a,b: a*b, [], 7)); T(lambda: reduce(print, []), lambda: reduce(print, 5))
print(sorted([3,1,2], key=cmp_to_key(lambda a, b: b - a))); kk = cmp_to_key(lambda a,b: a-b); sz('kk', kk); print(kk(1) < kk(2), kk(1) == kk(1), kk(3).obj); T(lambda: kk(1) < 2)
@total_ordering
class V:
    def __init__(self, v): self.v = v
    def __eq__(self, o): return self.v == o.v
    def __lt__(self, o): return self.v < o.v
print(V(1) <= V(2), V(1) >= V(2), V(3) > V(1), V.__le__.__name__)
class CP:
    @cached_property
    def z(self): print('calc'); return 5
o = CP(); print(o.z, o.z, o.__dict__)
def deco(fn):
    @wraps(fn)
    def inner(*a): return fn(*a)
    return inner
@deco
def hello(a: int) -> str:
    "hi"
    return a
print(hello.__name__, hello.__doc__, hello.__wrapped__(3), hello.__annotations__, hello.__qualname__)
@singledispatch
def sd(a): return 'obj'
@sd.register(int)
def _(a): return 'int'
@sd.register
def _(a: list): return 'list'
print(sd(1), sd([]), sd('s'), sd(True))
T(lambda: total_ordering(C))
