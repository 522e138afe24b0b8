import collections, itertools, weakref, types, functools
from typing import *
T = TypeVar('T')
def t(f):
    try: print(f())
    except Exception as e: print(type(e).__name__ + ':', e)
t(lambda: collections.defaultdict[str, int]); t(lambda: itertools.chain[int]); t(lambda: weakref.ref[int]); t(lambda: weakref.WeakSet[int]); t(lambda: enumerate[int]); t(lambda: types.MappingProxyType[str, int]); t(lambda: functools.cached_property[int]); t(lambda: collections.abc.MappingView[int])
class A(Generic[T]):
    x: T
    def f(self) -> 'A[T]': ...
t(lambda: get_type_hints(A)); t(lambda: get_type_hints(A.f))
class B(A[int]): y: 'int' = 3
t(lambda: get_type_hints(B)); t(lambda: B.__orig_bases__); t(lambda: B.__parameters__); t(lambda: B[int])
class C(Dict[str, T]): pass
t(lambda: C.__mro__); t(lambda: C[int]); t(lambda: C[int](a=1))
class D(List[int]): pass
t(lambda: D.__mro__); t(lambda: D.__orig_bases__)
class E(A[T], Generic[T]): pass
t(lambda: E.__mro__)
t(lambda: A[int] == A[int]); t(lambda: A[int] is A[int]); t(lambda: A[str] == A[int]); t(lambda: hash(A[int]) == hash(A[int]))
t(lambda: A[int].__name__); t(lambda: A.__class_getitem__(int))
t(lambda: isinstance(A(), A[int])); t(lambda: issubclass(B, A)); t(lambda: isinstance(B(), A))
t(lambda: A[T][int]); t(lambda: A[List[T]][int]); t(lambda: A['X']); t(lambda: A[None]); t(lambda: A[1]); t(lambda: A[()])
t(lambda: Tuple[()]); t(lambda: Tuple[int]); t(lambda: Tuple[()].__args__); t(lambda: Tuple[int, ...].__args__); t(lambda: Tuple)
t(lambda: List); t(lambda: List()); t(lambda: Dict[int]); t(lambda: List[int, str]); t(lambda: Iterable[int, str])
t(lambda: Callable); t(lambda: Callable[[], int]); t(lambda: Callable[[int, str], None]); t(lambda: Callable[..., Any].__args__); t(lambda: Callable[[int], str].__args__)
t(lambda: Callable[[T], T][int]); t(lambda: Callable[[T], List[T]].__parameters__)
t(lambda: Type); t(lambda: Type[int]); t(lambda: Type[Any])
t(lambda: Union[int]); t(lambda: Union[int, str] == Union[str, int]); t(lambda: Union[int, str].__args__); t(lambda: Union[int, None].__args__)
t(lambda: Union[int, str][int]); t(lambda: Optional[Union[int, str]]); t(lambda: Optional); t(lambda: Union); t(lambda: Optional[int].__class__); t(lambda: type(Union))
t(lambda: Union[1, 2]); t(lambda: Union['A', int]); t(lambda: Optional['A'])
t(lambda: Literal[1, 2, 'a', None, True]); t(lambda: Literal[1, 1]); t(lambda: Literal[1] == Literal[True]); t(lambda: Literal[Literal[1, 2], 3]); t(lambda: Literal[1, 2].__args__)
t(lambda: ClassVar[List[int]]); t(lambda: ClassVar[ClassVar[int]]); t(lambda: List[ClassVar[int]]); t(lambda: Final); t(lambda: Final[int, str])
t(lambda: Any[int]); t(lambda: isinstance(3, Any)); t(lambda: issubclass(int, Any)); t(lambda: NoReturn[int]); t(lambda: Any()); t(lambda: isinstance(1, Union)); t(lambda: Optional())
t(lambda: isinstance([1], List)); t(lambda: isinstance([1], List[int])); t(lambda: isinstance(1, Optional[int])); t(lambda: issubclass(list, List)); t(lambda: issubclass(int, List)); t(lambda: isinstance((), Tuple)); t(lambda: isinstance(len, Callable)); t(lambda: isinstance({}, Mapping)); t(lambda: isinstance(3, Hashable))
t(lambda: TypeVar('A', bound='B').__bound__); t(lambda: TypeVar('A', bound=1)); t(lambda: TypeVar('A', int, 1)); t(lambda: TypeVar('A', int, str, bound=int))
t(lambda: T.__name__); t(lambda: T.__module__); t(lambda: isinstance(1, T)); t(lambda: Generic[T]); t(lambda: Generic); t(lambda: Generic[T].__parameters__); t(lambda: Generic[T][int]); t(lambda: Protocol[T]); t(lambda: Generic[()])
def mk(src):
    def f():
        ns = dict(globals()); exec(src, ns); return 'fine'
    t(f)
mk('class X(Any): pass'); mk('class X(Optional): pass'); mk('class X(Generic[T], Generic[T]): pass'); mk('class X(Generic[int]): pass'); mk("K = TypeVar('K')\nclass X(List[K], Generic[T]): pass"); mk('class X(Callable[[int], str]): pass'); mk('class X(Type[int]): pass'); mk('class X(Tuple[int, str]): pass'); mk('class X(NamedTuple, list): a: int'); mk('class X(NamedTuple):\n  _a: int'); mk('class X(NamedTuple):\n  a: int\n  def _make(self): pass'); mk("class X(NamedTuple):\n  a: 3"); mk('class X(TypedDict, dict): pass'); mk('class X(TypedDict):\n a: 3'); mk("class X(TypeVar): pass"); mk('class X(Protocol, list): pass'); mk('class X(NewType("N", int)): pass')
t(lambda: ForwardRef('a b')); t(lambda: List['a b']); t(lambda: ForwardRef('A') == ForwardRef('A')); t(lambda: ForwardRef(1))
t(lambda: get_origin(List)); t(lambda: get_origin(list[int])); t(lambda: get_origin(int)); t(lambda: get_args(int)); t(lambda: get_args(List)); t(lambda: get_args(Union[int, str])); t(lambda: get_args(Tuple[int, ...])); t(lambda: get_args(Callable[..., int])); t(lambda: get_args(Literal[1, 'a'])); t(lambda: get_origin(Generic)); t(lambda: get_origin(A[int])); t(lambda: get_args(A[int]))
def f(a: 'Undefined'): pass
t(lambda: get_type_hints(f)); t(lambda: get_type_hints(3)); t(lambda: get_type_hints(len)); t(lambda: f.__annotations__)
t(lambda: Annotated[int, 1, 2].__metadata__); t(lambda: Annotated[int]); t(lambda: Annotated); t(lambda: get_args(Annotated[int, 1])); t(lambda: get_origin(Annotated[int, 1])); t(lambda: Annotated[T, 1][int]); t(lambda: Annotated[Annotated[int, 1], 2]); t(lambda: List[Annotated[int, 1]])
def g(a: Annotated[int, 'm'], b: Optional[int] = None, *c: str, **d: 'int') -> None: pass
t(lambda: get_type_hints(g)); t(lambda: get_type_hints(g, include_extras=True))
U = NewType('U', int); t(lambda: U(3)); 
t(lambda: cast('X', 3)); t(lambda: AnyStr.__constraints__); t(lambda: Text)
class P2(Protocol):
    x: int
    def m(self): ...
t(lambda: P2()); t(lambda: issubclass(int, P2)); P3 = runtime_checkable(P2); t(lambda: issubclass(int, P2)); t(lambda: isinstance(3, P2))
class H: x = 1; m = None
t(lambda: isinstance(H(), P2))
class H2:
    def __init__(self): self.x = 3
    def m(self): pass
t(lambda: isinstance(H2(), P2)); t(lambda: runtime_checkable(int)); t(lambda: runtime_checkable(H))
class PT(Protocol[T]):
    def get(self) -> T: ...
t(lambda: PT[int]); t(lambda: PT.__parameters__); t(lambda: PT.__mro__)
class PI(PT[int]):
    def __init__(self, v): self.v = v
    def get(self): return self.v
t(lambda: PI(4).get())
