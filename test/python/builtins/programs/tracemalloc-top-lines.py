"""The display of the largest lines that the documentation of tracemalloc shows, by way of linecache."""
import linecache
import os
import tracemalloc


def display_top(snapshot, limit=3):
    snapshot = snapshot.filter_traces((
        tracemalloc.Filter(False, "<frozen importlib._bootstrap>"),
        tracemalloc.Filter(False, "<unknown>"),
    ))
    stats = snapshot.statistics("lineno")
    for index, stat in enumerate(stats[:limit], 1):
        frame = stat.traceback[0]
        print("#%s: %s:%s: %.1f KiB" % (index, os.path.basename(frame.filename), frame.lineno, stat.size / 1024))
        line = linecache.getline(frame.filename, frame.lineno).strip()
        if line:
            print("    %s" % line)
    other = stats[limit:]
    print("%s other" % len(other))


tracemalloc.start()
words = [c * 1000 for c in "abcdefghij"]
table = {word: len(word) for word in words}
buffers = [bytearray(5000) for _ in range(4)]
display_top(tracemalloc.take_snapshot())
print(repr(linecache.getline(__file__, 1)), repr(linecache.getline(__file__, 999)), linecache.getlines("nowhere.py"))
kept = tracemalloc.take_snapshot()
source = tracemalloc.take_snapshot().filter_traces([tracemalloc.Filter(True, tracemalloc.__file__, 558)])
for line in source.statistics("traceback")[0].traceback.format()[1:]:
    print(line)
