import sys, math
rc = sys.getrefcount
class E:
    def __sizeof__(self): return rc(self) * 100
    def __bytes__(self): return bytes([rc(self)])
    def __dir__(self): return [str(rc(self))]
    def __complex__(self): return complex(rc(self))
    def __ceil__(self): return rc(self)
    def __floor__(self): return rc(self)
    def __trunc__(self): return rc(self)
    def __format__(self, s): return str(rc(self))
    def __contains__(self, x): print("in", rc(self), rc(x), end=" "); return True
    def __enter__(self): print("enter", rc(self), end=" "); return self
    def __exit__(self, *a): print("exit", rc(self), end=" ")
    def __get__(self, i, o=None): return rc(self), i and rc(i)
    def __set__(self, i, v): print("set", rc(self), rc(i), rc(v), end=" ")
    def __pow__(self, o): return rc(self), rc(o)
    def __divmod__(self, o): return rc(self), rc(o)
    def __copy__(self): return rc(self)
    def __deepcopy__(self, m): return rc(self)
class M(type):
    def __instancecheck__(cls, o): return rc(cls) * 1000 + rc(o) > 5
    def __subclasscheck__(cls, o): return rc(o) > 3
    def __len__(cls): return rc(cls) > 2
    def __iter__(cls): yield rc(cls) > 2
class C(metaclass=M): pass
class D(dict):
    def __missing__(self, k): return rc(self), rc(k)
class H:
    d = E()
e = E(); h = H(); o = object()
print(sys.getsizeof(e), bytes(e)[0], dir(e), complex(e), math.ceil(e), math.floor(e), math.trunc(e), format(e), "{:}".format(e), f"{e}", o in e, pow(e, o), divmod(e, o), isinstance(o, C), issubclass(E, C), len(C), list(C))
with e as x: print("body", rc(e), end=" ")
print(rc(e)); del x
d = D(); print(d[o], d["zz"][0], h.d, H.d)
h.d = o
import copy
print(copy.copy(e), copy.deepcopy(e), rc(e), rc(o))
