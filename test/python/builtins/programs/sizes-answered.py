import sys
class A:
    def __init__(self, v): self.v = v
    def __sizeof__(self): return self.v
for v in (1, -1, 2**70, "x", 1.5, None, True):
    try:
        print(sys.getsizeof(A(v)))
    except Exception as e:
        print(type(e).__name__, e)
    print(sys.getsizeof(A(v), "dflt"))  if v not in (-1, 2**70) else None
try:
    sys.getsizeof()
except TypeError as e: print(e)
try:
    sys.getsizeof(1,2,3)
except TypeError as e: print(e)
print(sys.getsizeof(object=1) if 0 else "")
class B: 
    def __sizeof__(self): 1/0
try: print(sys.getsizeof(B()))
except ZeroDivisionError as e: print(e)
try: print(sys.getsizeof(B(), 7))
except ZeroDivisionError as e: print(e)
import collections
print(sys.getsizeof(type), sys.getsizeof(int), sys.getsizeof(OSError), sys.getsizeof(collections.deque), sys.getsizeof(collections.OrderedDict))
import gc
print(gc.is_tracked(int), gc.is_tracked(collections.OrderedDict), gc.is_tracked(type("New", (), {})))
