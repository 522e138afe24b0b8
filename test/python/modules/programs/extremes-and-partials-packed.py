import gc, functools
def n(f):
    gc.collect()
    a = gc.get_count()[0]
    try: f()
    except TypeError: pass
    b = gc.get_count()[0]
    try: f()
    except TypeError: pass
    return b - a, gc.get_count()[0] - b
k = {'key': abs}
t = (1, 2, 3)
print(n(lambda: max(1, 2, 3)), n(lambda: max(1, 2, 3, key=abs)), n(lambda: max(*t, **k)), n(lambda: max(*t)), n(lambda: max(*t, key=abs)), n(lambda: max(t, **k)))
p = functools.partial(max, 1, 2, key=abs)
print(n(lambda: p()), n(lambda: p(3)), n(lambda: p(3, 4)), n(lambda: p(3, key=abs)), n(lambda: p(1, c=5)))
p = functools.partial(max, 1, 2)
print(n(lambda: p()), n(lambda: p(3)), n(lambda: p(3, 4)), n(lambda: p(3, key=abs)), n(lambda: p(1, c=5)))
p = functools.partial(max)
print(n(lambda: p(3, 4)), n(lambda: p(3, key=abs)), n(lambda: p(1, c=5)))
p = functools.partial(sorted, key=abs)
print(n(lambda: p(t)), n(lambda: p(t, reverse=True)), n(lambda: p(1, c=5)))
p = functools.partial(dict, a=1)
print(n(lambda: p()), n(lambda: p(b=3)), n(lambda: p({'c': 5}, b=3)))
p = functools.partial(print, end='')
print(n(lambda: p()), n(lambda: p('', '')), n(lambda: p('', sep='')))
import gc
import collections
from collections import deque
v = sorted([1,2,3], key=lambda q: -q)
o = deque(v)
gc.collect()
a = gc.get_count()[0]
x = o == deque(o)
b = gc.get_count()[0]
x = o + o
c = gc.get_count()[0]
x = o * 2
d = gc.get_count()[0]
x = o + o == o * 2
e = gc.get_count()[0]
print(b - a, c - b, d - c, e - d)
gc.collect()
a = gc.get_count()[0]
print(o == deque(o), o + o == o * 2)
print(gc.get_count()[0] - a)
import gc, functools
o = functools.partial(functools.partial(max, 1), 1000, key=abs)
gc.collect()
a = gc.get_count()[0]
try: o(1, c=5)
except TypeError: pass
b = gc.get_count()[0]
try: o(1, c=5)
except TypeError: pass
c = gc.get_count()[0]
o(1)
d = gc.get_count()[0]
o(1, default=3) if 0 else o(5)
e = gc.get_count()[0]
print(b - a, c - b, d - c, e - d)
