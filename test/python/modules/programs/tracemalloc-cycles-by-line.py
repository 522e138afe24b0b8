import gc
import tracemalloc


class Node:
    def __init__(self, name):
        self.name = name
        self.other = None
        self.data = bytes(500)


def pair(i):
    a = Node("a%d" % i)
    b = Node("b%d" % i)
    a.other, b.other = b, a


gc.collect()
gc.disable()
for i in range(5):
    pair(i)
gc.collect()
tracemalloc.start()
readings = []
for i in range(40):
    pair(i)
    if i % 10 == 9:
        readings.append(tracemalloc.get_traced_memory()[0])
print("grows evenly:", [b - a for a, b in zip(readings, readings[1:])])
snap1 = tracemalloc.take_snapshot()
print("collected", gc.collect())
snap2 = tracemalloc.take_snapshot()
own = tracemalloc.Filter(True, __file__)
for d in snap2.filter_traces([own]).compare_to(snap1.filter_traces([own]), "lineno"):
    if d.count_diff < -5:
        print(d.traceback[0].lineno, d.size_diff, d.count_diff)
tracemalloc.stop()
gc.enable()
