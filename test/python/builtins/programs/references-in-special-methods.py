import sys, gc
rc = sys.getrefcount
class A:
    def __getattr__(self, name): return rc(self), rc(name) > 2
class B:
    def __getattribute__(self, name):
        if name == "x": return rc(self)
        return object.__getattribute__(self, name)
class C(A):
    def __getattribute__(self, name):
        if name == "both": return rc(self)
        return super().__getattribute__(name)
class M(type):
    def __getattr__(cls, name): return name.upper()
class D(metaclass=M): pass
class E(A):
    def __setattr__(self, n, v): object.__setattr__(self, n, rc(self))
    def __delattr__(self, n): print("del", n, rc(self), end=" ")
    def __getitem__(self, k): return rc(self), rc(k)
    def __setitem__(self, k, v): print("set", rc(self), rc(k), rc(v), end=" ")
    def __delitem__(self, k): print("delitem", rc(self), rc(k), end=" ")
    def __bool__(self): return rc(self) > 100
    def __hash__(self): return rc(self)
    def __repr__(self): return f"<{rc(self)}>"
    def __format__(self, s): return f"{rc(self)}{s}"
    def __next__(self): return rc(self)
    def __iter__(self): print("iter", rc(self), end=" "); return iter([rc(self)])
    def __reversed__(self): return [rc(self)]
    def __neg__(self): return rc(self)
    def __radd__(self, o): return rc(self), rc(o)
    def __iadd__(self, o): print("iadd", rc(self), rc(o), end=" "); return self
    def __lt__(self, o): return rc(self)
    def __index__(self): return rc(self)
    def __float__(self): return float(rc(self))
    def __round__(self, n=None): return rc(self)
    def __abs__(self): return rc(self)
    def __len__(self): return rc(self)
    def __missing__(self, k): return 1
    def __instancecheck__(self, o): return True
    def __del__(self): print("del", rc(self), end=" ")
a, b, c, e = A(), B(), C(), E()
o = object()
print(a.q, b.x, c.both, c.q, D.abc, getattr(a, "z"), hasattr(a, "y"))
e.v = 1
print(e.v); del e.v
print(e[o], bool(e), hash(e), repr(e), str(e), f"{e:x}", next(e), list(e), reversed(e), -e, o.__class__, rc(e))
e[o] = o; del e[o]
try: print(o + e)
except TypeError as x: print(x)
e += o
print(e < o, [0] * 20 and list(range(20))[e], float(e), int(e), round(e), abs(e), len(e), sorted([e, e])[0] is e, max(e, e) is e, "%s" % e, "{}".format(e), print(e), isinstance(1, type(e)), rc(e), rc(o))
del e
print()
