import gc
def f0(a, *, c):pass
def f1(a, *, c=1):pass
def f2(a):pass
def f3(a,b=1):pass
def f4(*,c):pass
q=5
d={'a':1}
def probe(n, run):
    gc.collect()
    a = gc.get_count()
    try:
        run()
    except Exception as e:
        b = gc.get_count()
        print(n, type(e).__name__, e, a, b, gc.get_count())
    else: print(n, 'no')
probe(1, lambda: f0({'a': 256}.copy(), [[], Exception(12345)]))
probe(2, lambda: f0(1, [[], Exception(12345)]))
probe(3, lambda: f0({'a': 256}, [[], []]))
probe(4, lambda: f0({'a': 256}, q))
probe(5, lambda: f0({}, {}))
probe(6, lambda: f0([], []))
probe(7, lambda: f0((q,), (q,)))
probe(8, lambda: f0((q,q), (q,q)))
probe(9, lambda: f0(d, (q,q)))
probe(10, lambda: f0(d, (q,)))
probe(11, lambda: f1(d, (q,)))
probe(12, lambda: f2(d, (q,)))
probe(13, lambda: f3(d, (q,), (q,)))
probe(14, lambda: f3(d, (q,q,), 7, (q,)))
probe(15, lambda: f3((q,), c=(q,)))
probe(16, lambda: f3((q,), a=(q,)))
probe(17, lambda: f0((q,)))
probe(18, lambda: f0(a=(q,)))
probe(19, lambda: f0(x=(q,)))
probe(20, lambda: f4((q,)))
probe(21, lambda: f4((q,), c=(q,)))
probe(22, lambda: f4())
probe(23, lambda: f4(x=(q,), y=(q,)))
probe(24, lambda: f0(*(q,), y=(q,)))
probe(25, lambda: f0(*(q,(q,)), c=(q,)))
probe(26, lambda: f0(*[(q,),(q,)], **{'c':(q,)}))
class C:
    def __init__(self, a, *, c): pass
    def m(self, a): pass
    def n(self, *, a): pass
c=C(1,c=3)
probe(27, lambda: C((q,), (q,)))
probe(28, lambda: c.m((q,), (q,)))
probe(29, lambda: c.n((q,), (q,)))
probe(30, lambda: C())
probe(31, lambda: C(*[(q,)]*3))
class D:
    def __init__(self, n): self.n=n
    def __del__(self): print('gone', self.n)
def g(a): pass
for run in lambda: g(D(1), D(2), D(3)), lambda: C.m(D(1), D(2), D(3)), lambda: c.m(D(1), D(2), D(3)), lambda: g(), lambda: g(*[D(1), D(2)]), lambda: C(D(1), D(2), D(3), c=D(4), x=D(5)):
    try: run()
    except TypeError as e: print(e)
