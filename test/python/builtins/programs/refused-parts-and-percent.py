class T(tuple):
    def __init__(s, *a, **k): s.k = k
class V(frozenset):
    def __init__(s, *a, **k): s.k = k
class W(float):
    def __init__(s, *a, **k): s.k = k
class L(list):
    def __init__(s, *a, **k): s.k = k
class S(set):
    def __init__(s, *a, **k): s.k = k
class U(tuple): pass
for c in (T, V, W, L, S):
    try: o = c(x=1); print(o.k, len(o) if c is not W else o)
    except TypeError as e: print(c.__name__, e)
for b in (set, frozenset, str, dict, Exception, U):
    for s in (('__weakref__',), ('__dict__',), ('x', '__weakref__'), '__weakref__'):
        try: type('C', (b,), {'__slots__': s}); print(b.__name__, s)
        except TypeError as e: print(b.__name__, s, e)
class G:
    def __getitem__(s, i): return i
try: reversed(G())
except TypeError as e: print(e)
try: U(x=1)
except TypeError as e: print(e)
for x in ('%d', '%x', '%c', '%i', '%5.2f'):
    try: print(x % {1, 2})
    except TypeError as e: print(e)
print("%s" % {1}, "%s and %s" % ({1}, frozenset()), "%r" % frozenset([2]))
for x in ([1], {1}, 2.5, None, {}, "ab", -1, 0x110000):
    for f in ("%c", b"%c", "a%cb%c"):
        try: print(f % (x, x) if len(f) > 3 else f % (x,))
        except Exception as e: print(type(e).__name__, e)
