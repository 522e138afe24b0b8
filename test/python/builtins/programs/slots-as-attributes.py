import sys
class A:
    def m(self, x=1): return x
    def __call__(self, y): return y
def f(a, b=2): return a + b
a = A()
for o in (f, a.m, len, [].append, A, a, lambda: 1, str.upper, int, type, print, f.__call__, "x".__len__, A.m, str.__len__, dict.fromkeys):
    print(hasattr(o, "__call__"), callable(o), end="; ")
print()
print(f.__call__(1), a.m.__call__(5), len.__call__([1]), A.__call__(a, 3), a.__call__(9), type(f.__call__).__name__, type(len.__call__).__name__)
print(f.__call__.__self__ is f, f.__call__.__name__, type(type(f).__call__).__name__)
class Meta(type):
    @classmethod
    def __prepare__(mcs, name, bases, **kw):
        print("prepare", name, len(bases), kw)
        ns = super().__prepare__(name, bases, **kw)
        ns["added"] = 1
        return ns
    def __new__(mcs, name, bases, ns, **kw):
        return super().__new__(mcs, name, bases, dict(ns))
    def __init__(cls, name, bases, ns, **kw):
        super().__init__(name, bases, ns)
class W(metaclass=Meta, flag=1): pass
print(W.added, type.__prepare__("x", ()))
print(int | str if sys.version_info >= (3, 10) else "", (1).__class__, (None).__bool__(), range(3).__bool__())
print({1: 2}.keys().__and__([1]), {1: 2}.items().__or__([3]), {1}.__or__({2}), {1: 1}.keys().isdisjoint([4]))
print(iter([1, 2]).__length_hint__(), iter((1,)).__length_hint__(), iter({1: 2}).__length_hint__(), iter(range(4)).__length_hint__(), iter("abc").__length_hint__(), iter({1,2}).__length_hint__(), reversed([1]).__length_hint__())
import operator
print(operator.length_hint(iter([1, 2, 3])), operator.length_hint(iter({1: 1})), operator.length_hint(iter(range(9))), operator.length_hint((i for i in ()), 7))
b = bytearray(b"ab")
b.__setitem__(0, 65); b.__delitem__(1); b.__iadd__(b"zz"); b.__imul__(2)
print(b, b.__mod__(()) if 0 else "", "%s" .__mod__("q"), b"%d".__mod__(4))
from collections import deque
d = deque([1], 5)
print(d + deque([2]), d * 3, 2 * d, d.__add__(d), d.__mul__(2))
try: d + [1]
except TypeError as e: print(e)
p = property(lambda s: 1)
print(p.__isabstractmethod__, staticmethod(f).__isabstractmethod__, classmethod(f).__func__ is f)
print(f.__get__(a, A).__self__ is a)
if sys.version_info >= (3, 10): print(staticmethod(f).__wrapped__ is f, f.__builtins__["len"] is len, classmethod(f).__wrapped__ is f, staticmethod(f)(4))
if sys.version_info >= (3, 11): print(A.m.__code__.co_qualname, f.__code__.co_qualname)
print((5).__floordiv__(2), (5).__divmod__(3), (2.5).__floordiv__(1), (1j).__add__(2), (7).__rsub__(10), True.__and__(False), (3).__float__(), (3.7).__int__(), (3.7).__trunc__(), (-3).__abs__(), (5).__index__(), (5).__neg__(), (5).__lshift__(2), (5).__bool__(), (5).__hash__(), (5).__sizeof__(), [].__sizeof__(), object().__sizeof__())
print((5).__add__("x"), (5).__eq__("x"), "a".__add__("b"), "a".__contains__("a"), [1].__contains__(1), [1].__eq__([1]), (1,).__lt__((2,)), {}.__len__(), {1: 2}.__contains__(1), {1: 2}.__getitem__(1), "abc".__getitem__(1), "abc".__mul__(2), "a".__hash__() == hash("a"), "a".__lt__("b"), {1} .__sub__({1}), {1}.__contains__(1), {1}.__le__({1, 2}))
import sys
for n in range(-1, 9):
    x = [1, 2, 3]; y = x
    x *= n
    b = bytearray(b"abc"); c = b
    b *= n
    e = []; e *= n
    print(n, sys.getsizeof(x), x is y, len(x), sys.getsizeof(b), b is c, len(b), sys.getsizeof(e), end="; ")
print()
x = [0] * 5
x *= 3; x *= 2; x *= 1
print(sys.getsizeof(x), len(x))
