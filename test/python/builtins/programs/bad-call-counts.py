import gc
def o0(a, *rest, **named): return (a, rest)
def o1(a, *rest): return (a, rest)
def o2(a, **named): return a
def o3(a): return a
def o4(a, *, b): return a
def t(f):
    gc.collect()
    a = gc.get_count()
    try: f()
    except Exception as exc:
        print(type(exc).__name__, exc)
    b = gc.get_count()
    print(b[0] - a[0])
L = [1, 2]
M = [1]
D = {'a': 1}
E = {'c': 1}
for o in o0, o1, o2, o3, o4:
    print(o.__name__)
    t(lambda: o(*L, c=1, **D))
    t(lambda: o(*L, **D))
    t(lambda: o(1, 2, a=3))
    t(lambda: o(1, c=2, a=3))
    t(lambda: o(1, a=3))
    t(lambda: o(*M, **E))
    t(lambda: o(1, c=2))
    t(lambda: o(1, b=2))
    t(lambda: o())
    t(lambda: o(c=2))
    t(lambda: o(1, 2, 3))
    t(lambda: o(*L))
