import sys, gc, weakref
class SM(staticmethod):
    def __init__(self, f, tag="x"):
        super().__init__(f)
        self.tag = tag
class CM(classmethod):
    "doc"
class Loud(staticmethod):
    def __get__(self, obj, cls=None):
        print("get", obj is None, cls.__name__)
        return super().__get__(obj, cls)
class A:
    @SM
    def f(x):
        "f doc"
        return x + 1
    @CM
    def g(cls, y):
        return cls.__name__, y
    @Loud
    def h():
        return "h"
    k = SM(len, tag="len")
class B(A):
    pass
print(A.f(1), A().f(2), A.g(3), B.g(4), B().g(5), type(A.__dict__["f"]).__name__, A.__dict__["f"].tag, isinstance(A.__dict__["g"], classmethod), isinstance(A.__dict__["g"], CM))
print(A.h(), A().h(), A.k("abc"), A.__dict__["k"].tag)
w = A.__dict__["f"]
print(w.__func__.__name__, sorted(k for k in vars(w) if not k.startswith("__a")), w.__func__.__doc__)
def fun(): pass
n = sys.getrefcount(fun)
s = SM(fun)
print(sys.getrefcount(fun) - n >= 1)
s.__init__(len)
print(sys.getrefcount(fun) - n, s.__func__ is len)
print(sys.getsizeof(s) - sys.getsizeof(staticmethod(len)), gc.is_tracked(s), weakref.ref(s)() is s)
s.me = s
r = weakref.ref(s)
gc.collect()
del s
print(gc.collect() > 0, r())
for bad in (lambda: staticmethod(), lambda: staticmethod(1, 2), lambda: classmethod(f=1), lambda: CM(), lambda: SM()):
    try:
        bad()
    except TypeError as e:
        print(e)
p = staticmethod(fun)
print(p.__init__(print), p.__func__)
class Empty(staticmethod):
    def __init__(self): pass
print(Empty().__func__)
class P(property):
    def __get__(self, obj, cls=None):
        print("P get", obj is None)
        return self if obj is None else super().__get__(obj, cls) * 2
class A:
    @P
    def x(self): return 21
    @P
    def y(self): return 1
    @y.setter
    def y(self, v): print("set", v)
a = A()
print(a.x, type(A.x).__name__, a.y)
a.y = 5
