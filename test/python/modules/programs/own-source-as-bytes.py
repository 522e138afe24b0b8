import os, io
# 中文 comment
with open(__file__, "rb") as f:
    data = f.read()
    print(type(data).__name__, data[:10], f.tell() == len(data), f.mode, f.closed, type(f).__name__, repr(f).startswith("<_io.BufferedReader name="), f.readable(), f.writable(), f.seekable())
    print(f.read(), f.readline(), f.seek(0), f.read(3), f.seek(-3, 2) == len(data) - 3, f.read())
print(f.closed, os.path.getsize(__file__) == len(data), len(data) > len(data.decode()))
with open(__file__, mode="rb") as f:
    print(f.readline(), f.read(5), next(f)[-8:], f.peek()[:4], f.read1(2))
    b = bytearray(4)
    print(f.readinto(b), b)
    for line in f:
        pass
    print(line, isinstance(f, io.BufferedReader), isinstance(f, io.TextIOWrapper))
    try:
        f.write(b"x")
    except io.UnsupportedOperation as e:
        print(e)
for g in (lambda: f.read(), lambda: open("/no/such/file", "rb"), lambda: os.path.getsize("/no/such"), lambda: open(__file__, "rb", encoding="utf-8"), lambda: open(__file__, "rbt")):
    try:
        g()
    except (ValueError, OSError) as e:
        print(type(e).__name__, e)
with open(__file__, "rb") as f:
    lines = f.readlines()
    print(len(lines), sum(map(len, lines)) == len(data), lines[1])
f.close()
for g in (f.read,f.readline,f.tell,lambda:f.seek(0),f.peek,f.readlines,lambda: next(f),f.flush,f.readable,f.__enter__,lambda:f.readinto(bytearray(1)),f.fileno,f.isatty,f.close,f.read1,f.writable, f.seekable):
    try:
        print(g(), end=";")
    except ValueError as e:
        print(e,end=";")
print()
