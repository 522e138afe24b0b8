import abc, io, bisect, ctypes, sys
from abc import ABC, abstractmethod
class Shape(ABC):
    @abstractmethod
    def area(self): ...
    @property
    @abstractmethod
    def name(self): ...
class Sq(Shape):
    def area(self): return 4
    name = 'sq'
class Bad(Shape):
    def area(self): return 1
print(Sq().area(), isinstance(Sq(), Shape), issubclass(Sq, Shape), Shape.__abstractmethods__ == frozenset({'area','name'}))
for c in (Shape, Bad):
    try: c()
    except TypeError as e: print(e)
@Shape.register
class Other: pass
print(isinstance(Other(), Shape), isinstance(3, Shape), type(Shape))
from collections.abc import Iterable, Mapping, Sequence, Hashable, Sized, Callable, Iterator
import collections.abc
print(isinstance([], Iterable), isinstance({}, Mapping), isinstance((), Sequence), isinstance([], Hashable), isinstance(5, Sized), isinstance(len, Callable), isinstance(iter([]), Iterator), isinstance([], collections.abc.MutableSequence), isinstance({}, Sequence))
class It:
    def __iter__(self): return iter([])
print(isinstance(It(), Iterable), issubclass(dict, Mapping))
s = io.StringIO(); print('hi', file=s); s.write('there'); print(repr(s.getvalue())); s.seek(0); print(s.readline(), s.read(), list(io.StringIO('a\nb')))
b = io.BytesIO(b'abc'); print(b.read(2), b.getvalue())
a = [1,3,5]; bisect.insort(a, 4); print(a, bisect.bisect_left(a, 3), bisect.bisect(a, 3))
x = []; y = x; print(ctypes.c_long.from_address(id(x)).value, ctypes.c_ssize_t.from_address(id(x)).value)
class A(OSError, ValueError): pass
class B(ValueError, OSError): pass
class C(KeyError, AttributeError): pass
print(A(1,2), B('x'), isinstance(A(), ValueError))
try:
    class D(OSError, StopIteration): pass
except TypeError as e: print(e)
