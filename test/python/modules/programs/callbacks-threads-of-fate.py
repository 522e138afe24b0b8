import gc
import sys
import weakref


class Obj:
    def __init__(self, name):
        self.name = name

    def __repr__(self):
        return self.name


class NamedRef(weakref.ref):
    __slots__ = ("label", "hits")

    def __new__(cls, obj, callback=None, label=""):
        return super().__new__(cls, obj, callback)

    def __init__(self, obj, callback=None, label=""):
        super().__init__(obj, callback)
        self.label = label
        self.hits = 0

    def __call__(self):
        self.hits += 1
        return super().__call__()


log = []


def cb(ref):
    log.append((getattr(ref, "label", type(ref).__name__), ref() is None, sys.getrefcount(ref) > 1))


o = Obj("o")
plain1, plain2 = weakref.ref(o), weakref.ref(o)
print("shared", plain1 is plain2, weakref.getweakrefcount(o))
with1, with2 = weakref.ref(o, cb), weakref.ref(o, cb)
print("callbacks are not shared", with1 is with2, with1 == with2, hash(with1) == hash(with2), hash(plain1) == hash(o))
named = NamedRef(o, cb, "first")
other = NamedRef(o, None, "second")
print(named().name, named.hits, named == plain1, other is NamedRef(o), weakref.getweakrefcount(o))
print([type(r).__name__ for r in weakref.getweakrefs(o)], with1.__callback__ is cb, plain1.__callback__)
d = {with1: "w", plain1: "p"}
print(len(d), d[with2], sys.getrefcount(o))
del with2
o2 = Obj("o2")
print(weakref.ref(o2) == plain1, weakref.ref(o2) != with1)
del o
print(log)
log.clear()
print("dead", plain1 == plain2, plain1 == with1, hash(plain1) == hash(with1), with1.__callback__, d.get(plain1))
unhashed = weakref.ref(o2)
del o2
try:
    hash(unhashed)
except TypeError as e:
    print("TypeError:", e)
print(repr(unhashed)[:9], "dead" in repr(unhashed))

print("callback drops another object")
a, b = Obj("a"), Obj("b")
chain = {}
chain["ra"] = weakref.ref(a, lambda r: chain.pop("b"))
chain["b"] = b
chain["rb"] = weakref.ref(b, lambda r: log.append("b gone"))
del b
print(log)
del a
print(log, sorted(chain))
log.clear()

print("callback resurrects nothing")
x = Obj("x")
holder = []
r = weakref.ref(x, holder.append)
del x
print(holder[0] is r, holder[0](), sys.getrefcount(r))

print("ref dies with its referent")
gc.disable()
y = Obj("y")
y.ref = weakref.ref(y, cb)
y.me = y
del y
gc.collect()
print(log)
y = Obj("y")
outside = weakref.ref(y, cb)
y.me = y
del y
gc.collect()
print(log)
log.clear()

print("callback changes the list of refs")
z = Obj("z")
refs = []


def greedy(ref):
    log.append(refs.index(ref))
    refs[:] = [q for q in refs if q is not ref]


refs.extend(weakref.ref(z, greedy) for _ in range(4))
del z
print(log, refs)
t = Obj("t")
t2 = t
p = weakref.proxy(t)
print(p.name, weakref.getweakrefcount(t), isinstance(p, Obj))
del t
print(p.name)
t2 = None
try:
    p.name
except ReferenceError as e:
    print("ReferenceError:", e)
for thing in (1, "a", (), None, [], {}):
    try:
        weakref.ref(thing)
    except TypeError as e:
        print(str(e)[-12:], end=" ")
print([type(weakref.ref(t)).__name__ for t in (set(), frozenset(), Obj, cb, gc, (i for i in ""))])
gc.enable()
