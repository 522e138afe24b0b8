def mk(v):
    def f(): return v
    return f.__closure__[0]
a, b, c = mk(1), mk(1), mk(2)
print(a == b, a < c, a > c, a != b, a == 1, a <= b)
d = mk([1])
del d.cell_contents
e = mk(None)
del e.cell_contents
print(d == e, d < a, a < d, d != a, d >= e)
del d.cell_contents
for op in (lambda: hash(a), lambda: {a}, lambda: mk("x") < a, lambda: d.cell_contents, lambda: a < 5):
    try: print(op())
    except Exception as x: print(type(x).__name__, x)
print(repr(d)[:9], repr(d)[-7:], repr(a)[-40:][-1:], "int object" in repr(a))
