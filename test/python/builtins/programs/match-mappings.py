"""What the match statement takes for a mapping or a sequence, where there is one."""
import sys
SOURCE = '''
import gc
gc.collect()
def f1(subject):
    match subject:
        case {"k": v}:
            return 1
        case {}:
            return gc.get_count()
for s in ({}, {'a': 1}, [1], {'k': 1}, {'a': 2}):
    print(f1(s), gc.get_count())
def f2(subject):
    match subject:
        case {"k": v, "z": w, **rest}:
            return rest
        case _:
            return gc.get_count()
for s in ({}, {'a': 1}, {'k': 1}, {'k': 1, 'z': 2}, {'k':1,'z':3,'q':4}, 5):
    print(f2(s), gc.get_count())
from collections import OrderedDict, UserDict, ChainMap, defaultdict
import collections.abc
class M(collections.abc.Mapping):
    def __init__(self, d): self.d = d
    def __getitem__(self, k): print("get", k); return self.d[k]
    def __iter__(self): return iter(self.d)
    def __len__(self): return len(self.d)
def f3(s):
    match s:
        case {"a": 1, **rest}: return 'one', rest
        case {"a": x, "b": y}: return x, y
        case {}: return 'mapping'
    return 'none'
for s in (M({'a': 1}), M({'a': 2, 'b': 3}), M({}), UserDict(a=1, q=2), OrderedDict(a=2, b=4), ChainMap({'a': 1}, {'b': 2}), defaultdict(int), defaultdict(int, a=5, b=1), [1]):
    print(type(s).__name__, f3(s))
class K:
    x = 'a'; y = 'a'
def f4(s):
    match s:
        case {K.x: 1, K.y: 2}: return 'dup'
try: f4({'a': 1})
except ValueError as e: print(e)
'''
if sys.version_info >= (3, 10):
    exec(SOURCE)
