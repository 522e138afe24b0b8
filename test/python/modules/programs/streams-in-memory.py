import io, sys, gc
from io import StringIO, BytesIO
s = StringIO()
print(type(s), StringIO.__mro__, StringIO.__name__, StringIO.__module__, sys.getsizeof(s), gc.is_tracked(s), repr(s)[:23])
print(s.write("hello"), s.write(""), s.write(" wörld\n"), s.tell(), s.getvalue())
print(s.seek(0), s.read(3), s.readline(), s.read(), s.seek(0, 2), s.tell())
s.write("a\nb\nc"); s.seek(0); print(list(s), s.readlines(), s.readline())
s.seek(2); s.write("XX"); print(s.getvalue(), s.truncate(4), s.getvalue(), s.truncate(), s.tell())
s.seek(8); s.write("!"); print(repr(s.getvalue()))
t = StringIO("one\ntwo\nthree"); print(t.tell(), t.read(4), [l for l in t], t.seek(0), t.readlines(5), t.readline(2), t.readline(-1))
for nl in ("", "\n", "\r", "\r\n", None):
    u = StringIO("a\r\nb\rc\nd", newline=nl); print(repr(nl), repr(u.getvalue()), u.readlines())
    w = StringIO(newline=nl); w.write("x\ny\r\n"); print(repr(w.getvalue()))
x = ["part", "".join(["ab", "cd"])]
c = sys.getrefcount(x[1]); v = StringIO(); v.write(x[1]); print(sys.getrefcount(x[1]) - c); v.write("z"); print(v.getvalue(), sys.getrefcount(x[1]) - c)
one = StringIO(); one.write(x[1]); print(one.getvalue() is x[1], one.getvalue() is one.getvalue())
for bad in (lambda: s.write(5), lambda: s.write(b"x"), lambda: s.write(), lambda: StringIO(5), lambda: StringIO("a", "q"), lambda: s.seek(-1), lambda: s.seek(1, 1), lambda: s.seek(0, 5), lambda: s.read("x"), lambda: s.truncate(-1), lambda: s.fileno(), lambda: s.detach(), lambda: StringIO(newline=5), lambda: s.writelines(5), lambda: s.seek(None), lambda: s.nothing, lambda: next(StringIO())):
    try: print(bad())
    except Exception as err: print(type(err).__name__, err)
print(s.readable(), s.writable(), s.seekable(), s.isatty(), s.closed, s.line_buffering, s.encoding, s.errors, s.newlines, s.flush())
s.writelines(["1", "2"]); print(s.getvalue()[-3:])
with s as q: print(q is s, s.closed)
print(s.closed, s.close())
for bad in (lambda: s.write("x"), lambda: s.getvalue(), lambda: s.read(), lambda: s.__enter__(), lambda: iter(s), lambda: s.flush(), lambda: s.readable(), lambda: s.isatty(), lambda: s.tell()):
    try: print(bad())
    except Exception as err: print(type(err).__name__, err)
print("x", 1, file=v); print("y", end="", file=v); print(v.getvalue())
v.attr = 1; print(vars(v), v.attr)
class Up(StringIO):
    def write(self, t): return super().write(t.upper())
    def extra(self): return self.getvalue() + "?"
up = Up("init"); up.seek(0, 2); print("text", file=up); print(up.extra(), sys.getsizeof(up) > 100, isinstance(up, io.StringIO), issubclass(Up, StringIO))
class NoInit(StringIO):
    def __init__(self): pass
try: NoInit().write("x")
except ValueError as e: print(e)
b = BytesIO(); print(b.write(b"abc"), b.write(bytearray(b"d\ne")), b.getvalue(), b.tell(), b.seek(1), b.read(2), b.readline(), b.read(), sys.getsizeof(b))
b.seek(0); print(list(b), b.seek(-2, 2), b.read(), b.seek(1, 1) , b.seek(0), b.readlines())
b.seek(2); b.write(b"ZZ"); print(b.getvalue(), b.truncate(3), b.getvalue()); b.seek(6); b.write(b"."); print(b.getvalue())
d = b"constant bytes"; e = BytesIO(d); print(e.getvalue() is d, e.read() is d, sys.getsizeof(e)); e.write(b"!"); print(e.getvalue(), d, sys.getsizeof(e) > 80)
for bad in (lambda: b.write("x"), lambda: b.write(5), lambda: BytesIO("x"), lambda: b.seek(-1), lambda: b.seek(0, 9), lambda: b.read(1.5), lambda: b.truncate(-1), lambda: b.fileno(), lambda: BytesIO(5)):
    try: print(bad())
    except Exception as err: print(type(err).__name__, err)
m = bytearray(4); e.seek(0); print(e.readinto(m), m, e.tell(), e.getbuffer().nbytes, e.getbuffer()[0])
e.close(); print(e.closed)
try: e.read()
except ValueError as er: print(er)
big = StringIO()
for i in range(300): big.write(str(i))
print(len(big.getvalue()), big.getvalue()[-6:], big.tell(), StringIO("a" * 10).read(3), StringIO("中😀x\n").read(2))
import contextlib
out = StringIO()
with contextlib.redirect_stdout(out): print("captured")
print(repr(out.getvalue()))
p = StringIO(); p.me = p; import weakref; r = weakref.ref(p); del p; print(r() is not None, gc.collect() > 0, r())
