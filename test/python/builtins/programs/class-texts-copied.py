# The text of a class is copied into it.
import collections, gc, sys, tracemalloc
def plain():
    class C:
        pass
    return C
def told():
    class C:
        """A class with a text of its own."""
    return C
def by_type():
    return type('C', (), {'__doc__': 'x' * 700})
def wide():
    return type('C', (), {'__doc__': '类'})
def none():
    return type('C', (), {'__doc__': None})
wide()
for make in plain, told, by_type, none, wide:
    make()
    make()
    gc.collect()
    tracemalloc.start()
    made = make()
    taken = tracemalloc.take_snapshot()
    sizes = collections.Counter(t.size for t in taken.traces if t.traceback[0].filename == __file__ and t.traceback[0].lineno < 20)
    print(make.__name__, sorted(sizes.items()))
    del taken, made
    gc.collect()
    print(make.__name__, sum(t.size > 600 for t in tracemalloc.take_snapshot().traces if t.traceback[0].lineno < 20))
    tracemalloc.stop()
