import copy
import gc
import sys
import weakref


class Shared:
    def __init__(self, tag):
        self.tag = tag

    def __deepcopy__(self, memo):
        log.append(("deep", self.tag, len(memo)))
        return self

    def __repr__(self):
        return f"S({self.tag})"


class Plain:
    def __init__(self, **kw):
        self.__dict__.update(kw)


class Custom:
    def __init__(self, data):
        self.data = data

    def __copy__(self):
        new = type(self)(self.data)
        new.copied = True
        return new


class State:
    def __init__(self):
        self.cache = [1, 2]
        self.name = "state"

    def __getstate__(self):
        d = self.__dict__.copy()
        del d["cache"]
        return d

    def __setstate__(self, d):
        self.__dict__.update(d)
        self.cache = None


class Slots:
    __slots__ = ("a", "b")


log = []
s = Shared("x")
base = sys.getrefcount(s)
p = Plain(s=s, items=[s, s], inner=Plain(up=None))
p.inner.up = p
print("built", sys.getrefcount(s) - base)
q = copy.copy(p)
print("shallow", q.items is p.items, q.inner is p.inner, sys.getrefcount(s) - base)
r = copy.deepcopy(p)
print("deep", r.items is p.items, r.inner.up is r, r.s is s, len(log), sys.getrefcount(s) - base)
print(log[0][:2])
del q
print("q gone", sys.getrefcount(s) - base)
w = weakref.ref(r)
del r
print("deep copy is a cycle", w() is not None)
gc.collect()
print("collected", w() is None, sys.getrefcount(s) - base)

c = copy.copy(Custom([s]))
print(c.copied, c.data, hasattr(copy.deepcopy(Custom(1)), "copied"))
st = copy.copy(State())
print(st.name, st.cache, sorted(vars(st)))
x = Slots()
x.a = [s]
y = copy.copy(x)
z = copy.deepcopy(x)
print(y.a is x.a, z.a is x.a, z.a[0] is s, hasattr(z, "b"))
t = (1, "a", (2, 3))
print("atomic tuple", copy.deepcopy(t) is t, copy.copy(t) is t)
u = (1, [s])
v = copy.deepcopy(u)
print("tuple with list", v is u, v[1] is u[1], v[1][0] is s)
memo = {}
first = copy.deepcopy([s], memo)
second = copy.deepcopy([s], memo)
print("memo", len(memo) > 0, first == second, first is second)
rec = []
rec.append(rec)
rc = copy.deepcopy(rec)
print("recursive", rc[0] is rc, rc is rec)
d = {"k": rec, "self": None}
d["self"] = d
e = copy.deepcopy(d)
print(e["self"] is e, e["k"] is rec, e["k"][0] is e["k"])
print("functions", copy.deepcopy(len) is len, copy.copy(Plain) is Plain, copy.deepcopy(gc.collect) is gc.collect)
print("sets", copy.copy({1, 2}) == {1, 2}, copy.deepcopy(frozenset([1])), copy.copy(bytearray(b"ab")))
ref = weakref.ref(s)
print("weakref", copy.copy(ref) is ref, copy.deepcopy(ref) is ref)
try:
    copy.copy(i for i in [])
except TypeError as err:
    print("TypeError:", err)
wv = weakref.WeakValueDictionary(a=s)
print(len(copy.copy(wv)), copy.copy(wv)["a"] is s)
del p, c, x, y, z, u, v, first, second, memo, wv
print("left", len(gc.garbage), gc.collect() >= 0, sys.getrefcount(s) - base)
