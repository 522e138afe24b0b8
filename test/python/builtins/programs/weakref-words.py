import weakref
class A: pass
a=A()
r=weakref.ref(a)
p=weakref.proxy(a)
for f in (lambda: r[0], lambda: r.__setitem__, lambda: r+1, lambda: -r, lambda: len(r), lambda: iter(r), lambda: r.x, lambda: p[0], lambda: p+1, lambda: 1 in r, lambda: int(r), lambda: r<1, lambda: "a"+r, lambda: [][r]):
    try: f()
    except Exception as e: print(type(e).__name__, e)
try: r[0]=1
except Exception as e: print(e)
try: del r[0]
except Exception as e: print(e)
try: r.x=1
except Exception as e: print(e)
import collections, functools, itertools, array, types, random, operator
for o in (collections.deque(), collections.defaultdict(int), collections.OrderedDict(), functools.partial(int), itertools.count(), array.array('i'), types.SimpleNamespace(), random.Random(1), operator.itemgetter(1), collections.Counter(), iter({}), iter([]), (x for x in []), weakref.WeakSet(), weakref.finalize(a, int)):
    for f in (lambda: o[0], lambda: o+1, lambda: -o, lambda: o.zz, lambda: len(o), lambda: o(), lambda: o<1, lambda: next(o), lambda: iter(o) and None, lambda: hash(o) and None):
        try: f()
        except Exception as e: print(type(e).__name__, e)
