"""Imports leave free lists behind, each as long as CPython's own: which object is the first in a new block?"""
import gc
import tracemalloc
import functools
from collections import deque

lists, dicts, pairs, floats = [None] * 60, [None] * 60, [None] * 60, [None] * 60
third = 1 / 3
gc.disable()
tracemalloc.start()
for i in range(60):
    lists[i] = []
for i in range(60):
    dicts[i] = {}
for i in range(60):
    pairs[i] = (third, i)
for i in range(60):
    floats[i] = third + i


def first_traced(objects):
    for i, one in enumerate(objects):
        if tracemalloc.get_object_traceback(one) is not None:
            return i


print(first_traced(lists), first_traced(dicts), first_traced(pairs), first_traced(floats))
