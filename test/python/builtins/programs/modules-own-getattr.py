"""A module's own __getattr__ answers for what the module does not have."""
import sys
import types

m = types.ModuleType("lazy")
m.known = 1
asked = []


def answer(name):
    asked.append(name)
    if name.startswith("no"):
        raise AttributeError(f"lazy has no {name}")
    return name * 2


try:
    m.ab
except AttributeError as e:
    print(e)
m.__getattr__ = answer
print(m.ab, m.known, hasattr(m, "nothing"), getattr(m, "none", "default"), m.__name__, asked)
try:
    m.nowhere
except AttributeError as e:
    print(e, e.__traceback__.tb_next.tb_frame.f_code.co_name)
sys.modules["lazy"] = m
from lazy import xy
print(xy, asked[-1])
m.__getattr__ = lambda name: sys.getrefcount(m)
print(m.count == sys.getrefcount(m), m.f == m.g)
del m.__getattr__
print(hasattr(m, "ab"))
m.__getattr__ = 5
try:
    m.zz
except TypeError as e:
    print(e)
