"""How many objects of the collector each statement makes and keeps: the first time, and when it runs again."""
import gc, sys
class P:
    def m(self, *a): return 1
    @property
    def p(self): return 1
    @classmethod
    def cm(cls): return 1
    @staticmethod
    def sm(): return 1
o = P()
L = [3,1,2]
D = {'a':1,'b':2}
S = {1,2}
T = (1,2,3)
def f(*a, **k): return 1
def g(a, b=1, *, c=2): return a
def gen():
    yield 1
    yield 2
def clo():
    x = 1
    def inner(): return x
    return inner

gc.collect()
gc.get_count()
_a = gc.get_count()[0]
try:
    sorted(L)
except Exception as e:
    pass
_b = gc.get_count()[0]
try:
    sorted(L)
except Exception as e:
    pass
_c = gc.get_count()[0]
print("sorted(L)", _b - _a, _c - _b)
gc.collect()
gc.get_count()
_a = gc.get_count()[0]
try:
    L.sort()
except Exception as e:
    pass
_b = gc.get_count()[0]
try:
    L.sort()
except Exception as e:
    pass
_c = gc.get_count()[0]
print("L.sort()", _b - _a, _c - _b)
gc.collect()
gc.get_count()
_a = gc.get_count()[0]
try:
    max(L)
except Exception as e:
    pass
_b = gc.get_count()[0]
try:
    max(L)
except Exception as e:
    pass
_c = gc.get_count()[0]
print("max(L)", _b - _a, _c - _b)
gc.collect()
gc.get_count()
_a = gc.get_count()[0]
try:
    max(1, 2)
except Exception as e:
    pass
_b = gc.get_count()[0]
try:
    max(1, 2)
except Exception as e:
    pass
_c = gc.get_count()[0]
print("max(1, 2)", _b - _a, _c - _b)
gc.collect()
gc.get_count()
_a = gc.get_count()[0]
try:
    max(1, 2, 3)
except Exception as e:
    pass
_b = gc.get_count()[0]
try:
    max(1, 2, 3)
except Exception as e:
    pass
_c = gc.get_count()[0]
print("max(1, 2, 3)", _b - _a, _c - _b)
gc.collect()
gc.get_count()
_a = gc.get_count()[0]
try:
    sum(L)
except Exception as e:
    pass
_b = gc.get_count()[0]
try:
    sum(L)
except Exception as e:
    pass
_c = gc.get_count()[0]
print("sum(L)", _b - _a, _c - _b)
gc.collect()
gc.get_count()
_a = gc.get_count()[0]
try:
    sum(L, 1)
except Exception as e:
    pass
_b = gc.get_count()[0]
try:
    sum(L, 1)
except Exception as e:
    pass
_c = gc.get_count()[0]
print("sum(L, 1)", _b - _a, _c - _b)
gc.collect()
gc.get_count()
_a = gc.get_count()[0]
try:
    sum([[1],[2]], [])
except Exception as e:
    pass
_b = gc.get_count()[0]
try:
    sum([[1],[2]], [])
except Exception as e:
    pass
_c = gc.get_count()[0]
print("sum([[1],[2]], [])", _b - _a, _c - _b)
gc.collect()
gc.get_count()
_a = gc.get_count()[0]
try:
    list(map(lambda q: q, L))
except Exception as e:
    pass
_b = gc.get_count()[0]
try:
    list(map(lambda q: q, L))
except Exception as e:
    pass
_c = gc.get_count()[0]
print("list(map(lambda q: q, L))", _b - _a, _c - _b)
gc.collect()
gc.get_count()
_a = gc.get_count()[0]
try:
    list(map(max, L, L))
except Exception as e:
    pass
_b = gc.get_count()[0]
try:
    list(map(max, L, L))
except Exception as e:
    pass
_c = gc.get_count()[0]
print("list(map(max, L, L))", _b - _a, _c - _b)
gc.collect()
gc.get_count()
_a = gc.get_count()[0]
try:
    list(filter(None, L))
except Exception as e:
    pass
_b = gc.get_count()[0]
try:
    list(filter(None, L))
except Exception as e:
    pass
_c = gc.get_count()[0]
print("list(filter(None, L))", _b - _a, _c - _b)
gc.collect()
gc.get_count()
_a = gc.get_count()[0]
try:
    list(filter(lambda q: q, L))
except Exception as e:
    pass
_b = gc.get_count()[0]
try:
    list(filter(lambda q: q, L))
except Exception as e:
    pass
_c = gc.get_count()[0]
print("list(filter(lambda q: q, L))", _b - _a, _c - _b)
gc.collect()
gc.get_count()
_a = gc.get_count()[0]
try:
    list(zip(L, L))
except Exception as e:
    pass
_b = gc.get_count()[0]
try:
    list(zip(L, L))
except Exception as e:
    pass
_c = gc.get_count()[0]
print("list(zip(L, L))", _b - _a, _c - _b)
gc.collect()
gc.get_count()
_a = gc.get_count()[0]
try:
    list(zip(L))
except Exception as e:
    pass
_b = gc.get_count()[0]
try:
    list(zip(L))
except Exception as e:
    pass
_c = gc.get_count()[0]
print("list(zip(L))", _b - _a, _c - _b)
gc.collect()
gc.get_count()
_a = gc.get_count()[0]
try:
    list(zip(*[L, L]))
except Exception as e:
    pass
_b = gc.get_count()[0]
try:
    list(zip(*[L, L]))
except Exception as e:
    pass
_c = gc.get_count()[0]
print("list(zip(*[L, L]))", _b - _a, _c - _b)
gc.collect()
gc.get_count()
_a = gc.get_count()[0]
try:
    list(enumerate(L))
except Exception as e:
    pass
_b = gc.get_count()[0]
try:
    list(enumerate(L))
except Exception as e:
    pass
_c = gc.get_count()[0]
print("list(enumerate(L))", _b - _a, _c - _b)
gc.collect()
gc.get_count()
_a = gc.get_count()[0]
try:
    list(enumerate(L, 1))
except Exception as e:
    pass
_b = gc.get_count()[0]
try:
    list(enumerate(L, 1))
except Exception as e:
    pass
_c = gc.get_count()[0]
print("list(enumerate(L, 1))", _b - _a, _c - _b)
gc.collect()
gc.get_count()
_a = gc.get_count()[0]
try:
    dict(zip('ab', L))
except Exception as e:
    pass
_b = gc.get_count()[0]
try:
    dict(zip('ab', L))
except Exception as e:
    pass
_c = gc.get_count()[0]
print("dict(zip('ab', L))", _b - _a, _c - _b)
gc.collect()
gc.get_count()
_a = gc.get_count()[0]
try:
    list(reversed(L))
except Exception as e:
    pass
_b = gc.get_count()[0]
try:
    list(reversed(L))
except Exception as e:
    pass
_c = gc.get_count()[0]
print("list(reversed(L))", _b - _a, _c - _b)
gc.collect()
gc.get_count()
_a = gc.get_count()[0]
try:
    tuple(L)
except Exception as e:
    pass
_b = gc.get_count()[0]
try:
    tuple(L)
except Exception as e:
    pass
_c = gc.get_count()[0]
print("tuple(L)", _b - _a, _c - _b)
gc.collect()
gc.get_count()
_a = gc.get_count()[0]
try:
    list(T)
except Exception as e:
    pass
_b = gc.get_count()[0]
try:
    list(T)
except Exception as e:
    pass
_c = gc.get_count()[0]
print("list(T)", _b - _a, _c - _b)
gc.collect()
gc.get_count()
_a = gc.get_count()[0]
try:
    set(L)
except Exception as e:
    pass
_b = gc.get_count()[0]
try:
    set(L)
except Exception as e:
    pass
_c = gc.get_count()[0]
print("set(L)", _b - _a, _c - _b)
gc.collect()
gc.get_count()
_a = gc.get_count()[0]
try:
    frozenset(L)
except Exception as e:
    pass
_b = gc.get_count()[0]
try:
    frozenset(L)
except Exception as e:
    pass
_c = gc.get_count()[0]
print("frozenset(L)", _b - _a, _c - _b)
gc.collect()
gc.get_count()
_a = gc.get_count()[0]
try:
    dict(D)
except Exception as e:
    pass
_b = gc.get_count()[0]
try:
    dict(D)
except Exception as e:
    pass
_c = gc.get_count()[0]
print("dict(D)", _b - _a, _c - _b)
gc.collect()
gc.get_count()
_a = gc.get_count()[0]
try:
    dict(a=1)
except Exception as e:
    pass
_b = gc.get_count()[0]
try:
    dict(a=1)
except Exception as e:
    pass
_c = gc.get_count()[0]
print("dict(a=1)", _b - _a, _c - _b)
gc.collect()
gc.get_count()
_a = gc.get_count()[0]
try:
    dict(D, c=1)
except Exception as e:
    pass
_b = gc.get_count()[0]
try:
    dict(D, c=1)
except Exception as e:
    pass
_c = gc.get_count()[0]
print("dict(D, c=1)", _b - _a, _c - _b)
gc.collect()
gc.get_count()
_a = gc.get_count()[0]
try:
    dict([('a', 1)])
except Exception as e:
    pass
_b = gc.get_count()[0]
try:
    dict([('a', 1)])
except Exception as e:
    pass
_c = gc.get_count()[0]
print("dict([('a', 1)])", _b - _a, _c - _b)
gc.collect()
gc.get_count()
_a = gc.get_count()[0]
try:
    dict.fromkeys('ab', 1)
except Exception as e:
    pass
_b = gc.get_count()[0]
try:
    dict.fromkeys('ab', 1)
except Exception as e:
    pass
_c = gc.get_count()[0]
print("dict.fromkeys('ab', 1)", _b - _a, _c - _b)
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
    list(D)
except Exception as e:
    pass
_b = gc.get_count()[0]
try:
    list(D)
except Exception as e:
    pass
_c = gc.get_count()[0]
print("list(D)", _b - _a, _c - _b)
gc.collect()
gc.get_count()
_a = gc.get_count()[0]
try:
    list(D.values())
except Exception as e:
    pass
_b = gc.get_count()[0]
try:
    list(D.values())
except Exception as e:
    pass
_c = gc.get_count()[0]
print("list(D.values())", _b - _a, _c - _b)
gc.collect()
gc.get_count()
_a = gc.get_count()[0]
try:
    for k, v in D.items(): pass
except Exception as e:
    pass
_b = gc.get_count()[0]
try:
    for k, v in D.items(): pass
except Exception as e:
    pass
_c = gc.get_count()[0]
print("for k, v in D.items(): pass", _b - _a, _c - _b)
gc.collect()
gc.get_count()
_a = gc.get_count()[0]
try:
    for k in D: pass
except Exception as e:
    pass
_b = gc.get_count()[0]
try:
    for k in D: pass
except Exception as e:
    pass
_c = gc.get_count()[0]
print("for k in D: pass", _b - _a, _c - _b)
gc.collect()
gc.get_count()
_a = gc.get_count()[0]
try:
    for i, k in enumerate(L): pass
except Exception as e:
    pass
_b = gc.get_count()[0]
try:
    for i, k in enumerate(L): pass
except Exception as e:
    pass
_c = gc.get_count()[0]
print("for i, k in enumerate(L): pass", _b - _a, _c - _b)
gc.collect()
gc.get_count()
_a = gc.get_count()[0]
try:
    for a, b in zip(L, L): pass
except Exception as e:
    pass
_b = gc.get_count()[0]
try:
    for a, b in zip(L, L): pass
except Exception as e:
    pass
_c = gc.get_count()[0]
print("for a, b in zip(L, L): pass", _b - _a, _c - _b)
gc.collect()
gc.get_count()
_a = gc.get_count()[0]
try:
    for i in range(3): pass
except Exception as e:
    pass
_b = gc.get_count()[0]
try:
    for i in range(3): pass
except Exception as e:
    pass
_c = gc.get_count()[0]
print("for i in range(3): pass", _b - _a, _c - _b)
gc.collect()
gc.get_count()
_a = gc.get_count()[0]
try:
    for c in 'abc': pass
except Exception as e:
    pass
_b = gc.get_count()[0]
try:
    for c in 'abc': pass
except Exception as e:
    pass
_c = gc.get_count()[0]
print("for c in 'abc': pass", _b - _a, _c - _b)
gc.collect()
gc.get_count()
_a = gc.get_count()[0]
try:
    for x in reversed(L): pass
except Exception as e:
    pass
_b = gc.get_count()[0]
try:
    for x in reversed(L): pass
except Exception as e:
    pass
_c = gc.get_count()[0]
print("for x in reversed(L): pass", _b - _a, _c - _b)
gc.collect()
gc.get_count()
_a = gc.get_count()[0]
try:
    [x for x in L]
except Exception as e:
    pass
_b = gc.get_count()[0]
try:
    [x for x in L]
except Exception as e:
    pass
_c = gc.get_count()[0]
print("[x for x in L]", _b - _a, _c - _b)
gc.collect()
gc.get_count()
_a = gc.get_count()[0]
try:
    [x for x in L if x]
except Exception as e:
    pass
_b = gc.get_count()[0]
try:
    [x for x in L if x]
except Exception as e:
    pass
_c = gc.get_count()[0]
print("[x for x in L if x]", _b - _a, _c - _b)
gc.collect()
gc.get_count()
_a = gc.get_count()[0]
try:
    {x for x in L}
except Exception as e:
    pass
_b = gc.get_count()[0]
try:
    {x for x in L}
except Exception as e:
    pass
_c = gc.get_count()[0]
print("{x for x in L}", _b - _a, _c - _b)
gc.collect()
gc.get_count()
_a = gc.get_count()[0]
try:
    {x: x for x in L}
except Exception as e:
    pass
_b = gc.get_count()[0]
try:
    {x: x for x in L}
except Exception as e:
    pass
_c = gc.get_count()[0]
print("{x: x for x in L}", _b - _a, _c - _b)
gc.collect()
gc.get_count()
_a = gc.get_count()[0]
try:
    sum(x for x in L)
except Exception as e:
    pass
_b = gc.get_count()[0]
try:
    sum(x for x in L)
except Exception as e:
    pass
_c = gc.get_count()[0]
print("sum(x for x in L)", _b - _a, _c - _b)
gc.collect()
gc.get_count()
_a = gc.get_count()[0]
try:
    any(x for x in L)
except Exception as e:
    pass
_b = gc.get_count()[0]
try:
    any(x for x in L)
except Exception as e:
    pass
_c = gc.get_count()[0]
print("any(x for x in L)", _b - _a, _c - _b)
gc.collect()
gc.get_count()
_a = gc.get_count()[0]
try:
    all(L)
except Exception as e:
    pass
_b = gc.get_count()[0]
try:
    all(L)
except Exception as e:
    pass
_c = gc.get_count()[0]
print("all(L)", _b - _a, _c - _b)
gc.collect()
gc.get_count()
_a = gc.get_count()[0]
try:
    list(x for x in L)
except Exception as e:
    pass
_b = gc.get_count()[0]
try:
    list(x for x in L)
except Exception as e:
    pass
_c = gc.get_count()[0]
print("list(x for x in L)", _b - _a, _c - _b)
gc.collect()
gc.get_count()
_a = gc.get_count()[0]
try:
    tuple(x for x in L)
except Exception as e:
    pass
_b = gc.get_count()[0]
try:
    tuple(x for x in L)
except Exception as e:
    pass
_c = gc.get_count()[0]
print("tuple(x for x in L)", _b - _a, _c - _b)
gc.collect()
gc.get_count()
_a = gc.get_count()[0]
try:
    f()
except Exception as e:
    pass
_b = gc.get_count()[0]
try:
    f()
except Exception as e:
    pass
_c = gc.get_count()[0]
print("f()", _b - _a, _c - _b)
gc.collect()
gc.get_count()
_a = gc.get_count()[0]
try:
    f(1)
except Exception as e:
    pass
_b = gc.get_count()[0]
try:
    f(1)
except Exception as e:
    pass
_c = gc.get_count()[0]
print("f(1)", _b - _a, _c - _b)
gc.collect()
gc.get_count()
_a = gc.get_count()[0]
try:
    f(1, 2)
except Exception as e:
    pass
_b = gc.get_count()[0]
try:
    f(1, 2)
except Exception as e:
    pass
_c = gc.get_count()[0]
print("f(1, 2)", _b - _a, _c - _b)
gc.collect()
gc.get_count()
_a = gc.get_count()[0]
try:
    f(*L)
except Exception as e:
    pass
_b = gc.get_count()[0]
try:
    f(*L)
except Exception as e:
    pass
_c = gc.get_count()[0]
print("f(*L)", _b - _a, _c - _b)
gc.collect()
gc.get_count()
_a = gc.get_count()[0]
try:
    f(1, *L)
except Exception as e:
    pass
_b = gc.get_count()[0]
try:
    f(1, *L)
except Exception as e:
    pass
_c = gc.get_count()[0]
print("f(1, *L)", _b - _a, _c - _b)
gc.collect()
gc.get_count()
_a = gc.get_count()[0]
try:
    f(k=1)
except Exception as e:
    pass
_b = gc.get_count()[0]
try:
    f(k=1)
except Exception as e:
    pass
_c = gc.get_count()[0]
print("f(k=1)", _b - _a, _c - _b)
gc.collect()
gc.get_count()
_a = gc.get_count()[0]
try:
    f(**D)
except Exception as e:
    pass
_b = gc.get_count()[0]
try:
    f(**D)
except Exception as e:
    pass
_c = gc.get_count()[0]
print("f(**D)", _b - _a, _c - _b)
gc.collect()
gc.get_count()
_a = gc.get_count()[0]
try:
    f(*L, **D)
except Exception as e:
    pass
_b = gc.get_count()[0]
try:
    f(*L, **D)
except Exception as e:
    pass
_c = gc.get_count()[0]
print("f(*L, **D)", _b - _a, _c - _b)
gc.collect()
gc.get_count()
_a = gc.get_count()[0]
try:
    f(1, k=2, **D)
except Exception as e:
    pass
_b = gc.get_count()[0]
try:
    f(1, k=2, **D)
except Exception as e:
    pass
_c = gc.get_count()[0]
print("f(1, k=2, **D)", _b - _a, _c - _b)
gc.collect()
gc.get_count()
_a = gc.get_count()[0]
try:
    g(1)
except Exception as e:
    pass
_b = gc.get_count()[0]
try:
    g(1)
except Exception as e:
    pass
_c = gc.get_count()[0]
print("g(1)", _b - _a, _c - _b)
gc.collect()
gc.get_count()
_a = gc.get_count()[0]
try:
    g(1, 2)
except Exception as e:
    pass
_b = gc.get_count()[0]
try:
    g(1, 2)
except Exception as e:
    pass
_c = gc.get_count()[0]
print("g(1, 2)", _b - _a, _c - _b)
gc.collect()
gc.get_count()
_a = gc.get_count()[0]
try:
    g(a=1)
except Exception as e:
    pass
_b = gc.get_count()[0]
try:
    g(a=1)
except Exception as e:
    pass
_c = gc.get_count()[0]
print("g(a=1)", _b - _a, _c - _b)
gc.collect()
gc.get_count()
_a = gc.get_count()[0]
try:
    g(1, c=5)
except Exception as e:
    pass
_b = gc.get_count()[0]
try:
    g(1, c=5)
except Exception as e:
    pass
_c = gc.get_count()[0]
print("g(1, c=5)", _b - _a, _c - _b)
gc.collect()
gc.get_count()
_a = gc.get_count()[0]
try:
    g(*[1])
except Exception as e:
    pass
_b = gc.get_count()[0]
try:
    g(*[1])
except Exception as e:
    pass
_c = gc.get_count()[0]
print("g(*[1])", _b - _a, _c - _b)
gc.collect()
gc.get_count()
_a = gc.get_count()[0]
try:
    g(**{'a': 1})
except Exception as e:
    pass
_b = gc.get_count()[0]
try:
    g(**{'a': 1})
except Exception as e:
    pass
_c = gc.get_count()[0]
print("g(**{'a': 1})", _b - _a, _c - _b)
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
    g(1, 2, 3)
except Exception as e:
    pass
_b = gc.get_count()[0]
try:
    g(1, 2, 3)
except Exception as e:
    pass
_c = gc.get_count()[0]
print("g(1, 2, 3)", _b - _a, _c - _b)
gc.collect()
gc.get_count()
_a = gc.get_count()[0]
try:
    f(a=1, **{'a': 2})
except Exception as e:
    pass
_b = gc.get_count()[0]
try:
    f(a=1, **{'a': 2})
except Exception as e:
    pass
_c = gc.get_count()[0]
print("f(a=1, **{'a': 2})", _b - _a, _c - _b)
gc.collect()
gc.get_count()
_a = gc.get_count()[0]
try:
    (lambda **k: len(k))(**{'a': 1})
except Exception as e:
    pass
_b = gc.get_count()[0]
try:
    (lambda **k: len(k))(**{'a': 1})
except Exception as e:
    pass
_c = gc.get_count()[0]
print("(lambda **k: len(k))(**{'a': 1})", _b - _a, _c - _b)
gc.collect()
gc.get_count()
_a = gc.get_count()[0]
try:
    (lambda *a: a)(1)
except Exception as e:
    pass
_b = gc.get_count()[0]
try:
    (lambda *a: a)(1)
except Exception as e:
    pass
_c = gc.get_count()[0]
print("(lambda *a: a)(1)", _b - _a, _c - _b)
gc.collect()
gc.get_count()
_a = gc.get_count()[0]
try:
    (lambda x: x)(1)
except Exception as e:
    pass
_b = gc.get_count()[0]
try:
    (lambda x: x)(1)
except Exception as e:
    pass
_c = gc.get_count()[0]
print("(lambda x: x)(1)", _b - _a, _c - _b)
gc.collect()
gc.get_count()
_a = gc.get_count()[0]
try:
    gen()
except Exception as e:
    pass
_b = gc.get_count()[0]
try:
    gen()
except Exception as e:
    pass
_c = gc.get_count()[0]
print("gen()", _b - _a, _c - _b)
gc.collect()
gc.get_count()
_a = gc.get_count()[0]
try:
    next(gen())
except Exception as e:
    pass
_b = gc.get_count()[0]
try:
    next(gen())
except Exception as e:
    pass
_c = gc.get_count()[0]
print("next(gen())", _b - _a, _c - _b)
gc.collect()
gc.get_count()
_a = gc.get_count()[0]
try:
    list(gen())
except Exception as e:
    pass
_b = gc.get_count()[0]
try:
    list(gen())
except Exception as e:
    pass
_c = gc.get_count()[0]
print("list(gen())", _b - _a, _c - _b)
gc.collect()
gc.get_count()
_a = gc.get_count()[0]
try:
    q = gen(); next(q); q.close(); del q
except Exception as e:
    pass
_b = gc.get_count()[0]
try:
    q = gen(); next(q); q.close(); del q
except Exception as e:
    pass
_c = gc.get_count()[0]
print("q = gen(); next(q); q.close(); del q", _b - _a, _c - _b)
gc.collect()
gc.get_count()
_a = gc.get_count()[0]
try:
    q = gen(); next(q); q.send(1); del q
except Exception as e:
    pass
_b = gc.get_count()[0]
try:
    q = gen(); next(q); q.send(1); del q
except Exception as e:
    pass
_c = gc.get_count()[0]
print("q = gen(); next(q); q.send(1); del q", _b - _a, _c - _b)
gc.collect()
gc.get_count()
_a = gc.get_count()[0]
try:
    clo()()
except Exception as e:
    pass
_b = gc.get_count()[0]
try:
    clo()()
except Exception as e:
    pass
_c = gc.get_count()[0]
print("clo()()", _b - _a, _c - _b)
gc.collect()
gc.get_count()
_a = gc.get_count()[0]
try:
    o.m()
except Exception as e:
    pass
_b = gc.get_count()[0]
try:
    o.m()
except Exception as e:
    pass
_c = gc.get_count()[0]
print("o.m()", _b - _a, _c - _b)
gc.collect()
gc.get_count()
_a = gc.get_count()[0]
try:
    o.m(1)
except Exception as e:
    pass
_b = gc.get_count()[0]
try:
    o.m(1)
except Exception as e:
    pass
_c = gc.get_count()[0]
print("o.m(1)", _b - _a, _c - _b)
gc.collect()
gc.get_count()
_a = gc.get_count()[0]
try:
    P.m(o)
except Exception as e:
    pass
_b = gc.get_count()[0]
try:
    P.m(o)
except Exception as e:
    pass
_c = gc.get_count()[0]
print("P.m(o)", _b - _a, _c - _b)
gc.collect()
gc.get_count()
_a = gc.get_count()[0]
try:
    o.p
except Exception as e:
    pass
_b = gc.get_count()[0]
try:
    o.p
except Exception as e:
    pass
_c = gc.get_count()[0]
print("o.p", _b - _a, _c - _b)
gc.collect()
gc.get_count()
_a = gc.get_count()[0]
try:
    o.cm()
except Exception as e:
    pass
_b = gc.get_count()[0]
try:
    o.cm()
except Exception as e:
    pass
_c = gc.get_count()[0]
print("o.cm()", _b - _a, _c - _b)
gc.collect()
gc.get_count()
_a = gc.get_count()[0]
try:
    P.cm()
except Exception as e:
    pass
_b = gc.get_count()[0]
try:
    P.cm()
except Exception as e:
    pass
_c = gc.get_count()[0]
print("P.cm()", _b - _a, _c - _b)
gc.collect()
gc.get_count()
_a = gc.get_count()[0]
try:
    o.sm()
except Exception as e:
    pass
_b = gc.get_count()[0]
try:
    o.sm()
except Exception as e:
    pass
_c = gc.get_count()[0]
print("o.sm()", _b - _a, _c - _b)
gc.collect()
gc.get_count()
_a = gc.get_count()[0]
try:
    z = o.m
except Exception as e:
    pass
_b = gc.get_count()[0]
try:
    z = o.m
except Exception as e:
    pass
_c = gc.get_count()[0]
print("z = o.m", _b - _a, _c - _b)
gc.collect()
gc.get_count()
_a = gc.get_count()[0]
try:
    P()
except Exception as e:
    pass
_b = gc.get_count()[0]
try:
    P()
except Exception as e:
    pass
_c = gc.get_count()[0]
print("P()", _b - _a, _c - _b)
gc.collect()
gc.get_count()
_a = gc.get_count()[0]
try:
    o.x = 1
except Exception as e:
    pass
_b = gc.get_count()[0]
try:
    o.x = 1
except Exception as e:
    pass
_c = gc.get_count()[0]
print("o.x = 1", _b - _a, _c - _b)
gc.collect()
gc.get_count()
_a = gc.get_count()[0]
try:
    o.__dict__
except Exception as e:
    pass
_b = gc.get_count()[0]
try:
    o.__dict__
except Exception as e:
    pass
_c = gc.get_count()[0]
print("o.__dict__", _b - _a, _c - _b)
gc.collect()
gc.get_count()
_a = gc.get_count()[0]
try:
    del o.x
except Exception as e:
    pass
_b = gc.get_count()[0]
try:
    del o.x
except Exception as e:
    pass
_c = gc.get_count()[0]
print("del o.x", _b - _a, _c - _b)
gc.collect()
gc.get_count()
_a = gc.get_count()[0]
try:
    a, b = 1, 2
except Exception as e:
    pass
_b = gc.get_count()[0]
try:
    a, b = 1, 2
except Exception as e:
    pass
_c = gc.get_count()[0]
print("a, b = 1, 2", _b - _a, _c - _b)
gc.collect()
gc.get_count()
_a = gc.get_count()[0]
try:
    a, *b = L
except Exception as e:
    pass
_b = gc.get_count()[0]
try:
    a, *b = L
except Exception as e:
    pass
_c = gc.get_count()[0]
print("a, *b = L", _b - _a, _c - _b)
gc.collect()
gc.get_count()
_a = gc.get_count()[0]
try:
    a, b, c = L
except Exception as e:
    pass
_b = gc.get_count()[0]
try:
    a, b, c = L
except Exception as e:
    pass
_c = gc.get_count()[0]
print("a, b, c = L", _b - _a, _c - _b)
gc.collect()
gc.get_count()
_a = gc.get_count()[0]
try:
    [a, b] = L[:2]
except Exception as e:
    pass
_b = gc.get_count()[0]
try:
    [a, b] = L[:2]
except Exception as e:
    pass
_c = gc.get_count()[0]
print("[a, b] = L[:2]", _b - _a, _c - _b)
gc.collect()
gc.get_count()
_a = gc.get_count()[0]
try:
    '%s %d' % ('a', 1)
except Exception as e:
    pass
_b = gc.get_count()[0]
try:
    '%s %d' % ('a', 1)
except Exception as e:
    pass
_c = gc.get_count()[0]
print("'%s %d' % ('a', 1)", _b - _a, _c - _b)
gc.collect()
gc.get_count()
_a = gc.get_count()[0]
try:
    '%s' % 1
except Exception as e:
    pass
_b = gc.get_count()[0]
try:
    '%s' % 1
except Exception as e:
    pass
_c = gc.get_count()[0]
print("'%s' % 1", _b - _a, _c - _b)
gc.collect()
gc.get_count()
_a = gc.get_count()[0]
try:
    '%(a)s' % D
except Exception as e:
    pass
_b = gc.get_count()[0]
try:
    '%(a)s' % D
except Exception as e:
    pass
_c = gc.get_count()[0]
print("'%(a)s' % D", _b - _a, _c - _b)
gc.collect()
gc.get_count()
_a = gc.get_count()[0]
try:
    '{} {}'.format(1, 2)
except Exception as e:
    pass
_b = gc.get_count()[0]
try:
    '{} {}'.format(1, 2)
except Exception as e:
    pass
_c = gc.get_count()[0]
print("'{} {}'.format(1, 2)", _b - _a, _c - _b)
gc.collect()
gc.get_count()
_a = gc.get_count()[0]
try:
    '{a}'.format(a=1)
except Exception as e:
    pass
_b = gc.get_count()[0]
try:
    '{a}'.format(a=1)
except Exception as e:
    pass
_c = gc.get_count()[0]
print("'{a}'.format(a=1)", _b - _a, _c - _b)
gc.collect()
gc.get_count()
_a = gc.get_count()[0]
try:
    '{a}'.format(**D)
except Exception as e:
    pass
_b = gc.get_count()[0]
try:
    '{a}'.format(**D)
except Exception as e:
    pass
_c = gc.get_count()[0]
print("'{a}'.format(**D)", _b - _a, _c - _b)
gc.collect()
gc.get_count()
_a = gc.get_count()[0]
try:
    f'{L} {D}'
except Exception as e:
    pass
_b = gc.get_count()[0]
try:
    f'{L} {D}'
except Exception as e:
    pass
_c = gc.get_count()[0]
print("f'{L} {D}'", _b - _a, _c - _b)
gc.collect()
gc.get_count()
_a = gc.get_count()[0]
try:
    f'{1:>5}'
except Exception as e:
    pass
_b = gc.get_count()[0]
try:
    f'{1:>5}'
except Exception as e:
    pass
_c = gc.get_count()[0]
print("f'{1:>5}'", _b - _a, _c - _b)
gc.collect()
gc.get_count()
_a = gc.get_count()[0]
try:
    repr(D)
except Exception as e:
    pass
_b = gc.get_count()[0]
try:
    repr(D)
except Exception as e:
    pass
_c = gc.get_count()[0]
print("repr(D)", _b - _a, _c - _b)
gc.collect()
gc.get_count()
_a = gc.get_count()[0]
try:
    int('3')
except Exception as e:
    pass
_b = gc.get_count()[0]
try:
    int('3')
except Exception as e:
    pass
_c = gc.get_count()[0]
print("int('3')", _b - _a, _c - _b)
gc.collect()
gc.get_count()
_a = gc.get_count()[0]
try:
    int(2.5)
except Exception as e:
    pass
_b = gc.get_count()[0]
try:
    int(2.5)
except Exception as e:
    pass
_c = gc.get_count()[0]
print("int(2.5)", _b - _a, _c - _b)
gc.collect()
gc.get_count()
_a = gc.get_count()[0]
try:
    float('1')
except Exception as e:
    pass
_b = gc.get_count()[0]
try:
    float('1')
except Exception as e:
    pass
_c = gc.get_count()[0]
print("float('1')", _b - _a, _c - _b)
gc.collect()
gc.get_count()
_a = gc.get_count()[0]
try:
    bool(1)
except Exception as e:
    pass
_b = gc.get_count()[0]
try:
    bool(1)
except Exception as e:
    pass
_c = gc.get_count()[0]
print("bool(1)", _b - _a, _c - _b)
gc.collect()
gc.get_count()
_a = gc.get_count()[0]
try:
    bool([])
except Exception as e:
    pass
_b = gc.get_count()[0]
try:
    bool([])
except Exception as e:
    pass
_c = gc.get_count()[0]
print("bool([])", _b - _a, _c - _b)
gc.collect()
gc.get_count()
_a = gc.get_count()[0]
try:
    len(L)
except Exception as e:
    pass
_b = gc.get_count()[0]
try:
    len(L)
except Exception as e:
    pass
_c = gc.get_count()[0]
print("len(L)", _b - _a, _c - _b)
gc.collect()
gc.get_count()
_a = gc.get_count()[0]
try:
    isinstance(1, (int, str))
except Exception as e:
    pass
_b = gc.get_count()[0]
try:
    isinstance(1, (int, str))
except Exception as e:
    pass
_c = gc.get_count()[0]
print("isinstance(1, (int, str))", _b - _a, _c - _b)
gc.collect()
gc.get_count()
_a = gc.get_count()[0]
try:
    type(1)
except Exception as e:
    pass
_b = gc.get_count()[0]
try:
    type(1)
except Exception as e:
    pass
_c = gc.get_count()[0]
print("type(1)", _b - _a, _c - _b)
gc.collect()
gc.get_count()
_a = gc.get_count()[0]
try:
    id(o)
except Exception as e:
    pass
_b = gc.get_count()[0]
try:
    id(o)
except Exception as e:
    pass
_c = gc.get_count()[0]
print("id(o)", _b - _a, _c - _b)
gc.collect()
gc.get_count()
_a = gc.get_count()[0]
try:
    hash(T)
except Exception as e:
    pass
_b = gc.get_count()[0]
try:
    hash(T)
except Exception as e:
    pass
_c = gc.get_count()[0]
print("hash(T)", _b - _a, _c - _b)
gc.collect()
gc.get_count()
_a = gc.get_count()[0]
try:
    'a b'.split()
except Exception as e:
    pass
_b = gc.get_count()[0]
try:
    'a b'.split()
except Exception as e:
    pass
_c = gc.get_count()[0]
print("'a b'.split()", _b - _a, _c - _b)
gc.collect()
gc.get_count()
_a = gc.get_count()[0]
try:
    'a,b'.split(',')
except Exception as e:
    pass
_b = gc.get_count()[0]
try:
    'a,b'.split(',')
except Exception as e:
    pass
_c = gc.get_count()[0]
print("'a,b'.split(',')", _b - _a, _c - _b)
gc.collect()
gc.get_count()
_a = gc.get_count()[0]
try:
    ','.join(['a','b'])
except Exception as e:
    pass
_b = gc.get_count()[0]
try:
    ','.join(['a','b'])
except Exception as e:
    pass
_c = gc.get_count()[0]
print("','.join(['a','b'])", _b - _a, _c - _b)
gc.collect()
gc.get_count()
_a = gc.get_count()[0]
try:
    'abc'.replace('a', 'b')
except Exception as e:
    pass
_b = gc.get_count()[0]
try:
    'abc'.replace('a', 'b')
except Exception as e:
    pass
_c = gc.get_count()[0]
print("'abc'.replace('a', 'b')", _b - _a, _c - _b)
gc.collect()
gc.get_count()
_a = gc.get_count()[0]
try:
    'abc'.partition('b')
except Exception as e:
    pass
_b = gc.get_count()[0]
try:
    'abc'.partition('b')
except Exception as e:
    pass
_c = gc.get_count()[0]
print("'abc'.partition('b')", _b - _a, _c - _b)
gc.collect()
gc.get_count()
_a = gc.get_count()[0]
try:
    'abc'.startswith('a')
except Exception as e:
    pass
_b = gc.get_count()[0]
try:
    'abc'.startswith('a')
except Exception as e:
    pass
_c = gc.get_count()[0]
print("'abc'.startswith('a')", _b - _a, _c - _b)
gc.collect()
gc.get_count()
_a = gc.get_count()[0]
try:
    'abc'.startswith(('a', 'b'))
except Exception as e:
    pass
_b = gc.get_count()[0]
try:
    'abc'.startswith(('a', 'b'))
except Exception as e:
    pass
_c = gc.get_count()[0]
print("'abc'.startswith(('a', 'b'))", _b - _a, _c - _b)
gc.collect()
gc.get_count()
_a = gc.get_count()[0]
try:
    'abc'.encode()
except Exception as e:
    pass
_b = gc.get_count()[0]
try:
    'abc'.encode()
except Exception as e:
    pass
_c = gc.get_count()[0]
print("'abc'.encode()", _b - _a, _c - _b)
gc.collect()
gc.get_count()
_a = gc.get_count()[0]
try:
    b'abc'.decode()
except Exception as e:
    pass
_b = gc.get_count()[0]
try:
    b'abc'.decode()
except Exception as e:
    pass
_c = gc.get_count()[0]
print("b'abc'.decode()", _b - _a, _c - _b)
gc.collect()
gc.get_count()
_a = gc.get_count()[0]
try:
    'abc'.upper()
except Exception as e:
    pass
_b = gc.get_count()[0]
try:
    'abc'.upper()
except Exception as e:
    pass
_c = gc.get_count()[0]
print("'abc'.upper()", _b - _a, _c - _b)
gc.collect()
gc.get_count()
_a = gc.get_count()[0]
try:
    'a\tb'.expandtabs(4)
except Exception as e:
    pass
_b = gc.get_count()[0]
try:
    'a\tb'.expandtabs(4)
except Exception as e:
    pass
_c = gc.get_count()[0]
print("'a\\tb'.expandtabs(4)", _b - _a, _c - _b)
gc.collect()
gc.get_count()
_a = gc.get_count()[0]
try:
    'abc'.center(9, '*')
except Exception as e:
    pass
_b = gc.get_count()[0]
try:
    'abc'.center(9, '*')
except Exception as e:
    pass
_c = gc.get_count()[0]
print("'abc'.center(9, '*')", _b - _a, _c - _b)
gc.collect()
gc.get_count()
_a = gc.get_count()[0]
try:
    L[::2]
except Exception as e:
    pass
_b = gc.get_count()[0]
try:
    L[::2]
except Exception as e:
    pass
_c = gc.get_count()[0]
print("L[::2]", _b - _a, _c - _b)
gc.collect()
gc.get_count()
_a = gc.get_count()[0]
try:
    L[1:]
except Exception as e:
    pass
_b = gc.get_count()[0]
try:
    L[1:]
except Exception as e:
    pass
_c = gc.get_count()[0]
print("L[1:]", _b - _a, _c - _b)
gc.collect()
gc.get_count()
_a = gc.get_count()[0]
try:
    T[1:]
except Exception as e:
    pass
_b = gc.get_count()[0]
try:
    T[1:]
except Exception as e:
    pass
_c = gc.get_count()[0]
print("T[1:]", _b - _a, _c - _b)
gc.collect()
gc.get_count()
_a = gc.get_count()[0]
try:
    L + L
except Exception as e:
    pass
_b = gc.get_count()[0]
try:
    L + L
except Exception as e:
    pass
_c = gc.get_count()[0]
print("L + L", _b - _a, _c - _b)
gc.collect()
gc.get_count()
_a = gc.get_count()[0]
try:
    L * 2
except Exception as e:
    pass
_b = gc.get_count()[0]
try:
    L * 2
except Exception as e:
    pass
_c = gc.get_count()[0]
print("L * 2", _b - _a, _c - _b)
gc.collect()
gc.get_count()
_a = gc.get_count()[0]
try:
    L[:1] = [3]
except Exception as e:
    pass
_b = gc.get_count()[0]
try:
    L[:1] = [3]
except Exception as e:
    pass
_c = gc.get_count()[0]
print("L[:1] = [3]", _b - _a, _c - _b)
gc.collect()
gc.get_count()
_a = gc.get_count()[0]
try:
    L == [1]
except Exception as e:
    pass
_b = gc.get_count()[0]
try:
    L == [1]
except Exception as e:
    pass
_c = gc.get_count()[0]
print("L == [1]", _b - _a, _c - _b)
gc.collect()
gc.get_count()
_a = gc.get_count()[0]
try:
    D == {}
except Exception as e:
    pass
_b = gc.get_count()[0]
try:
    D == {}
except Exception as e:
    pass
_c = gc.get_count()[0]
print("D == {}", _b - _a, _c - _b)
gc.collect()
gc.get_count()
_a = gc.get_count()[0]
try:
    D.get('a')
except Exception as e:
    pass
_b = gc.get_count()[0]
try:
    D.get('a')
except Exception as e:
    pass
_c = gc.get_count()[0]
print("D.get('a')", _b - _a, _c - _b)
gc.collect()
gc.get_count()
_a = gc.get_count()[0]
try:
    D.get('z', 1)
except Exception as e:
    pass
_b = gc.get_count()[0]
try:
    D.get('z', 1)
except Exception as e:
    pass
_c = gc.get_count()[0]
print("D.get('z', 1)", _b - _a, _c - _b)
gc.collect()
gc.get_count()
_a = gc.get_count()[0]
try:
    D.setdefault('a', 1)
except Exception as e:
    pass
_b = gc.get_count()[0]
try:
    D.setdefault('a', 1)
except Exception as e:
    pass
_c = gc.get_count()[0]
print("D.setdefault('a', 1)", _b - _a, _c - _b)
gc.collect()
gc.get_count()
_a = gc.get_count()[0]
try:
    D.pop('z', None)
except Exception as e:
    pass
_b = gc.get_count()[0]
try:
    D.pop('z', None)
except Exception as e:
    pass
_c = gc.get_count()[0]
print("D.pop('z', None)", _b - _a, _c - _b)
gc.collect()
gc.get_count()
_a = gc.get_count()[0]
try:
    D.update(q=1)
except Exception as e:
    pass
_b = gc.get_count()[0]
try:
    D.update(q=1)
except Exception as e:
    pass
_c = gc.get_count()[0]
print("D.update(q=1)", _b - _a, _c - _b)
gc.collect()
gc.get_count()
_a = gc.get_count()[0]
try:
    D.update({'a': 1})
except Exception as e:
    pass
_b = gc.get_count()[0]
try:
    D.update({'a': 1})
except Exception as e:
    pass
_c = gc.get_count()[0]
print("D.update({'a': 1})", _b - _a, _c - _b)
gc.collect()
gc.get_count()
_a = gc.get_count()[0]
try:
    D.update([('a', 1)])
except Exception as e:
    pass
_b = gc.get_count()[0]
try:
    D.update([('a', 1)])
except Exception as e:
    pass
_c = gc.get_count()[0]
print("D.update([('a', 1)])", _b - _a, _c - _b)
gc.collect()
gc.get_count()
_a = gc.get_count()[0]
try:
    {**D}
except Exception as e:
    pass
_b = gc.get_count()[0]
try:
    {**D}
except Exception as e:
    pass
_c = gc.get_count()[0]
print("{**D}", _b - _a, _c - _b)
gc.collect()
gc.get_count()
_a = gc.get_count()[0]
try:
    [*L]
except Exception as e:
    pass
_b = gc.get_count()[0]
try:
    [*L]
except Exception as e:
    pass
_c = gc.get_count()[0]
print("[*L]", _b - _a, _c - _b)
gc.collect()
gc.get_count()
_a = gc.get_count()[0]
try:
    {*L}
except Exception as e:
    pass
_b = gc.get_count()[0]
try:
    {*L}
except Exception as e:
    pass
_c = gc.get_count()[0]
print("{*L}", _b - _a, _c - _b)
gc.collect()
gc.get_count()
_a = gc.get_count()[0]
try:
    (*L,)
except Exception as e:
    pass
_b = gc.get_count()[0]
try:
    (*L,)
except Exception as e:
    pass
_c = gc.get_count()[0]
print("(*L,)", _b - _a, _c - _b)
gc.collect()
gc.get_count()
_a = gc.get_count()[0]
try:
    D.keys() & D.keys()
except Exception as e:
    pass
_b = gc.get_count()[0]
try:
    D.keys() & D.keys()
except Exception as e:
    pass
_c = gc.get_count()[0]
print("D.keys() & D.keys()", _b - _a, _c - _b)
gc.collect()
gc.get_count()
_a = gc.get_count()[0]
try:
    S | S
except Exception as e:
    pass
_b = gc.get_count()[0]
try:
    S | S
except Exception as e:
    pass
_c = gc.get_count()[0]
print("S | S", _b - _a, _c - _b)
gc.collect()
gc.get_count()
_a = gc.get_count()[0]
try:
    S & {1}
except Exception as e:
    pass
_b = gc.get_count()[0]
try:
    S & {1}
except Exception as e:
    pass
_c = gc.get_count()[0]
print("S & {1}", _b - _a, _c - _b)
gc.collect()
gc.get_count()
_a = gc.get_count()[0]
try:
    S - S
except Exception as e:
    pass
_b = gc.get_count()[0]
try:
    S - S
except Exception as e:
    pass
_c = gc.get_count()[0]
print("S - S", _b - _a, _c - _b)
gc.collect()
gc.get_count()
_a = gc.get_count()[0]
try:
    S ^ S
except Exception as e:
    pass
_b = gc.get_count()[0]
try:
    S ^ S
except Exception as e:
    pass
_c = gc.get_count()[0]
print("S ^ S", _b - _a, _c - _b)
gc.collect()
gc.get_count()
_a = gc.get_count()[0]
try:
    S.union(L)
except Exception as e:
    pass
_b = gc.get_count()[0]
try:
    S.union(L)
except Exception as e:
    pass
_c = gc.get_count()[0]
print("S.union(L)", _b - _a, _c - _b)
gc.collect()
gc.get_count()
_a = gc.get_count()[0]
try:
    S.difference(L)
except Exception as e:
    pass
_b = gc.get_count()[0]
try:
    S.difference(L)
except Exception as e:
    pass
_c = gc.get_count()[0]
print("S.difference(L)", _b - _a, _c - _b)
gc.collect()
gc.get_count()
_a = gc.get_count()[0]
try:
    S.issubset(L)
except Exception as e:
    pass
_b = gc.get_count()[0]
try:
    S.issubset(L)
except Exception as e:
    pass
_c = gc.get_count()[0]
print("S.issubset(L)", _b - _a, _c - _b)
gc.collect()
gc.get_count()
_a = gc.get_count()[0]
try:
    S.add(3)
except Exception as e:
    pass
_b = gc.get_count()[0]
try:
    S.add(3)
except Exception as e:
    pass
_c = gc.get_count()[0]
print("S.add(3)", _b - _a, _c - _b)
gc.collect()
gc.get_count()
_a = gc.get_count()[0]
try:
    S.update(L)
except Exception as e:
    pass
_b = gc.get_count()[0]
try:
    S.update(L)
except Exception as e:
    pass
_c = gc.get_count()[0]
print("S.update(L)", _b - _a, _c - _b)
gc.collect()
gc.get_count()
_a = gc.get_count()[0]
try:
    L.index(1)
except Exception as e:
    pass
_b = gc.get_count()[0]
try:
    L.index(1)
except Exception as e:
    pass
_c = gc.get_count()[0]
print("L.index(1)", _b - _a, _c - _b)
gc.collect()
gc.get_count()
_a = gc.get_count()[0]
try:
    L.count(1)
except Exception as e:
    pass
_b = gc.get_count()[0]
try:
    L.count(1)
except Exception as e:
    pass
_c = gc.get_count()[0]
print("L.count(1)", _b - _a, _c - _b)
gc.collect()
gc.get_count()
_a = gc.get_count()[0]
try:
    L.append(1)
except Exception as e:
    pass
_b = gc.get_count()[0]
try:
    L.append(1)
except Exception as e:
    pass
_c = gc.get_count()[0]
print("L.append(1)", _b - _a, _c - _b)
gc.collect()
gc.get_count()
_a = gc.get_count()[0]
try:
    L.pop()
except Exception as e:
    pass
_b = gc.get_count()[0]
try:
    L.pop()
except Exception as e:
    pass
_c = gc.get_count()[0]
print("L.pop()", _b - _a, _c - _b)
gc.collect()
gc.get_count()
_a = gc.get_count()[0]
try:
    L.insert(0, 1)
except Exception as e:
    pass
_b = gc.get_count()[0]
try:
    L.insert(0, 1)
except Exception as e:
    pass
_c = gc.get_count()[0]
print("L.insert(0, 1)", _b - _a, _c - _b)
gc.collect()
gc.get_count()
_a = gc.get_count()[0]
try:
    L.extend([1])
except Exception as e:
    pass
_b = gc.get_count()[0]
try:
    L.extend([1])
except Exception as e:
    pass
_c = gc.get_count()[0]
print("L.extend([1])", _b - _a, _c - _b)
gc.collect()
gc.get_count()
_a = gc.get_count()[0]
try:
    L.extend(x for x in (1, 2))
except Exception as e:
    pass
_b = gc.get_count()[0]
try:
    L.extend(x for x in (1, 2))
except Exception as e:
    pass
_c = gc.get_count()[0]
print("L.extend(x for x in (1, 2))", _b - _a, _c - _b)
gc.collect()
gc.get_count()
_a = gc.get_count()[0]
try:
    L.copy()
except Exception as e:
    pass
_b = gc.get_count()[0]
try:
    L.copy()
except Exception as e:
    pass
_c = gc.get_count()[0]
print("L.copy()", _b - _a, _c - _b)
gc.collect()
gc.get_count()
_a = gc.get_count()[0]
try:
    L.remove(3)
except Exception as e:
    pass
_b = gc.get_count()[0]
try:
    L.remove(3)
except Exception as e:
    pass
_c = gc.get_count()[0]
print("L.remove(3)", _b - _a, _c - _b)
gc.collect()
gc.get_count()
_a = gc.get_count()[0]
try:
    D.copy()
except Exception as e:
    pass
_b = gc.get_count()[0]
try:
    D.copy()
except Exception as e:
    pass
_c = gc.get_count()[0]
print("D.copy()", _b - _a, _c - _b)
gc.collect()
gc.get_count()
_a = gc.get_count()[0]
try:
    D.items()
except Exception as e:
    pass
_b = gc.get_count()[0]
try:
    D.items()
except Exception as e:
    pass
_c = gc.get_count()[0]
print("D.items()", _b - _a, _c - _b)
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
    next(iter(L))
except Exception as e:
    pass
_b = gc.get_count()[0]
try:
    next(iter(L))
except Exception as e:
    pass
_c = gc.get_count()[0]
print("next(iter(L))", _b - _a, _c - _b)
gc.collect()
gc.get_count()
_a = gc.get_count()[0]
try:
    1 / 0
except Exception as e:
    pass
_b = gc.get_count()[0]
try:
    1 / 0
except Exception as e:
    pass
_c = gc.get_count()[0]
print("1 / 0", _b - _a, _c - _b)
gc.collect()
gc.get_count()
_a = gc.get_count()[0]
try:
    int('x')
except Exception as e:
    pass
_b = gc.get_count()[0]
try:
    int('x')
except Exception as e:
    pass
_c = gc.get_count()[0]
print("int('x')", _b - _a, _c - _b)
gc.collect()
gc.get_count()
_a = gc.get_count()[0]
try:
    [][1]
except Exception as e:
    pass
_b = gc.get_count()[0]
try:
    [][1]
except Exception as e:
    pass
_c = gc.get_count()[0]
print("[][1]", _b - _a, _c - _b)
gc.collect()
gc.get_count()
_a = gc.get_count()[0]
try:
    {}['a']
except Exception as e:
    pass
_b = gc.get_count()[0]
try:
    {}['a']
except Exception as e:
    pass
_c = gc.get_count()[0]
print("{}['a']", _b - _a, _c - _b)
gc.collect()
gc.get_count()
_a = gc.get_count()[0]
try:
    None.x
except Exception as e:
    pass
_b = gc.get_count()[0]
try:
    None.x
except Exception as e:
    pass
_c = gc.get_count()[0]
print("None.x", _b - _a, _c - _b)
gc.collect()
gc.get_count()
_a = gc.get_count()[0]
try:
    undefined
except Exception as e:
    pass
_b = gc.get_count()[0]
try:
    undefined
except Exception as e:
    pass
_c = gc.get_count()[0]
print("undefined", _b - _a, _c - _b)
gc.collect()
gc.get_count()
_a = gc.get_count()[0]
try:
    raise ValueError('x')
except Exception as e:
    pass
_b = gc.get_count()[0]
try:
    raise ValueError('x')
except Exception as e:
    pass
_c = gc.get_count()[0]
print("raise ValueError('x')", _b - _a, _c - _b)
gc.collect()
gc.get_count()
_a = gc.get_count()[0]
try:
    raise ValueError
except Exception as e:
    pass
_b = gc.get_count()[0]
try:
    raise ValueError
except Exception as e:
    pass
_c = gc.get_count()[0]
print("raise ValueError", _b - _a, _c - _b)
gc.collect()
gc.get_count()
_a = gc.get_count()[0]
try:
    raise KeyError(1) from None
except Exception as e:
    pass
_b = gc.get_count()[0]
try:
    raise KeyError(1) from None
except Exception as e:
    pass
_c = gc.get_count()[0]
print("raise KeyError(1) from None", _b - _a, _c - _b)
gc.collect()
gc.get_count()
_a = gc.get_count()[0]
try:
    len(5)
except Exception as e:
    pass
_b = gc.get_count()[0]
try:
    len(5)
except Exception as e:
    pass
_c = gc.get_count()[0]
print("len(5)", _b - _a, _c - _b)
gc.collect()
gc.get_count()
_a = gc.get_count()[0]
try:
    assert False, 'm'
except Exception as e:
    pass
_b = gc.get_count()[0]
try:
    assert False, 'm'
except Exception as e:
    pass
_c = gc.get_count()[0]
print("assert False, 'm'", _b - _a, _c - _b)
gc.collect()
gc.get_count()
_a = gc.get_count()[0]
try:
    try:
        1/0
    finally:
        pass
except Exception as e:
    pass
_b = gc.get_count()[0]
try:
    try:
        1/0
    finally:
        pass
except Exception as e:
    pass
_c = gc.get_count()[0]
print("try:;     1/0; finally:;     pass", _b - _a, _c - _b)
gc.collect()
gc.get_count()
_a = gc.get_count()[0]
try:
    try:
        1/0
    except ZeroDivisionError as x:
        pass
except Exception as e:
    pass
_b = gc.get_count()[0]
try:
    try:
        1/0
    except ZeroDivisionError as x:
        pass
except Exception as e:
    pass
_c = gc.get_count()[0]
print("try:;     1/0; except ZeroDivisionError as x:;     pass", _b - _a, _c - _b)
gc.collect()
gc.get_count()
_a = gc.get_count()[0]
try:
    try:
        try:
            1/0
        except ZeroDivisionError:
            {}['a']
    except KeyError as x:
        pass
except Exception as e:
    pass
_b = gc.get_count()[0]
try:
    try:
        try:
            1/0
        except ZeroDivisionError:
            {}['a']
    except KeyError as x:
        pass
except Exception as e:
    pass
_c = gc.get_count()[0]
print("try:;     try:;         1/0;     except ZeroDivisionError:;         {}['a']; except KeyError as x:;     pass", _b - _a, _c - _b)
gc.collect()
gc.get_count()
_a = gc.get_count()[0]
try:
    class A: pass
except Exception as e:
    pass
_b = gc.get_count()[0]
try:
    class A: pass
except Exception as e:
    pass
_c = gc.get_count()[0]
print("class A: pass", _b - _a, _c - _b)
gc.collect()
gc.get_count()
_a = gc.get_count()[0]
try:
    class A(P): pass
except Exception as e:
    pass
_b = gc.get_count()[0]
try:
    class A(P): pass
except Exception as e:
    pass
_c = gc.get_count()[0]
print("class A(P): pass", _b - _a, _c - _b)
gc.collect()
gc.get_count()
_a = gc.get_count()[0]
try:
    class A(list): pass
except Exception as e:
    pass
_b = gc.get_count()[0]
try:
    class A(list): pass
except Exception as e:
    pass
_c = gc.get_count()[0]
print("class A(list): pass", _b - _a, _c - _b)
gc.collect()
gc.get_count()
_a = gc.get_count()[0]
try:
    class A(Exception): pass
except Exception as e:
    pass
_b = gc.get_count()[0]
try:
    class A(Exception): pass
except Exception as e:
    pass
_c = gc.get_count()[0]
print("class A(Exception): pass", _b - _a, _c - _b)
gc.collect()
gc.get_count()
_a = gc.get_count()[0]
try:
    def h(): pass
except Exception as e:
    pass
_b = gc.get_count()[0]
try:
    def h(): pass
except Exception as e:
    pass
_c = gc.get_count()[0]
print("def h(): pass", _b - _a, _c - _b)
gc.collect()
gc.get_count()
_a = gc.get_count()[0]
try:
    def h(a=1, *, b=2): pass
except Exception as e:
    pass
_b = gc.get_count()[0]
try:
    def h(a=1, *, b=2): pass
except Exception as e:
    pass
_c = gc.get_count()[0]
print("def h(a=1, *, b=2): pass", _b - _a, _c - _b)
gc.collect()
gc.get_count()
_a = gc.get_count()[0]
try:
    def h(a: int) -> int: pass
except Exception as e:
    pass
_b = gc.get_count()[0]
try:
    def h(a: int) -> int: pass
except Exception as e:
    pass
_c = gc.get_count()[0]
print("def h(a: int) -> int: pass", _b - _a, _c - _b)
gc.collect()
gc.get_count()
_a = gc.get_count()[0]
try:
    h = lambda: 1
except Exception as e:
    pass
_b = gc.get_count()[0]
try:
    h = lambda: 1
except Exception as e:
    pass
_c = gc.get_count()[0]
print("h = lambda: 1", _b - _a, _c - _b)
gc.collect()
gc.get_count()
_a = gc.get_count()[0]
try:
    lambda: o
except Exception as e:
    pass
_b = gc.get_count()[0]
try:
    lambda: o
except Exception as e:
    pass
_c = gc.get_count()[0]
print("lambda: o", _b - _a, _c - _b)
gc.collect()
gc.get_count()
_a = gc.get_count()[0]
try:
    object()
except Exception as e:
    pass
_b = gc.get_count()[0]
try:
    object()
except Exception as e:
    pass
_c = gc.get_count()[0]
print("object()", _b - _a, _c - _b)
gc.collect()
gc.get_count()
_a = gc.get_count()[0]
try:
    divmod(7, 2)
except Exception as e:
    pass
_b = gc.get_count()[0]
try:
    divmod(7, 2)
except Exception as e:
    pass
_c = gc.get_count()[0]
print("divmod(7, 2)", _b - _a, _c - _b)
gc.collect()
gc.get_count()
_a = gc.get_count()[0]
try:
    divmod(7.0, 2)
except Exception as e:
    pass
_b = gc.get_count()[0]
try:
    divmod(7.0, 2)
except Exception as e:
    pass
_c = gc.get_count()[0]
print("divmod(7.0, 2)", _b - _a, _c - _b)
gc.collect()
gc.get_count()
_a = gc.get_count()[0]
try:
    pow(2, 3)
except Exception as e:
    pass
_b = gc.get_count()[0]
try:
    pow(2, 3)
except Exception as e:
    pass
_c = gc.get_count()[0]
print("pow(2, 3)", _b - _a, _c - _b)
gc.collect()
gc.get_count()
_a = gc.get_count()[0]
try:
    pow(2, 3, 5)
except Exception as e:
    pass
_b = gc.get_count()[0]
try:
    pow(2, 3, 5)
except Exception as e:
    pass
_c = gc.get_count()[0]
print("pow(2, 3, 5)", _b - _a, _c - _b)
gc.collect()
gc.get_count()
_a = gc.get_count()[0]
try:
    round(1.5)
except Exception as e:
    pass
_b = gc.get_count()[0]
try:
    round(1.5)
except Exception as e:
    pass
_c = gc.get_count()[0]
print("round(1.5)", _b - _a, _c - _b)
gc.collect()
gc.get_count()
_a = gc.get_count()[0]
try:
    round(1.234, 2)
except Exception as e:
    pass
_b = gc.get_count()[0]
try:
    round(1.234, 2)
except Exception as e:
    pass
_c = gc.get_count()[0]
print("round(1.234, 2)", _b - _a, _c - _b)
gc.collect()
gc.get_count()
_a = gc.get_count()[0]
try:
    abs(-1)
except Exception as e:
    pass
_b = gc.get_count()[0]
try:
    abs(-1)
except Exception as e:
    pass
_c = gc.get_count()[0]
print("abs(-1)", _b - _a, _c - _b)
gc.collect()
gc.get_count()
_a = gc.get_count()[0]
try:
    range(3)
except Exception as e:
    pass
_b = gc.get_count()[0]
try:
    range(3)
except Exception as e:
    pass
_c = gc.get_count()[0]
print("range(3)", _b - _a, _c - _b)
gc.collect()
gc.get_count()
_a = gc.get_count()[0]
try:
    list(range(3))
except Exception as e:
    pass
_b = gc.get_count()[0]
try:
    list(range(3))
except Exception as e:
    pass
_c = gc.get_count()[0]
print("list(range(3))", _b - _a, _c - _b)
gc.collect()
gc.get_count()
_a = gc.get_count()[0]
try:
    slice(1, 2)
except Exception as e:
    pass
_b = gc.get_count()[0]
try:
    slice(1, 2)
except Exception as e:
    pass
_c = gc.get_count()[0]
print("slice(1, 2)", _b - _a, _c - _b)
gc.collect()
gc.get_count()
_a = gc.get_count()[0]
try:
    bytes(3)
except Exception as e:
    pass
_b = gc.get_count()[0]
try:
    bytes(3)
except Exception as e:
    pass
_c = gc.get_count()[0]
print("bytes(3)", _b - _a, _c - _b)
gc.collect()
gc.get_count()
_a = gc.get_count()[0]
try:
    bytes([1])
except Exception as e:
    pass
_b = gc.get_count()[0]
try:
    bytes([1])
except Exception as e:
    pass
_c = gc.get_count()[0]
print("bytes([1])", _b - _a, _c - _b)
gc.collect()
gc.get_count()
_a = gc.get_count()[0]
try:
    bytearray(b'a')
except Exception as e:
    pass
_b = gc.get_count()[0]
try:
    bytearray(b'a')
except Exception as e:
    pass
_c = gc.get_count()[0]
print("bytearray(b'a')", _b - _a, _c - _b)
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
    complex(1, 2)
except Exception as e:
    pass
_b = gc.get_count()[0]
try:
    complex(1, 2)
except Exception as e:
    pass
_c = gc.get_count()[0]
print("complex(1, 2)", _b - _a, _c - _b)
gc.collect()
gc.get_count()
_a = gc.get_count()[0]
try:
    chr(97)
except Exception as e:
    pass
_b = gc.get_count()[0]
try:
    chr(97)
except Exception as e:
    pass
_c = gc.get_count()[0]
print("chr(97)", _b - _a, _c - _b)
gc.collect()
gc.get_count()
_a = gc.get_count()[0]
try:
    ord('a')
except Exception as e:
    pass
_b = gc.get_count()[0]
try:
    ord('a')
except Exception as e:
    pass
_c = gc.get_count()[0]
print("ord('a')", _b - _a, _c - _b)
gc.collect()
gc.get_count()
_a = gc.get_count()[0]
try:
    hex(1)
except Exception as e:
    pass
_b = gc.get_count()[0]
try:
    hex(1)
except Exception as e:
    pass
_c = gc.get_count()[0]
print("hex(1)", _b - _a, _c - _b)
gc.collect()
gc.get_count()
_a = gc.get_count()[0]
try:
    format(1, 'd')
except Exception as e:
    pass
_b = gc.get_count()[0]
try:
    format(1, 'd')
except Exception as e:
    pass
_c = gc.get_count()[0]
print("format(1, 'd')", _b - _a, _c - _b)
gc.collect()
gc.get_count()
_a = gc.get_count()[0]
try:
    format(1.5, '.2f')
except Exception as e:
    pass
_b = gc.get_count()[0]
try:
    format(1.5, '.2f')
except Exception as e:
    pass
_c = gc.get_count()[0]
print("format(1.5, '.2f')", _b - _a, _c - _b)
gc.collect()
gc.get_count()
_a = gc.get_count()[0]
try:
    dir(o)
except Exception as e:
    pass
_b = gc.get_count()[0]
try:
    dir(o)
except Exception as e:
    pass
_c = gc.get_count()[0]
print("dir(o)", _b - _a, _c - _b)
gc.collect()
gc.get_count()
_a = gc.get_count()[0]
try:
    vars(o)
except Exception as e:
    pass
_b = gc.get_count()[0]
try:
    vars(o)
except Exception as e:
    pass
_c = gc.get_count()[0]
print("vars(o)", _b - _a, _c - _b)
gc.collect()
gc.get_count()
_a = gc.get_count()[0]
try:
    callable(f)
except Exception as e:
    pass
_b = gc.get_count()[0]
try:
    callable(f)
except Exception as e:
    pass
_c = gc.get_count()[0]
print("callable(f)", _b - _a, _c - _b)
gc.collect()
gc.get_count()
_a = gc.get_count()[0]
try:
    getattr(o, 'm')
except Exception as e:
    pass
_b = gc.get_count()[0]
try:
    getattr(o, 'm')
except Exception as e:
    pass
_c = gc.get_count()[0]
print("getattr(o, 'm')", _b - _a, _c - _b)
gc.collect()
gc.get_count()
_a = gc.get_count()[0]
try:
    getattr(o, 'zz', None)
except Exception as e:
    pass
_b = gc.get_count()[0]
try:
    getattr(o, 'zz', None)
except Exception as e:
    pass
_c = gc.get_count()[0]
print("getattr(o, 'zz', None)", _b - _a, _c - _b)
gc.collect()
gc.get_count()
_a = gc.get_count()[0]
try:
    hasattr(o, 'zz')
except Exception as e:
    pass
_b = gc.get_count()[0]
try:
    hasattr(o, 'zz')
except Exception as e:
    pass
_c = gc.get_count()[0]
print("hasattr(o, 'zz')", _b - _a, _c - _b)
gc.collect()
gc.get_count()
_a = gc.get_count()[0]
try:
    setattr(o, 'y', 1)
except Exception as e:
    pass
_b = gc.get_count()[0]
try:
    setattr(o, 'y', 1)
except Exception as e:
    pass
_c = gc.get_count()[0]
print("setattr(o, 'y', 1)", _b - _a, _c - _b)
gc.collect()
gc.get_count()
_a = gc.get_count()[0]
try:
    isinstance(o, P)
except Exception as e:
    pass
_b = gc.get_count()[0]
try:
    isinstance(o, P)
except Exception as e:
    pass
_c = gc.get_count()[0]
print("isinstance(o, P)", _b - _a, _c - _b)
gc.collect()
gc.get_count()
_a = gc.get_count()[0]
try:
    issubclass(P, object)
except Exception as e:
    pass
_b = gc.get_count()[0]
try:
    issubclass(P, object)
except Exception as e:
    pass
_c = gc.get_count()[0]
print("issubclass(P, object)", _b - _a, _c - _b)
gc.collect()
gc.get_count()
_a = gc.get_count()[0]
try:
    globals()
except Exception as e:
    pass
_b = gc.get_count()[0]
try:
    globals()
except Exception as e:
    pass
_c = gc.get_count()[0]
print("globals()", _b - _a, _c - _b)
gc.collect()
gc.get_count()
_a = gc.get_count()[0]
try:
    locals()
except Exception as e:
    pass
_b = gc.get_count()[0]
try:
    locals()
except Exception as e:
    pass
_c = gc.get_count()[0]
print("locals()", _b - _a, _c - _b)
gc.collect()
gc.get_count()
_a = gc.get_count()[0]
try:
    type('X', (), {})
except Exception as e:
    pass
_b = gc.get_count()[0]
try:
    type('X', (), {})
except Exception as e:
    pass
_c = gc.get_count()[0]
print("type('X', (), {})", _b - _a, _c - _b)
gc.collect()
gc.get_count()
_a = gc.get_count()[0]
try:
    super(P, o).__init__()
except Exception as e:
    pass
_b = gc.get_count()[0]
try:
    super(P, o).__init__()
except Exception as e:
    pass
_c = gc.get_count()[0]
print("super(P, o).__init__()", _b - _a, _c - _b)
gc.collect()
gc.get_count()
_a = gc.get_count()[0]
try:
    P.__name__
except Exception as e:
    pass
_b = gc.get_count()[0]
try:
    P.__name__
except Exception as e:
    pass
_c = gc.get_count()[0]
print("P.__name__", _b - _a, _c - _b)
gc.collect()
gc.get_count()
_a = gc.get_count()[0]
try:
    P.__mro__
except Exception as e:
    pass
_b = gc.get_count()[0]
try:
    P.__mro__
except Exception as e:
    pass
_c = gc.get_count()[0]
print("P.__mro__", _b - _a, _c - _b)
gc.collect()
gc.get_count()
_a = gc.get_count()[0]
try:
    P.__subclasses__()
except Exception as e:
    pass
_b = gc.get_count()[0]
try:
    P.__subclasses__()
except Exception as e:
    pass
_c = gc.get_count()[0]
print("P.__subclasses__()", _b - _a, _c - _b)
gc.collect()
gc.get_count()
_a = gc.get_count()[0]
try:
    f.__defaults__
except Exception as e:
    pass
_b = gc.get_count()[0]
try:
    f.__defaults__
except Exception as e:
    pass
_c = gc.get_count()[0]
print("f.__defaults__", _b - _a, _c - _b)
gc.collect()
gc.get_count()
_a = gc.get_count()[0]
try:
    f.__code__
except Exception as e:
    pass
_b = gc.get_count()[0]
try:
    f.__code__
except Exception as e:
    pass
_c = gc.get_count()[0]
print("f.__code__", _b - _a, _c - _b)
gc.collect()
gc.get_count()
_a = gc.get_count()[0]
try:
    f.__name__
except Exception as e:
    pass
_b = gc.get_count()[0]
try:
    f.__name__
except Exception as e:
    pass
_c = gc.get_count()[0]
print("f.__name__", _b - _a, _c - _b)
gc.collect()
gc.get_count()
_a = gc.get_count()[0]
try:
    sys.getsizeof(L)
except Exception as e:
    pass
_b = gc.get_count()[0]
try:
    sys.getsizeof(L)
except Exception as e:
    pass
_c = gc.get_count()[0]
print("sys.getsizeof(L)", _b - _a, _c - _b)
gc.collect()
gc.get_count()
_a = gc.get_count()[0]
try:
    sys.getrefcount(L)
except Exception as e:
    pass
_b = gc.get_count()[0]
try:
    sys.getrefcount(L)
except Exception as e:
    pass
_c = gc.get_count()[0]
print("sys.getrefcount(L)", _b - _a, _c - _b)
gc.collect()
gc.get_count()
_a = gc.get_count()[0]
try:
    gc.get_referents(L)
except Exception as e:
    pass
_b = gc.get_count()[0]
try:
    gc.get_referents(L)
except Exception as e:
    pass
_c = gc.get_count()[0]
print("gc.get_referents(L)", _b - _a, _c - _b)
gc.collect()
gc.get_count()
_a = gc.get_count()[0]
try:
    gc.get_threshold()
except Exception as e:
    pass
_b = gc.get_count()[0]
try:
    gc.get_threshold()
except Exception as e:
    pass
_c = gc.get_count()[0]
print("gc.get_threshold()", _b - _a, _c - _b)
gc.collect()
gc.get_count()
_a = gc.get_count()[0]
try:
    gc.isenabled()
except Exception as e:
    pass
_b = gc.get_count()[0]
try:
    gc.isenabled()
except Exception as e:
    pass
_c = gc.get_count()[0]
print("gc.isenabled()", _b - _a, _c - _b)
gc.collect()
gc.get_count()
_a = gc.get_count()[0]
try:
    gc.is_tracked(L)
except Exception as e:
    pass
_b = gc.get_count()[0]
try:
    gc.is_tracked(L)
except Exception as e:
    pass
_c = gc.get_count()[0]
print("gc.is_tracked(L)", _b - _a, _c - _b)
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
    x = y = []
except Exception as e:
    pass
_b = gc.get_count()[0]
try:
    x = y = []
except Exception as e:
    pass
_c = gc.get_count()[0]
print("x = y = []", _b - _a, _c - _b)
gc.collect()
gc.get_count()
_a = gc.get_count()[0]
try:
    x += [1]
except Exception as e:
    pass
_b = gc.get_count()[0]
try:
    x += [1]
except Exception as e:
    pass
_c = gc.get_count()[0]
print("x += [1]", _b - _a, _c - _b)
gc.collect()
gc.get_count()
_a = gc.get_count()[0]
try:
    T += (1,)
except Exception as e:
    pass
_b = gc.get_count()[0]
try:
    T += (1,)
except Exception as e:
    pass
_c = gc.get_count()[0]
print("T += (1,)", _b - _a, _c - _b)
gc.collect()
gc.get_count()
_a = gc.get_count()[0]
try:
    global_x = [1]; del global_x
except Exception as e:
    pass
_b = gc.get_count()[0]
try:
    global_x = [1]; del global_x
except Exception as e:
    pass
_c = gc.get_count()[0]
print("global_x = [1]; del global_x", _b - _a, _c - _b)
gc.collect()
gc.get_count()
_a = gc.get_count()[0]
try:
    1 if L else 2
except Exception as e:
    pass
_b = gc.get_count()[0]
try:
    1 if L else 2
except Exception as e:
    pass
_c = gc.get_count()[0]
print("1 if L else 2", _b - _a, _c - _b)
gc.collect()
gc.get_count()
_a = gc.get_count()[0]
try:
    L and D
except Exception as e:
    pass
_b = gc.get_count()[0]
try:
    L and D
except Exception as e:
    pass
_c = gc.get_count()[0]
print("L and D", _b - _a, _c - _b)
gc.collect()
gc.get_count()
_a = gc.get_count()[0]
try:
    not L
except Exception as e:
    pass
_b = gc.get_count()[0]
try:
    not L
except Exception as e:
    pass
_c = gc.get_count()[0]
print("not L", _b - _a, _c - _b)
gc.collect()
gc.get_count()
_a = gc.get_count()[0]
try:
    1 < 2 < 3
except Exception as e:
    pass
_b = gc.get_count()[0]
try:
    1 < 2 < 3
except Exception as e:
    pass
_c = gc.get_count()[0]
print("1 < 2 < 3", _b - _a, _c - _b)
gc.collect()
gc.get_count()
_a = gc.get_count()[0]
try:
    L is D
except Exception as e:
    pass
_b = gc.get_count()[0]
try:
    L is D
except Exception as e:
    pass
_c = gc.get_count()[0]
print("L is D", _b - _a, _c - _b)
gc.collect()
gc.get_count()
_a = gc.get_count()[0]
try:
    1 in L
except Exception as e:
    pass
_b = gc.get_count()[0]
try:
    1 in L
except Exception as e:
    pass
_c = gc.get_count()[0]
print("1 in L", _b - _a, _c - _b)
gc.collect()
gc.get_count()
_a = gc.get_count()[0]
try:
    'a' in D
except Exception as e:
    pass
_b = gc.get_count()[0]
try:
    'a' in D
except Exception as e:
    pass
_c = gc.get_count()[0]
print("'a' in D", _b - _a, _c - _b)
gc.collect()
gc.get_count()
_a = gc.get_count()[0]
try:
    (x := 5)
except Exception as e:
    pass
_b = gc.get_count()[0]
try:
    (x := 5)
except Exception as e:
    pass
_c = gc.get_count()[0]
print("(x := 5)", _b - _a, _c - _b)
gc.collect()
gc.get_count()
_a = gc.get_count()[0]
try:
    [[1], [2]]
except Exception as e:
    pass
_b = gc.get_count()[0]
try:
    [[1], [2]]
except Exception as e:
    pass
_c = gc.get_count()[0]
print("[[1], [2]]", _b - _a, _c - _b)
gc.collect()
gc.get_count()
_a = gc.get_count()[0]
try:
    (1, [2])
except Exception as e:
    pass
_b = gc.get_count()[0]
try:
    (1, [2])
except Exception as e:
    pass
_c = gc.get_count()[0]
print("(1, [2])", _b - _a, _c - _b)
gc.collect()
gc.get_count()
_a = gc.get_count()[0]
try:
    {'a': [1]}
except Exception as e:
    pass
_b = gc.get_count()[0]
try:
    {'a': [1]}
except Exception as e:
    pass
_c = gc.get_count()[0]
print("{'a': [1]}", _b - _a, _c - _b)
gc.collect()
gc.get_count()
_a = gc.get_count()[0]
try:
    [lambda: 1]
except Exception as e:
    pass
_b = gc.get_count()[0]
try:
    [lambda: 1]
except Exception as e:
    pass
_c = gc.get_count()[0]
print("[lambda: 1]", _b - _a, _c - _b)
gc.collect()
gc.get_count()
_a = gc.get_count()[0]
try:
    bytes.fromhex('00')
except Exception as e:
    pass
_b = gc.get_count()[0]
try:
    bytes.fromhex('00')
except Exception as e:
    pass
_c = gc.get_count()[0]
print("bytes.fromhex('00')", _b - _a, _c - _b)
gc.collect()
gc.get_count()
_a = gc.get_count()[0]
try:
    'a'.isalpha()
except Exception as e:
    pass
_b = gc.get_count()[0]
try:
    'a'.isalpha()
except Exception as e:
    pass
_c = gc.get_count()[0]
print("'a'.isalpha()", _b - _a, _c - _b)
gc.collect()
gc.get_count()
_a = gc.get_count()[0]
try:
    int.from_bytes(b'a', 'big')
except Exception as e:
    pass
_b = gc.get_count()[0]
try:
    int.from_bytes(b'a', 'big')
except Exception as e:
    pass
_c = gc.get_count()[0]
print("int.from_bytes(b'a', 'big')", _b - _a, _c - _b)
gc.collect()
gc.get_count()
_a = gc.get_count()[0]
try:
    (5).to_bytes(2, 'big')
except Exception as e:
    pass
_b = gc.get_count()[0]
try:
    (5).to_bytes(2, 'big')
except Exception as e:
    pass
_c = gc.get_count()[0]
print("(5).to_bytes(2, 'big')", _b - _a, _c - _b)
gc.collect()
gc.get_count()
_a = gc.get_count()[0]
try:
    'x'.join([])
except Exception as e:
    pass
_b = gc.get_count()[0]
try:
    'x'.join([])
except Exception as e:
    pass
_c = gc.get_count()[0]
print("'x'.join([])", _b - _a, _c - _b)
gc.collect()
gc.get_count()
_a = gc.get_count()[0]
try:
    str.maketrans('a', 'b')
except Exception as e:
    pass
_b = gc.get_count()[0]
try:
    str.maketrans('a', 'b')
except Exception as e:
    pass
_c = gc.get_count()[0]
print("str.maketrans('a', 'b')", _b - _a, _c - _b)
gc.collect()
gc.get_count()
_a = gc.get_count()[0]
try:
    'a'.translate({97: 'b'})
except Exception as e:
    pass
_b = gc.get_count()[0]
try:
    'a'.translate({97: 'b'})
except Exception as e:
    pass
_c = gc.get_count()[0]
print("'a'.translate({97: 'b'})", _b - _a, _c - _b)
gc.collect()
gc.get_count()
_a = gc.get_count()[0]
try:
    ' a '.strip()
except Exception as e:
    pass
_b = gc.get_count()[0]
try:
    ' a '.strip()
except Exception as e:
    pass
_c = gc.get_count()[0]
print("' a '.strip()", _b - _a, _c - _b)
gc.collect()
gc.get_count()
_a = gc.get_count()[0]
try:
    'a\nb'.splitlines()
except Exception as e:
    pass
_b = gc.get_count()[0]
try:
    'a\nb'.splitlines()
except Exception as e:
    pass
_c = gc.get_count()[0]
print("'a\\nb'.splitlines()", _b - _a, _c - _b)
gc.collect()
gc.get_count()
_a = gc.get_count()[0]
try:
    'abc'.find('a')
except Exception as e:
    pass
_b = gc.get_count()[0]
try:
    'abc'.find('a')
except Exception as e:
    pass
_c = gc.get_count()[0]
print("'abc'.find('a')", _b - _a, _c - _b)
gc.collect()
gc.get_count()
_a = gc.get_count()[0]
try:
    'abc'.find('a', 1)
except Exception as e:
    pass
_b = gc.get_count()[0]
try:
    'abc'.find('a', 1)
except Exception as e:
    pass
_c = gc.get_count()[0]
print("'abc'.find('a', 1)", _b - _a, _c - _b)
gc.collect()
gc.get_count()
_a = gc.get_count()[0]
try:
    'abc'.count('a')
except Exception as e:
    pass
_b = gc.get_count()[0]
try:
    'abc'.count('a')
except Exception as e:
    pass
_c = gc.get_count()[0]
print("'abc'.count('a')", _b - _a, _c - _b)
gc.collect()
gc.get_count()
_a = gc.get_count()[0]
try:
    [].append
except Exception as e:
    pass
_b = gc.get_count()[0]
try:
    [].append
except Exception as e:
    pass
_c = gc.get_count()[0]
print("[].append", _b - _a, _c - _b)
