import sys, gc
class T:
    def __init__(self, n): self.n = n
    def __del__(self): print("del", self.n)
    def __repr__(self): return f"T({self.n})"
class Borg:
    _state = {}
    def __init__(self): self.__dict__ = self._state
a, b = Borg(), Borg()
a.x = 1
print(b.x, a.__dict__ is b.__dict__, Borg._state, sys.getrefcount(Borg._state), sys.getsizeof(a), sys.getsizeof(a.__dict__))
b.y = T("y"); del a.y; print(a.__dict__)
class P:
    def __init__(self): self.p = T("p"); self.q = 2
o = P(); print(sys.getsizeof(o.__dict__))
o.__dict__ = {"r": 3}; print(o.r, hasattr(o, "p"), o.__dict__, sys.getsizeof(o.__dict__))
o.s = 4; print(vars(o), sys.getsizeof(o.__dict__), sys.getsizeof(P().__dict__))
o = P(); d = o.__dict__; o.__dict__ = {}; print(d, sys.getrefcount(d), sys.getsizeof(d), vars(o)); d["z"] = 1; print(d, hasattr(o, "z")); o.w = 5; print(o.__dict__, d); d.clear(); print(d)
o = P(); o.__dict__ = d; d["k"] = o; print(o.k is o, sys.getrefcount(o)); del d, o; print(gc.collect())
o = P(); del o.__dict__; print(o.__dict__); o.a = 1; print(o.__dict__)
for bad in (5, None, [], "x"):
    try: o.__dict__ = bad
    except TypeError as e: print(e)
class L(list): pass
l = L([1]); l.x = 1; l.__dict__ = {"y": 2}; print(l.y, hasattr(l, "x"), l.__dict__)
class S: __slots__ = ("a", "__dict__")
s = S(); s.a = 1; s.__dict__ = {"b": 2}; print(s.a, s.b, s.__dict__)
e = ValueError("x"); e.note = 1; e.__dict__ = {"other": 2}; print(e.other, hasattr(e, "note"))
class D(dict):
    def __init__(self, *a, **k): super().__init__(*a, **k); self.__dict__ = self
d = D(a=1); d.b = 2; print(d, d.a, d["b"], sys.getrefcount(d)); del d; print(gc.collect())
def f(): pass
f.x = 1; f.__dict__ = {"y": 2}; print(f.y, hasattr(f, "x"))
m = [P() for _ in range(3)]; m[0].__dict__, m[1].__dict__ = m[1].__dict__, m[0].__dict__; m[0].q = 9; print(m[1].q, m[0].q); m = None
x = P(); x.__dict__.update(q=7, new=8); print(x.q, x.new); x.__dict__["p"] = None; print(vars(x)); print(gc.collect())
