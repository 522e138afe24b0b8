"""How many objects of the collector each statement makes and keeps: the first time, and when it runs again."""
import gc, sys
D={'a':1}
L=[1,2]
def f(*a,**k): pass
class E(Exception): pass
def g():
    try:
        1/0
    except ZeroDivisionError as e:
        return e
def w():
    locals()
    dir()
def deep(n):
    if n: return deep(n-1)
    raise KeyError(n)
class CM:
    def __enter__(self): return self
    def __exit__(self, *a): return True
cm = CM()
def gg():
    x = yield from [1,2]
def dec(fn):
    def wrap(*a, **k): return fn(*a, **k)
    return wrap
@dec
def decorated(a, b=2): return a
class Pt:
    __slots__=('x','y')
    def __init__(self, x, y): self.x=x; self.y=y
    def __add__(self, o): return Pt(self.x+o.x, self.y)
    def __eq__(self, o): return self.x==o.x
    def __repr__(self): return 'Pt'
    def __getitem__(self, i): return i
    def __len__(self): return 2
    def __iter__(self): return iter((1,2))
    def __call__(self, *a): return a
    def __contains__(self, i): return True
    def __getattr__(self, n): return n
    def __bool__(self): return True
    def __lt__(self, o): return True
p = Pt(1,2)
class Sub(list): pass
class SubD(dict): pass
s = Sub([1])
import weakref
class W: pass
w0 = W()
import math

gc.collect()
gc.get_count()
_a = gc.get_count()[0]
try:
    g()
except Exception as e:
    pass
_b = gc.get_count()[0]
try:
    g()
except Exception as e:
    pass
_c = gc.get_count()[0]
print("g()", _b - _a, _c - _b)
gc.collect()
gc.get_count()
_a = gc.get_count()[0]
try:
    with cm: pass
except Exception as e:
    pass
_b = gc.get_count()[0]
try:
    with cm: pass
except Exception as e:
    pass
_c = gc.get_count()[0]
print("with cm: pass", _b - _a, _c - _b)
gc.collect()
gc.get_count()
_a = gc.get_count()[0]
try:
    with cm: 1/0
except Exception as e:
    pass
_b = gc.get_count()[0]
try:
    with cm: 1/0
except Exception as e:
    pass
_c = gc.get_count()[0]
print("with cm: 1/0", _b - _a, _c - _b)
gc.collect()
gc.get_count()
_a = gc.get_count()[0]
try:
    with cm as z: raise E
except Exception as e:
    pass
_b = gc.get_count()[0]
try:
    with cm as z: raise E
except Exception as e:
    pass
_c = gc.get_count()[0]
print("with cm as z: raise E", _b - _a, _c - _b)
gc.collect()
gc.get_count()
_a = gc.get_count()[0]
try:
    deep(3)
except Exception as e:
    pass
_b = gc.get_count()[0]
try:
    deep(3)
except Exception as e:
    pass
_c = gc.get_count()[0]
print("deep(3)", _b - _a, _c - _b)
gc.collect()
gc.get_count()
_a = gc.get_count()[0]
try:
    list(gg())
except Exception as e:
    pass
_b = gc.get_count()[0]
try:
    list(gg())
except Exception as e:
    pass
_c = gc.get_count()[0]
print("list(gg())", _b - _a, _c - _b)
gc.collect()
gc.get_count()
_a = gc.get_count()[0]
try:
    decorated(1)
except Exception as e:
    pass
_b = gc.get_count()[0]
try:
    decorated(1)
except Exception as e:
    pass
_c = gc.get_count()[0]
print("decorated(1)", _b - _a, _c - _b)
gc.collect()
gc.get_count()
_a = gc.get_count()[0]
try:
    decorated(1, b=3)
except Exception as e:
    pass
_b = gc.get_count()[0]
try:
    decorated(1, b=3)
except Exception as e:
    pass
_c = gc.get_count()[0]
print("decorated(1, b=3)", _b - _a, _c - _b)
gc.collect()
gc.get_count()
_a = gc.get_count()[0]
try:
    p + p
except Exception as e:
    pass
_b = gc.get_count()[0]
try:
    p + p
except Exception as e:
    pass
_c = gc.get_count()[0]
print("p + p", _b - _a, _c - _b)
gc.collect()
gc.get_count()
_a = gc.get_count()[0]
try:
    p == p
except Exception as e:
    pass
_b = gc.get_count()[0]
try:
    p == p
except Exception as e:
    pass
_c = gc.get_count()[0]
print("p == p", _b - _a, _c - _b)
gc.collect()
gc.get_count()
_a = gc.get_count()[0]
try:
    p[1]
except Exception as e:
    pass
_b = gc.get_count()[0]
try:
    p[1]
except Exception as e:
    pass
_c = gc.get_count()[0]
print("p[1]", _b - _a, _c - _b)
gc.collect()
gc.get_count()
_a = gc.get_count()[0]
try:
    p[1:2]
except Exception as e:
    pass
_b = gc.get_count()[0]
try:
    p[1:2]
except Exception as e:
    pass
_c = gc.get_count()[0]
print("p[1:2]", _b - _a, _c - _b)
gc.collect()
gc.get_count()
_a = gc.get_count()[0]
try:
    len(p)
except Exception as e:
    pass
_b = gc.get_count()[0]
try:
    len(p)
except Exception as e:
    pass
_c = gc.get_count()[0]
print("len(p)", _b - _a, _c - _b)
gc.collect()
gc.get_count()
_a = gc.get_count()[0]
try:
    list(p)
except Exception as e:
    pass
_b = gc.get_count()[0]
try:
    list(p)
except Exception as e:
    pass
_c = gc.get_count()[0]
print("list(p)", _b - _a, _c - _b)
gc.collect()
gc.get_count()
_a = gc.get_count()[0]
try:
    a, b = p
except Exception as e:
    pass
_b = gc.get_count()[0]
try:
    a, b = p
except Exception as e:
    pass
_c = gc.get_count()[0]
print("a, b = p", _b - _a, _c - _b)
gc.collect()
gc.get_count()
_a = gc.get_count()[0]
try:
    p(1, 2)
except Exception as e:
    pass
_b = gc.get_count()[0]
try:
    p(1, 2)
except Exception as e:
    pass
_c = gc.get_count()[0]
print("p(1, 2)", _b - _a, _c - _b)
gc.collect()
gc.get_count()
_a = gc.get_count()[0]
try:
    1 in p
except Exception as e:
    pass
_b = gc.get_count()[0]
try:
    1 in p
except Exception as e:
    pass
_c = gc.get_count()[0]
print("1 in p", _b - _a, _c - _b)
gc.collect()
gc.get_count()
_a = gc.get_count()[0]
try:
    bool(p)
except Exception as e:
    pass
_b = gc.get_count()[0]
try:
    bool(p)
except Exception as e:
    pass
_c = gc.get_count()[0]
print("bool(p)", _b - _a, _c - _b)
gc.collect()
gc.get_count()
_a = gc.get_count()[0]
try:
    p < p
except Exception as e:
    pass
_b = gc.get_count()[0]
try:
    p < p
except Exception as e:
    pass
_c = gc.get_count()[0]
print("p < p", _b - _a, _c - _b)
gc.collect()
gc.get_count()
_a = gc.get_count()[0]
try:
    sorted([p, p])
except Exception as e:
    pass
_b = gc.get_count()[0]
try:
    sorted([p, p])
except Exception as e:
    pass
_c = gc.get_count()[0]
print("sorted([p, p])", _b - _a, _c - _b)
gc.collect()
gc.get_count()
_a = gc.get_count()[0]
try:
    [p, p] == [p, p]
except Exception as e:
    pass
_b = gc.get_count()[0]
try:
    [p, p] == [p, p]
except Exception as e:
    pass
_c = gc.get_count()[0]
print("[p, p] == [p, p]", _b - _a, _c - _b)
gc.collect()
gc.get_count()
_a = gc.get_count()[0]
try:
    {p.x: p}
except Exception as e:
    pass
_b = gc.get_count()[0]
try:
    {p.x: p}
except Exception as e:
    pass
_c = gc.get_count()[0]
print("{p.x: p}", _b - _a, _c - _b)
gc.collect()
gc.get_count()
_a = gc.get_count()[0]
try:
    repr([p])
except Exception as e:
    pass
_b = gc.get_count()[0]
try:
    repr([p])
except Exception as e:
    pass
_c = gc.get_count()[0]
print("repr([p])", _b - _a, _c - _b)
gc.collect()
gc.get_count()
_a = gc.get_count()[0]
try:
    f'{p}'
except Exception as e:
    pass
_b = gc.get_count()[0]
try:
    f'{p}'
except Exception as e:
    pass
_c = gc.get_count()[0]
print("f'{p}'", _b - _a, _c - _b)
gc.collect()
gc.get_count()
_a = gc.get_count()[0]
try:
    Pt(1, 2)
except Exception as e:
    pass
_b = gc.get_count()[0]
try:
    Pt(1, 2)
except Exception as e:
    pass
_c = gc.get_count()[0]
print("Pt(1, 2)", _b - _a, _c - _b)
gc.collect()
gc.get_count()
_a = gc.get_count()[0]
try:
    Pt(x=1, y=2)
except Exception as e:
    pass
_b = gc.get_count()[0]
try:
    Pt(x=1, y=2)
except Exception as e:
    pass
_c = gc.get_count()[0]
print("Pt(x=1, y=2)", _b - _a, _c - _b)
gc.collect()
gc.get_count()
_a = gc.get_count()[0]
try:
    Pt(1)
except Exception as e:
    pass
_b = gc.get_count()[0]
try:
    Pt(1)
except Exception as e:
    pass
_c = gc.get_count()[0]
print("Pt(1)", _b - _a, _c - _b)
gc.collect()
gc.get_count()
_a = gc.get_count()[0]
try:
    Sub()
except Exception as e:
    pass
_b = gc.get_count()[0]
try:
    Sub()
except Exception as e:
    pass
_c = gc.get_count()[0]
print("Sub()", _b - _a, _c - _b)
gc.collect()
gc.get_count()
_a = gc.get_count()[0]
try:
    Sub([1, 2])
except Exception as e:
    pass
_b = gc.get_count()[0]
try:
    Sub([1, 2])
except Exception as e:
    pass
_c = gc.get_count()[0]
print("Sub([1, 2])", _b - _a, _c - _b)
gc.collect()
gc.get_count()
_a = gc.get_count()[0]
try:
    s.append(1)
except Exception as e:
    pass
_b = gc.get_count()[0]
try:
    s.append(1)
except Exception as e:
    pass
_c = gc.get_count()[0]
print("s.append(1)", _b - _a, _c - _b)
gc.collect()
gc.get_count()
_a = gc.get_count()[0]
try:
    s.zz = 1
except Exception as e:
    pass
_b = gc.get_count()[0]
try:
    s.zz = 1
except Exception as e:
    pass
_c = gc.get_count()[0]
print("s.zz = 1", _b - _a, _c - _b)
gc.collect()
gc.get_count()
_a = gc.get_count()[0]
try:
    SubD(a=1)
except Exception as e:
    pass
_b = gc.get_count()[0]
try:
    SubD(a=1)
except Exception as e:
    pass
_c = gc.get_count()[0]
print("SubD(a=1)", _b - _a, _c - _b)
gc.collect()
gc.get_count()
_a = gc.get_count()[0]
try:
    SubD()['x'] 
except Exception as e:
    pass
_b = gc.get_count()[0]
try:
    SubD()['x'] 
except Exception as e:
    pass
_c = gc.get_count()[0]
print("SubD()['x'] ", _b - _a, _c - _b)
gc.collect()
gc.get_count()
_a = gc.get_count()[0]
try:
    E('a', 1)
except Exception as e:
    pass
_b = gc.get_count()[0]
try:
    E('a', 1)
except Exception as e:
    pass
_c = gc.get_count()[0]
print("E('a', 1)", _b - _a, _c - _b)
gc.collect()
gc.get_count()
_a = gc.get_count()[0]
try:
    E()
except Exception as e:
    pass
_b = gc.get_count()[0]
try:
    E()
except Exception as e:
    pass
_c = gc.get_count()[0]
print("E()", _b - _a, _c - _b)
gc.collect()
gc.get_count()
_a = gc.get_count()[0]
try:
    repr(E('a', 2))
except Exception as e:
    pass
_b = gc.get_count()[0]
try:
    repr(E('a', 2))
except Exception as e:
    pass
_c = gc.get_count()[0]
print("repr(E('a', 2))", _b - _a, _c - _b)
gc.collect()
gc.get_count()
_a = gc.get_count()[0]
try:
    raise E('x', 2)
except Exception as e:
    pass
_b = gc.get_count()[0]
try:
    raise E('x', 2)
except Exception as e:
    pass
_c = gc.get_count()[0]
print("raise E('x', 2)", _b - _a, _c - _b)
gc.collect()
gc.get_count()
_a = gc.get_count()[0]
try:
    raise E from ValueError('q')
except Exception as e:
    pass
_b = gc.get_count()[0]
try:
    raise E from ValueError('q')
except Exception as e:
    pass
_c = gc.get_count()[0]
print("raise E from ValueError('q')", _b - _a, _c - _b)
gc.collect()
gc.get_count()
_a = gc.get_count()[0]
try:
    weakref.ref(w0)
except Exception as e:
    pass
_b = gc.get_count()[0]
try:
    weakref.ref(w0)
except Exception as e:
    pass
_c = gc.get_count()[0]
print("weakref.ref(w0)", _b - _a, _c - _b)
gc.collect()
gc.get_count()
_a = gc.get_count()[0]
try:
    weakref.getweakrefcount(w0)
except Exception as e:
    pass
_b = gc.get_count()[0]
try:
    weakref.getweakrefcount(w0)
except Exception as e:
    pass
_c = gc.get_count()[0]
print("weakref.getweakrefcount(w0)", _b - _a, _c - _b)
gc.collect()
gc.get_count()
_a = gc.get_count()[0]
try:
    weakref.getweakrefs(w0)
except Exception as e:
    pass
_b = gc.get_count()[0]
try:
    weakref.getweakrefs(w0)
except Exception as e:
    pass
_c = gc.get_count()[0]
print("weakref.getweakrefs(w0)", _b - _a, _c - _b)
gc.collect()
gc.get_count()
_a = gc.get_count()[0]
try:
    w0.a = 1
except Exception as e:
    pass
_b = gc.get_count()[0]
try:
    w0.a = 1
except Exception as e:
    pass
_c = gc.get_count()[0]
print("w0.a = 1", _b - _a, _c - _b)
gc.collect()
gc.get_count()
_a = gc.get_count()[0]
try:
    W()
except Exception as e:
    pass
_b = gc.get_count()[0]
try:
    W()
except Exception as e:
    pass
_c = gc.get_count()[0]
print("W()", _b - _a, _c - _b)
gc.collect()
gc.get_count()
_a = gc.get_count()[0]
try:
    isinstance(w0, W)
except Exception as e:
    pass
_b = gc.get_count()[0]
try:
    isinstance(w0, W)
except Exception as e:
    pass
_c = gc.get_count()[0]
print("isinstance(w0, W)", _b - _a, _c - _b)
gc.collect()
gc.get_count()
_a = gc.get_count()[0]
try:
    type(w0)
except Exception as e:
    pass
_b = gc.get_count()[0]
try:
    type(w0)
except Exception as e:
    pass
_c = gc.get_count()[0]
print("type(w0)", _b - _a, _c - _b)
gc.collect()
gc.get_count()
_a = gc.get_count()[0]
try:
    w0.__class__
except Exception as e:
    pass
_b = gc.get_count()[0]
try:
    w0.__class__
except Exception as e:
    pass
_c = gc.get_count()[0]
print("w0.__class__", _b - _a, _c - _b)
gc.collect()
gc.get_count()
_a = gc.get_count()[0]
try:
    w0.__dict__
except Exception as e:
    pass
_b = gc.get_count()[0]
try:
    w0.__dict__
except Exception as e:
    pass
_c = gc.get_count()[0]
print("w0.__dict__", _b - _a, _c - _b)
gc.collect()
gc.get_count()
_a = gc.get_count()[0]
try:
    w0.__dict__['q'] = 1
except Exception as e:
    pass
_b = gc.get_count()[0]
try:
    w0.__dict__['q'] = 1
except Exception as e:
    pass
_c = gc.get_count()[0]
print("w0.__dict__['q'] = 1", _b - _a, _c - _b)
gc.collect()
gc.get_count()
_a = gc.get_count()[0]
try:
    vars(w0)
except Exception as e:
    pass
_b = gc.get_count()[0]
try:
    vars(w0)
except Exception as e:
    pass
_c = gc.get_count()[0]
print("vars(w0)", _b - _a, _c - _b)
gc.collect()
gc.get_count()
_a = gc.get_count()[0]
try:
    setattr(w0, 'k', [])
except Exception as e:
    pass
_b = gc.get_count()[0]
try:
    setattr(w0, 'k', [])
except Exception as e:
    pass
_c = gc.get_count()[0]
print("setattr(w0, 'k', [])", _b - _a, _c - _b)
gc.collect()
gc.get_count()
_a = gc.get_count()[0]
try:
    getattr(w0, 'a')
except Exception as e:
    pass
_b = gc.get_count()[0]
try:
    getattr(w0, 'a')
except Exception as e:
    pass
_c = gc.get_count()[0]
print("getattr(w0, 'a')", _b - _a, _c - _b)
gc.collect()
gc.get_count()
_a = gc.get_count()[0]
try:
    delattr(w0, 'k')
except Exception as e:
    pass
_b = gc.get_count()[0]
try:
    delattr(w0, 'k')
except Exception as e:
    pass
_c = gc.get_count()[0]
print("delattr(w0, 'k')", _b - _a, _c - _b)
gc.collect()
gc.get_count()
_a = gc.get_count()[0]
try:
    math.sqrt(2)
except Exception as e:
    pass
_b = gc.get_count()[0]
try:
    math.sqrt(2)
except Exception as e:
    pass
_c = gc.get_count()[0]
print("math.sqrt(2)", _b - _a, _c - _b)
gc.collect()
gc.get_count()
_a = gc.get_count()[0]
try:
    math.floor(2.5)
except Exception as e:
    pass
_b = gc.get_count()[0]
try:
    math.floor(2.5)
except Exception as e:
    pass
_c = gc.get_count()[0]
print("math.floor(2.5)", _b - _a, _c - _b)
gc.collect()
gc.get_count()
_a = gc.get_count()[0]
try:
    (lambda: 1)()
except Exception as e:
    pass
_b = gc.get_count()[0]
try:
    (lambda: 1)()
except Exception as e:
    pass
_c = gc.get_count()[0]
print("(lambda: 1)()", _b - _a, _c - _b)
gc.collect()
gc.get_count()
_a = gc.get_count()[0]
try:
    (lambda *a, **k: (a, k))(1, b=2)
except Exception as e:
    pass
_b = gc.get_count()[0]
try:
    (lambda *a, **k: (a, k))(1, b=2)
except Exception as e:
    pass
_c = gc.get_count()[0]
print("(lambda *a, **k: (a, k))(1, b=2)", _b - _a, _c - _b)
gc.collect()
gc.get_count()
_a = gc.get_count()[0]
try:
    (lambda a, /, b, *, c: a)(1, 2, c=3)
except Exception as e:
    pass
_b = gc.get_count()[0]
try:
    (lambda a, /, b, *, c: a)(1, 2, c=3)
except Exception as e:
    pass
_c = gc.get_count()[0]
print("(lambda a, /, b, *, c: a)(1, 2, c=3)", _b - _a, _c - _b)
gc.collect()
gc.get_count()
_a = gc.get_count()[0]
try:
    [i for i in range(5) if i % 2]
except Exception as e:
    pass
_b = gc.get_count()[0]
try:
    [i for i in range(5) if i % 2]
except Exception as e:
    pass
_c = gc.get_count()[0]
print("[i for i in range(5) if i % 2]", _b - _a, _c - _b)
gc.collect()
gc.get_count()
_a = gc.get_count()[0]
try:
    [[i, j] for i in range(2) for j in range(2)]
except Exception as e:
    pass
_b = gc.get_count()[0]
try:
    [[i, j] for i in range(2) for j in range(2)]
except Exception as e:
    pass
_c = gc.get_count()[0]
print("[[i, j] for i in range(2) for j in range(2)]", _b - _a, _c - _b)
gc.collect()
gc.get_count()
_a = gc.get_count()[0]
try:
    {i: [i] for i in range(3)}
except Exception as e:
    pass
_b = gc.get_count()[0]
try:
    {i: [i] for i in range(3)}
except Exception as e:
    pass
_c = gc.get_count()[0]
print("{i: [i] for i in range(3)}", _b - _a, _c - _b)
gc.collect()
gc.get_count()
_a = gc.get_count()[0]
try:
    {i for i in range(3)}
except Exception as e:
    pass
_b = gc.get_count()[0]
try:
    {i for i in range(3)}
except Exception as e:
    pass
_c = gc.get_count()[0]
print("{i for i in range(3)}", _b - _a, _c - _b)
gc.collect()
gc.get_count()
_a = gc.get_count()[0]
try:
    (i for i in range(3))
except Exception as e:
    pass
_b = gc.get_count()[0]
try:
    (i for i in range(3))
except Exception as e:
    pass
_c = gc.get_count()[0]
print("(i for i in range(3))", _b - _a, _c - _b)
gc.collect()
gc.get_count()
_a = gc.get_count()[0]
try:
    sum(i for i in range(3))
except Exception as e:
    pass
_b = gc.get_count()[0]
try:
    sum(i for i in range(3))
except Exception as e:
    pass
_c = gc.get_count()[0]
print("sum(i for i in range(3))", _b - _a, _c - _b)
gc.collect()
gc.get_count()
_a = gc.get_count()[0]
try:
    max(i for i in range(3))
except Exception as e:
    pass
_b = gc.get_count()[0]
try:
    max(i for i in range(3))
except Exception as e:
    pass
_c = gc.get_count()[0]
print("max(i for i in range(3))", _b - _a, _c - _b)
gc.collect()
gc.get_count()
_a = gc.get_count()[0]
try:
    sorted(i for i in range(3))
except Exception as e:
    pass
_b = gc.get_count()[0]
try:
    sorted(i for i in range(3))
except Exception as e:
    pass
_c = gc.get_count()[0]
print("sorted(i for i in range(3))", _b - _a, _c - _b)
gc.collect()
gc.get_count()
_a = gc.get_count()[0]
try:
    dict((i, i) for i in range(3))
except Exception as e:
    pass
_b = gc.get_count()[0]
try:
    dict((i, i) for i in range(3))
except Exception as e:
    pass
_c = gc.get_count()[0]
print("dict((i, i) for i in range(3))", _b - _a, _c - _b)
gc.collect()
gc.get_count()
_a = gc.get_count()[0]
try:
    set(i for i in range(3))
except Exception as e:
    pass
_b = gc.get_count()[0]
try:
    set(i for i in range(3))
except Exception as e:
    pass
_c = gc.get_count()[0]
print("set(i for i in range(3))", _b - _a, _c - _b)
gc.collect()
gc.get_count()
_a = gc.get_count()[0]
try:
    ''.join(c for c in 'abc')
except Exception as e:
    pass
_b = gc.get_count()[0]
try:
    ''.join(c for c in 'abc')
except Exception as e:
    pass
_c = gc.get_count()[0]
print("''.join(c for c in 'abc')", _b - _a, _c - _b)
gc.collect()
gc.get_count()
_a = gc.get_count()[0]
try:
    list(zip(range(3), 'abc'))
except Exception as e:
    pass
_b = gc.get_count()[0]
try:
    list(zip(range(3), 'abc'))
except Exception as e:
    pass
_c = gc.get_count()[0]
print("list(zip(range(3), 'abc'))", _b - _a, _c - _b)
gc.collect()
gc.get_count()
_a = gc.get_count()[0]
try:
    [*range(3), *L]
except Exception as e:
    pass
_b = gc.get_count()[0]
try:
    [*range(3), *L]
except Exception as e:
    pass
_c = gc.get_count()[0]
print("[*range(3), *L]", _b - _a, _c - _b)
gc.collect()
gc.get_count()
_a = gc.get_count()[0]
try:
    {**D, 'b': 2}
except Exception as e:
    pass
_b = gc.get_count()[0]
try:
    {**D, 'b': 2}
except Exception as e:
    pass
_c = gc.get_count()[0]
print("{**D, 'b': 2}", _b - _a, _c - _b)
gc.collect()
gc.get_count()
_a = gc.get_count()[0]
try:
    f(*range(3))
except Exception as e:
    pass
_b = gc.get_count()[0]
try:
    f(*range(3))
except Exception as e:
    pass
_c = gc.get_count()[0]
print("f(*range(3))", _b - _a, _c - _b)
gc.collect()
gc.get_count()
_a = gc.get_count()[0]
try:
    f(*L, *L)
except Exception as e:
    pass
_b = gc.get_count()[0]
try:
    f(*L, *L)
except Exception as e:
    pass
_c = gc.get_count()[0]
print("f(*L, *L)", _b - _a, _c - _b)
gc.collect()
gc.get_count()
_a = gc.get_count()[0]
try:
    f(**D, **{'b': 1})
except Exception as e:
    pass
_b = gc.get_count()[0]
try:
    f(**D, **{'b': 1})
except Exception as e:
    pass
_c = gc.get_count()[0]
print("f(**D, **{'b': 1})", _b - _a, _c - _b)
gc.collect()
gc.get_count()
_a = gc.get_count()[0]
try:
    f(1, *L, k=2, **D)
except Exception as e:
    pass
_b = gc.get_count()[0]
try:
    f(1, *L, k=2, **D)
except Exception as e:
    pass
_c = gc.get_count()[0]
print("f(1, *L, k=2, **D)", _b - _a, _c - _b)
gc.collect()
gc.get_count()
_a = gc.get_count()[0]
try:
    L[0], L[1] = L[1], L[0]
except Exception as e:
    pass
_b = gc.get_count()[0]
try:
    L[0], L[1] = L[1], L[0]
except Exception as e:
    pass
_c = gc.get_count()[0]
print("L[0], L[1] = L[1], L[0]", _b - _a, _c - _b)
gc.collect()
gc.get_count()
_a = gc.get_count()[0]
try:
    a = b = c = []
except Exception as e:
    pass
_b = gc.get_count()[0]
try:
    a = b = c = []
except Exception as e:
    pass
_c = gc.get_count()[0]
print("a = b = c = []", _b - _a, _c - _b)
gc.collect()
gc.get_count()
_a = gc.get_count()[0]
try:
    a, (b, c) = 1, (2, 3)
except Exception as e:
    pass
_b = gc.get_count()[0]
try:
    a, (b, c) = 1, (2, 3)
except Exception as e:
    pass
_c = gc.get_count()[0]
print("a, (b, c) = 1, (2, 3)", _b - _a, _c - _b)
gc.collect()
gc.get_count()
_a = gc.get_count()[0]
try:
    for a, *b in [(1, 2, 3)]: pass
except Exception as e:
    pass
_b = gc.get_count()[0]
try:
    for a, *b in [(1, 2, 3)]: pass
except Exception as e:
    pass
_c = gc.get_count()[0]
print("for a, *b in [(1, 2, 3)]: pass", _b - _a, _c - _b)
gc.collect()
gc.get_count()
_a = gc.get_count()[0]
try:
    x: int = 5
except Exception as e:
    pass
_b = gc.get_count()[0]
try:
    x: int = 5
except Exception as e:
    pass
_c = gc.get_count()[0]
print("x: int = 5", _b - _a, _c - _b)
gc.collect()
gc.get_count()
_a = gc.get_count()[0]
try:
    del x
except Exception as e:
    pass
_b = gc.get_count()[0]
try:
    del x
except Exception as e:
    pass
_c = gc.get_count()[0]
print("del x", _b - _a, _c - _b)
gc.collect()
gc.get_count()
_a = gc.get_count()[0]
try:
    global zz
except Exception as e:
    pass
_b = gc.get_count()[0]
try:
    global zz
except Exception as e:
    pass
_c = gc.get_count()[0]
print("global zz", _b - _a, _c - _b)
gc.collect()
gc.get_count()
_a = gc.get_count()[0]
try:
    assert L
except Exception as e:
    pass
_b = gc.get_count()[0]
try:
    assert L
except Exception as e:
    pass
_c = gc.get_count()[0]
print("assert L", _b - _a, _c - _b)
gc.collect()
gc.get_count()
_a = gc.get_count()[0]
try:
    sorted(D)
except Exception as e:
    pass
_b = gc.get_count()[0]
try:
    sorted(D)
except Exception as e:
    pass
_c = gc.get_count()[0]
print("sorted(D)", _b - _a, _c - _b)
gc.collect()
gc.get_count()
_a = gc.get_count()[0]
try:
    sorted(D.items())
except Exception as e:
    pass
_b = gc.get_count()[0]
try:
    sorted(D.items())
except Exception as e:
    pass
_c = gc.get_count()[0]
print("sorted(D.items())", _b - _a, _c - _b)
gc.collect()
gc.get_count()
_a = gc.get_count()[0]
try:
    list(D.items())
except Exception as e:
    pass
_b = gc.get_count()[0]
try:
    list(D.items())
except Exception as e:
    pass
_c = gc.get_count()[0]
print("list(D.items())", _b - _a, _c - _b)
gc.collect()
gc.get_count()
_a = gc.get_count()[0]
try:
    D.popitem()
except Exception as e:
    pass
_b = gc.get_count()[0]
try:
    D.popitem()
except Exception as e:
    pass
_c = gc.get_count()[0]
print("D.popitem()", _b - _a, _c - _b)
gc.collect()
gc.get_count()
_a = gc.get_count()[0]
try:
    D['a'] = 1
except Exception as e:
    pass
_b = gc.get_count()[0]
try:
    D['a'] = 1
except Exception as e:
    pass
_c = gc.get_count()[0]
print("D['a'] = 1", _b - _a, _c - _b)
gc.collect()
gc.get_count()
_a = gc.get_count()[0]
try:
    D |= {'c': 1}
except Exception as e:
    pass
_b = gc.get_count()[0]
try:
    D |= {'c': 1}
except Exception as e:
    pass
_c = gc.get_count()[0]
print("D |= {'c': 1}", _b - _a, _c - _b)
gc.collect()
gc.get_count()
_a = gc.get_count()[0]
try:
    D.keys() | {'a'}
except Exception as e:
    pass
_b = gc.get_count()[0]
try:
    D.keys() | {'a'}
except Exception as e:
    pass
_c = gc.get_count()[0]
print("D.keys() | {'a'}", _b - _a, _c - _b)
gc.collect()
gc.get_count()
_a = gc.get_count()[0]
try:
    D.items() & D.items()
except Exception as e:
    pass
_b = gc.get_count()[0]
try:
    D.items() & D.items()
except Exception as e:
    pass
_c = gc.get_count()[0]
print("D.items() & D.items()", _b - _a, _c - _b)
gc.collect()
gc.get_count()
_a = gc.get_count()[0]
try:
    L.__class__
except Exception as e:
    pass
_b = gc.get_count()[0]
try:
    L.__class__
except Exception as e:
    pass
_c = gc.get_count()[0]
print("L.__class__", _b - _a, _c - _b)
gc.collect()
gc.get_count()
_a = gc.get_count()[0]
try:
    str.upper('a')
except Exception as e:
    pass
_b = gc.get_count()[0]
try:
    str.upper('a')
except Exception as e:
    pass
_c = gc.get_count()[0]
print("str.upper('a')", _b - _a, _c - _b)
gc.collect()
gc.get_count()
_a = gc.get_count()[0]
try:
    list.append(L, 1)
except Exception as e:
    pass
_b = gc.get_count()[0]
try:
    list.append(L, 1)
except Exception as e:
    pass
_c = gc.get_count()[0]
print("list.append(L, 1)", _b - _a, _c - _b)
gc.collect()
gc.get_count()
_a = gc.get_count()[0]
try:
    L.pop
except Exception as e:
    pass
_b = gc.get_count()[0]
try:
    L.pop
except Exception as e:
    pass
_c = gc.get_count()[0]
print("L.pop", _b - _a, _c - _b)
gc.collect()
gc.get_count()
_a = gc.get_count()[0]
try:
    p.__init__(1, 2)
except Exception as e:
    pass
_b = gc.get_count()[0]
try:
    p.__init__(1, 2)
except Exception as e:
    pass
_c = gc.get_count()[0]
print("p.__init__(1, 2)", _b - _a, _c - _b)
gc.collect()
gc.get_count()
_a = gc.get_count()[0]
try:
    super
except Exception as e:
    pass
_b = gc.get_count()[0]
try:
    super
except Exception as e:
    pass
_c = gc.get_count()[0]
print("super", _b - _a, _c - _b)
gc.collect()
gc.get_count()
_a = gc.get_count()[0]
try:
    W.__mro__
except Exception as e:
    pass
_b = gc.get_count()[0]
try:
    W.__mro__
except Exception as e:
    pass
_c = gc.get_count()[0]
print("W.__mro__", _b - _a, _c - _b)
gc.collect()
gc.get_count()
_a = gc.get_count()[0]
try:
    W.__bases__
except Exception as e:
    pass
_b = gc.get_count()[0]
try:
    W.__bases__
except Exception as e:
    pass
_c = gc.get_count()[0]
print("W.__bases__", _b - _a, _c - _b)
gc.collect()
gc.get_count()
_a = gc.get_count()[0]
try:
    W.__dict__
except Exception as e:
    pass
_b = gc.get_count()[0]
try:
    W.__dict__
except Exception as e:
    pass
_c = gc.get_count()[0]
print("W.__dict__", _b - _a, _c - _b)
gc.collect()
gc.get_count()
_a = gc.get_count()[0]
try:
    W.__subclasses__()
except Exception as e:
    pass
_b = gc.get_count()[0]
try:
    W.__subclasses__()
except Exception as e:
    pass
_c = gc.get_count()[0]
print("W.__subclasses__()", _b - _a, _c - _b)
gc.collect()
gc.get_count()
_a = gc.get_count()[0]
try:
    Sub.mro()
except Exception as e:
    pass
_b = gc.get_count()[0]
try:
    Sub.mro()
except Exception as e:
    pass
_c = gc.get_count()[0]
print("Sub.mro()", _b - _a, _c - _b)
gc.collect()
gc.get_count()
_a = gc.get_count()[0]
try:
    object.__new__(W)
except Exception as e:
    pass
_b = gc.get_count()[0]
try:
    object.__new__(W)
except Exception as e:
    pass
_c = gc.get_count()[0]
print("object.__new__(W)", _b - _a, _c - _b)
gc.collect()
gc.get_count()
_a = gc.get_count()[0]
try:
    property(lambda s: 1)
except Exception as e:
    pass
_b = gc.get_count()[0]
try:
    property(lambda s: 1)
except Exception as e:
    pass
_c = gc.get_count()[0]
print("property(lambda s: 1)", _b - _a, _c - _b)
gc.collect()
gc.get_count()
_a = gc.get_count()[0]
try:
    classmethod(f)
except Exception as e:
    pass
_b = gc.get_count()[0]
try:
    classmethod(f)
except Exception as e:
    pass
_c = gc.get_count()[0]
print("classmethod(f)", _b - _a, _c - _b)
gc.collect()
gc.get_count()
_a = gc.get_count()[0]
try:
    staticmethod(f)
except Exception as e:
    pass
_b = gc.get_count()[0]
try:
    staticmethod(f)
except Exception as e:
    pass
_c = gc.get_count()[0]
print("staticmethod(f)", _b - _a, _c - _b)
gc.collect()
gc.get_count()
_a = gc.get_count()[0]
try:
    enumerate(L)
except Exception as e:
    pass
_b = gc.get_count()[0]
try:
    enumerate(L)
except Exception as e:
    pass
_c = gc.get_count()[0]
print("enumerate(L)", _b - _a, _c - _b)
gc.collect()
gc.get_count()
_a = gc.get_count()[0]
try:
    iter(L)
except Exception as e:
    pass
_b = gc.get_count()[0]
try:
    iter(L)
except Exception as e:
    pass
_c = gc.get_count()[0]
print("iter(L)", _b - _a, _c - _b)
gc.collect()
gc.get_count()
_a = gc.get_count()[0]
try:
    reversed(L)
except Exception as e:
    pass
_b = gc.get_count()[0]
try:
    reversed(L)
except Exception as e:
    pass
_c = gc.get_count()[0]
print("reversed(L)", _b - _a, _c - _b)
gc.collect()
gc.get_count()
_a = gc.get_count()[0]
try:
    zip(L)
except Exception as e:
    pass
_b = gc.get_count()[0]
try:
    zip(L)
except Exception as e:
    pass
_c = gc.get_count()[0]
print("zip(L)", _b - _a, _c - _b)
gc.collect()
gc.get_count()
_a = gc.get_count()[0]
try:
    map(f, L)
except Exception as e:
    pass
_b = gc.get_count()[0]
try:
    map(f, L)
except Exception as e:
    pass
_c = gc.get_count()[0]
print("map(f, L)", _b - _a, _c - _b)
gc.collect()
gc.get_count()
_a = gc.get_count()[0]
try:
    filter(f, L)
except Exception as e:
    pass
_b = gc.get_count()[0]
try:
    filter(f, L)
except Exception as e:
    pass
_c = gc.get_count()[0]
print("filter(f, L)", _b - _a, _c - _b)
gc.collect()
gc.get_count()
_a = gc.get_count()[0]
try:
    range(10)
except Exception as e:
    pass
_b = gc.get_count()[0]
try:
    range(10)
except Exception as e:
    pass
_c = gc.get_count()[0]
print("range(10)", _b - _a, _c - _b)
gc.collect()
gc.get_count()
_a = gc.get_count()[0]
try:
    slice(3)
except Exception as e:
    pass
_b = gc.get_count()[0]
try:
    slice(3)
except Exception as e:
    pass
_c = gc.get_count()[0]
print("slice(3)", _b - _a, _c - _b)
gc.collect()
gc.get_count()
_a = gc.get_count()[0]
try:
    memoryview(b'a')
except Exception as e:
    pass
_b = gc.get_count()[0]
try:
    memoryview(b'a')
except Exception as e:
    pass
_c = gc.get_count()[0]
print("memoryview(b'a')", _b - _a, _c - _b)
gc.collect()
gc.get_count()
_a = gc.get_count()[0]
try:
    gc.get_stats()
except Exception as e:
    pass
_b = gc.get_count()[0]
try:
    gc.get_stats()
except Exception as e:
    pass
_c = gc.get_count()[0]
print("gc.get_stats()", _b - _a, _c - _b)
gc.collect()
gc.get_count()
_a = gc.get_count()[0]
try:
    gc.get_count()
except Exception as e:
    pass
_b = gc.get_count()[0]
try:
    gc.get_count()
except Exception as e:
    pass
_c = gc.get_count()[0]
print("gc.get_count()", _b - _a, _c - _b)
gc.collect()
gc.get_count()
_a = gc.get_count()[0]
try:
    gc.callbacks
except Exception as e:
    pass
_b = gc.get_count()[0]
try:
    gc.callbacks
except Exception as e:
    pass
_c = gc.get_count()[0]
print("gc.callbacks", _b - _a, _c - _b)
gc.collect()
gc.get_count()
_a = gc.get_count()[0]
try:
    sys.exc_info()
except Exception as e:
    pass
_b = gc.get_count()[0]
try:
    sys.exc_info()
except Exception as e:
    pass
_c = gc.get_count()[0]
print("sys.exc_info()", _b - _a, _c - _b)
gc.collect()
gc.get_count()
_a = gc.get_count()[0]
try:
    sys.getsizeof(p)
except Exception as e:
    pass
_b = gc.get_count()[0]
try:
    sys.getsizeof(p)
except Exception as e:
    pass
_c = gc.get_count()[0]
print("sys.getsizeof(p)", _b - _a, _c - _b)
gc.collect()
gc.get_count()
_a = gc.get_count()[0]
try:
    sys.intern('a')
except Exception as e:
    pass
_b = gc.get_count()[0]
try:
    sys.intern('a')
except Exception as e:
    pass
_c = gc.get_count()[0]
print("sys.intern('a')", _b - _a, _c - _b)
gc.collect()
gc.get_count()
_a = gc.get_count()[0]
try:
    try:
        raise E
    except E as e1:
        raise ValueError
except Exception as e:
    pass
_b = gc.get_count()[0]
try:
    try:
        raise E
    except E as e1:
        raise ValueError
except Exception as e:
    pass
_c = gc.get_count()[0]
print("try:;     raise E; except E as e1:;     raise ValueError", _b - _a, _c - _b)
gc.collect()
gc.get_count()
_a = gc.get_count()[0]
try:
    try:
        raise E
    except (E, KeyError):
        pass
    else:
        pass
    finally:
        pass
except Exception as e:
    pass
_b = gc.get_count()[0]
try:
    try:
        raise E
    except (E, KeyError):
        pass
    else:
        pass
    finally:
        pass
except Exception as e:
    pass
_c = gc.get_count()[0]
print("try:;     raise E; except (E, KeyError):;     pass; else:;     pass; finally:;     pass", _b - _a, _c - _b)
gc.collect()
gc.get_count()
_a = gc.get_count()[0]
try:
    try:
        pass
    finally:
        pass
except Exception as e:
    pass
_b = gc.get_count()[0]
try:
    try:
        pass
    finally:
        pass
except Exception as e:
    pass
_c = gc.get_count()[0]
print("try:;     pass; finally:;     pass", _b - _a, _c - _b)
gc.collect()
gc.get_count()
_a = gc.get_count()[0]
try:
    try:
        [].pop()
    except IndexError:
        try:
            {}[1]
        except KeyError as q:
            q.__context__
except Exception as e:
    pass
_b = gc.get_count()[0]
try:
    try:
        [].pop()
    except IndexError:
        try:
            {}[1]
        except KeyError as q:
            q.__context__
except Exception as e:
    pass
_c = gc.get_count()[0]
print("try:;     [].pop(); except IndexError:;     try:;         {}[1];     except KeyError as q:;         q.__context__", _b - _a, _c - _b)
gc.collect()
gc.get_count()
_a = gc.get_count()[0]
try:
    for i in (1, 2):
        try:
            if i: continue
        finally:
            pass
except Exception as e:
    pass
_b = gc.get_count()[0]
try:
    for i in (1, 2):
        try:
            if i: continue
        finally:
            pass
except Exception as e:
    pass
_c = gc.get_count()[0]
print("for i in (1, 2):;     try:;         if i: continue;     finally:;         pass", _b - _a, _c - _b)
gc.collect()
gc.get_count()
_a = gc.get_count()[0]
try:
    class M(type): pass
except Exception as e:
    pass
_b = gc.get_count()[0]
try:
    class M(type): pass
except Exception as e:
    pass
_c = gc.get_count()[0]
print("class M(type): pass", _b - _a, _c - _b)
gc.collect()
gc.get_count()
_a = gc.get_count()[0]
try:
    class A:
        x = [1]
        def f(self): return __class__
except Exception as e:
    pass
_b = gc.get_count()[0]
try:
    class A:
        x = [1]
        def f(self): return __class__
except Exception as e:
    pass
_c = gc.get_count()[0]
print("class A:;     x = [1];     def f(self): return __class__", _b - _a, _c - _b)
gc.collect()
gc.get_count()
_a = gc.get_count()[0]
try:
    class A:
        def __eq__(self, o): return 1
except Exception as e:
    pass
_b = gc.get_count()[0]
try:
    class A:
        def __eq__(self, o): return 1
except Exception as e:
    pass
_c = gc.get_count()[0]
print("class A:;     def __eq__(self, o): return 1", _b - _a, _c - _b)
gc.collect()
gc.get_count()
_a = gc.get_count()[0]
try:
    class A:
        def __set_name__(self, o, n): pass
    class B:
        a = A()
except Exception as e:
    pass
_b = gc.get_count()[0]
try:
    class A:
        def __set_name__(self, o, n): pass
    class B:
        a = A()
except Exception as e:
    pass
_c = gc.get_count()[0]
print("class A:;     def __set_name__(self, o, n): pass; class B:;     a = A()", _b - _a, _c - _b)
gc.collect()
gc.get_count()
_a = gc.get_count()[0]
try:
    class A:
        __slots__ = ('a', '__dict__')
except Exception as e:
    pass
_b = gc.get_count()[0]
try:
    class A:
        __slots__ = ('a', '__dict__')
except Exception as e:
    pass
_c = gc.get_count()[0]
print("class A:;     __slots__ = ('a', '__dict__')", _b - _a, _c - _b)
gc.collect()
gc.get_count()
_a = gc.get_count()[0]
try:
    class A(Sub): pass
except Exception as e:
    pass
_b = gc.get_count()[0]
try:
    class A(Sub): pass
except Exception as e:
    pass
_c = gc.get_count()[0]
print("class A(Sub): pass", _b - _a, _c - _b)
gc.collect()
gc.get_count()
_a = gc.get_count()[0]
try:
    class A(Pt):
        __slots__ = ()
except Exception as e:
    pass
_b = gc.get_count()[0]
try:
    class A(Pt):
        __slots__ = ()
except Exception as e:
    pass
_c = gc.get_count()[0]
print("class A(Pt):;     __slots__ = ()", _b - _a, _c - _b)
gc.collect()
gc.get_count()
_a = gc.get_count()[0]
try:
    class A(W, list): pass
except Exception as e:
    pass
_b = gc.get_count()[0]
try:
    class A(W, list): pass
except Exception as e:
    pass
_c = gc.get_count()[0]
print("class A(W, list): pass", _b - _a, _c - _b)
gc.collect()
gc.get_count()
_a = gc.get_count()[0]
try:
    class A(E, KeyError): pass
except Exception as e:
    pass
_b = gc.get_count()[0]
try:
    class A(E, KeyError): pass
except Exception as e:
    pass
_c = gc.get_count()[0]
print("class A(E, KeyError): pass", _b - _a, _c - _b)
gc.collect()
gc.get_count()
_a = gc.get_count()[0]
try:
    class A(int): pass
except Exception as e:
    pass
_b = gc.get_count()[0]
try:
    class A(int): pass
except Exception as e:
    pass
_c = gc.get_count()[0]
print("class A(int): pass", _b - _a, _c - _b)
gc.collect()
gc.get_count()
_a = gc.get_count()[0]
try:
    class A(tuple): __slots__ = ()
except Exception as e:
    pass
_b = gc.get_count()[0]
try:
    class A(tuple): __slots__ = ()
except Exception as e:
    pass
_c = gc.get_count()[0]
print("class A(tuple): __slots__ = ()", _b - _a, _c - _b)
