# What the call of each built-in class leaves in the count of the collector.
import gc
import collections, functools, io, itertools, operator, weakref, types
class DD(collections.defaultdict): pass
class OD(collections.OrderedDict): pass
class DI(collections.defaultdict):
    def __init__(self, *a, **k): super().__init__(*a, **k)
x = {'a': 1}
l = [('a', 1)]
f = len
def show(name, make):
    for _ in range(2): y = make(); del y
    gc.collect()
    y = make(); n = gc.get_count()[0]
    z = make(); m = gc.get_count()[0]
    print(name, n, m)
k = {'a': 1, 'b': 2}
for n, c in (('dd', collections.defaultdict), ('DD', DD), ('DI', DI)):
    show(n + '0', lambda: c()); show(n + '1', lambda: c(f)); show(n + '2', lambda: c(f, x)); show(n + '3', lambda: c(f, l)); show(n + '4', lambda: c(f, a=1)); show(n + '5', lambda: c(f, **k)); show(n + '6', lambda: c(*[f, x], **k)); show(n + '7', lambda: c(None, x, b=2)); show(n + '8', lambda: c(f).copy()); show(n + 'm', lambda: c(f)['x'] if 0 else c(list)['x'])
    show(n + '|', lambda: c(f, x) | x if hasattr(dict, '__or__') else 0)
for n, c in (('od', collections.OrderedDict), ('OD', OD)):
    show(n + '0', lambda: c()); show(n + '1', lambda: c(x)); show(n + '3', lambda: c(l)); show(n + '4', lambda: c(a=1)); show(n + '5', lambda: c(**k)); show(n + '6', lambda: c(*[x], **k)); show(n + '8', lambda: c(x).copy())
show('dq', lambda: collections.deque()); show('dq1', lambda: collections.deque(l)); show('dq2', lambda: collections.deque(l, 2)); show('dq3', lambda: collections.deque(l, maxlen=2)); show('dqc', lambda: collections.deque(l).copy())
show('ct', lambda: collections.Counter('abc')); show('ct2', lambda: collections.Counter(a=1)); show('cm', lambda: collections.ChainMap(x))
show('sio', lambda: io.StringIO('abc')); show('bio', lambda: io.BytesIO(b'abc'))
show('prop', lambda: property(f)); show('prop2', lambda: property(f, doc='x')); show('prop3', lambda: property(f).getter(f)); show('ba', lambda: bytearray(b'abc')); show('ba2', lambda: bytearray('abc', encoding='ascii')); show('sm', lambda: staticmethod(f)); show('cm', lambda: classmethod(f))
show('part', lambda: functools.partial(f, 1)); show('part2', lambda: functools.partial(f, 1, a=2)); show('par3', lambda: functools.partial(functools.partial(f, 1), 2))
show('ig', lambda: operator.itemgetter(1)); show('ig2', lambda: operator.itemgetter(1, 2)); show('ag', lambda: operator.attrgetter('a')); show('mc', lambda: operator.methodcaller('a', 1, b=2))
show('ref', lambda: weakref.ref(DI)); show('ch', lambda: itertools.chain([1], [2])); show('cnt', lambda: itertools.count(1, 2)); show('cnt2', lambda: itertools.count(start=1)); show('isl', lambda: itertools.islice(l, 1)); show('rep', lambda: itertools.repeat(1, 2)); show('rep2', lambda: itertools.repeat(1, times=2)); show('zl', lambda: itertools.zip_longest(l, l, fillvalue=1)); show('acc', lambda: itertools.accumulate(l, initial=1)); show('cyc', lambda: itertools.cycle(l)); show('prod', lambda: itertools.product(l, l, repeat=2)); show('perm', lambda: itertools.permutations(l, 1)); show('tee', lambda: itertools.tee(l, 2)); show('grp', lambda: itertools.groupby(l, key=f)); show('sm', lambda: itertools.starmap(f, l)); show('sns', lambda: types.SimpleNamespace(a=1)); show('mpt', lambda: types.MappingProxyType(x)); show('meth', lambda: types.MethodType(f, 1)); show('cell', lambda: types.CellType(1)); show('mod', lambda: types.ModuleType('x'))
show('enum', lambda: enumerate(l)); show('enum1', lambda: enumerate(l, start=1)); show('zip', lambda: zip(l, l)); show('map', lambda: map(f, l)); show('filter', lambda: filter(f, l)); show('rev', lambda: reversed(l)); show('sup', lambda: super(DI, DI)); show('slice', lambda: slice(1)); show('range', lambda: range(3)); show('mv', lambda: memoryview(b'a')); show('mv2', lambda: memoryview(object=b'a')); show('obj', lambda: object()); show('type', lambda: type('X', (), {})); show('exc', lambda: ValueError(1)); show('ose', lambda: OSError(1, 'x')); show('str', lambda: str(b'', 'ascii')); show('int', lambda: int('5', base=10)); show('cplx', lambda: complex(1, 2)); show('cplx', lambda: complex(real=1)); show('flt', lambda: float('1')); show('fs', lambda: frozenset(l)); show('set', lambda: set(l)); show('list', lambda: list(l)); show('dict', lambda: dict(x)); show('dict2', lambda: dict(x, b=2)); show('dict3', lambda: dict(**k)); show('tuple', lambda: tuple(l)); show('bytes', lambda: bytes(3)); show('bytes2', lambda: bytes('x', 'ascii'))
def f(x: int): "doc"
def g(x): pass
class C:
    def m(self): pass
for n, o in (('f', f), ('g', g), ('len', len), ('C', C), ('C.m', C.m), ('C().m', C().m), ('lambda', lambda: 1)):
    show('sm ' + n, lambda: staticmethod(o)); show('cm ' + n, lambda: classmethod(o))
    print(sorted(getattr(staticmethod(o), '__dict__', {})))
M = operator.methodcaller
show('m0', lambda: M('a')); show('m1', lambda: M('a', 1)); show('m2', lambda: M('a', b=1)); show('m3', lambda: M('a', 1, b=1)); show('m4', lambda: M('a', 1, b=1, c=3));
