import collections, types, functools, array, weakref, sys
class Base: pass
def show(f):
    try:
        r = f()
        return r if isinstance(r, (int, str, bool, type(None), type(NotImplemented))) else (type(r).__name__, repr(r) if 'at 0x' not in repr(r) else '')
    except Exception as e: return f"{type(e).__name__}: {e}"
def wrap(base):
    class W(base):
        pass
    ns = {}
    for n in '__eq__ __ne__ __lt__ __le__ __gt__ __ge__ __add__ __or__ __and__ __sub__ __ior__ __mul__ __contains__ __getitem__ __delitem__ __getattribute__ __delattr__ __ror__ __radd__ __iadd__'.split():
        exec(f"def {n}(self, *a):\n    log.append('{n}')\n    return super(W, self).{n}(*a)", {'log': log, 'W': W}, ns)
    for n in '__hash__ __repr__ __str__ __len__ __iter__ __bool__ __reversed__ __sizeof__ __dir__ __neg__ __invert__ __index__ __int__ __float__ __reduce__ __copy__'.split():
        exec(f"def {n}(self):\n    log.append('{n}')\n    return super(W, self).{n}()", {'log': log, 'W': W}, ns)
    for n, f in ns.items():
        if n == '__getattribute__' or not hasattr(base, n) or base is collections.deque and n in ('__iter__', '__bool__', '__len__'): continue
        setattr(W, n, f)
    W.__name__ = 'W' + base.__name__
    return W
log = []
makers = {
    'deque': (collections.deque, [1, 2]), 'OrderedDict': (collections.OrderedDict, {'a': 1}), 'defaultdict': (collections.defaultdict, None, {'a': 1}), 'Counter': (collections.Counter, 'aab'),
    'SimpleNamespace': (types.SimpleNamespace,), 'array': (array.array, 'i', [1, 2]), 'list': (list, [1, 2]), 'dict': (dict, {'a': 1}), 'set': (set, [1, 2]), 'frozenset': (frozenset, [1, 2]), 'tuple': (tuple, [1, 2]), 'str': (str, 'ab'), 'bytes': (bytes, b'ab'), 'bytearray': (bytearray, b'ab'), 'int': (int, 5), 'float': (float, 2.5), 'complex': (complex, 1, 2), 'ValueError': (ValueError, 1), 'KeyError': (KeyError, 'k'), 'partial': (functools.partial, print, 1), 'property': (property, len), 'UserDict': (collections.UserDict, {'a': 1}), 'UserList': (collections.UserList, [1, 2]), 'ChainMap': (collections.ChainMap, {'a': 1}), 'ref': (weakref.ref, Base), 'object': (object,), 'enumerate': (enumerate, [1]), 'map': (map, str, [1]), 'zip': (zip, [1]), 'reversed': (reversed, [1, 2, 3]), 'module': (types.ModuleType, 'mm'), 'WeakSet': (weakref.WeakSet,), 'UserString': (collections.UserString, 'ab'),
}
tests = '''a == b;a != b;a < b;a <= b;a > b;a >= b;a == base;a == 5;a < 5;a + b;a + base;base + a;a | b;a | base;base | a;a & b;a - b;a * 2;2 * a;1 in a;'a' in a;a[0];len(a);bool(a);hash(a) is None;repr(a);str(a);list(a);list(reversed(a));-a;~a;[0, 1, 2, 3, 4, 5, 6][a];a.zzz;sorted([a, b]) == [a, b];max(a, b) == a;a in [b];[b].index(a);(a,) == (b,);{1: a} == {1: b};f"{a}";"%s" % (a,)'''.split(';')
class Ordered(set):
    def __iter__(self):
        return iter(sorted(super().__iter__(), reverse=True))
class Doubled(collections.deque):
    def __iter__(self):
        for x in super().__iter__():
            yield x * 2
print(Ordered([1, 3, 2]), Doubled([1, 2]), frozenset(Ordered([5, 4])))
for it in (iter({1, 2, 3}), iter({1: 2, 3: 4}), iter(collections.deque([1, 2])), reversed({1: 2, 3: 4}), iter('a\U0001f600b'), reversed((1, 2, 3))):
    next(it)
    print(type(it).__name__, it.__length_hint__())
d = {1: 2, 3: 4, 5: 6}
del d[1]
it = iter(d)
next(it)
print(it.__length_hint__())
d[9] = 1
print(it.__length_hint__(), memoryview(b'ab').__eq__(b'ab'), b'ab'.__eq__(bytearray(b'ab')), {}.__lt__({}), (1j).__lt__(2), range(2).__le__(range(3)))
class Numbered(enumerate):
    def __next__(self):
        n, x = super().__next__()
        return f'{n}:{x}'
print(list(Numbered('ab', start=4) if sys.version_info > (3, 8) else []), type(Numbered('')).__name__)
for k, (base, *args) in makers.items():
    W = wrap(base)
    a, b, o = W(*args), W(*args), base(*args)
    print('##', k)
    for t in tests:
        log.clear()
        env = {'a': a, 'b': b, 'base': o}
        r = show(lambda: eval(t, env))
        if 'at 0x' in str(r): r = str(r).split(' at 0x')[0]
        print(t, '->', r, log)
import itertools
class Odd(itertools.count):
    def __next__(self):
        return super().__next__() * 2 + 1
print(list(itertools.islice(Odd(3), 3)), type(Odd()).__name__)
