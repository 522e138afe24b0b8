"""OrderedDict: the order is a list of its own, whose ends are near whatever its length."""
from collections import OrderedDict
import sys, copy
od = OrderedDict((str(i), i) for i in range(10))
print(list(od), sys.getsizeof(od))
od.move_to_end('3'); od.move_to_end('7', last=False)
print(list(od), list(reversed(od)), od)
print(od.popitem(), od.popitem(last=False), len(od), list(od.items()))
print(dict(od), copy.copy(od), OrderedDict(od), [*od.values()], {**od})
it = iter(od); next(it)
od.move_to_end(next(reversed(od)))
print(next(it))
od.move_to_end('0')
try: print(next(it))
except RuntimeError as e: print(e)
it = iter(od); del od['5']
try: print(next(it))
except RuntimeError as e: print(e)
def f(**k): return list(k)
print(f(**od))
print(od == OrderedDict(sorted(od.items())), od == dict(od))
od['5'] = 1; od.pop('0'); od.setdefault('z', 3); od.update(a=1)
print(od, list(od.keys()), sorted(od), list(map(str, od)))
class L(OrderedDict):
    def __init__(self, n): super().__init__(); self.n = n
    def get1(self, k):
        if k in self: self.move_to_end(k); return self[k]
    def put(self, k, v):
        self[k] = v; self.move_to_end(k)
        if len(self) > self.n: self.popitem(last=False)
c = L(3)
for i in [1,2,3,1,4,5,1,2]: c.put(i, i*i); c.get1(3)
print(c, c.n)
x = OrderedDict.fromkeys('abc'); x.move_to_end('c', False); print(x); x.clear(); print(x)
try: x.popitem()
except KeyError as e: print(e)
try: x.move_to_end('q')
except KeyError as e: print(e)
class D:
    def __init__(s, n): s.n = n
    def __del__(s): print('del', s.n)
y = OrderedDict((i, D(i)) for i in range(4)); y.move_to_end(0); del y
it = iter(od); dict.__delitem__(od, '1'); dict.__setitem__(od, 'q', 1); dict.__setitem__(od, 'r', 1)
try: print(next(it))
except RuntimeError as e: print(e)
big = OrderedDict.fromkeys(range(10000))
for i in range(0, 20000):
    key, _ = big.popitem(last=i & 1)
    big[key] = i
    big.move_to_end(next(iter(big)))
print(next(iter(big)), next(reversed(big)), len(big))
