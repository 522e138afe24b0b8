"""What joining bytes and large powers hold for a moment."""
import gc
import tracemalloc


def peak(act, *args):
    act(*args)
    gc.collect()
    tracemalloc.start()
    before = tracemalloc.get_traced_memory()[0]
    result = act(*args)
    kept, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return kept - before, most - before


def join(parts, sep):
    return sep.join(parts)


def power(x, y):
    return x ** y


for n in (1, 2, 10, 11, 12, 100):
    print("join", n, peak(join, [b"ab"] * n, b""), peak(join, [b"ab"] * n, b"--"), peak(join, [bytearray(b"q")] * n, b","))
print("bytearray", peak(join, [b"xyz"] * 50, bytearray(b"-")))
for x, y in ((3, 100), (3, 2000), (3, 2585), (3, 5000), (7, 2501), (10, 2500), (2, 8000)):
    print("power", x, y, peak(power, x, y))
