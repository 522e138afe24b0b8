import gc, functools, sys
@functools.lru_cache
def f(n, *, k=1): return object
def show():
    r = gc.get_referents(f)
    print(len(r), [type(x).__name__ if not isinstance(x, type) else x for x in r])
show()
f(1); f(2.5); f(3, k=2); show()
k = [x for x in gc.get_referents(f) if type(x) is object]
before = [sys.getrefcount(x) for x in k]
@functools.lru_cache
def g(n): return object
print([sys.getrefcount(x) - was for x, was in zip(k, before)], f.cache_info(), f.__sizeof__(), gc.is_tracked(f))
et = [x for x in gc.get_referents(f) if isinstance(x, type)]
print([x.__name__ for x in et])
f.cache_clear(); show()
for t, make in ((functools.partial, lambda: functools.partial(len)), (functools._lru_cache_wrapper, lambda: functools.lru_cache(len))):
    before = sys.getrefcount(t); x = make(); y = make(); print(t.__name__, sys.getrefcount(t) - before)
    del x; print(sys.getrefcount(t) - before)
