import gc, dataclasses
gc.collect()
u, v = divmod(7, 97)
@dataclasses.dataclass
class C:
    x: int = u
o = C()
a = gc.get_count()[0]
print(dataclasses.asdict(o))
b = gc.get_count()[0]
print(dataclasses.asdict(o))
c = gc.get_count()[0]
print(a, b - a, c - b)
import gc, dataclasses
gc.collect()
a = gc.get_count()[0]
class C:
    x: int = 65536
b = gc.get_count()[0]
C = dataclasses.dataclass(C)
c = gc.get_count()[0]
o = C(255)
d = gc.get_count()[0]
print(a, b - a, c - b, d - c)
r = dataclasses.asdict(o)
e = gc.get_count()[0]
r = dataclasses.asdict(o)
f = gc.get_count()[0]
print(e - d, f - e)
