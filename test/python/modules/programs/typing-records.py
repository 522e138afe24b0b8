from typing import *
class P(NamedTuple):
    x: int
    y: int = 0
    def norm(self): return self.x + self.y
p = P(1)
print(p, p.norm(), P._fields, P._field_defaults, P.__annotations__, p._replace(y=5), P.__mro__)
Q = NamedTuple('Q', [('a', int), ('b', str)])
print(Q(1, 'x'), Q.__annotations__)
try:
    P()
except TypeError as e: print(e)
try:
    class X(NamedTuple):
        x: int = 1
        y: str
except TypeError as e: print(e)
class M(TypedDict):
    name: str
    year: int
m: M = {'name': 'x', 'year': 1}
print(m, M(name='a', year=2), M.__annotations__, M.__total__, M.__required_keys__, M.__optional_keys__)
class M2(M, total=False):
    z: int
print(M2.__required_keys__ == {'name', 'year'}, M2.__optional_keys__, M2.__mro__, M2)
try: isinstance({}, M)
except TypeError as e: print(e)
TD = TypedDict('TD', {'a': int, 'b': str})
print(TD, TD(a=1, b='x'))
class Sized2(Protocol):
    def size(self) -> int: ...
class Box:
    def size(self): return 3
try: print(isinstance(Box(), Sized2))
except TypeError as e: print(e)
@runtime_checkable
class HasSize(Protocol):
    def size(self) -> int: ...
print(isinstance(Box(), HasSize), isinstance(3, HasSize), issubclass(Box, HasSize))
try: Sized2()
except TypeError as e: print(e)
class Impl(Sized2):
    def size(self): return 1
print(Impl().size(), isinstance(Impl(), Sized2) if False else None)
@overload
def g(x: int) -> int: ...
@overload
def g(x: str) -> str: ...
def g(x): return x
print(g(1), g('a'))
@overload
def h(x): ...
try: h(1)
except NotImplementedError as e: print(e)
MAX: Final = 3
class C:
    n: ClassVar[int] = 0
    LIM: Final[int] = 10
print(C.__annotations__, __annotations__.get('MAX'))
print(Final[int], ClassVar[int], Literal['a', 'b'], Literal[1], NoReturn, Type[int], Callable[..., int], Callable[[], None])
print(Iterable[int], Iterator[str], Sequence[int], Mapping[str, int], Generator[int, None, str], DefaultDict[str, int], Deque[int], FrozenSet[int], Counter[str], OrderedDict[str, int])
print(get_type_hints(g), get_origin(List[int]), get_args(Dict[str, int]), get_args(Callable[[int], str]), get_origin(Union[int, str]))
def k(a: 'int', b: 'List[str]' = None) -> 'C': pass
print(get_type_hints(k))
UserId = NewType('UserId', int)
print(UserId(5), UserId.__name__, UserId.__supertype__)
print(AnyStr, Text, Hashable, Sized, Collection, Annotated[int, 'x'], Annotated[int, 'x'].__metadata__)
@final
class D: pass
print(D)
@no_type_check
def nt(x: 1): pass
print(nt.__no_type_check__)
print(ForwardRef('X'), List['X'], Optional['Node'])
class Node:
    def __init__(self, v: int, nxt: Optional['Node'] = None): self.v = v; self.nxt = nxt
print(Node.__init__.__annotations__, get_type_hints(Node.__init__))
print(SupportsInt, isinstance(3, SupportsInt), isinstance('', SupportsFloat), SupportsAbs[int])
B = TypeVar('B', bound=int); A = TypeVar('A', int, str); CO = TypeVar('CO', covariant=True); CN = TypeVar('CN', contravariant=True)
print(B, A, CO, CN, B.__bound__, A.__constraints__, CO.__covariant__)
try: TypeVar('X', int)
except TypeError as e: print(e)
try: TypeVar('X', covariant=True, contravariant=True)
except ValueError as e: print(e)
print(IO[str], TextIO, BinaryIO)
