# Names and texts of code that is compiled while the program runs take memory; names of code that is there already do not.
import gc
import sys
import tracemalloc


class A:
    pass


def later(owner):
    return owner.zorkname


owner = A()
text = "".join(["zork", "name"])
before = sys.getrefcount(text)
setattr(owner, text, 1)
print(sys.getrefcount(text) - before, [key is text for key in vars(owner)])
for parts in (("zork", "name"), ("znever", "seen")):
    text = "".join(parts)
    print(parts, sys.intern(text) is text)

texts = [
    "zalphaz = 1",
    "def zmadez(zargz): return zargz.zattributez",
    "class ZMadeZ:\n    zfieldz = 'zvalue1'",
    "x = 'zvalue2'",
    "x = 'no identifier'",
]


def run(source, names):
    exec(source, names)


for source in ["pass", "x=1", "def f(): pass", "class C: pass", "x = 'a'"]:
    run(source, {})
for source in texts:
    names = {"__builtins__": __builtins__}
    gc.collect()
    tracemalloc.start()
    start = tracemalloc.get_traced_memory()[0]
    run(source, names)
    kept = tracemalloc.get_traced_memory()[0] - start
    names.clear()
    gc.collect()
    print(kept, tracemalloc.get_traced_memory()[0] - start)
    tracemalloc.stop()
