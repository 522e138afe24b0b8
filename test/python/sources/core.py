"""Constructs of the language, for the comparison of code objects with the real interpreters."""
import os, sys as system
import os.path as path
from collections import OrderedDict, deque as dq

CONSTANT = 60 * 60 * 24
NEGATIVE = -1
TEXT = "a" "b" * 3
TUPLE = (1, 2, (3, "x"), -4.5, 1 + 2j)
LISTED = [1, 2, 3, 4]
TWO = [1, 2]
CONST_SET = {1, 2, 3}
MIXED = [1, 2, TEXT]
MAPPED = {"a": 1, "b": [2], **{"c": 3}, "d": 4}
EMPTY = {}
BYTES = b"ab\x00" b"c"
x, y = 1, 2
x, y = y, x
a, b, c = 3, 2, 1
a, b, c = c, a, b
first, *rest = LISTED
(p, [q, r]), s = (1, [2, 3]), 4
i = j = k = 0
SLICE = LISTED[1:3], LISTED[::2], LISTED[-1], "abc"[1], LISTED[:], LISTED[x:]
LISTED[1:2] = [9]
del LISTED[0], TWO[:]
x += 1
LISTED[0] += 5
LISTED[0:1] += [5]
system.foo = 1
system.foo -= 2
CONDITION = 1 if x else 2
LOGIC = x and y or not x
CHAIN = 1 < x <= y != 5
INSIDE = x in [1, 2, 3], x not in {1, 2}, x in (y, 2), x is None, x is not y
if x in [1, 2, 3]:
    pass
elif 1 < x < 3 and not (y or x):
    pass
else:
    x = 5
while True:
    x += 1
    if x > 10:
        break
while x > 5:
    x -= 1
    continue
else:
    y = 1
for index, (left, right) in enumerate([(1, 2), (3, 4)]):
    if left:
        continue
    for inner in {1, 2, 3}:
        break
    else:
        x = 7
f"{x!r:>{y}} {x=} {y:.2f} plain {{}}"
f"{x}" "tail"
"%s and %r" % (x, y)
"%d" % x
assert x, "message"
assert (x > 2)


def plain(a, b=1, *args, c, d=2, **kwargs):
    """Doc."""
    global CONSTANT
    CONSTANT = a
    total = a + b
    return total, args, c, d, kwargs


def annotated(a: int, b: str = "x", *args: int, c: float = 1.0, **kw: dict) -> list:
    local: int = 5
    unset: str
    return [a, b]


def positional(a, b, /, c, *, d):
    return a


def outer(n):
    count = n

    def inner():
        nonlocal count
        count += 1
        return count + n

    values = [lambda: count + z for z in range(n)]
    return inner, values


def generator(items):
    for item in items:
        got = yield item
        if got:
            return got
    yield
    result = yield from items
    return result


def comprehensions(data, k):
    squares = [v * v for v in data if v if v > k]
    pairs = {(u, v) for u in data for v in u}
    mapping = {key: val for key, val in data}
    lazy = (w + k for w in data)
    nested = [[m for m in row] for row in data]
    shadow = [k for k in data]
    single = [t for t in data for s in [t + 1]]
    cells = [lambda: v for v in data]
    walrus = [last := v for v in data]
    return squares, pairs, mapping, lazy, nested, shadow, single, cells, walrus, last


def handlers(n):
    try:
        n = 1 / n
    except ZeroDivisionError as error:
        print(error)
        return 1
    except (ValueError, TypeError):
        raise
    except Exception:
        raise RuntimeError("x") from None
    else:
        n += 1
    finally:
        print("finally")
    for i in range(3):
        try:
            if i:
                continue
            break
        finally:
            print(i)
    try:
        return n
    finally:
        n = 0
    with open("f") as f, open("g") as (h, l):
        return f.read()
    while n:
        with n:
            break


def calls(f, *args, **kw):
    f()
    f(1, 2, x=3)
    f(*args)
    f(*args, **kw)
    f(1, *args, y=2, **kw)
    f(a=1, b=2, **kw)
    f.method(1)
    f.method(1, k=2)
    f.a.b.c()
    f.method(*args)
    (f
     .first(1)
     .second(2))
    print("x", end="")
    return f(x for x in args)


def deleted():
    value = 1
    del value
    try:
        value
    except NameError:
        del args


class Base:
    """Base doc."""

    attribute = 1
    __private = 2
    listed = [attribute for _ in range(3)]

    def __init__(self, value):
        self.value = value
        self.__hidden = value

    def method(self):
        return self.value, self.__hidden

    @property
    def prop(self):
        return super().prop

    @staticmethod
    def static(a=1, *, b=2):
        return a + b

    class Inner:
        pass


class Derived(Base, metaclass=type):
    field: int = 3
    other: "str"

    def __init__(self, *args):
        super().__init__(*args)
        super(Derived, self).__init__(1)
        self.cls = __class__
        self.value = [method for method in dir(self)]

    def many(self):
        def deep():
            return self.value

        return deep


@decorator
@other.decorator(1)
def decorated():
    return 1


@decorator
class Decorated:
    x = 1


def docless():
    return


def string_return():
    return "text"


def only_doc():
    """Just this."""


def lambdas():
    return lambda: None, lambda x, y=2: x + y, (lambda *a, **k: a), lambda: (yield)


def big_call():
    return print(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32)


def imports():
    import json
    from os import path as p, sep
    from . import sibling
    return json


def conditions(a, b, c):
    if a and (b or c):
        return 1
    if not a or b:
        return 2
    if a < b < c:
        return 3
    if a is None:
        return 4
    if a if b else c:
        return 5
    return 1 if a is not None else 2


def folded():
    return 2 ** 10, 2 ** 1000, "x" * 10, "x" * 5000, (1,) * 3, -(1), not 1, 5 / 2, 7 // 2, 7 % 3, 1 << 3, "a" + "b", 1.5 * 2, ~5, 0.1 + 0.2, 3 - 2j


def unreachable():
    if 0:
        print("never")
    if 1:
        print("always")
    while 0:
        print("no")
    return 1
    print("dead")


(lambda: 1), (lambda: 1)
print(*LISTED, sep=", ")
print(f"{'nested'!r:^{10}}")
if __name__ == "__main__":
    plain(1, c=2)
