"""Classes derived from what has a dict of its own get no second one."""
import gc
import sys
import types
from types import SimpleNamespace


class S(SimpleNamespace):
    pass


class T(SimpleNamespace):
    __slots__ = ("q",)


class M(types.ModuleType):
    pass




s = S(a=1)
print(sys.getsizeof(SimpleNamespace(a=1)), sys.getsizeof(s), sys.getsizeof(T()), S.__basicsize__, S.__dictoffset__)
s.b = 2
print(sys.getsizeof(s), vars(s), s, s == S(a=1, b=2), len(gc.get_referents(s)))
t = T(z=1)
t.q = 5
print(t, vars(t), t.q)
m = M("m")
m.x = 1
print(sys.getsizeof(m), sys.getsizeof(types.ModuleType("n")), M.__basicsize__, M.__dictoffset__, vars(m)["x"])
