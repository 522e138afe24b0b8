import enum
class E(enum.Enum):
    A = 1
    B = "x"
    def m(self): pass
class F(enum.IntFlag):
    R = 1
    W = 2
    RW = 3
class S(str, enum.Enum):
    A = "a"
class N(enum.Enum):
    def __new__(cls, v):
        o = object.__new__(cls); o._value_ = v * 2; return o
    Q = 1
    U = [1]
class G(enum.Flag):
    A = enum.auto()
    B = enum.auto()
for c in (E, F, S, N, G):
    print(c.__name__, [(k, type(v).__name__) for k, v in vars(c).items() if not k in("__doc__",)])
    if len(c): print([(k, v) for k, v in vars(list(c)[0]).items()])

try:
    class X(enum.Enum, str): A = "1"
except TypeError as e: print(e)
class P(enum.Flag): A=1; B=2
try: print(P(8))
except ValueError as e: print(e)
if hasattr(enum, "FlagBoundary"):
    print(list(enum.FlagBoundary), enum.STRICT, enum.FlagBoundary.STRICT == "strict")
    class C(enum.Flag, boundary=enum.CONFORM): A=1; B=2
    class J(enum.Flag, boundary=enum.EJECT): A=1; B=2
    class K(enum.Flag, boundary=enum.KEEP): A=1; B=2; AB=3
    print(repr(C(9)), repr(J(9)), repr(K(9)), K(9).name, C(8), J(1), K(-1), C(-1), J(-1), ~K.A, ~C.A, K._boundary_)
    try: print(repr(P(-9)))
    except ValueError as e: print(e)
    print(repr(K(9)|K(2)), list(K(9)), len(K(9)), str(K(8)), str(K(9)))
    class CI(enum.IntFlag, boundary=enum.CONFORM): A=1; B=2
    print(repr(CI(9)), CI(9)+1, repr(CI.A|8))
    print(K.__members__, K._all_bits_, K._flag_mask_, K._singles_mask_)
    try:
        class Z(enum.Flag): A=1; B=12
        print(list(Z), repr(Z.B), Z._flag_mask_, Z._singles_mask_, Z._all_bits_)
    except Exception as e: print(e)

import gc
gc.collect()
gc.collect()
def f():
    class E(enum.Enum):
        A = 1
        B = 2
    return E.A.value
gc.collect()
for _ in range(3):
    f()
    print(gc.collect())
def g():
    class E(enum.IntFlag):
        A = 1
        B = 2
    return E.A.value
g(); gc.collect()
g()
print(gc.collect())
def h():
    class E(str, enum.Enum):
        A = "a"
        def m(self): return 1
    return E.A.m()
h(); gc.collect()
h()
print(gc.collect())

for bad in (lambda: type("X", (E,), {}), lambda: E("zz"), lambda: E["zz"]):
    try:
        bad()
    except Exception as e:
        print(type(e).__name__, e)
