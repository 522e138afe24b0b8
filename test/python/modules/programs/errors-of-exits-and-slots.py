import traceback
class C:
    def __enter__(self): return self
    def __exit__(self, *a): raise KeyError('exit')
def f():
    with C() as c:
        x = 1
        raise ValueError('body')
def g():
    with C() as c:
        x = 1
class S: __slots__ = ('abc',)
def h():
    S().abd = 1
def i():
    S().abc
def j():
    import sys
    del sys.nonexistent
for one in (f, g, h, i, j):
    try: one()
    except Exception: print(traceback.format_exc().replace(__file__, 'FILE'))
