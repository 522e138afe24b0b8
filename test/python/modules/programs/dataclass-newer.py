import sys, gc
from dataclasses import dataclass, field, fields, asdict, replace


def show(*attempts):
    for attempt in attempts:
        try:
            print(attempt())
        except Exception as error:
            print(type(error).__name__, error)


try:
    from dataclasses import KW_ONLY
except ImportError as error:
    print('no KW_ONLY', error.name)
else:
    @dataclass
    class Options:
        a: int
        _: KW_ONLY
        b: int = 2
        c: int

    @dataclass(kw_only=True)
    class Named:
        x: int = 1
        y: int

    @dataclass
    class Mixed(Named):
        z: int = field(default=3, kw_only=False)

    print(Options(1, c=3), Options.__match_args__, [one.kw_only for one in fields(Options)], Named(y=2), Mixed(5, y=1))
    show(lambda: Options(1, 2, 3), lambda: Named(1, 2))

    @dataclass(slots=True)
    class Slotted:
        x: int
        y: int = 0

    @dataclass(slots=True, frozen=True)
    class Frozen:
        x: int

    @dataclass(slots=True)
    class Sub(Slotted):
        z: int = 1

    s = Slotted(1)
    print(s, Slotted.__slots__, Sub.__slots__, hasattr(s, '__dict__'), sys.getsizeof(s), Slotted.__qualname__, Sub(1, 2, 3), replace(s, y=5), asdict(s))
    show(lambda: setattr(s, 'z', 1), lambda: setattr(Frozen(1), 'x', 2), lambda: Frozen(1) == Frozen(1), lambda: hash(Frozen(1)) == hash((1,)))
    import copy
    print(copy.copy(Frozen(3)), copy.deepcopy(Slotted(1, [2])), s.__slots__)
    try:
        exec('@dataclass(slots=True)\nclass A:\n __slots__ = ()\n x: int')
    except TypeError as error:
        print(error)

    exec('match s:\n case Slotted(1, y):\n  print("matched", y)')

    if sys.version_info >= (3, 11):
        @dataclass(slots=True, weakref_slot=True)
        class Weak:
            x: int

        import weakref
        w = Weak(1)
        print(weakref.ref(w)() is w, Weak.__slots__, sys.getsizeof(w))
        show(lambda: dataclass(weakref_slot=True)(type('T', (), {})))
    if sys.version_info >= (3, 13):
        print(copy.replace(s, x=9), s.__replace__(y=8))

objects = [type('D', (), {}) for _ in range(2)]


@dataclass
class Cell:
    value: object = None


cells = [Cell() for _ in range(3)]
for one in cells:
    one.value = cells
print(sys.getrefcount(cells), gc.is_tracked(cells[0]))
del cells, one
print(gc.collect() > 0, gc.collect())
