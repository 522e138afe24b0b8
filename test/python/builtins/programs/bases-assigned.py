import gc, sys
def refs(*names):
    return [(n, sys.getrefcount(globals()[n])) for n in names]
class A:
    def hello(self): return 'A'
class B:
    def hello(self): return 'B'
    def __len__(self): return 7
class X(A): pass
class Y(X): pass
class Z(X): pass
class W(Y, Z): pass
o, w = X(), W()
before = refs('A', 'B', 'X', 'Y', 'Z', 'W'); gc.collect(); print(gc.get_count())
X.__bases__ = (B,)
print(gc.get_count(), o.hello(), w.hello(), len(w), before == refs('A', 'B', 'X', 'Y', 'Z', 'W'), refs('A', 'B', 'X'))
print(A.__subclasses__(), B.__subclasses__(), X.__subclasses__(), sys.getsizeof(B.__subclasses__()), sys.getsizeof(A.__subclasses__()))
print([c.__name__ for c in W.__mro__], W.__base__, X.__base__, issubclass(W, A), isinstance(w, B))
gc.collect(); print(gc.get_count())
X.__bases__ = (B, A)
print(gc.get_count(), A.__subclasses__(), sys.getrefcount(X.__bases__), sys.getrefcount(X.__mro__))
try: len(A())
except TypeError as e: print(e)
# a subclass that cannot be ordered any more: everything as before
class P: pass
class Q: pass
class S(P, Q): pass
class T(S, P): pass
class U(T): pass
old = [k.__mro__ for k in (S, T, U)], S.__bases__
gc.collect(); print(gc.get_count())
try: S.__bases__ = (Q,); print([c.__name__ for c in T.__mro__]); T.__bases__ = (P, S); S.__bases__ = (Q, P)
except TypeError as e: print(e)
print(gc.get_count(), [c.__name__ for c in S.__mro__], [c.__name__ for c in U.__mro__], T.__bases__ == (P, S), S.__bases__ == (Q,), P.__subclasses__(), Q.__subclasses__())
# __del__ comes and goes with the bases
class D:
    def __del__(self): print('gone')
class E: pass
class F(E): pass
f = F(); F.__bases__ = (D,); del f
g = F(); F.__bases__ = (E,); del g
# exceptions
class Mine(ValueError): pass
Mine.__bases__ = (KeyError,)
try: raise Mine('a')
except ValueError: print('value')
except LookupError as e: print('lookup', str(e), repr(e))
# a class that dies afterwards
del S, T, U, old, P, Q; print(gc.collect(), gc.get_count())
class M:
    __slots__ = ('a', 'b')
class N:
    __slots__ = ('b', 'a')
class O(M): __slots__ = ()
o = O(); o.a = 1
O.__bases__ = (N,)
try: print(o.a)
except AttributeError as e: print(type(e).__name__)
m = M()
m.__class__ = N
print(type(m).__name__)
try: m.__class__ = O; print(type(m).__name__)
except TypeError as e: print(e)
