"""Code that runs often: up to 3.10 the 1024th run makes room for caches, in the first line of the function."""
import tracemalloc


def reads_global(i):
    return len((i,))


def reads_nothing(i):
    return i


class Point:
    def __init__(self, x):
        self.x = x

    def length(self):
        return abs(self.x)


def endless():
    a, b, c = 1, 2, 3
    while True:
        a, b, c = b, c, a
        yield len("x")


def traced(run):
    run()
    before = tracemalloc.get_traced_memory()[0]
    for _ in range(1100):
        run()
    return tracemalloc.get_traced_memory()[0] - before


tracemalloc.start()
generator = endless()
point = Point(3)
rows = [
    traced(lambda: reads_global(3)),
    traced(lambda: reads_nothing(3)),
    traced(lambda: Point(3)),
    traced(point.length),
    traced(lambda: next(generator)),
]
snapshot = tracemalloc.take_snapshot()
tracemalloc.stop()
print(rows)
for stat in snapshot.filter_traces([tracemalloc.Filter(True, __file__)]).statistics("lineno"):
    if stat.traceback[0].lineno in (5, 9, 14, 17, 21, 25):
        print(stat.traceback[0].lineno, stat.size, stat.count)
