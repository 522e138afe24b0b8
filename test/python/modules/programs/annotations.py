from typing import Any, Callable, ClassVar, Dict, Generic, Iterable, Iterator, List, NamedTuple, NoReturn, Optional, Protocol, Sequence, Set, Tuple, Type, TypeVar, Union, cast, get_type_hints, runtime_checkable, TYPE_CHECKING
import typing, sys, gc
from dataclasses import dataclass, field, fields


def show(*attempts):
    for attempt in attempts:
        try:
            print(attempt())
        except Exception as error:
            print(type(error).__name__, error)


T = TypeVar('T')


class Stack(Generic[T]):
    def __init__(self) -> None:
        self.items: List[T] = []

    def push(self, item: T) -> None:
        self.items.append(item)

    def pop(self) -> T:
        return self.items.pop()


stack = Stack[int]()
stack.push(1)
print(stack.pop(), Stack.__mro__[1].__name__, type(stack).__name__, T, isinstance(stack, Stack))


class Employee(NamedTuple):
    name: str
    id: int = 3

    def shout(self):
        return self.name.upper()


e = Employee('Guido')
print(e, e.id, e._fields, e.shout(), Employee._field_defaults, Employee.__annotations__, isinstance(e, tuple), e._replace(id=9), sys.getsizeof(e))
Point = NamedTuple('Point', [('x', int), ('y', int)])
print(Point(1, 2), Point.__annotations__)


def f(a: int, b: Optional[str] = None, *args: Any, c: List[int], **kw: Dict[str, int]) -> Union[int, str]:
    return a


print(f(1, c=[]), f.__annotations__['b'], f.__annotations__['c'], f.__annotations__['return'], f.__annotations__['args'])
print(List[int], Dict[str, List[int]], Optional[int], Union[int, str, None], Callable[[int, str], bool], Callable[..., Any], Tuple[int, ...], Type[int], Iterable[T], Any, List, Sequence[str], Set[int])
print(Union[int, int], Union[int, Union[str, int]], Optional[int] == Union[None, int], List[int] == List[int], List[int].__origin__, List[int].__args__, cast(int, 'x'), TYPE_CHECKING)
print(get_type_hints(f)['a'], typing.get_origin(Dict[str, int]), typing.get_args(Dict[str, int]), isinstance([], List), isinstance({}, typing.Mapping))


@runtime_checkable
class Closes(Protocol):
    def close(self) -> None: ...


class File:
    def close(self):
        pass


print(isinstance(File(), Closes), isinstance(3, Closes))


@dataclass
class Node:
    value: int
    children: List['Node'] = field(default_factory=list)
    parent: Optional['Node'] = None
    count: ClassVar[int] = 0


print(Node(1), [one.name for one in fields(Node)], Node.count, Node(1, [Node(2)]))
show(lambda: isinstance(3, Any))
UserId = typing.NewType('UserId', int)
print(UserId(5), UserId.__name__)
if sys.version_info >= (3, 9):
    class Ints(list[int]):
        pass

    print(Ints([1]), Ints.__bases__, Ints.__orig_bases__, Ints.__mro__[1])


class Entries:
    def __mro_entries__(self, bases):
        print('entries', len(bases))
        return (dict, )


class Made(Entries(), metaclass=type):
    pass


print(Made.__bases__, type(Made.__orig_bases__[0]).__name__, Made(a=1))
