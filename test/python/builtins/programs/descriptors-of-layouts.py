class A: __slots__ = ()
class B: pass
class W: __slots__ = ('__weakref__',)
class D: __slots__ = ('__dict__',)
def show(cls): print(cls.__name__, sorted(k for k in cls.__dict__ if k in ('__dict__', '__weakref__')), cls.__base__.__name__)
class K(A, B): pass
class L(A, B): __slots__ = ()
class M(B, A): pass
class N(A, W): pass
class O(A, W): __slots__ = ()
class P(W, D): pass
class Q(D, W): __slots__ = ()
class R(A, W, D): __slots__ = ()
class S(B, D): pass
for c in (K, L, M, N, O, P, Q, R, S): show(c); c().__sizeof__(); print(c.__dictoffset__, c.__weakrefoffset__, c.__basicsize__)
