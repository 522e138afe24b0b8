import tracemalloc, operator, itertools, gc
def run(f):
    f(); f()
    keep = [(i,) for i in range(30)]   # empties the free list of 1-tuples
    keep2 = [(i,) for i in range(2100)]
    tracemalloc.start()
    tracemalloc.reset_peak()
    a = tracemalloc.get_traced_memory()
    r = f()
    b = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    print(b[0]-a[0], b[1]-a[0])
run(lambda: operator.attrgetter('a'))
run(lambda: itertools.cycle([1]))
run(lambda: itertools.count(3))
run(lambda: itertools.repeat(3))
import collections, functools
run(lambda: collections.deque([1]))
run(lambda: collections.defaultdict(list))
run(lambda: functools.partial(len, 'a'))
run(lambda: operator.itemgetter(1))
run(lambda: itertools.chain([1], [2]))
run(lambda: enumerate([1]))
run(lambda: zip([1], [2]))
import sys
x = (1000, 2000)
i, j = 'a' * 3, 'b' * 3
g1 = operator.itemgetter(i); g2 = operator.itemgetter(i, j)
print(sys.getrefcount(i) - sys.getrefcount(j), [type(r).__name__ for r in __import__('gc').get_referents(g2)], g1({i: 1}), g2({i: 1, j: 2}), g1, g2)
