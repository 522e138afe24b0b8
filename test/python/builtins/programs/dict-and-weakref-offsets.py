# Where objects keep their dict and their weak references.
import collections, functools, types
class A: pass
class B: __slots__ = ()
class C: __slots__ = ("x", "y")
class D(C): pass
class E(C): __slots__ = ("__dict__",)
class F(C): __slots__ = ("__weakref__", "z")
class G: __slots__ = ("__dict__",)
class G2: __slots__ = ("__dict__", "q")
class H(G): pass
class H2(A): __slots__ = ("a", "b")
class H3(F): pass
defs = [A, B, C, D, E, F, G, G2, H, H2, H3]
for base in (list, dict, set, frozenset, int, str, tuple, bytes, bytearray, float, complex, Exception, type):
    for slots in (None, (), ("__dict__",), ("__weakref__",)):
        try: defs.append(type(base.__name__, (base,), {} if slots is None else {"__slots__": slots}))
        except TypeError: pass
    defs.append(base)
for c in defs: print(c.__name__, c.__basicsize__, c.__itemsize__, c.__dictoffset__, c.__weakrefoffset__)
for c in (type(lambda: 0), type(len), object, range, memoryview, collections.deque, collections.OrderedDict, functools.partial, types.ModuleType, types.SimpleNamespace): print(c.__name__, c.__dictoffset__, c.__weakrefoffset__)
