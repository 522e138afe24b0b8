# How often is an argument referred to inside a callback?
import atexit
import copy
import functools
import gc
import sys
import weakref


def rc(o):
    return sys.getrefcount(o)


class O:
    def __init__(self, v=0):
        self.v = v

    def __lt__(self, other):
        log.append((rc(self), rc(other)))
        return self.v < other.v

    def __copy__(self):
        log.append(("copy", rc(self)))
        return O(self.v)

    def __deepcopy__(self, memo):
        log.append(("deep", rc(self), rc(memo), len(memo)))
        return O(self.v)

    def __reduce__(self):
        log.append(("reduce", rc(self)))
        return O, (self.v,)

    def meth(self, *a):
        return rc(self), [rc(x) for x in a]

    @classmethod
    def cm(cls, x):
        return rc(x)

    @staticmethod
    def sm(x):
        return rc(x)

    @property
    def prop(self):
        return rc(self)

    @prop.setter
    def prop(self, value):
        log.append(("set", rc(self), rc(value)))

    @prop.deleter
    def prop(self):
        log.append(("del", rc(self)))


log = []


def flush(name):
    print(f"{name}: {log}")
    log.clear()


a, b = O(1), O(2)
key = lambda x: log.append(rc(x)) or x.v
sorted([a, b], key=key)
flush("sorted key")
sorted([b, a])
flush("sorted lt")
lst = [b, a]
lst.sort()
flush("sort")
lst.sort(key=key, reverse=True)
flush("sort key")
min(a, b, key=key), max([a, b], key=key)
flush("min max key")
min([a, b])
flush("min lt")
list(map(lambda x: log.append(rc(x)), [a]))
list(map(lambda x, y: log.append((rc(x), rc(y))), [a], (b,)))
flush("map")
list(filter(lambda x: log.append(rc(x)), [a, b]))
flush("filter")
functools.reduce(lambda x, y: log.append((rc(x), rc(y))) or y, [a, b, a])
functools.reduce(lambda x, y: log.append((rc(x), rc(y))) or y, [a, b], a)
flush("reduce")
copy.copy(a), copy.deepcopy(a), copy.deepcopy([a, a])
flush("copy")
print(a.meth(b), O.meth(a, b), a.cm(b), O.cm(b), a.sm(b), a.prop)
a.prop = b
del a.prop
setattr(a, "prop", b)
flush("property")
m = a.meth
print(m(b), m(), rc(a), functools.partial(m, b)(a), functools.partial(O.sm, b)())
del m
w = weakref.ref(b, lambda r: log.append(("dead", rc(r), r())))
weakref.finalize(b, lambda x: log.append(("fin", rc(x))), a)
b = O(3)
flush("weakref")
lst.clear()
print(rc(a), rc(b))


@functools.lru_cache(maxsize=None)
def cached(x):
    return rc(x)


print(cached(a), cached(a), rc(a))
cached.cache_clear()


def deco(fn):
    @functools.wraps(fn)
    def wrapper(*args, **kw):
        log.append([rc(x) for x in args])
        return fn(*args, **kw)
    return wrapper


@deco
def target(x, y=None):
    return rc(x), rc(y) if y is not None else 0


print(target(a), target(a, b), target(a, y=b))
flush("decorated")


def gcb(phase, info):
    log.append((phase, rc(info)))


gc.callbacks.append(gcb)
gc.collect()
gc.callbacks.clear()
flush("gc")


def gen():
    while True:
        got = yield
        log.append(rc(got))


g = gen()
next(g)
g.send(a)
g.send(b)
g.send(O())
flush("send")
g.close()


print([rc(x) for x in [a]], [rc(x) for x in (a, a)], list({k: rc(k) for k in [a]}.values()), [rc(v) for v in {1: a}.values()])
print(next(rc(x) for x in [a]), list(rc(x) for x in [a]), *(rc(x) for x in [a]))
print([(rc(x), rc(y)) for x in [a] for y in [x]], [rc(p) for p in zip([a], [b])], [rc(i) for i, in [(a,)]])
for x in [a]:
    print(rc(x), end=" ")
for i, x in enumerate([a]):
    print(rc(x), end=" ")
for x, y in zip([a], [b]):
    print(rc(x), rc(y), end=" ")
for k, x in {1: a}.items():
    print(rc(x), end=" ")
print(rc(x))


def hook(args):
    print("hook", rc(args.exc_value), rc(args.object), args.err_msg)


class Bad:
    def __del__(self):
        raise ValueError(rc(self))


sys.unraisablehook = hook
Bad()
bad = Bad()
del bad
l = [Bad()]
l.clear()
sys.unraisablehook = sys.__unraisablehook__
atexit.register(lambda x: print("exit", rc(x)), a)
print(rc(a))
