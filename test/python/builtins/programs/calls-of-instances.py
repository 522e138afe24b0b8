import sys, gc
rc = sys.getrefcount
class I:
    def __init__(self, x, *a, k=None, **kw):
        print("init", rc(self), rc(x), [rc(z) for z in a], rc(k) if k else 0, {n: rc(v) for n, v in kw.items()}, end="; ")
class N:
    def __new__(cls, x, k=None):
        print("new", rc(x), rc(k) if k else 0, end="; ")
        return super().__new__(cls)
    def __init__(self, x, k=None):
        print("init", rc(self), rc(x), rc(k) if k else 0, end="; ")
class M(type):
    def __call__(cls, *args, **kw):
        print("meta", [rc(a) for a in args], {n: rc(v) for n, v in kw.items()}, end="; ")
        return super().__call__(*args, **kw)
class P(metaclass=M):
    def __init__(self, x, k=None):
        print("init", rc(self), rc(x), rc(k) if k else 0, end="; ")
class Dec:
    def __init__(self, f): self.f, self.n = f, 0
    def __call__(self, *args, **kwargs):
        self.n += 1
        print("dec", rc(self), [rc(a) for a in args], {n: rc(v) for n, v in kwargs.items()}, end="; ")
        return self.f(*args, **kwargs)
@Dec
def work(x, k=None):
    return rc(x), rc(k) if k else 0
class S:
    @staticmethod
    def __call__(x): return rc(x)
class C:
    @classmethod
    def __call__(cls, x): return rc(x)
class L: pass
L.__call__ = lambda self, x: (rc(self), rc(x))
class T:
    __call__ = Dec(lambda x: rc(x))
p = object.__new__(L)
q = object.__new__(L)
for f in (lambda: I(p), lambda: I(p, q), lambda: I(p, k=q), lambda: I(x=p), lambda: I(p, q, k=q, z=p), lambda: I(*[p, q]), lambda: I(**{"x": p, "k": q}), lambda: I(*(p,), **{"k": q}),
          lambda: N(p), lambda: N(p, k=q), lambda: N(x=p, k=q), lambda: P(p), lambda: P(p, q), lambda: P(p, k=q), lambda: P(*[p], **{"k": q})):
    f()
    print(rc(p), rc(q))
print(work(p), work(p, q), work(p, k=q), work(x=p), work(*[p, q]), work.n)
print(S()(p), C()(p), L()(p), T()(p), p(q), q(q), rc(p), rc(q))
o = Dec(lambda *a: len(a))
gc.collect(); gc.disable()
a = gc.get_count()[0]
for i in range(5): o.f(i)
b = gc.get_count()[0]
print(b - a, o.f.__class__.__name__, list(map(L(), [1, 2]))[0][0], sorted([p], key=lambda x: 1)[0] is p, list(filter(T(), [p]))[0] is p)
