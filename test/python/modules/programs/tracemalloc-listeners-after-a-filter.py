"""A subject keeps its listeners alive; the snapshot says which line made them."""
import gc
import tracemalloc


class Subject:
    def __init__(self):
        self.listeners = []

    def subscribe(self, f):
        self.listeners.append(f)


class Widget:
    def __init__(self, subject, n):
        self.n = n
        self.payload = bytearray(2000)
        subject.subscribe(self.changed)

    def changed(self):
        return self.n


def session(subject, count):
    for i in range(count):
        w = Widget(subject, i + 1000)
    return w.n


subject = Subject()
session(subject, 3)
subject.listeners.clear()
gc.collect()
tracemalloc.start()
session(subject, 50)
gc.collect()
snap = tracemalloc.take_snapshot().filter_traces([tracemalloc.Filter(True, __file__)])
lines = {}
for trace in snap.traces:
    line = trace.traceback[0].lineno
    size, count = lines.get(line, (0, 0))
    lines[line] = (size + trace.size, count + 1)
for line in sorted(lines):
    if lines[line][1] > 5:
        print(line, lines[line])
subject.listeners.clear()
print(gc.collect())
print(tracemalloc.get_traced_memory()[0] < 20_000)
tracemalloc.stop()
