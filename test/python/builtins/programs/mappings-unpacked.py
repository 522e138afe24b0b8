import sys
class M:
    def __init__(self, d): self.d = d
    def keys(self): print("keys", end=" "); return list(self.d)
    def __getitem__(self, k): print("get", k, end=" "); return self.d[k]
class NoGet:
    def keys(self): return ["a"]
class BadKeys:
    def keys(self): raise AttributeError("mine")
    def __getitem__(self, k): return 1
class KE:
    def keys(self): return ["a"]
    def __getitem__(self, k): raise KeyError(k)
def f(*a, **k): return a, k
for x in (M({"a": 1, "b": 2}), [("a", 1)], 5, None, NoGet(), BadKeys(), KE(), M({1: 2}), "ab", {"z": 1}.items(), type("D", (dict,), {})(q=1)):
    for n, g in enumerate((lambda: f(**x), lambda: f(1, b=5, **x), lambda: {**x}, lambda: {"a": 0, **x}, lambda: dict(x), lambda: dict(x, w=1), lambda: {}.update(x), lambda: f(**{"a": 2}, **x))):
        try: print(n, g())
        except Exception as e: print(n, type(e).__name__, e)
from collections import OrderedDict, ChainMap, UserDict
print(f(**OrderedDict(a=1)), f(**ChainMap({"a": 1}, {"b": 2})), f(**UserDict(c=3)), {**UserDict(c=3)})
import types
print(f(**types.MappingProxyType({"p": 1})), {**vars(M)}.keys() >= {"keys"})
