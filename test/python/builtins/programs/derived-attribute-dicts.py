import sys, gc
from collections import deque, OrderedDict, defaultdict
for base in (object, list, dict, set, frozenset, Exception, KeyError, OSError, int, float, str, bytes, bytearray, tuple, deque, OrderedDict, defaultdict):
    class C(base):
        pass
    class H(base):
        def __init__(self, *a):
            self.x = 1
    try:
        o = C(); o2 = C(); h = H(); h2 = H()
    except TypeError as e:
        print(base, e); continue
    print(base.__name__, sys.getsizeof(o), sys.getsizeof(o.__dict__), sys.getsizeof(h), sys.getsizeof(h.__dict__), sys.getsizeof(h2.__dict__))
    o.y = 1
    o2.y = 1
    o2.z = 2
    print(sys.getsizeof(o.__dict__), sys.getsizeof(o2.__dict__))
    h3 = H()
    del h3.x
    print(sys.getsizeof(h3.__dict__))
    h4 = H()
    h4.k = 5
    h4.l = 6
    print(sys.getsizeof(h4.__dict__), sys.getsizeof(H().__dict__))
