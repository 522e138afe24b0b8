import gc, itertools, weakref, sys
gc.collect()
d = {'a': 1, 'b': 2, 'c': 3}
print(d.items() == dict(d).items(), gc.get_count())
print(d.items() <= dict(d, x=1).items(), d.keys() < {'a', 'b', 'c', 'd'}, gc.get_count())
print(d.items() == {'a': 1, 'b': 2, 'c': 4}.items(), gc.get_count())
class It:
    def __iter__(self): return self
    def __next__(self): raise ValueError('it')
it = It(); w = weakref.ref(it)
s = itertools.islice(it, 1, 4); del it
try: next(s)
except ValueError as e: print(e)
print(w() is None, list(s))
it = It(); w = weakref.ref(it)
s = itertools.islice(it, 4); del it
try: next(s)
except ValueError as e: print(e)
print(w() is None, list(s))
gc.collect()
if sys.version_info >= (3, 10):
    o = itertools.islice(zip([-6], enumerate('ab'), strict=True), 1, 4)
    try: next(o)
    except ValueError as e: print(e)
    print(gc.get_count())
