"""Calls of classes without vectorcall have their arguments in a tuple and their keywords in a dict."""
import array
import collections
import functools
import gc
import itertools
import types
import weakref


class P:
    pass


def measure(name, make):
    counts = []
    for n in (1, 2):
        keep = [None] * n
        gc.collect()
        before = gc.get_count()[0]
        for i in range(n):
            keep[i] = make()
        between = gc.get_count()[0]
        keep = None
        counts.append((between - before, gc.get_count()[0] - between))
    print(f"{name:<14}", *counts)


p = P()
items = [1, 2]
gc.collect()
gc.disable()
for name, make in {
    "deque": lambda: collections.deque(items), "deque maxlen": lambda: collections.deque(items, maxlen=1), "no arguments": lambda: collections.deque(),
    "deque star": lambda: collections.deque(*[items]), "deque kwargs": lambda: collections.deque(items, **{"maxlen": 3}),
    "defaultdict": lambda: collections.defaultdict(list), "defaultdict a": lambda: collections.defaultdict(list, a=1), "OrderedDict": lambda: collections.OrderedDict(a=1),
    "array": lambda: array.array("i", items), "partial": lambda: functools.partial(len), "partial a": lambda: functools.partial(len, 1, a=2),
    "chain": lambda: itertools.chain(items, items), "count": lambda: itertools.count(1), "islice": lambda: itertools.islice(items, 2),
    "proxy": lambda: weakref.proxy(p), "proxy callback": lambda: weakref.proxy(p, len), "ref": lambda: weakref.ref(p, len),
}.items():
    make()
    measure(name, make)
