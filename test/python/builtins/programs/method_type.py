import gc
import types
gc.collect()
def f(*a): return a
print(gc.get_count())
m = types.MethodType(f, 5)
print(gc.get_count())
m = types.MethodType(f, 6)
print(gc.get_count(), m())
try:
    types.MethodType(f)
except TypeError as e:
    print(e, gc.get_count())
import weakref
class W:
    def method(self): return 1
w = W()
gc.collect()
r = weakref.WeakMethod(w.method)
print(gc.get_count())
print(r()(), gc.get_count())
