import gc
import tracemalloc


class Plain:
    def __init__(self, x, y):
        self.x = x
        self.y = y


class Slotted:
    __slots__ = ("x", "y")

    def __init__(self, x, y):
        self.x = x
        self.y = y


def plain(n):
    return [Plain(i, None) for i in range(n)]


def slotted(n):
    return [Slotted(i, None) for i in range(n)]


def tuples(n):
    return [(i, None) for i in range(n)]


def dicts(n):
    return [{"x": i, "y": None} for i in range(n)]


results = {}
for func in (plain, slotted, tuples, dicts):
    func(100)
keep = []
for func in (plain, slotted, tuples, dicts):
    warm = func(200)
    del warm
    gc.collect()
    tracemalloc.start()
    objs = func(200)
    current, peak = tracemalloc.get_traced_memory()
    snap = tracemalloc.take_snapshot()
    tracemalloc.stop()
    keep.append((func.__name__, current, snap))
    del objs
for name, current, snap in keep:
    own = snap.filter_traces([tracemalloc.Filter(True, __file__)])
    print(name, current)
    for stat in own.statistics("lineno")[:4]:
        print("   ", stat.traceback[0].lineno, stat.size, stat.count)
