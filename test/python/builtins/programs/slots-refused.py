import gc
import sys
import weakref


class Plain:
    def __init__(self):
        self.a = 1


class S0:
    __slots__ = ()


class S1(S0):
    __slots__ = ("a",)


class S2(S1):
    __slots__ = ("b", "c")

    def __init__(self):
        self.a = self.b = None


class SD(S2):
    pass


class SW(S1):
    __slots__ = "__weakref__"


class Str:
    __slots__ = "single"


for cls in (Plain, S0, S1, S2, SD, SW, Str):
    o = cls()
    print(cls.__name__, sys.getsizeof(o), hasattr(o, "__dict__"), gc.is_tracked(o), getattr(cls, "__slots__", None), end="; ")
    try:
        weakref.ref(o)
        print("weak")
    except TypeError as e:
        print(e)
s = S2()
for action in ("s.d = 1", "s.c", "del s.c", "del s.a; s.a", "s.__dict__", "s.b = s", "S2.b.__get__(s).b is s", "S2.a is S1.a", "type(S2.b)"):
    try:
        try:
            print(action, "->", eval(action))
        except SyntaxError:
            exec(action)
            print(action, "done")
    except (AttributeError, TypeError) as e:
        print(action, "->", type(e).__name__, e)
gc.collect()
gc.disable()
del s, o
print("cycle through a slot:", gc.collect())
for spec in ("class X: __slots__ = ('a', 'a')\nX()", "class X:\n    __slots__ = ('a',)\n    a = 1", "class X(int): __slots__ = ('a',)",
             "class X: __slots__ = ('1a',)", "class X: __slots__ = (5,)", "class X(S1, Str): pass", "class X: __slots__ = {'k': 'doc of k'}\nprint(X.k.__doc__)",
             "class X: __slots__ = ['__dict__', 'q']\nx = X(); x.z = 1; print(x.__dict__)", "class X:\n    __slots__ = ('__private',)\nprint(X.__slots__, '_X__private' in X.__dict__)",
             "class X(tuple): __slots__ = ()\nprint(X((1, 2)))", "class X: __slots__ = ('__dict__', '__dict__')"):
    try:
        exec(spec)
        print("fine")
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)
many = [S2() for _ in range(100)]
print(sum(map(sys.getsizeof, many)), sum(sys.getsizeof(p) + sys.getsizeof(p.__dict__) for p in [Plain() for _ in range(100)]))
print([sys.getsizeof(type("T", (), {"__slots__": tuple(f"s{i}" for i in range(n))})()) for n in range(6)])
