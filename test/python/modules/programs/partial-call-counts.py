import gc
import functools
class K:
    def __init__(self, *a): pass
class C:
    def __call__(self, *a): pass
def t(nm, f):
    gc.collect()
    a = gc.get_count()
    try: f()
    except Exception as exc:
        e = type(exc).__name__
    else: e = None
    b = gc.get_count()
    print(nm, e, b[0] - a[0])
fs = [K, C(), list, dict, range, max, print, 'x'.join, slice, complex, object.__repr__, (1).__add__, str.join]
for i in range(2):
    for f, one, two in [(K, 1, 2), (C(), 1, 2), (range, 1, 2), (max, 1, 2), (print, 1, 2), (slice, 1, 2), (complex, 1, 2), (str, b'x', 'utf8'), (int, '1', 8), (str.join, ',', []), (str.__add__, 'a', 'b'), (isinstance, 1, int)]:
        o = functools.partial(f, one)
        t(getattr(f, '__name__', 'c'), lambda: o(two))
        t('map', lambda: list(map(o, [two])))
        t('star', lambda: o(*[two]))
        t('none', lambda: functools.partial(f)(one))
