import os, os.path as p, gc, sys
class P:
    def __init__(self, s): self.s = s
    def __fspath__(self): return self.s
def t(f):
    try: print(f())
    except Exception as e: print(type(e).__name__ + ':', e)
for f in (lambda: p.commonpath([]), lambda: p.commonpath(iter(['/a/b', '/a/c'])), lambda: p.commonpath(['/a','b']), lambda: p.commonpath(['a', b'b']), lambda: p.commonpath(5), lambda: p.relpath('a', 3), lambda: p.relpath('a', b'b'), lambda: p.join('a', 1), lambda: p.join('a', b'b'), lambda: p.join(1), lambda: p.commonprefix([1]), lambda: p.normpath(None), lambda: p.isabs(3), lambda: p.normpath(b'a/..//b'), lambda: p.relpath(''), lambda: p.join(P('a'), P('b')), lambda: p.split(P('/x/y')), lambda: os.fspath(P(3)), lambda: os.fspath(P(b'q')), lambda: p.splitext(b'a.b.c'), lambda: p.isdir(P('a')), lambda: p.dirname(b'/a/b'), lambda: p.basename(p='/q/r'), lambda: p.join(a='x'), lambda: p.abspath('/a/../b'), lambda: p.commonprefix([['a', 'b'], ['a', 'c']]), lambda: p.relpath(b'/a/b', b'/a/c'), lambda: p.realpath('/a/b/../c'), lambda: p.normcase(b'A')):
    t(f)
gc.collect()
for name in 'isabs dirname basename split splitext normpath abspath splitdrive'.split():
    f = getattr(p, name)
    f('/a/b.c')
    a = gc.get_count()
    x = f('/a/b.c')
    print(name, gc.get_count()[0] - a[0], sys.getrefcount(f))
    del x
