# Lists hold what they compare, tuples do not
import sys
class J:
    def __eq__(self, o):
        print(sys.getrefcount(self), end=" ")
        return False
i, j = J(), 5
def f(i, k):
    return k in [i, j], k in (i, j), [i].count(k), (i,).count(k), [i] == [k], (i,) == (k,)
f(i, [])
f(i, 6)
l, t = [i], (i,)
3 in l; 3 in t; l.index(i); t.count(3); l.count(3); l == [3]; t == (3,)
try: l.remove(4)
except ValueError: pass
try: l.index(4)
except ValueError: pass
try: t.index(4)
except ValueError: pass
from collections import deque
q = deque([i])
3 in q; q.count(3)
s = {1: i}
3 in s.values()
import operator
operator.contains(l, 3); operator.countOf(l, 3)
3 in iter(l); 3 in map(lambda x: x, l); 3 in (x for x in l)
any(x == 3 for x in l)
print(len([x for x in l if x != 3]))


class V:
    def __eq__(self, o):
        print("v", sys.getrefcount(self), sys.getrefcount(o), end=" ")
        return True
    def __lt__(self, o):
        print("lt", sys.getrefcount(self), end=" ")
        return True
v, w = V(), V()
print({1: v} == {1: w}, [v, 1] < [w, 2], (v, 1) < (w, 2), [1, v] < [2, v])
