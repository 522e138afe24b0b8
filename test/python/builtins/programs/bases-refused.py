import gc
class S: __slots__ = ()
print(gc.is_tracked(S()))
class I(int): __slots__ = ()
print(gc.is_tracked(I()))
class A: pass
class B: pass
class C(A): pass
class D: __slots__ = ('x',)
class E(D): pass
class F(int): pass
class L(list): pass
class G: __slots__ = ('x',)
class H: __slots__ = ('y',)
def t(cls, bases):
    try:
        cls.__bases__ = bases
        print('ok', [b.__name__ for b in cls.__bases__], [b.__name__ for b in cls.__mro__], cls.__base__.__name__)
    except Exception as e:
        print(type(e).__name__, e)
class X(A): pass
class Y(A, B): pass
class Z(A, list): pass
class SD(D): pass
t(X, (B,)); t(X, (A, B)); t(X, (object,)); t(A, (B,)); t(X, [B]); t(X, ()); t(X, 5); t(X, (5,)); t(X, (X,)); t(A, (X,))
t(int, (object,)); t(X, (int,)); t(X, (bool,)); t(X, (D,)); t(SD, (G,)); t(SD, (H,)); t(SD, (D, G)); t(SD, (A,))
t(X, (A, A)); t(Y, (B, A)); t(Z, (B, list)); t(Z, (list, B)); t(Z, (list,)); t(Z, (A, dict)); t(X, (F,)); t(F, (object,)); t(F, (bool,))
t(X, (object, A)); t(X, (A, object))
t(X, (L,)); t(Z, (L,)); t(Z, (L, A))
try: del X.__bases__
except Exception as e: print(type(e).__name__, e)
try: del int.__bases__
except Exception as e: print(type(e).__name__, e)
class Ex(ValueError): pass
class Ey(OSError): pass
t(Ex, (TypeError,)); t(Ex, (OSError,)); t(Ey, (OSError,)); t(Ex, (Exception,)); t(Ex, (ArithmeticError, TypeError)); t(Ex, (Ex,))
class M(type): pass
class K(metaclass=M): pass
class KK(K): pass
t(KK, (A,)); t(X, (K,)); print(type(X).__name__)
t(M, (object,)); t(M, (type,))
class P: pass
class Q(P): pass
class Tup(tuple): pass
class Tu2(tuple): pass
class Tu3(Tup): pass
t(Tu3, (Tu2,)); t(Tu3, (tuple,)); t(Tup, (list,))
