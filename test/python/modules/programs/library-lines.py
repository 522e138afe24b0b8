# Which lines of the library keep memory for what the program made
import contextlib
import copy
import functools
import gc
import os
import random
import sys
import tracemalloc
import weakref
from collections import ChainMap, Counter, UserDict, namedtuple


class Plain:
    def __init__(self, number=0):
        self.number = number

    def method(self):
        return self.number


Row = namedtuple("Row", "a b c")


@contextlib.contextmanager
def managed(value=1):
    yield [value]


def keep_all():
    kept = []
    rows = [Row(n, n * 1000, str(n)) for n in range(20)]
    kept += [rows, [row._replace(b=n + 300) for n, row in enumerate(rows)], [Row._make((n, 2, 3)) for n in range(20)], [row._asdict() for row in rows]]
    letters = Counter("abracadabra" * 30)
    kept += [letters, letters.copy(), letters + Counter("xyz"), letters - Counter("ab"), letters | Counter("q"), letters & Counter("ab"), +letters]
    kept += [ChainMap({1: 2}, {3: 4}), ChainMap().new_child({"a": 1}), UserDict(a=1)]
    nested = {"a": [1, [2, 3], {"k": (1, [2])}], 5: "x"}
    kept += [[copy.copy(nested) for _ in range(10)], [copy.deepcopy(nested) for _ in range(10)]]
    random.seed(5)
    kept += [[random.randint(10**6, 10**7) for _ in range(50)], [random.uniform(1, 2) for _ in range(20)], random.choices("abc", k=10)]
    kept += [[random.randrange(1000, 10**9) for _ in range(20)], [random.expovariate(1.5) for _ in range(9)]]
    things = [Plain(n) for n in range(20)]
    held, by_number, by_thing = weakref.WeakSet(), weakref.WeakValueDictionary(), weakref.WeakKeyDictionary()
    for number, thing in enumerate(things):
        held.add(thing)
        by_number[number] = thing
        by_thing[thing] = number
    kept += [things, held, by_number, by_thing, list(by_number.items()), list(by_thing.values()), held | held]
    manager = managed()
    manager.__enter__()
    kept += [manager, [managed(n) for n in range(5)], contextlib.suppress(ValueError), contextlib.closing(things)]

    @functools.lru_cache(maxsize=None)
    def squared(number):
        return number * number

    for number in range(300, 320):
        squared(number)
    kept += [squared, functools.partial(squared, 1)]
    return kept


def lines(snapshot):
    rows = []
    for stat in snapshot.statistics("lineno"):
        file, line = stat.traceback[0].filename, stat.traceback[0].lineno
        name = os.path.basename(file)
        if name == "__init__.py":
            name = os.path.basename(os.path.dirname(file)) + "/" + name
        # What the first instances of a class get depends in 3.11 on how many the start of the installation made.
        size = stat.size if sys.version_info[:2] != (3, 11) else None
        rows.append((name, line, size, stat.count))
    return sorted(rows)


gc.collect()
warm = keep_all()
warm = None
gc.collect()
tracemalloc.start()
kept = keep_all()
snapshot = tracemalloc.take_snapshot()
tracemalloc.stop()
for row in lines(snapshot):
    print(*row)
