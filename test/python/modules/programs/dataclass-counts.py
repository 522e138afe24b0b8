# What dataclasses leave: objects in gc.get_count(), beginning with empty free lists.
import gc
from dataclasses import dataclass, field, fields, replace
gc.disable()
def c():
    return gc.get_count()[0]
c()
gc.collect()
a = c()
@dataclass
class P:
    x: int
    y: int = 0
b = c()
print('first', b - a)
gc.collect()
a = c()
@dataclass
class Q:
    x: int
    y: int = 0
b = c()
print('second', b - a)
a = c()
@dataclass(order=True)
class R:
    x: int
    y: list = field(default_factory=list)
b = c()
print('ordered', b - a)
a = c()
@dataclass(frozen=True)
class S:
    """told"""
    x: int
    y: float = 0.5
b = c()
print('frozen', b - a)
a = c()
@dataclass(unsafe_hash=True, repr=False)
class T(Q):
    z: str = 'z'
    def __post_init__(self): pass
b = c()
print('derived', b - a)
a = c()
p = [P(1), Q(2, 3), R(4), S(5), T(6)]
b = c()
print('made', b - a)
a = c()
r = [repr(one) for one in p], [one == one for one in p], hash(p[3]), hash(p[4]), p[2] < R(5)
b = c()
print('used', b - a)
a = c()
r = replace(p[0], x=3), fields(p[0])
b = c()
print('replaced', b - a)
print([one.__doc__ for one in (P, Q, R, S, T)])
