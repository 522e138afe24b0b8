# What three imports leave in the free lists, pairs and triples take first.
import tracemalloc
import weakref
import gc


def show(label, line):
    made = [t for t in snapshot.traces if t.traceback[0].filename == __file__ and t.traceback[0].lineno == line]
    print(label, len(made))


n = 7
tracemalloc.start()
pairs = [(n, None) for i in range(100)]
triples = [(n, None, n) for i in range(100)]
fours = [(n, None, n, None) for i in range(100)]
snapshot = tracemalloc.take_snapshot()
tracemalloc.stop()
show("pairs", 14)
show("triples", 15)
show("fours", 16)
print(gc.isenabled(), weakref.getweakrefcount(show))
