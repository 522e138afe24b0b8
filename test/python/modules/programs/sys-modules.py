"""sys.modules is what import looks into: live, and anything may stand in it."""
import sys
print('gc' in sys.modules)
import gc
print('gc' in sys.modules)
import weakref
print('weakref' in sys.modules, sys.modules['gc'] is gc)
print(sys.modules['__main__'].__name__, sys.modules[__name__] is sys.modules['__main__'])
class M: x = 5
sys.modules['mine'] = M
import mine
print(mine is M, mine.x)
from mine import x
print(x)
del sys.modules['mine']
try:
    import mine
except ImportError as e: print(type(e).__name__, e)
sys.modules['blocked'] = None
try:
    import blocked
except ImportError as e: print(type(e).__name__, e)
del sys.modules['weakref']
import weakref as w2
print(w2 is weakref, w2.ref is weakref.ref)
import collections
print('collections' in sys.modules, 'nosuch' in sys.modules, type(sys.modules))
from math import *
print(floor(2.5))
class N:
    a = 1
sys.modules['n1'] = N
sys.modules['n2'] = N()
try:
    from n1 import zz
except ImportError as e: print(type(e).__name__, e, e.name)
try:
    from n2 import zz
except ImportError as e: print(type(e).__name__, e, e.name)
sys.modules['n3'] = 5
import n3
print(n3)
try:
    from n3 import *
except Exception as e: print(type(e).__name__, e)
N2 = N()
N2.__name__ = 'hello'
N2.q = 7
sys.modules['n4'] = N2
try:
    from n4 import zz
except ImportError as e: print(type(e).__name__, e, e.name)
from n4 import *
print(q)
try:
    import n1.sub
except ImportError as e: print(type(e).__name__, e, e.name)
from dataclasses import dataclass, fields
import typing
@dataclass
class D:
    a: typing.ClassVar[int] = 3
    b: int = 4
print([f.name for f in fields(D)])
print(sorted(k for k in sys.modules if k.startswith('n') and len(k) == 2))
