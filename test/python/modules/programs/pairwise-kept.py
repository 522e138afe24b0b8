# A tuple of pairwise that somebody holds is not replaced among what pairwise keeps.
import gc, itertools, sys
if sys.version_info < (3, 10):
    sys.exit()
gc.collect()
o = itertools.pairwise([0, 1, 2, 3, 4, 5, 6])
a, b, *c = itertools.islice(o, 4)
print(gc.get_count())
w = next(o)
print(gc.get_count())
del w
print(gc.get_count())
x = list(itertools.islice(o, 4))
print(gc.get_count())
u = (w, w) if 0 else tuple([1, 2])
print(gc.get_count())
u2 = tuple([1, 2])
print(gc.get_count())
u3 = tuple([1, 2])
print(gc.get_count())
