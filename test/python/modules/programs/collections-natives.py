import sys, gc
from collections import deque, defaultdict, OrderedDict, Counter, namedtuple
gc.collect()
def sz(label, o): print(label, sys.getsizeof(o), gc.is_tracked(o), sys.getrefcount(o), type(o).__name__, type(o))
sz('deque', deque())
sz('deque', deque(range(10)))
sz('deque', deque(range(65)))
sz('deque', deque(range(200)))
sz('dd', defaultdict(list))
d = defaultdict(list); d[1].append(2); sz('dd', d); print(d)
sz('od', OrderedDict())
o = OrderedDict(a=1,b=2); sz('od', o); print(o); o.move_to_end('a'); print(o, o.popitem(), o.popitem(last=False))
sz('c', Counter('abracadabra')); print(Counter('abracadabra'))
P = namedtuple('P', 'x y'); p = P(1,2); sz('nt', p); print(p, p._asdict(), p._replace(x=3), p._fields)
print(type(P.x), sys.getsizeof(P.x), P.x)
try: P(1)
except TypeError as e: print(e)
try: p.x = 3
except AttributeError as e: print(e)
try: p.z
except AttributeError as e: print(e)
print(P.__doc__, P.__module__, P.x.__doc__, sys.getsizeof(P))
q = deque([1,2,3], maxlen=3)
q.append(4); q.appendleft(0); print(q, q.maxlen, len(q), 2 in q, q[0], q[-1])
for f in (lambda: q[10], lambda: deque().pop(), lambda: q['a'], lambda: hash(q), lambda: q + [1], lambda: q.foo, lambda: q < 3, lambda: deque(5), lambda: deque([], -1), lambda: q.remove(99), lambda: q.index(99), lambda: q.insert(1,2), lambda: deque.append(5, 1), lambda: q(), lambda: deque(1,2,3), lambda: q.append()):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
q = deque('abcdef'); q.rotate(2); print(q); q.rotate(-3); print(q, q.count('a')); q.reverse(); print(list(reversed(q)))
it = iter(q); print(type(it), sys.getsizeof(it), it.__length_hint__()); next(it); q.append(1)
try: next(it)
except RuntimeError as e: print(e)
del q[2]; q[0] = 'Z'; q.insert(2, 'ins'); q.extendleft('xy'); print(q, q == deque(q), q.copy() is q, bool(deque()), deque([1]) * 3, deque([1,2]) < deque([1,3]))
class C: pass
c = C(); q = deque([c]*3); print(sys.getrefcount(c)); q.pop(); print(sys.getrefcount(c)); q.clear(); print(sys.getrefcount(c))
q.append(q); del q; print(gc.collect())
import weakref; q = deque(); r = weakref.ref(q); print(r() is q); del q; print(r())
print(gc.get_referents(deque([1000,'a'])))
gc.collect()
k = C(); od = OrderedDict(); od[k] = 1; print(sys.getrefcount(k), gc.get_referents(od)==[1], len(gc.get_referents(od)))
print(od.keys().__class__, type(iter(od)), sys.getsizeof(iter(od)), sys.getsizeof(od))
for i in range(20): od[i] = i
print(sys.getsizeof(od), sys.getrefcount(k)); od.pop(k); print(sys.getrefcount(k), list(od)[:3]); od.move_to_end(5, last=False); print(list(od), list(reversed(od))[:3])
od.clear(); print(od, sys.getsizeof(od)); print(list(OrderedDict([(1,2)]).items()), OrderedDict([(1,2)]).keys(), OrderedDict(a=1) == {'a':1}, OrderedDict([(1,1),(2,2)]) == OrderedDict([(2,2),(1,1)]))
for f in (lambda: od.popitem(), lambda: od.pop(3), lambda: od.move_to_end(9), lambda: OrderedDict(5), lambda: od['x'], lambda: OrderedDict(1,2), lambda: od.zzz):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
dd = defaultdict(int, a=1); dd['b'] += 1; print(dd, dd.default_factory, dd.copy(), dd | {'z': 3} if sys.version_info >= (3,9) else 0)
for f in (lambda: defaultdict(5), lambda: defaultdict(None)['q'], lambda: defaultdict(list, 1), lambda: dd.foo):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
dd2 = defaultdict(lambda: dd2); dd2['self']; print(sys.getrefcount(dd2)); del dd2; print(gc.collect())
class D(deque): pass
x = D([1]); x.a = x; print(sys.getsizeof(x), x); del x; print(gc.collect())
class OD(OrderedDict):
    def __setitem__(self, k, v): super().__setitem__(k, v*2)
x = OD(a=1); x['b'] = 3; print(x, x.a if hasattr(x,'a') else '-', sys.getsizeof(x))
c = Counter('hello'); print(c.most_common(2), c['z'], c + Counter('lo'), c - Counter('l'), c & Counter('ll'), c | Counter('zz'), sum(c.values()), sorted(c.elements())); c.update('xx'); c.subtract('hh'); print(c); print(+c, -c)
