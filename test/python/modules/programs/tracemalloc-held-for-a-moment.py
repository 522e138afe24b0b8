"""What C code holds for a moment, or for good: bound methods of `with`, names of classes, lists made of iterators."""
import gc
import tracemalloc


class Tracker:
    def __enter__(self):
        self.start = tracemalloc.get_traced_memory()[0]
        return self

    def __exit__(self, *exc):
        self.delta = tracemalloc.get_traced_memory()[0] - self.start


def replaced():
    items = [2, 3]
    items[0:2] = range(300, 309)
    return items


CASES = {
    "slice": replaced,
    "keywords": lambda: dict(**{"a": 1}),
    "iterator": lambda: list(iter([1, 2, 3])),
    "reversed": lambda: tuple(reversed([1, 2, 3])),
    "join": lambda: "-".join("abc"),
    "repr": lambda: "%r" % ("abc",),
    "hex": lambda: "%x" % 255,
    "character": lambda: "%c" % 300,
}

rows = []
for name, make in CASES.items():
    make()
    make()
    gc.collect()
    tracemalloc.start()
    kept = make()
    now, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    rows.append((name, now, peak))
for row in rows:
    print(*row)

tracemalloc.start()
with Tracker() as tracker:
    keep = [bytearray(100) for _ in range(100)]
print(tracker.delta)
with Tracker() as tracker:
    del keep
print(tracker.delta)
tracemalloc.stop()
tracemalloc.start()
kept = [type("Class%d" % i, (), {}) for i in range(3)]
print([tracemalloc.get_object_traceback(cls.__name__)[0].lineno for cls in kept])
print(kept[1].__name__ is kept[1].__qualname__, kept[1].__name__ is kept[1].__name__)
tracemalloc.stop()
for value in (5, None):
    for part in (slice(0, 1), slice(None, None, 2)):
        try:
            [1, 2, 3][part] = value
        except TypeError as error:
            print(error)
