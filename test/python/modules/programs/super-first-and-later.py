# What super() holds the first time it is reached, and after
import sys
def rc(o): return sys.getrefcount(o)
class D:
    def __get__(self, obj, owner=None): return ("get", rc(obj))
    def __set__(self, obj, value): print("set", rc(obj))
    def __delete__(self, obj): print("delete", rc(obj))
class B:
    d = D()
class C(B):
    def a(self): object.__delattr__(self, "d")
    def b(self): super().__delattr__("d")
    def c(self): super().__setattr__("d", 1)
    def e(self): return super().__getattribute__("d")
    def f(self): super(C, self).__delattr__("d")
    def g(self): return super().d
    def h(self): self.__delattr__("d")
    def i(self): B.__delattr__(self, "d")
    def j(self): return super().__eq__(1), super().__hash__() != 0, super().__repr__()[:5]
c = C()
c.a(); c.b(); c.c(); print(c.e()); c.f(); print(c.g()); c.h(); c.i(); c.j()
class E(C):
    def k(self): return super().b
    def l(self): return rc(self), super().m2(), super().m3(1)
    def m(self): print(sys._getframe().f_locals.keys()); super().__delattr__("d")
    def n(self):
        s = super()
        s.__delattr__("d")
    def o(self):
        x = self
        x.__delattr__("d")
    def p(self): f = super().__delattr__; f("d"); return f
def m2(self): return rc(self)
C.m2 = m2
C.m3 = lambda self, x: rc(self)
e = E()
print(e.l()); e.m(); e.n(); e.o(); print(type(e.p()))


import gc, sys
class A:
    def __init__(self, x): self.x = x
    def m(self): return sys.getrefcount(self)
    @classmethod
    def c(cls): return cls.__name__
    @property
    def p(self): return sys.getrefcount(self)
class B(A):
    def __init__(self, x):
        super().__init__(x)
        self.n = gc.get_count()[0]
    def m(self): return super().m(), gc.get_count()[0] - self.n
    @classmethod
    def c(cls): return super().c() + "!"
    @property
    def p(self): return super().p
    def q(self): return super(B, self).m(), super().nope
    def r(self):
        f = super().m
        return f(), f.__self__ is self
gc.collect(); gc.disable()
for i in range(3):
    b = B(1)
    print(b.m(), b.m(), b.c(), b.p, b.r())
    try: b.q()
    except AttributeError as e: print(e)
print(gc.collect())
