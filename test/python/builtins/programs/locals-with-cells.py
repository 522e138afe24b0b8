# locals() where a parameter lies in a cell: up to 3.10 its own place is empty, and it is taken out of the dict and put in again.
import gc

gc.collect()


def f0(a, b):
    v2 = [lambda: a]
    sorted(locals())


f0(7, 8)
print(gc.get_count())


def f1(a, b):
    inner = lambda: a
    first = list(locals())
    second = list(locals())
    print(first, second, list(locals()))


f1(1, 2)
print(gc.get_count())
