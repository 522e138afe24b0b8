# Where the dicts of subclasses grow while tracemalloc traces
import collections
import enum
import sys
import tracemalloc

tracemalloc.start()


def growth(make):
    before = tracemalloc.get_traced_memory()[0]
    kept = make()
    return tracemalloc.get_traced_memory()[0] - before, kept


kept = []


def derive(base, count):
    sizes = []
    for number in range(count):
        size, cls = growth(lambda: type("C", (base,), {}))
        kept.append(cls)
        sizes.append(size)
    steps = [size - min(sizes[2:]) for size in sizes]
    return [(at, step) for at, step in enumerate(steps) if at > 1 and step > 100]


# The first classes fill the free lists.
derive(object, 14)
# In 3.11 what the start of the installation derives from dict is more than these versions' own.
for base in (int, dict):
    steps = derive(base, 14)
    print(base.__name__, steps if base is int or sys.version_info[:2] != (3, 11) else len(steps))
