# What the __init__ of a built-in class refuses ends an object that __new__ has made.
import sys
class L(list):
    def __new__(cls, *a, **k):
        print('new', a, k)
        return super().__new__(cls, *a, **k)
    def __del__(self): print('del', type(self).__name__)
class S(set):
    def __del__(self): print('del', type(self).__name__)
class M(list):
    def __del__(self): print('del', type(self).__name__)
class D(dict):
    def __del__(self): print('del', type(self).__name__)
class T(tuple):
    def __del__(self): print('del', type(self).__name__)
class F(frozenset):
    def __del__(self): print('del', type(self).__name__)
class B(bytearray):
    def __del__(self): print('del', type(self).__name__)
class I(int):
    def __del__(self): print('del', type(self).__name__)
class St(str):
    def __del__(self): print('del', type(self).__name__)
class E(Exception):
    def __del__(self): print('del', type(self).__name__)
class P(property):
    def __del__(self): print('del', type(self).__name__)
class SM(staticmethod):
    def __del__(self): print('del', type(self).__name__)
class O:
    def __del__(self): print('del', type(self).__name__)
class OE(OSError):
    def __del__(self): print('del', type(self).__name__)
class KI(KeyError):
    def __del__(self): print('del', type(self).__name__)
class IE(ImportError):
    def __del__(self): print('del', type(self).__name__)
class SE(StopIteration):
    def __del__(self): print('del', type(self).__name__)
import collections
class DQ(collections.deque):
    def __del__(self): print('del', type(self).__name__)
class OD(collections.OrderedDict):
    def __del__(self): print('del', type(self).__name__)
class DD(collections.defaultdict):
    def __del__(self): print('del', type(self).__name__)
class CO(collections.Counter):
    def __del__(self): print('del', type(self).__name__)
class MT(type):
    def __del__(self): print('del', type(self).__name__)
class SU(super):
    def __del__(self): print('del', type(self).__name__)
for c in (L, S, M, D, T, F, B, I, St, E, P,  O, OE, KI, IE, SE, DQ, OD, DD, CO, MT):
    for a, k in (((), {'x': 1}), ((1,2,3,4,5), {}), ((), {'iterable': 3}), ((3,), {'y': 4}), ((5,), {})):
        try: print(c.__name__, end=' '); c(*a, **k)
        except BaseException as e: print(c.__name__, type(e).__name__, e)
class B2(bytearray):
    def __del__(self): print('del B2')
for a in ((5.0,), ('x',), ([300],), (None,), ('x', 'nope'), (-1,), (b'ab',)):
    try: B2(*a)
    except Exception as e: print(type(e).__name__, e)
class Q(collections.deque):
    def __del__(self): print('del Q')
for a in ((5.0,), ('x', 'y'), ((), -1), ((), None)):
    try: Q(*a)
    except Exception as e: print(type(e).__name__, e)
class L3(list):
    def __new__(cls, *a, **k): return super().__new__(cls)
for a, k in (((), dict(a=1)), ((1, 2), {}), ((), {}), (([1],), {})):
    try: print(L3(*a, **k))
    except Exception as e: print(type(e).__name__, e)
try: list.__init__([], a=1)
except Exception as e: print(type(e).__name__, e)
try: L3().__init__(a=1)
except Exception as e: print(type(e).__name__, e)
try: M().__init__(a=1)
except Exception as e: print(type(e).__name__, e)
