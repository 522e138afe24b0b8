"""WeakKeyDictionary and WeakSet while their members come and go."""
import gc
import weakref


class Key:
    def __init__(self, n):
        self.n = n

    def __eq__(self, other):
        return isinstance(other, Key) and self.n == other.n

    def __hash__(self):
        return hash(self.n)

    def __lt__(self, other):
        return self.n < other.n

    def __repr__(self):
        return f"K{self.n}"


keys = [Key(i) for i in range(6)]
d = weakref.WeakKeyDictionary()
for k in keys:
    d[k] = k.n * k.n
print(len(d), sorted(d.keys()), sorted(d.values()))
twin = Key(3)
d[twin] = "replaced"
print(d[keys[3]], len(d), [k is keys[3] for k in d.keys() if k == twin])
del twin
print(len(d), d.get(Key(3)), d.get(Key(99), "none"))
del keys[3], k
print(len(d), Key(3) in d, Key(4) in d)
print(sorted((k.n, v) for k, v in d.items()))
it = iter(d.items())
first = next(it)
print("during iteration", type(first).__name__)
keys.clear()
print("pending", len(d) >= 1, [k for k, v in it][:0])
del it
print("first still held", len(d), first[0] in d)
del first
print("empty", len(d), bool(d), d.keyrefs())

s = weakref.WeakSet()
a, b, c = Key("a"), Key("b"), Key("c")
s.update([a, b, c])
print(len(s), a in s, Key("a") in s, 5 in s, sorted(s))
t = s | {Key("d")}
print(len(t), len(s), type(t).__name__)
print(sorted(s & {a, c}), sorted(s - {a}), sorted(s ^ {a, b, c}))
print(s.issuperset([a]), s <= s, s == {a, b, c}, s == weakref.WeakSet([c, b, a]), s.isdisjoint([a]))
s.discard(b)
print(len(s), b in s)
x = s.pop()
print(type(x).__name__, len(s))
s.add(x)
del x
c = None
print(len(s))
s.remove(a)
try:
    s.remove(a)
except KeyError as e:
    print("KeyError", type(e.args[0]).__name__)
try:
    s.add(5)
except TypeError as e:
    print("TypeError:", e)
try:
    s.pop()
except KeyError as e:
    print("KeyError:", e)

v = weakref.WeakValueDictionary(one=a, two=b)
print(sorted(v.items()), len(v.valuerefs()), v.copy() == v, v is v.copy())
e = v.popitem()
print(type(e[1]).__name__, len(v))
v.update({e[0]: e[1]})
loop = Key("loop")
loop.me = loop
v["loop"] = loop
s.add(loop)
d[loop] = "x"
del loop
gc.disable()
print("loop" in v, len(s), len(d))
gc.collect()
print("loop" in v, len(s), len(d), sorted(v))
del a, b, e
print(dict(v), len(v))
gc.enable()
