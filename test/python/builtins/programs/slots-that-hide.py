"""Slots that class attributes and slots of subclasses hide, diamonds of slotted classes, descriptors without __get__, names of classes."""
import sys


class A:
    __slots__ = ("x", "y")


class B(A):
    x = 5


class C(A):
    __slots__ = ("x", "z")


class D(A):
    __slots__ = ()


class E(A):
    __slots__ = ()


class F(D, E):
    __slots__ = ("w",)


class G(D, E):
    pass


print([sys.getsizeof(c()) for c in (A, B, C, D, E, F, G)])
b = B()
b.x, b.y = 1, 2
print(b.x, b.__dict__, B.x, A.y.__get__(b))
A.x.__set__(b, 7)
print(A.x.__get__(b), b.x, b.__dict__)
del b.x
print(b.x, A.x.__get__(b))
c = C()
c.x, c.z, c.y = 1, 3, 4
A.x.__set__(c, 2)
print(c.x, A.x.__get__(c), C.x.__get__(c), c.z, c.y)
del c.x
print(A.x.__get__(c))
f = F()
f.x, f.w, f.y = 1, 2, 3
print(f.x, f.w, f.y, F.__slots__, A.__slots__)
del A.y


class OnlySet:
    def __set__(self, obj, value):
        obj.__dict__["only"] = ("stored", value)


class Host:
    only = OnlySet()


h = Host()
print(type(h.only).__name__)
h.only = 5
print(h.only)


class Meta(type):
    def __getattr__(cls, name):
        return name.upper()


class M(metaclass=Meta):
    def run(self): pass


M.run.tag = 1
for code in ("c.x", "f.y", "A.x.__get__(5)", "A.x.__set__(h, 1)", "M.anything", "M().run.tag", "M().run.foo", "M().run.__dict__", "type(M().run)(5, 5)", "M.__name__", "setattr(M, '__name__', 5)", "setattr(M, '__name__', 'a\\0b')", "delattr(M, '__name__')",
             "setattr(M, '__qualname__', 1)", "setattr(int, '__name__', 'x')", "delattr(M, '__doc__')", "type('Z', (), {'__qualname__': 5})", "type('Z\\0', (), {})", "setattr(M, '__module__', 5) or M"):
    try:
        print(code, "=>", eval(code))
    except Exception as e:
        print(code, "=>", type(e).__name__ + ":", e)
class L(list): pass
class Er(Exception): pass
for o in (L(), Er(), h, A(), int, M, (i for i in ()), (i * j for i in [1] for j in [2]), [1].append, 5, "é"):
    print(type(o).__name__, sys.getsizeof(o), o.__sizeof__() if not isinstance(o, type) else type.__sizeof__(o))
