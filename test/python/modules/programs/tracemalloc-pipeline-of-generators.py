"""A pipeline of generators holds one item at a time."""
import tracemalloc


def numbers(n):
    for i in range(n):
        yield b"x" * (100 + i % 3)


def doubled(items):
    for item in items:
        yield item + item


def long_ones(items):
    return (item for item in items if len(item) > 202)


def eager(n):
    return [i for i in [x + x for x in [b"x" * (100 + i % 3) for i in range(n)]] if len(i) > 202]


def lazy(n):
    count = 0
    for item in long_ones(doubled(numbers(n))):
        count += 1
    return count


for f in (eager, lazy):
    f(10)
    tracemalloc.start()
    tracemalloc.clear_traces()
    result = f(300)
    size, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    print(f.__name__, result if isinstance(result, int) else len(result), size, peak)

tracemalloc.start()
gen = doubled(numbers(1000))
first = next(gen)
for _ in range(50):
    next(gen)
base = tracemalloc.get_traced_memory()[0]
for _ in range(100):
    next(gen)
print("still", tracemalloc.get_traced_memory()[0] - base)
gen.close()
print("closed", tracemalloc.get_traced_memory()[0] < base)
tracemalloc.stop()
