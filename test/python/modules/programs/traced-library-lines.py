# Lines of the library that keep memory, and what it takes to go through a traceback.
import gc
import heapq
import tracemalloc
from collections import ChainMap
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field, replace


@dataclass
class Point:
    x: int
    y: float = 0.5
    tags: list = field(default_factory=list)


@contextmanager
def managed(n):
    yield [0] * n


def make():
    kept = []
    chain = ChainMap({}, {"x": 1})
    for i in range(9):
        chain[f"k{i}"] = i
    with ExitStack() as stack:
        for i in range(5):
            kept.append(stack.enter_context(managed(i)))
    points = [Point(i * 1000) for i in range(9)]
    changed = replace(points[0], x=5000)
    small = heapq.nsmallest(3, [n * 1000 for n in range(50, 0, -1)])
    large = heapq.nlargest(2, {"a": 3000, "b": 1000, "c": 2000}.items(), key=lambda pair: pair[1])
    return kept, chain, points, changed, small, large


gc.collect()
keep = make()
del keep
gc.collect()
tracemalloc.start()
kept = make()
snapshot = tracemalloc.take_snapshot()
found = {}
for trace in snapshot.traces:
    frame = trace.traceback[0]
    name = frame.filename.replace("\\", "/").split("/")[-1].split(">")[0]
    if name in ("heapq.py", "dataclasses.py", "__init__.py"):
        size, count = found.get((name, frame.lineno), (0, 0))
        found[name, frame.lineno] = size + trace.size, count + 1
stat = snapshot.statistics("lineno")[0]
list(stat.traceback)
before = tracemalloc.get_traced_memory()[0]
tracemalloc.clear_traces()
for frame in stat.traceback:
    pass
peak = tracemalloc.get_traced_memory()[1]
tracemalloc.stop()
for place in sorted(found):
    print(*place, *found[place])
print("peak of a loop over one frame:", peak)
