# A getter that is called with a dict of keywords: their names are in a tuple while the exception is made.
import gc
import operator

gc.collect()
o0 = operator.itemgetter(0, -1)
try:
    o0(*(1, 2, 3, 4), **{'a': 1})
except TypeError as exc:
    pass
print(gc.get_count())
