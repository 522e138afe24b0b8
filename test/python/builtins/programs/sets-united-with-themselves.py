"""A set that is united with itself keeps its table."""
import sys

for size in (3, 4, 5, 20, 70):
    s = set(range(size))
    before = sys.getsizeof(s)
    s |= s
    after = sys.getsizeof(s)
    s.update(s)
    print(size, before == after == sys.getsizeof(s), len(s), sys.getsizeof(s | s) == sys.getsizeof(s.union(s)))
