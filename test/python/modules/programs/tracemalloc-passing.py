"""What C functions make for a while, or keep: seen by the peak and by what is left."""
import itertools
import tracemalloc
import functools
from collections import OrderedDict


def run(make):
    tracemalloc.start()
    made = make()
    figures = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return figures


MAKERS = {
    "product": lambda: list(itertools.product(range(10), repeat=2)),
    "choose": lambda: list(itertools.combinations(range(10), 4)),
    "arrange": lambda: list(itertools.permutations(range(5))),
    "longest": lambda: list(itertools.zip_longest(range(5), range(10), range(7))),
    "ranges": lambda: [range(i) for i in range(300, 310)],
    "stopped early": lambda: any(x > 500 for x in range(1000)),
    "ordered": lambda: [OrderedDict(a=i, b=str(i)) for i in range(20)],
    "copied": lambda: OrderedDict({i: str(i) for i in range(20)}),
    "bytes": lambda: [bytes([65, i]) for i in range(20)] + [bytes((1, 2, 3))],
    "complexes": lambda: [complex(i, i) for i in range(20)],
    "cases": lambda: [("é%d" % i).upper() for i in range(5)] + ["ab".title(), "ab".capitalize(), "aB".swapcase()],
    "sorted": lambda: sorted([3, 1, 2], key=abs, reverse=True),
}
print("sorted first", run(MAKERS["sorted"]))
for name, make in MAKERS.items():
    make()
for name, make in MAKERS.items():
    print(name, run(make), run(make))
tracemalloc.start()
pairs = list(itertools.product("abcdefghij", repeat=2))
print(tracemalloc.get_traced_memory())
