import contextlib
@contextlib.contextmanager
def a():
    yield
@contextlib.contextmanager
def b():
    "docs"
    yield
print(a().__doc__ == contextlib._GeneratorContextManager.__doc__, b().__doc__)
import gc

gc.collect()
gc.disable()
for n in (1, 2):
    keep = [None] * n
    gc.collect()
    before = gc.get_count()[0]
    for i in range(n):
        keep[i] = a()
    print(gc.get_count()[0] - before)
