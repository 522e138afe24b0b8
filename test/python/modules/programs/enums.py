import enum, sys, gc, copy
from enum import Enum, IntEnum, Flag, IntFlag, auto, unique


def show(*attempts):
    for attempt in attempts:
        try:
            print(attempt())
        except Exception as error:
            print(type(error).__name__, error)


class Color(Enum):
    RED = 1
    GREEN = 2
    BLUE = 3
    CRIMSON = 1

    @property
    def nice(self):
        return self.name.title()

    @classmethod
    def first(cls):
        return cls.RED


print(Color.RED, repr(Color.GREEN), Color.RED.name, Color.RED.value, Color['BLUE'], Color(2), Color.CRIMSON is Color.RED, list(Color), len(Color), Color.RED.nice, Color.first())
print(Color.RED == Color.RED, Color.RED == 1, Color.RED != Color.BLUE, Color.RED in Color, isinstance(Color.RED, Color), hash(Color.RED) == hash('RED'), type(Color), list(Color.__members__), {Color.RED: 'x'}[Color.RED])
show(lambda: Color(9), lambda: Color['NONE'], lambda: setattr(Color, 'RED', 5), lambda: Color.RED < Color.BLUE, lambda: Color.NOPE, lambda: delattr(Color, 'RED'), lambda: Color())
print(f'{Color.RED}', '%s' % Color.RED, str(Color.BLUE), bool(Color.RED), [c.value for c in Color], [n for n in dir(Color) if n[0] != '_'])


class Number(IntEnum):
    ONE = 1
    TWO = 2


print(Number.ONE + 1, Number.TWO > Number.ONE, Number.ONE == 1, repr(Number.ONE), str(Number.ONE), f'{Number.ONE}', sorted([Number.TWO, Number.ONE]), Number(2), [10, 20, 30][Number.ONE], isinstance(Number.ONE, int), Number.ONE * 2)


class Auto(Enum):
    A = auto()
    B = auto()
    C = 10
    D = auto()


print([(a.name, a.value) for a in Auto])
Named = Enum('Named', 'X Y Z')
Pairs = Enum('Pairs', [('P', 'p'), ('Q', 'q')])
print(list(Named), Pairs.Q.value, Named.X.value, Named.__name__)


class Planet(Enum):
    EARTH = (5.97, 6.37)
    MARS = (0.64, 3.39)

    def __init__(self, mass, radius):
        self.mass = mass
        self.radius = radius

    def __str__(self):
        return self.name.lower()


print(Planet.EARTH, Planet.EARTH.mass, Planet.MARS.value, Planet((0.64, 3.39)).name, repr(Planet.MARS))
show(lambda: unique(Enum('U', {'A': 1, 'B': 1})))


class Perm(Flag):
    R = 4
    W = 2
    X = 1


both = Perm.R | Perm.W
print(both.value, Perm.R in both, Perm.X in both, both & Perm.W, bool(Perm.R & Perm.X), (both ^ Perm.R), Perm(6) == both, Perm.R.value)
print(repr(Perm.R), repr(both))


class Bits(IntFlag):
    A = 1
    B = 2


print(repr(Bits.A | Bits.B), repr(Bits.B | 8)[:6], repr(~Bits.A)[:6], Bits.A | Bits.B == 3, int(Bits.A | Bits.B), Bits.B & 3, isinstance(Bits.A | 4, int))
print(copy.copy(Color.RED) is Color.RED, copy.deepcopy([Color.BLUE])[0] is Color.BLUE, sys.getsizeof(Color.RED) > 0, gc.is_tracked(Color.RED))
print(Color.__doc__ is None or type(Color.__doc__).__name__, Color.RED.__class__.__name__, Color.__module__, Color.RED._value_, Color.RED._name_)
