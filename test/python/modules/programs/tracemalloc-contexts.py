import tracemalloc
from contextlib import contextmanager

results = {}


@contextmanager
def track(name):
    tracemalloc.clear_traces()
    yield
    current, peak = tracemalloc.get_traced_memory()
    results[name] = (current, peak)


def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


tracemalloc.start()
for _ in range(2):
    with track("empty"):
        pass
    with track("list"):
        x = [i for i in range(1000)]
    with track("generator"):
        y = sum(i for i in range(1000))
    with track("fib"):
        z = fib(12)
    with track("tuple"):
        t = tuple(range(100))
    with track("strings"):
        s = ["item %d" % i for i in range(100)]
    with track("format"):
        f = [f"{i:05d}|{i / 3:.3f}" for i in range(100)]
    with track("exception"):
        try:
            int("no number")
        except ValueError as error:
            message = str(error)
    with track("slices"):
        parts = [x[i:i + 10] for i in range(0, 1000, 10)]
    with track("copy"):
        c = dict(zip(s, x))
tracemalloc.stop()
for name, figures in results.items():
    print(f"{name:<12} {figures[0]:>8} {figures[1]:>8}")
