"""What the match statement takes for a mapping or a sequence, where there is one."""
import sys
SOURCE = '''
import collections, array, types
import collections.abc
from collections import deque, UserList, UserDict, namedtuple, OrderedDict
class S(collections.abc.Sequence):
    def __len__(self): return 2
    def __getitem__(self, i): return [7, 8][i]
class V:
    def __len__(self): return 2
    def __getitem__(self, i): return [5, 6][i]
class R(V): pass
class SubR(R): pass
before = R()
collections.abc.Sequence.register(R)
class M(collections.abc.MutableMapping):
    def __init__(self): self.d = {}
    def __getitem__(self, k): return self.d[k]
    def __setitem__(self, k, v): self.d[k] = v
    def __delitem__(self, k): del self.d[k]
    def __iter__(self): return iter(self.d)
    def __len__(self): return len(self.d)
class Both(list, M):
    def __init__(self): pass
class L(list): pass
class D(dict): pass
P = namedtuple('P', 'x y')
def kind(s):
    r = []
    match s:
        case [*_]: r.append('seq')
    match s:
        case {}: r.append('map')
    return r
for s in ([1], (1,), range(2), 'ab', b'ab', bytearray(b'a'), {1}, {1: 2}, deque([1]), array.array('i', [1]), memoryview(b'ab'), UserList([1]), UserDict(), OrderedDict(), P(1, 2), S(), V(), R(), before, SubR(), M(), L(), D(), types.MappingProxyType({}), collections.ChainMap(), collections.Counter(), collections.defaultdict(int), iter([1]), 5, None, frozenset(), {}.keys(), {}.values(), collections.UserString('a'), zip(), map(str, []), object()):
    print(type(s).__name__, kind(s))
match S():
    case [a, b]: print(a, b)
match deque([1, 2, 3]):
    case [a, *b]: print(a, b)
match range(5):
    case [0, 1, *rest]: print(rest)
'''
if sys.version_info >= (3, 10):
    exec(SOURCE)
