import sys
rc = sys.getrefcount


class O:
    def method(self, x=None):
        return rc(self), rc(x) if x is not None else 0

    @property
    def prop(self):
        return rc(self)

    @classmethod
    def cm(cls, x):
        return rc(x)

    @staticmethod
    def sm(x):
        return rc(x)

    def __call__(self, *args, **kwargs):
        return rc(self), len(args), [rc(a) for a in args], {k: rc(v) for k, v in kwargs.items()}

    def __getitem__(self, k):
        return rc(self), rc(k)

    def __len__(self):
        return rc(self)

    def __add__(self, other):
        return rc(self), rc(other)

    def __eq__(self, other):
        print("eq", rc(self), rc(other), end=" ")
        return True

    __hash__ = None

    def __contains__(self, x):
        print("in", rc(self), rc(x), end=" ")
        return False

    def __iter__(self):
        yield rc(self)

    def __enter__(self):
        return rc(self)

    def __exit__(self, *a):
        print("exit", rc(self), [x for x in a if x], end=" ")

    def __getattr__(self, name):
        return rc(self)


o, p = O(), O()
print(rc(o), o.method(), o.method(p), o.method(x=p), O.method(o, p), o.prop, O.cm(o), O.sm(o), o.cm(o), o.sm(o))
print(o(), o(p), o(p, p), o(p, k=p), o(*[p, p]), o(**{"k": p}), o(*(p,), **{"z": p}))
print(o[p], o[0:1][0], len(o), o + p, o + o, o == p, o != p, p in o, list(o), o.missing)
with o as n:
    print("in with", n, rc(o))
print(rc(o))


def deep(x, n):
    return rc(x) if n == 0 else deep(x, n - 1)


print([deep(o, n) for n in range(4)])


def default(x=o):
    return rc(x)


def star(*args):
    return rc(args[0]), rc(args)


def kw(**kwargs):
    return rc(kwargs["x"]), rc(kwargs)


def ret(x):
    return x


def local(x):
    y = z = x
    del z
    return rc(y)


def caught(x):
    try:
        raise ValueError(x)
    except ValueError as e:
        return rc(x), rc(e)


print(default(), rc(o), star(o), star(o, o), kw(x=o), rc(ret(o)), local(o), caught(o), rc(o))
f = lambda x: rc(x)
print(f(o), (lambda *a: rc(a[0]))(o), list(map(f, [o, o])), [f(i) for i in (o,)], sorted([o], key=lambda i: rc(i))[0] is o, max([o], key=f) is o)
print([rc(x) for x in [o, o]], {rc(x) for x in (o,)}, {1: rc(x) for x in [o]}, list(rc(x) for x in [o]), tuple(map(rc, [o, p])))
a = b = c = o
print(rc(o))
a, b = b, a
del c
print(rc(o), [a, b, o].count(o), rc(o))
d = {"o": o}
d["p"] = d["o"]
print(rc(o), d.pop("p") is o, rc(o), d.get("o") is o, d.setdefault("q", o) is o, rc(o))
t = (o,) * 3
l = [o] * 4
print(rc(o), l.pop() is o, rc(o))
l[1:3] = []
print(rc(o))
l.extend(t)
print(rc(o))
del l, t, d, a, b
print(rc(o), default.__defaults__[0] is o)
