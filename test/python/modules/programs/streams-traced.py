import tracemalloc, sys
from io import StringIO, BytesIO
res = []
def t(f):
    f()
    tracemalloc.start()
    b = tracemalloc.get_traced_memory()[0]
    r = f()
    c, p = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    res.append((f.__name__, c - b, p - b))
def empty(): return StringIO()
def initial(): return StringIO("abc" * 50)
def written():
    s = StringIO()
    for i in range(50): s.write("line %d\n" % i)
    return s
def value():
    s = StringIO()
    for i in range(50): s.write("line %d\n" % i)
    return s.getvalue()
def value_kept():
    s = StringIO()
    for i in range(50): s.write("line %d\n" % i)
    s.getvalue()
    return s
def seeked():
    s = StringIO()
    for i in range(50): s.write("line %d\n" % i)
    s.seek(0)
    s.readline()
    return s
def middle():
    s = StringIO()
    s.write("x" * 300)
    s.seek(10); s.write("y"); s.seek(0, 2); s.write("z" * 100)
    return s
def trunc():
    s = StringIO("q" * 1000); s.truncate(10)
    return s
def printed():
    s = StringIO()
    for i in range(20): print("row", i, file=s)
    return s
def wide():
    s = StringIO(); s.write("abc"); s.write("é" * 10); s.write("中" * 10); s.write("😀")
    return s
def bempty(): return BytesIO()
def binit(): return BytesIO(b"abc" * 100)
def bwritten():
    b = BytesIO()
    for i in range(50): b.write(b"line %d\n" % i)
    return b
def bvalue():
    b = BytesIO()
    for i in range(50): b.write(b"line %d\n" % i)
    return b.getvalue()
def bshared():
    b = BytesIO(b"x" * 100)
    b.write(b"yy")
    return b
def btrunc():
    b = BytesIO(b"x" * 1000); b.truncate(5)
    return b
def closed():
    s = StringIO(); s.write("abc" * 100); s.close()
    return s
def lines():
    return [l for l in StringIO("a\nb\nc\n" * 10)]
for f in (empty, initial, written, value, value_kept, seeked, middle, trunc, printed, wide, bempty, binit, bwritten, bvalue, bshared, btrunc, closed, lines): t(f)
for r in res: print(*r)
b = BytesIO(); print([sys.getsizeof(b)] + [b.write(b"x" * 10) and sys.getsizeof(b) for _ in range(12)])
