import sys, functools, gc
class T: pass
t = T()
def mixed(a, *rest, k=None, **other):
    return [sys.getrefcount(a), len(rest), k is a, sorted(other)]
def plain(a, b=None): return sys.getrefcount(a)
class K:
    def __init__(self, a, k=None): self.n = sys.getrefcount(a)
    def m(self, a, k=None): return sys.getrefcount(a)
    def __call__(self, a, k=None): return sys.getrefcount(a)
for f in mixed, plain:
    p = functools.partial(f, t); print(1, p(), p(2) if f is plain else p(2, z=1))
p = functools.partial(mixed, t, k=t); print(2, p(), p(t), p(t, t), p(x=t), p(t, x=t), p(k=t))
p = functools.partial(mixed, k=t); print(3, p(t), p(t, t), p(t, x=t), p(t, k=1))
p = functools.partial(K, k=t); print(4, p(t).n, p(a=t).n)
p = functools.partial(K, t, k=1); print(5, p().n, p(k=2).n)
p = functools.partial(K(1).m, k=t); print(6, p(t), p(a=t))
p = functools.partial(K(1), k=t); print(7, p(t), p(a=t))
p = functools.partial(sorted, key=lambda x: sys.getrefcount(t)); print(8, p([t, t]) == [t, t])
p = functools.partial(max, key=lambda x: sys.getrefcount(t)); print(9, p(t, t) is t, p([t]) is t)
p = functools.partial(sys.getrefcount, t); print(10, p(), p.func(t))
p = functools.partial(functools.partial(mixed, t, k=t), t); print(11, p(), p(t), p.args == (t, t))
p = functools.partial(int, base=2); print(12, p("101"), p("11", base=8))
print(13, list(map(functools.partial(mixed, k=t), [t, t])))
print(14, sys.getrefcount(t))
p = functools.partial(mixed, t, k=t)
class Cell:
    add = functools.partialmethod(mixed, k=3)
print(16, Cell().add(1))
