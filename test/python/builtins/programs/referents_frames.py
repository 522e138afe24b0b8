import gc,sys
N=lambda q: [type(x).__name__ for x in gc.get_referents(q)]
def f(a, b):
    c = [a]
    d = lambda: c
    raise ValueError(a)
try:
    f([1], (2, [3]))
except ValueError as e:
    tb = e.__traceback__
    fr = tb.tb_next.tb_frame
    print(N(tb), N(tb.tb_frame), N(fr), N(e), e.__class__)
    fr.f_locals
    print(N(fr))
def g():
    x = []
    fr = sys._getframe()
    print(N(fr))
    fr.f_locals
    print(N(fr))
    return fr
k = g()
print(N(k))
print(N(sys._getframe()))
def gen(p):
    q = [p]
    try:
        raise KeyError('k')
    except KeyError as ee:
        yield q
        yield 2
    yield 3
h = gen(7)
print(N(h)); next(h); print(N(h)); fr = h.gi_frame; print(N(h), N(fr)); next(h); print(N(h)); next(h); print(N(h), N(fr)); list(h); print(N(h), N(fr)); del fr
class C:
    def m(self):
        y = {}
        yield y
w = C().m(); next(w); print(N(w))
ge = (z for z in [[1], [2]] if z); next(ge); print(N(ge)); ge.close(); print(N(ge))
