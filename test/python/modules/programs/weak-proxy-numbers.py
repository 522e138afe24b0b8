import weakref, sys
class Num:
    def __init__(self, v): self.v = v
    def __neg__(self): return -self.v, sys.getrefcount(self)
    def __pos__(self): return +self.v, sys.getrefcount(self)
    def __abs__(self): return abs(self.v), sys.getrefcount(self)
    def __invert__(self): return ~self.v
    def __int__(self): return self.v
    def __float__(self): return float(self.v)
    def __index__(self): return self.v
    def __complex__(self): return 1j
    def __divmod__(self, o): return "dm", o, sys.getrefcount(self)
    def __rdivmod__(self, o): return "rdm", o
    def __pow__(self, o, m=None): return "pow", o, m
    def __add__(self, o): return "add", type(o).__name__, sys.getrefcount(self), sys.getrefcount(o) if type(o) is not int else 0
    def __radd__(self, o): return "radd", type(o).__name__
    def __matmul__(self, o): return "mm"
    def __lt__(self, o): return "lt", type(o).__name__, sys.getrefcount(self), sys.getrefcount(o)
    def __eq__(self, o): return type(o).__name__, sys.getrefcount(self), o is self
    def __imul__(self, o): self.v *= 2; return self
    def __ipow__(self, o): self.v **= 2; return self
    def __reversed__(self): return iter("cba")
    def __bytes__(self): return b"bytes"
    def __round__(self, n=None): return 7
    def __enter__(self): return 1
    def __exit__(self, *a): pass
    def __next__(self): return 5
    def __len__(self): return sys.getrefcount(self)
    def __getitem__(self, k): return sys.getrefcount(self), k
    def __contains__(self, k): return sys.getrefcount(self) > 3
    def __call__(self, *a): return sys.getrefcount(self), a
    def __bool__(self): print(sys.getrefcount(self)); return True
    def __str__(self): return str(sys.getrefcount(self))
    def __repr__(self): return "R" + str(sys.getrefcount(self))
    def __format__(self, spec): return "F" + spec
    def __hash__(self): return 1
    def __dir__(self): return ["a"]
    @property
    def rc(self): return sys.getrefcount(self)
    def meth(self): return sys.getrefcount(self)
n = Num(3)
p = weakref.proxy(n)
import operator, math
for name, f in [("neg", lambda: -p), ("pos", lambda: +p), ("abs", lambda: abs(p)), ("inv", lambda: ~p), ("int", lambda: int(p)), ("float", lambda: float(p)),
  ("index", lambda: operator.index(p)), ("list", lambda: [1,2,3,4][p]), ("hex", lambda: hex(p)), ("complex", lambda: complex(p)), ("divmod", lambda: divmod(p, 2)), ("rdivmod", lambda: divmod(2, p)), ("pow", lambda: p ** 2), ("pow3", lambda: pow(p, 2, 3)),
  ("add", lambda: p + p), ("addn", lambda: p + n), ("nadd", lambda: n + p), ("radd", lambda: 1 + p), ("mm", lambda: p @ 1), ("lt", lambda: p < p), ("lt1", lambda: p < n), ("eq", lambda: p == p),("eq1", lambda: p == 1),("eq2", lambda: 1 == p),("eq3", lambda: n == p),
  ("round", lambda: round(p)), ("floor", lambda: math.floor(p)), ("next", lambda: next(p)),
  ("len", lambda: len(p)), ("getitem", lambda: p[p][0]), ("in", lambda: p in p), ("call", lambda: p(1)), ("bool", lambda: bool(p)), ("str", lambda: str(p)), ("repr", lambda: repr(p)[:9]), ("format", lambda: f"{p:x}"), ("fmt2", lambda: format(p)), ("hash", lambda: hash(p)), ("dir", lambda: dir(p)), ("rc", lambda: p.rc), ("meth", lambda: p.meth()), ("percent", lambda: "%s" % p), ("dict", lambda: p.__dict__), ("rcn", lambda: sys.getrefcount(n)), ("doc", lambda: p.__doc__), ("isinst", lambda: (isinstance(p, Num), issubclass(type(p), Num))), ("set", lambda: {p}), ("as key", lambda: {p: 1}), ("getattr", lambda: getattr(p, "zz", 3)), ("sub", lambda: p - 1), ("rsub", lambda: 1 - p), ("neg", lambda: p.__neg__()), ("is", lambda: p is weakref.proxy(n)), ("ref", lambda: weakref.ref(p)), ("size", lambda: sys.getsizeof(p) ), ("copy", lambda: p.__class__), ("module", lambda: type(p).__module__ + repr(type(p))), ("types", lambda: (weakref.ProxyType.__name__, weakref.CallableProxyType.__name__, weakref.ProxyTypes[1] is type(p)))]:
    try: print(name, f())
    except Exception as e: print(name, type(e).__name__, e)
try:
    with p: pass
except Exception as e: print(type(e).__name__, e)
p *= 2
print(type(p).__name__, n.v)
p = weakref.proxy(n)
p **= 2
print(type(p).__name__, n.v)
p = weakref.proxy(n)
try:
    p -= 2
except TypeError as e: print(e)
p += 2
print(p)
l = type("L", (list,), {})([3, 1, 2])
q = weakref.proxy(l)
q.sort(); print(q, l, len(q), q[0], q[1:], [*q], list(reversed(q)), sorted(q), q + [1], q * 2, q.index(2))
q += [9]
print(type(q), l)
it = type("I", (), {"__iter__": lambda s: s, "__next__": lambda s: 4})()
r = weakref.proxy(it)
print(next(r), next(iter(r)))
try: print([x for x in zip(r, [1, 2])])
except Exception as e: print(type(e).__name__, e)
del n, l, it
for f in (lambda: -p, lambda: q[0], lambda: next(r), lambda: int(q), lambda: type(iter(q)), lambda: list(q), lambda: q == 1, lambda: q + 1, lambda: type(reversed(q)), lambda: bytes(q)):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
