import sys
import weakref


class Vec:
    def __init__(self, *xs):
        self.xs = list(xs)

    def __add__(self, other):
        return Vec(*(a + b for a, b in zip(self.xs, other.xs)))

    def __iadd__(self, other):
        self.xs = [a + b for a, b in zip(self.xs, other.xs)]
        return self

    def __len__(self):
        return len(self.xs)

    def __getitem__(self, i):
        return self.xs[i]

    def __setitem__(self, i, v):
        self.xs[i] = v

    def __contains__(self, v):
        return v in self.xs

    def __iter__(self):
        return iter(self.xs)

    def __bool__(self):
        return any(self.xs)

    def __call__(self, k):
        return [k * x for x in self.xs]

    def __eq__(self, other):
        return list(self) == list(other)

    def __repr__(self):
        return f"Vec{tuple(self.xs)}"

    def __str__(self):
        return "<" + " ".join(map(str, self.xs)) + ">"


v = Vec(1, 2, 3)
p = weakref.proxy(v)
print(type(p).__name__, isinstance(p, Vec), p.__class__ is Vec, type(p) is Vec)
print("refs", sys.getrefcount(v), weakref.getweakrefcount(v), weakref.getweakrefs(v) == [p] or "no")
print(str(p), len(p), p[1], p[0:2], 2 in p, 9 in p, list(p), bool(p), p(3))
print(p + v, v + p, p == v, p != v, p == [1, 2, 3])
p[0] = 10
p.tag = "hello"
print(v, v.tag, hasattr(p, "nope"), sorted(vars(v)))
del p.tag
print(hasattr(v, "tag"))
q = p
p += Vec(1, 1, 1)
print(p, v, p is v, type(q).__name__, sys.getrefcount(v))
del p
print(weakref.proxy(v) is q, weakref.getweakrefcount(v))
with_cb = weakref.proxy(v, lambda r: print("  callback", type(r).__name__))
print("with callback", with_cb is q, weakref.getweakrefcount(v))
try:
    hash(q)
except TypeError as e:
    print("TypeError:", e)
try:
    q.nope
except AttributeError as e:
    print("AttributeError:", e)
print("iterating", [x * 2 for x in q], sum(q), max(q), sorted(q, reverse=True))
a, *rest = q
print(a, rest)
v = None
for what, action in [
    ("len", lambda: len(q)), ("attr", lambda: q.xs), ("item", lambda: q[0]), ("str", lambda: str(q)),
    ("bool", lambda: bool(q)), ("iter", lambda: iter(q)), ("add", lambda: q + q), ("call", lambda: q(1)),
    ("eq", lambda: q == q), ("in", lambda: 1 in q), ("set", lambda: setattr(q, "a", 1)), ("isinstance", lambda: isinstance(q, Vec)),
]:
    try:
        print(f"{what:>10}", action())
    except ReferenceError as e:
        print(f"{what:>10} ReferenceError: {e}")
    except TypeError as e:
        print(f"{what:>10} TypeError: {e}")
print(type(q).__name__, "dead at" in repr(q) or repr(q)[:12])
for bad in (1, "s", (1,), [], None):
    try:
        weakref.proxy(bad)
    except TypeError as e:
        print("TypeError:", e)
f = weakref.proxy(Vec.__add__)
print(f(Vec(1), Vec(2)), callable(f), type(f).__name__)
