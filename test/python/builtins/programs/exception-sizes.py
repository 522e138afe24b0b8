import sys
for e in (BaseException, Exception, OSError, KeyError, StopIteration, SystemExit, ImportError, ModuleNotFoundError, SyntaxError, UnicodeDecodeError, UnicodeError, NameError, AttributeError, FileNotFoundError, BlockingIOError):
    class C(e): pass
    class S(e): __slots__ = ('a','b')
    class D(C): pass
    args = (('utf8', b'a', 0, 1, 'r') if e is UnicodeDecodeError else ())
    print(e.__name__, sys.getsizeof(e(*args)), sys.getsizeof(C(*args)), sys.getsizeof(S(*args)), sys.getsizeof(D(*args)))
print(sys.getsizeof(bytearray()), sys.getsizeof(bytearray(b'')), sys.getsizeof(bytearray(b'abc')), sys.getsizeof(bytearray(3)))
class B(bytearray): pass
print(sys.getsizeof(B()), sys.getsizeof(B(b'')), sys.getsizeof(B(b'abc')), sys.getsizeof(B(3)))
b = B(b'abc')
b.append(4)
print(sys.getsizeof(b), b)
