# What the module traceback tells of exceptions, with causes, notes and limits.
import traceback, sys
def hidden(text): return text.replace(__file__, 'FILE')
class Mine(Exception):
    def __str__(self): return "multi\nline"
class Outer:
    class Inner(ValueError): pass
def show(f, **k):
    try: f()
    except Exception as e:
        print(hidden(traceback.format_exc(**k)), end='')
        print(traceback.format_exception_only(type(e), e), [l.count("\n") for l in traceback.format_exception(type(e), e, e.__traceback__)])
def a(): raise Mine
def b(): raise Outer.Inner("x")
def c():
    lenght = 1
    return length
def d(): return "".uper()
def e():
    try: a()
    except Mine as x: raise Outer.Inner("y") from x
def f(): eval("1 +")
def g():
    import collections
    collections.deque(maxlen=-1)
    return collections.ordereddict
for fun in (a, b, c, d, e, f, g): show(fun)
show(e, limit=1); show(e, limit=-1); show(e, chain=False); show(a, limit=0)
if hasattr(Mine, "add_note"):
    def n():
        x = Mine(); x.add_note("one"); x.add_note("two\nlines"); raise x
    show(n)
try: raise Mine
except Mine as x: print([hidden(one) for one in traceback.format_tb(x.__traceback__)])
try: a()
except Mine: print(hidden(traceback.format_exc(limit=1)))
