import os
for args in ((2, "no"), (2, "no", "f.txt"), (13, "perm"), (17, "ex"), (1,), (), (2, "a", "b", None, "c"), (99999, "odd"), (20, "nd"), (4, "int")):
    e = OSError(*args)
    print(type(e).__name__, e, e.errno, e.strerror, e.filename, e.args, e.filename2)
class My(OSError): pass
print(type(My(2, "x")).__name__)
for name in ("/no/such", "nope.txt"):
    try:
        open(name)
    except OSError as e:
        print(type(e).__name__, e, e.errno, e.filename)
    try:
        with open(name, encoding="utf-8") as f: pass
    except FileNotFoundError as e:
        print(e)
print(os.path.exists(__file__), os.path.isfile(__file__), os.path.isdir(__file__), os.path.exists("nope"))
try:
    raise FileNotFoundError("msg")
except OSError as e: print(e, e.errno)
print(isinstance(OSError(2, ""), FileNotFoundError), issubclass(FileNotFoundError, OSError), IOError is OSError)
