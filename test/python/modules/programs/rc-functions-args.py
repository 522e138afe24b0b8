"""Counts for every way of passing an argument, twice, cold and warm."""
import functools
import sys


def rc(o):
    return sys.getrefcount(o)


def pos(a):
    return rc(a)


def two(a, b):
    return rc(a), rc(b)


def default(a, b=None):
    return rc(a)


def kwonly(*, a):
    return rc(a)


def posonly(a, /, b=0):
    return rc(a)


def star(*a):
    return rc(a[0]), rc(a)


def kw(**k):
    return rc(k["a"]), rc(k)


def mixed(a, *b, c=None, **d):
    return rc(a), [rc(x) for x in b], rc(c) if c is not None else 0, [rc(v) for v in d.values()]


def forward(*a, **k):
    return mixed(*a, **k)


def local(a):
    b = a
    c = [a]
    return rc(a)


def rebind(a):
    first = rc(a)
    a = None
    return first, rc(obj)


def deleted(a):
    del a
    return rc(obj)


def cell(a):
    def inner():
        return rc(a)
    return inner(), rc(a)


def gen(a):
    yield rc(a)


def nested(a, n):
    return rc(a) if not n else nested(a, n - 1)


async def coro(a):
    return rc(a)


class C:
    def meth(self, a):
        return rc(self), rc(a)

    def __call__(self, a):
        return rc(self), rc(a)

    def __init__(self, a=None):
        self.counts = rc(self), rc(a) if a is not None else 0

    @classmethod
    def make(cls, a):
        return cls(a).counts

    @functools.cached_property
    def cp(self):
        return rc(self)


class S(C):
    __slots__ = ("z",)

    def __init__(self, a):
        super().__init__(a)
        self.z = rc(self), rc(a)

    def meth(self, a):
        return super().meth(a)


obj = ["obj"]
c = C()
for round_no in range(4):
    print("round", round_no)
    print(pos(obj), pos(a=obj), pos(*[obj]), pos(*(obj,)), pos(**{"a": obj}))
    print(two(obj, obj), two(obj, b=obj), two(*[obj, obj]), two(*[obj], b=obj), default(obj), default(obj, b=obj))
    print(kwonly(a=obj), kwonly(**{"a": obj}), posonly(obj), posonly(obj, b=obj))
    print(star(obj), star(obj, obj), star(*[obj]), star(*(obj, obj)), kw(a=obj), kw(**{"a": obj}), kw(a=obj, b=obj))
    print(mixed(obj), mixed(obj, obj, c=obj, e=obj), forward(obj, obj, c=obj, e=obj))
    print(local(obj), rebind(obj), deleted(obj), cell(obj), next(gen(obj)), list(gen(obj)))
    print(nested(obj, 0), nested(obj, 3), (lambda x: rc(x))(obj), (lambda *x: rc(x[0]))(obj))
    print(c.meth(obj), C.meth(c, obj), c(obj), C(obj).counts, C.make(obj), C.__call__(c, obj), C(a=obj).counts)
    print(S(obj).z, S(obj).counts, S(obj).meth(obj), S.make(obj))
    m = c.meth
    print(m(obj), m(a=obj), m(*[obj]), functools.partial(c.meth, obj)(), functools.partial(pos)(obj), functools.partial(pos, a=obj)())
    del m
    print(pos(rc(obj)) > 0, pos([obj][0]), pos((obj, 1)[0]), pos({1: obj}[1]), pos(obj if obj else None), pos(obj or 1))
    print(list(map(pos, [obj])), [pos(x) for x in [obj]], list(pos(x) for x in [obj]), {pos(x) for x in (obj,)})
    print(getattr(c, "meth")(obj), callable(pos), pos.__call__(obj), type(pos).__call__(pos, obj), c.cp)
    try:
        coro(obj).send(None)
    except StopIteration as e:
        print("coroutine", e.value)
    try:
        two(obj)
    except TypeError as e:
        print(e, rc(obj))
    try:
        pos(obj, b=obj)
    except TypeError as e:
        print(e, rc(obj))
print(rc(obj))
