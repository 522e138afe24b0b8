import sys,gc
class D(dict): __slots__ = ('x','y')
d = D(a=1); d.x = d; print(d.x is d, sys.getsizeof(d), hasattr(d,'y'))
try: d.y
except AttributeError as e: print(e)
try: d.z = 1
except AttributeError as e: print(e)
del d.x
try: del d.x
except AttributeError as e: print(e)
d.y = d; del d; print(gc.collect())
class L(list): __slots__ = ('q', '__dict__')
l = L(); l.q = 1; l.z = 2; print(l.__dict__, sys.getsizeof(l))
