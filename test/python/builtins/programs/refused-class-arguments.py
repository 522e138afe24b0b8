# Wrong arguments for built-in classes, for classes derived from them, and for their __init__.
import collections
class Q(collections.deque):
    def __init__(self, x, y=0, *, z=3):
        super().__init__([x, y, z])
class B(bytearray):
    def __init__(self, x, y=0, *, z=3):
        super().__init__([x, y, z])
class P(property):
    def __init__(self, x, y=0, *, z=3):
        super().__init__(doc=str(z))
class L(list):
    def __init__(self, x, y=0, *, z=3): super().__init__([x, z])
class S(set):
    def __init__(self, x, y=0, *, z=3): super().__init__([x, z])
class D(dict):
    def __init__(self, x, y=0, *, z=3): super().__init__(x=z)
class DD(collections.defaultdict):
    def __init__(self, x, y=0, *, z=3): super().__init__(None, x=z)
class OD(collections.OrderedDict):
    def __init__(self, x, y=0, *, z=3): super().__init__(x=z)
class I(int): pass
class I2(int):
    def __init__(self, x, y=0, *, z=3): pass
for c in (Q, B, P, L, S, D, DD, OD):
    try: print(c(1, z=4) if c is not P else 0)
    except Exception as e: print(type(e).__name__, e)
    try: print(c(1, 2, z=4).__doc__)
    except Exception as e: print(type(e).__name__, e)
    try: print(len(str(c(x=1))))
    except Exception as e: print(type(e).__name__, e)
    try: print(c(1,2,3,4,5))
    except Exception as e: print(type(e).__name__, e)
for a, k in (((1,2,3), {}), (('1', 2, 3), {}), ((1,), {'z': 2}), ((), {'x': 1}), ((), {'base': 1}), (('1', 5), {'z': 1}), (('12', 50), {})):
    for c in int, I, I2:
        try: print(c(*a, **k))
        except Exception as e: print(type(e).__name__, e)
def tr(c, *a, **k):
    try: c(*a, **k)
    except Exception as e: print(c.__name__, len(a), sorted(k), type(e).__name__, str(e)[:100])
for c in (int, float, str, bytes, bytearray, list, tuple, dict, set, frozenset, bool, complex, object, type, range, slice, property, enumerate, zip, map, filter, reversed, memoryview):
    cs = [c]
    if c not in (bool, range, slice, memoryview, type):
        class X(c): pass
        cs.append(X)
        class Y(c):
            def __init__(self, *a, **k): pass
        cs.append(Y)
    for c in cs:
        tr(c)
        tr(c, 1, 2, 3, 4, 5)
        tr(c, 1, 2, 3)
        tr(c, nope=1)
        tr(c, 1, nope=2)
        tr(c, 1, 2, nope=2)
class En(enumerate): pass
for c in enumerate, En:
    tr(c, [], start=1); tr(c, iterable=[1]); tr(c, start=1); tr(c, start=1, iterable=[]); tr(c, [], iterable=[]); tr(c, [], 1, start=2); tr(c, a=1, b=2, d=3); tr(c, start=1, nope=2); tr(c, 5)
tr(int, a=1, b=2, e=3); tr(int, "1", e=3, d=5); tr(str, b'', 'ascii', 'nope', 'x'); tr(str, b'', 'ascii', 5, x=3); tr(str, b'', encoding=3, x=3); tr(bytes, b'', encoding=3, x=3)
tr(bytearray, b'', encoding=3, x=3)
import collections, io, types
def tried(f, *a, **k):
    try: print(f(*a, **k))
    except Exception as e: print(type(e).__name__, e)
d = collections.deque([1])
tried(collections.deque.__init__, d, maxlen=3); print(d)
tried(d.__init__, [1, 2], 5); print(d)
tried(d.__init__, iterable=[1, 2]); print(d)
tried(d.__init__, nope=[1, 2]); print(d)
tried(d.__init__, 1, 2, 3); print(d)
b = bytearray()
tried(b.__init__, b'ab'); print(b)
tried(b.__init__, source='ab', encoding='latin-1'); print(b)
tried(b.__init__, 1, 2, 3, 4)
tried(b.__init__, 5.0)
p = property(len)
tried(p.__init__, fset=len); print(p.fget, p.fset, p.__doc__)
tried(p.__init__, doc='x'); print(p.fget, p.fset, p.__doc__)
class P(property):
    def __init__(self, x, **k): property.__init__(self, x, **k)
print(P(None, doc='4').__doc__, P(len, fset=print).fset)
class B(bytearray):
    def __new__(cls, *a, **k): return super().__new__(cls)
print(B(b'abc'), B('abc', encoding='ascii'))
s = io.StringIO()
tried(s.__init__, 'abc'); print(s.getvalue())
tried(s.__init__, newline='x')
tried(s.__init__, initial_value='q'); print(s.getvalue())
class S(io.StringIO):
    def __init__(self, *words, sep): super().__init__(sep.join(words)); self.sep = sep
print(S('a', 'b', 'c', sep='-').read())
class Y(io.BytesIO):
    def __init__(self, *words, sep): super().__init__(sep.join(words)); self.sep = sep
print(Y(b'a', b'b', b'c', sep=b'-').read())
m = types.ModuleType('m')
tried(m.__init__, 'x', doc='ddd'); print(m.__name__, m.__doc__)
tried(m.__init__, name='y'); print(m.__name__, m.__doc__)
tried(m.__init__)
tried([].__init__, 1, 2)
tried([].__init__, a=2)
tried(set().__init__, a=2)
tried({}.__init__, 1, a=2)
tried({}.__init__, {2: 3}, a=2)
