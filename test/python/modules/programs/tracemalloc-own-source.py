"""The program reads its own source while it is traced."""
import tracemalloc

with open(__file__, encoding="utf-8") as warm_up:
    warm_up.read()
del warm_up
tracemalloc.start()
f = open(__file__, encoding="utf-8")
opened = tracemalloc.take_snapshot()
text = f.read()
read = tracemalloc.take_snapshot()
f.close()
closed = tracemalloc.take_snapshot()
del f
gone = tracemalloc.take_snapshot()
tracemalloc.stop()


def own(snapshot):
    return sorted(t.size for t in snapshot.traces if t.traceback[0].filename == __file__ and t.traceback[0].lineno == 8)


for snapshot in (opened, read, closed, gone):
    sizes = own(snapshot)
    print(sizes, sum(sizes))
made = [t for t in read.traces if t.size > len(text) and t.traceback[0].filename != __file__]
print([(t.traceback[0].lineno, t.size - len(text)) for t in made if "codecs" in t.traceback[0].filename])
