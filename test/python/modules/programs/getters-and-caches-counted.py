import gc, operator
def n(f):
    a = gc.get_count()[0]; x = f(); return gc.get_count()[0] - a
gc.collect()
for f in (lambda: operator.attrgetter("a", "b.c"), lambda: operator.attrgetter("a.b"), lambda: operator.attrgetter("a"), lambda: operator.attrgetter("a", "b"), lambda: operator.attrgetter("a.b.c", "b.c.d"), lambda: operator.itemgetter(1), lambda: operator.itemgetter(1, 2), lambda: operator.methodcaller('a'), lambda: operator.methodcaller('a', 1), lambda: operator.methodcaller('a', 1, b=3)):
    print(n(f), n(f), n(f))
import gc, functools
gc.collect()
def n(f):
    a = gc.get_count()[0]; f(); return gc.get_count()[0] - a
@functools.lru_cache(maxsize=None)
def o(a, *rest, **named): return a
@functools.lru_cache
def p(n=3): return n
for f in (lambda: o(1,2,3,c=4,e=5), lambda: o(1,2,3,c=4,e=5), lambda: o(1,2,3,c=4,e=6), lambda: o(1), lambda: o(1,2), lambda: p(n=3), lambda: p(n=4), lambda: p(5), lambda: o(1, c=3)):
    print(n(f), end=' ')
try: print(p(1, c=3))
except TypeError as e: print(e)
for f in (lambda: p(n=8),):
    print(n(f), end=' ')
