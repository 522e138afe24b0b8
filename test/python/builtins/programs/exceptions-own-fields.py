import gc, sys
def show(e):
    r = gc.get_referents(e)
    print(type(e).__name__, [type(x).__name__ for x in r], e.args, sys.getsizeof(e), e)
for e in (OSError(), OSError(1), OSError(2, 'no'), OSError(2, 'no', 'f'), OSError(2, 'no', 'f', None, 'g'), OSError(99999, 'x'), OSError(1,2,3,4,5,6), OSError('a', 'b'), FileNotFoundError(2, 'x', b'y'), BlockingIOError(11, 'x', 5), OSError(2, 'no', None), OSError(2,'no',0)):
    show(e)
    for n in ('errno', 'strerror', 'filename', 'filename2', 'characters_written'):
        try: print(n, repr(getattr(e, n)), end='; ')
        except Exception as x: print(type(x).__name__, x, end='; ')
    print()
e = OSError(2, 'no')
e.args = (1, 2)
print(e, e.errno, e.args, repr(e))
e.errno = 5
print(e, e.args)
e.strerror = None
print(e, str(e))
e.filename = 'zz'
print(e, repr(e))
e = OSError(2, 'no', 'f')
e.filename = None
print(e, e.args, e.filename)
del e.filename
print(e, e.filename)
e = OSError()
e.errno = 3; print(str(e), repr(e)); e.strerror = 'x'; print(str(e))
e = BlockingIOError(11, 'x', 5)
print(e.characters_written, e.filename, e.args)
e.characters_written = 7
print(e.characters_written)
del e.characters_written
try: e.characters_written
except AttributeError as x: print(x)
t = (2, 'file')
o = OSError(*t)
print(sys.getrefcount(o.strerror) - sys.getrefcount(t[1]))
try: open('/nonexistent')
except OSError as x: show(x); print(x.filename, x.filename2)
class E(OSError):
    def __init__(self, a): super().__init__(a, 'said')
try: show(E(4))
except Exception as x: print(type(x), x)
class F(OSError):
    def __init__(self, *a): pass
    def __new__(cls, *a): return super().__new__(cls, *a)
show(F(4, 'x'))
e=F(4,'x'); print(e.errno, e.args)
x = StopIteration(1,2); show(x); print(x.value)
x.args=(5,); print(x.value)
x = SystemExit(3); show(x); print(x.code); x.args=(4,); print(x.code)
x = SystemExit(3, 4); show(x); print(x.code)
x = SystemExit(); show(x); print(x.code)
x = ImportError('a', name='n', path='p'); show(x); print(x.msg, x.name, x.path); x.args=('zz',); print(x, x.msg)
x = ImportError('a', 'b'); show(x); print(x.msg)
x = SyntaxError('m', ('f', 1, 2, 'text')); show(x); print(x.msg, x.lineno); x.args = (); print(x)
x = UnicodeDecodeError('utf-8', b'abc', 0, 1, 'why'); show(x); x.args = (1,); print(x, x.reason, x.start); x.start = 2; print(x)
x = UnicodeEncodeError('ascii', 'abc', 0, 1, 'why'); show(x)
x = KeyError(1); show(x)
x = AttributeError('m', name='n', obj=5) if sys.version_info >= (3,10) else AttributeError('m'); show(x)
x = NameError('m'); show(x)
