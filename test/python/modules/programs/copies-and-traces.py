import sys, gc, copy, atexit, weakref, tracemalloc
from dataclasses import dataclass, field
from collections import namedtuple, deque, OrderedDict, defaultdict
import functools, contextlib
@dataclass
class P:
    x: int
    y: list = field(default_factory=list)
print(P(1), P(1) == P(1), P(1, [2]).y, sys.getsizeof(P(1)))
@dataclass(frozen=True, order=True)
class Q:
    a: int = 3
print(Q() < Q(4), hash(Q()) == hash(Q()))
try: Q().a = 1
except Exception as e: print(type(e).__name__, e)
@atexit.register
def bye(): print('bye')
def gone(): print('no')
atexit.register(gone); atexit.unregister(gone)
atexit.register(print, 'args', sep='!')
o = deque([1,2]); c = copy.copy(o); d = copy.deepcopy({'a': [o]}); print(c, c is o, d)
print(copy.copy(OrderedDict(a=1)), copy.deepcopy(defaultdict(list, a=[1])), copy.copy(defaultdict(int, {1:2})))
N = namedtuple('N', 'a b', defaults=[5]); print(N(1), N._field_defaults, copy.copy(N(1,2)), N._make([1,2]), N(1)._replace(b=7))
@contextlib.contextmanager
def cm():
    print('in')
    try: yield 5
    finally: print('out')
with cm() as v: print(v)
with contextlib.suppress(KeyError): {}['x']
@functools.lru_cache(maxsize=None)
def f(n): return n
x = [f(i) for i in range(300, 305)]; print(f.cache_info().currsize, f.__wrapped__(3))
tracemalloc.start()
q = deque(); s0 = tracemalloc.get_traced_memory()[0]
for i in range(200): q.append(None)
print(tracemalloc.get_traced_memory()[0] - s0)
od = OrderedDict(); s0 = tracemalloc.get_traced_memory()[0]
for i in range(50): od[i] = None
print(tracemalloc.get_traced_memory()[0] - s0)
import array
s0 = tracemalloc.get_traced_memory()[0]
a = array.array('q', [0]) * 1000
print(tracemalloc.get_traced_memory()[0] - s0)
tracemalloc.stop()
k = weakref.WeakKeyDictionary(); kk = P(2) if False else Q; k[kk] = 1; print(len(k))
p = functools.partial(print, [1], k=[2]); pc = copy.deepcopy(p); print(pc.args, pc.keywords, pc.args[0] is p.args[0], copy.copy(p).args)
n = N([1], 2); m = copy.deepcopy(n); print(m, m.a is n.a); dq = deque([dq2 := [1]], maxlen=3); dc = copy.deepcopy(dq); print(dc, dc[0] is dq2)
