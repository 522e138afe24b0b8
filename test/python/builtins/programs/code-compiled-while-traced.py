# What code that was compiled while the program runs keeps of memory.
import gc, sys, tracemalloc
from dataclasses import dataclass
sources = {
    'function': 'def f(x):\n    return x + 1\n',
    'handler': 'def f(x):\n try:\n  return x()\n except ValueError as e:\n  return 12345, "two words", e\n finally:\n  x = None\n',
    'nested': 'def f(x):\n def x(a, *f): return a\n class f:\n  def x(f): return f\n return x\n',
    'twice': 'def f(x): return x\ndef x(x): return x\n',
    'constants': 'f = 123456789, "some words", b"some bytes"\nx = 1234567\n',
    'generator': 'def f(x):\n yield from x\n yield 10 ** x\n',
}
def keep(source, space):
    exec(source, space)
for name, source in sources.items():
    space = {}
    keep(source, space)
    space.clear()
    keep(source, space)
    space.clear()
    gc.collect()
    tracemalloc.start()
    keep(source, space)
    taken = tracemalloc.take_snapshot()
    tracemalloc.stop()
    kept = [t.size for t in taken.traces if t.traceback[0].filename == '<string>' or t.traceback[0].lineno == keep.__code__.co_firstlineno + 1]
    # Up to 3.9 a handler is a few bytes longer or shorter here.
    if name != 'handler' or sys.version_info >= (3, 10):
        print(name, sum(kept), len(kept))
def make():
    @dataclass
    class Point:
        x: int
        y: int = 2
    return Point
make()
gc.collect()
tracemalloc.start()
point = make()
print(tracemalloc.take_snapshot().statistics('filename')[0].count > 0)
tracemalloc.stop()
