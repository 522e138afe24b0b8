"""What calls of built-in classes take for their arguments: a tuple, and a dict for keywords; free lists keep both for a while."""
import functools
import gc
import itertools
import operator
import tracemalloc
import types
import weakref
from array import array
from collections import OrderedDict, defaultdict, deque


class Thing:
    pass


class OwnDefault(defaultdict):
    pass


class OwnOrdered(OrderedDict):
    pass


def indexed(n):
    out = []
    for _ in range(n):
        try:
            [][5]
        except IndexError as error:
            out.append(error)
    return out


def decorate(func):
    @functools.wraps(func)
    def wrapper(*args, **kwargs):
        return func(*args, **kwargs)

    return wrapper


@decorate
def target(a, b=2, *, c=3):
    return [a, b, c]


thing = Thing()
CASES = {
    "proxy": lambda: weakref.proxy(thing),
    "itemgetter": lambda: operator.itemgetter(1, 2),
    "namespace": lambda: types.SimpleNamespace(a=1),
    "mappingproxy": lambda: types.MappingProxyType({1: 2}),
    "defaultdict": lambda: defaultdict(list, a=1),
    "OwnDefault": lambda: OwnDefault(list, a=1),
    "OrderedDict": lambda: OrderedDict(a=1),
    "OwnOrdered": lambda: OwnOrdered(a=1),
    "array": lambda: array("i", [1, 2]),
    "partial": lambda: functools.partial(print, 1, end=""),
    "chain": lambda: itertools.chain([1], [2]),
    "count": lambda: itertools.count(5, step=2),
    "product": lambda: list(itertools.product([1], [2], repeat=2)),
    "zip_longest": lambda: itertools.zip_longest([1, 2], [1], fillvalue=0),
    "groupby": lambda: itertools.groupby([1, 2], key=str),
    "int": lambda: int("12345", base=10),
    "complex": lambda: complex(real=1, imag=2),
    "bytes": lambda: bytes("abc", "ascii"),
    "decorated": lambda: [target(i, c=5) for i in range(20)],
    "merged": lambda: [{**{"a": i}} for i in range(20)],
}
for name, make in CASES.items():
    make()
    make()
    gc.collect()
    tracemalloc.start()
    kept = make()
    now, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    print(name, now, peak)

rows = []
for make in (lambda: deque([1], maxlen=3), lambda: indexed(20)):
    make()
    gc.collect()
    tracemalloc.start()
    kept = make()
    rows.append(tracemalloc.get_traced_memory()[0])
    tracemalloc.stop()
print(rows)
