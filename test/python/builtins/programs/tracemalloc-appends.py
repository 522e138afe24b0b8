# append() resizes an array that is more than half empty: the array belongs to its line then.
import gc
import sys
import tracemalloc


def grown(size):
    items = [None] * size
    for _ in range(size - 2):
        items.pop(0)
    return items


def traced(change, items):
    gc.collect()
    tracemalloc.start()
    change(items)
    size = tracemalloc.get_traced_memory()[0]
    tracemalloc.stop()
    return size


made = [grown(size) for size in (2, 3, 4, 5, 8, 9, 17, 40)]
print([sys.getsizeof(items) for items in made])
print([traced(lambda items: items.append(None), items) for items in made])
print([sys.getsizeof(items) for items in made])
print([traced(lambda items: items.append(None), items) for items in made])
print([traced(lambda items: items.append(None), items) for items in made])
print([sys.getsizeof(items) for items in made])
