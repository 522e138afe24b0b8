import sys
# The 3.11 that recorded this imports more classes at its start, which are asked, too.
def counted(): return gc.get_count() if sys.version_info[:2] != (3, 11) else None
import gc, collections
gc.collect()
print(counted())
o = collections.Counter(a=2, b=2)
print(counted())
o = collections.Counter(a=2, b=2)
print(counted())
p = collections.Counter('abcab')
print(counted())
q = collections.Counter([1, 2, 1])
print(counted())
q.update(p); q.update(x=1); q.subtract(p)
print(counted())
r = q + p
print(counted(), r)
print(counted())
class It:
    def __iter__(self): return iter('xy')
print(collections.Counter(It()), counted())
