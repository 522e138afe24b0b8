import heapq, gc, sys
log = []
class K:
    def __init__(self, v): self.v = v
    def __lt__(self, o): log.append((self.v, o.v)); return self.v < o.v
    def __repr__(self): return 'K%d' % self.v
def take():
    r = list(log); log.clear(); return r
d = [5, 3, 8, 1, 9, 2, 7, 1, 4]
ks = lambda: [K(x) for x in d]
for n in (0, 1, 2, 4, 20):
    print(n, heapq.nsmallest(n, ks()), take())
    print(n, heapq.nlargest(n, ks()), take())
    print(n, heapq.nsmallest(n, iter(ks()), key=lambda k: -k.v), take())
    print(n, heapq.nsmallest(n, iter(ks())), take())
    print(n, heapq.nlargest(n, iter(ks())), take())
    print(n, heapq.nlargest(n, iter(d), key=lambda k: -k))
    print(n, heapq.nlargest(n, iter(ks()), key=lambda k: k), take())
for rev in (False, True):
    a, b, c = [K(x) for x in sorted([1, 5, 7], reverse=rev)], [K(x) for x in sorted([2, 5, 6, 9], reverse=rev)], [K(x) for x in sorted([], reverse=rev)]
    print(list(heapq.merge(a, b, c, reverse=rev)), take())
    print(list(heapq.merge(a, b, c, reverse=rev, key=lambda k: K(k.v))), take())
    gc.collect(); m = heapq.merge(a, b, iter(c), (x for x in a), reverse=rev); next(m); print(gc.get_count()[0]); print(next(m), gc.get_count()[0]); del m; print(gc.get_count()[0])
    take()
h = ks(); heapq.heapify(h); print(h, take())
heapq._heapify_max(h); print(h, take())
print(heapq._heappop_max(h), h, take()); print(heapq._heapreplace_max(h, K(6)), h, take())
print(heapq.heappushpop(h, K(3)), take(), heapq.heapreplace(h, K(0)), take(), heapq.heappop(h), take())
class Bad:
    def __lt__(self, o): h.append(1); return True
h = [Bad(), Bad(), Bad(), Bad()]
for f in (heapq.heapify, heapq.heappop, heapq._heapify_max, lambda h: heapq.heappush(h, Bad()), lambda h: heapq.heappushpop(h, Bad())):
    try: f(h)
    except Exception as e: print(type(e).__name__, e, len(h))
class R:
    def __lt__(self, o): print(sys.getrefcount(self), sys.getrefcount(o)); return True
h = [R(), R(), R()]
heapq.heapify(h); heapq.heappush(h, R())
for f in ('heapify', 'heappop', '_heapify_max', '_heappop_max'):
    for bad in ((), None, 3):
        try: getattr(heapq, f)(bad)
        except TypeError as e: print(e)
for f in ('heappush', 'heapreplace', '_heapreplace_max'):
    try: getattr(heapq, f)((), 1)
    except TypeError as e: print(e)
    try: getattr(heapq, f)([], 1)
    except IndexError as e: print(e)
gc.collect(); print(gc.get_count()); heapq.nlargest(2, iter(d)); print(gc.get_count()); heapq.nsmallest(3, d, key=lambda x: x); print(gc.get_count())
try: print(list(heapq.merge([(1, 2)], [1])))
except TypeError as e: print(e)
try: print(heapq.nlargest(2, iter([(1,), [1], 2])))
except TypeError as e: print(e)
