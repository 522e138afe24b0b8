import sys
R = sys.getrefcount
def a(): pass
class B:
    def m(self): pass
g = lambda: 1
print(R(a.__code__), R(B.m.__code__), R(g.__code__))
a(); B().m(); g()
print(R(a.__code__), R(B.m.__code__), R(g.__code__))
def b(x, *, k=1): return x
print(R(b.__code__))
c = b.__code__
print(R(c), R(b.__code__))
def outer():
    def inner(): pass
    return R(inner.__code__)
print(outer(), outer())
f = B.m
print(R(f.__code__))
print(R(f) , R(B.__dict__["m"]))
print(R(f.__code__), R(f.__globals__) > 3)
print(R(f.__code__), R(f.__code__.co_consts) > 0)
def a(): pass
import sys
print(sys.getrefcount(a.__code__))
exec("def b(): pass")
print(sys.getrefcount(b.__code__))
print(sys.getrefcount(b))
def f():
    def g(): pass
    return g
g = f()
print(sys.getrefcount(g.__code__))
g = f()
print(sys.getrefcount(g.__code__), g.__code__ is f.__code__.co_consts[1])
print(sys.getrefcount(f().__code__))
print(sys.getrefcount((lambda: 0).__code__))
import gc, weakref
src = "def outer():\n    def inner():\n        return [1000, 'text here']\n    return inner\n"
ns = {}
print(sys.getrefcount(g.__code__))
print(g.__code__ is f.__code__.co_consts[1])
print(sys.getrefcount(g.__code__))
print(f.__code__.co_consts is f.__code__.co_consts, f.__code__.co_names is f.__code__.co_names)
print(sys.getrefcount(f.__code__.co_consts))
big = "some constant text that is no name"
def h():
    return "another text!", 12345.5, (1, "x y")
a, b, c = h()
print(sys.getrefcount(a), sys.getrefcount(b), sys.getrefcount(c))
k = h.__code__.co_consts
print(sys.getrefcount(a), sys.getrefcount(b), sys.getrefcount(c), sys.getrefcount(k))
ns = {}
exec("def q():\n    def r(): return 'r text!'\n    return r", ns)
t = ns["q"].__code__.co_consts
print(len(t), sys.getrefcount(t))


class Meta(type):
    pass


print(sys.getsizeof(Meta), sys.getsizeof(type("Other", (Meta,), {})))
