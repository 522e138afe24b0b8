class D:
    def __init__(self, n): self.n=n
    def __del__(self): print('gone', self.n)
    def __call__(self, *a): 1/0
class C:
    def __init__(self, a, *, c): pass
    def m(self, a): pass
class E:
    def __new__(cls, a, b): 1/0
    def m(self, a): pass
c=C(1,c=3)
def g(a): pass
def h(*a,**k): 1/0
import functools
p=functools.partial(h,1)
for run in (lambda: g(D(1), D(2), D(3)), lambda: C.m(D(1), D(2), D(3)), lambda: c.m(D(1), D(2), D(3)), lambda: g(),
  lambda: g(*[D(1), D(2)]), lambda: C(D(1), D(2), D(3), c=D(4), x=D(5)), lambda: len(D(1), D(2)), lambda: int(D(1), D(2), D(3)), lambda: E(D(1), D(2)),
  lambda: D(0)(D(1), D(2)), lambda: h(D(1), D(2), x=D(3)), lambda: p(D(1), D(2)), lambda: isinstance(D(1), D(2)), lambda: max(D(1), D(2), key=h), lambda: [].append(D(1), D(2)),
  lambda: sorted([D(1)], key=h), lambda: getattr(D(1), 'x'), lambda: list(map(h, [D(1), D(2)])), lambda: setattr(D(1), D(2), D(3)), lambda: print(D(1), D(2), sep=D(3)),
  lambda: D(1)+D(2), lambda: D(1)<D(2), lambda: D(1)[D(2)], lambda: D(1) in D(2), lambda: -D(1), lambda: [D(1), D(2), 1/0], lambda: {D(1): D(2), 1: 1/0}, lambda: 5(D(1), D(2)), lambda: 5(*[D(1), D(2)], **{'x': D(3)})):
    try: run()
    except Exception as e: print(type(e).__name__)
def f():
    D(1)[D(2)] = D(3)
def k():
    D(1).a = D(3)
    object().a=D(2)
def l():
    del D(1)[D(2)]
def m():
    a, b = D(1)
def n():
    with D(1): pass
def o():
    for x in D(1): pass
def q():
    raise D(1)
def r():
    raise ValueError(D(1)) from D(2)
def s():
    assert 0, D(1)
def t():
    x = [D(1)]
    x += D(2)
def u():
    f'{D(1)} {D(2):d}'
for run in (f,k,l,m,n,o,q,r,s,t,u):
    try: run()
    except Exception as e: print(type(e).__name__)
