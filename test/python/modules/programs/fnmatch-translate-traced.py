import fnmatch
import tracemalloc

fnmatch.translate("*.a")
tracemalloc.start()
kept = [fnmatch.translate(f"*.{c}[a-z]?") for c in "abcdef"]
snapshot = tracemalloc.take_snapshot()
for stat in snapshot.filter_traces([tracemalloc.Filter(True, fnmatch.__file__)]).statistics("lineno"):
    print(stat.traceback[0].lineno, stat.size, stat.count)
