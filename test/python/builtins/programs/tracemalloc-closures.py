"""Closures keep what they close over."""
import gc
import tracemalloc


def make_counter(step):
    data = bytearray(step * 10)

    def count():
        nonlocal step
        step += len(data)
        return step

    return count


def make_many(n):
    return [make_counter(i + 300) for i in range(n)]


warm = make_many(120)
for f in warm:
    f()
del warm, f
gc.collect()
tracemalloc.start()
counters = make_many(100)
s1 = tracemalloc.take_snapshot()
values = [c() for c in counters]
s2 = tracemalloc.take_snapshot()
del counters[10:]
s3 = tracemalloc.take_snapshot()
tracemalloc.stop()


def table(snap):
    for stat in sorted(snap.filter_traces([tracemalloc.Filter(True, __file__)]).statistics("lineno"),
                       key=lambda s: s.traceback[0].lineno):
        if stat.size > 200:
            print("  line", stat.traceback[0].lineno, "size", stat.size, "count", stat.count)


for name, snap in zip("abc", (s1, s2, s3)):
    print(name)
    table(snap)
print(sum(values))
