class A: pass
class B(int): pass
class C(list): __slots__=('a',)
class D: __slots__=('__dict__',)
class E: __slots__=('__weakref__','x')
class F(Exception): pass
class G(tuple): pass
class H(dict): pass
class I(type): pass
class J(E): __slots__ = ("y", "z")
class K(A, dict): pass
class L(K): pass
for t in (object, int, bool, float, complex, str, bytes, bytearray, list, tuple, dict, set, frozenset, type, range, slice, BaseException, A,B,C,D,E,F,G,H,I,J,K,L):
    print(t.__name__,t.__basicsize__,t.__itemsize__, t.__base__)
A.__doc__ = "doc"; print(A.__doc__, A.__dict__["__doc__"], D.__doc__)
try: int.__doc__ = "x"
except TypeError as e: print(e)
try: A.__basicsize__ = 3
except AttributeError as e: print(e)
