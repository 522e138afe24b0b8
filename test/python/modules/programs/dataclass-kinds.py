import dataclasses, sys, copy
from dataclasses import dataclass, field, fields, asdict, astuple, replace, make_dataclass, is_dataclass, InitVar, FrozenInstanceError, MISSING


def show(*attempts):
    for attempt in attempts:
        try:
            print(attempt())
        except Exception as error:
            print(type(error).__name__, error)


@dataclass
class Point:
    x: int
    y: int = 0
    tags: list = field(default_factory=list, repr=False)


p, q = Point(1), Point(1, 2, ['a'])
print(p, q, p == q, p == Point(1), p.tags is Point(1).tags, Point.__doc__)
print([one.name for one in fields(Point)], [one.type for one in fields(p)], Point.__dataclass_fields__['y'].default, Point.y)
print(is_dataclass(Point), is_dataclass(p), is_dataclass(3), hasattr(Point, 'tags'), Point.__hash__)
print(asdict(q), astuple(q), asdict(q)['tags'] is q.tags, replace(q, x=9))
show(lambda: hash(p), lambda: Point(), lambda: Point(1, 2, 3, 4), lambda: Point(z=1), lambda: p < q, lambda: asdict(3), lambda: astuple(Point), lambda: fields(3), lambda: replace(3), lambda: replace(p, w=1))


@dataclass(frozen=True, order=True)
class Version:
    major: int
    minor: int = 0


a, b = Version(1), Version(1, 2)
print(a < b, a <= b, a > b, sorted([b, a]), hash(a) == hash(Version(1)), {a: 1}[Version(1, 0)], hash(a) == hash((1, 0)))
show(lambda: setattr(a, 'major', 3), lambda: delattr(a, 'major'), lambda: setattr(a, 'other', 3), lambda: a < 3, lambda: Version.__lt__(a, 3), lambda: a == 3)
print(issubclass(FrozenInstanceError, AttributeError), copy.copy(a) == a, copy.deepcopy(b) is b)


@dataclass
class Base:
    a: int
    b: InitVar[int] = 3
    total: int = field(init=False)

    def __post_init__(self, b):
        self.total = self.a + b


@dataclass
class Derived(Base):
    c: str = 'c'
    a: int = 7


print(Base(1), Base(1, 5).total, Derived(), Derived(1, 2, 'z'), [one.name for one in fields(Derived)])
show(lambda: replace(Base(1), a=2), lambda: replace(Base(1), b=2), lambda: replace(Base(1), total=2, b=1))


def broken(text):
    try:
        exec(text, globals())
    except Exception as error:
        print(type(error).__name__, error)


broken('@dataclass\nclass A:\n x: list = []')
broken('@dataclass\nclass A:\n x: int = 0\n y: int')
broken('@dataclass\nclass A:\n x = field()')
broken('@dataclass(order=True)\nclass A:\n x: int\n def __lt__(self, other): return 1')
broken('@dataclass(frozen=True)\nclass A(Point):\n z: int = 0')
broken('@dataclass\nclass A(Version):\n z: int = 0')
broken('@dataclass(order=True, eq=False)\nclass A:\n x: int')
broken('@dataclass(unsafe_hash=True)\nclass A:\n x: int\n def __hash__(self): return 1')
broken('field(default=1, default_factory=list)')
broken('@dataclass(frozen=True)\nclass A:\n x: int\n def __setattr__(self, n, v): pass')


@dataclass(eq=False)
class Identity:
    x: int


@dataclass(unsafe_hash=True)
class Hashed:
    x: int
    y: list = field(hash=False, compare=False, default=None)


@dataclass(init=False, repr=False)
class Bare:
    x: int = 5


print(Identity(1) == Identity(1), hash(Identity(1)) is not None, hash(Hashed(1, [])) == hash(Hashed(1)), Hashed(1, 2) == Hashed(1, 3), Bare().x, 'Bare' in repr(Bare()))
Made = make_dataclass('Made', ['x', ('y', int), ('z', int, field(default=5))], namespace={'total': lambda self: self.y + self.z})
print(Made(1, 2), Made(1, 2).total(), Made.__name__, Made.__annotations__['y'], [one.default is MISSING for one in fields(Made)])
show(lambda: make_dataclass('C', ['1x']), lambda: make_dataclass('C', ['a', 'a']), lambda: make_dataclass('C', ['class']), lambda: make_dataclass('C', [3]))


@dataclass
class Node:
    value: int
    next: 'Node' = None
    children: list = field(default_factory=list)


node = Node(1)
node.next = node
print(node, Node(2, Node(3)))
tree = Node(1, None, [Node(2), {'k': Node(3)}, (Node(4),)])
print(asdict(tree), asdict(tree, dict_factory=lambda pairs: sorted(key for key, _ in pairs)))
print(astuple(tree), asdict(Node(1, Node(2)))['next'])
print(repr(fields(Point)[1])[:90], fields(Point)[1].metadata, type(MISSING).__name__)
meta = field(metadata={'unit': 'cm'})
print(meta.metadata['unit'], meta.default is MISSING, meta.init)
print([name for name in vars(Version) if name in ('__eq__', '__lt__', '__hash__', '__repr__', '__init__', '__setattr__', '__match_args__')])
print(Point.__init__.__qualname__, Point.__init__.__name__, Point.__eq__.__module__, Point.__init__.__defaults__[0], Point.__init__.__annotations__['x'], Point.__init__.__annotations__['return'])
print(sys.getsizeof(p), sys.getsizeof(p.__dict__), sys.getrefcount(p.tags), p.__dict__)
