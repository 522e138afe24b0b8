from typing import List, Dict, Optional, Union, Callable, Any, Tuple, Set, TypeVar, Generic, cast, TYPE_CHECKING, Iterator, Iterable, Sequence, Mapping, NoReturn, ClassVar
T = TypeVar('T')
K = TypeVar('K')
V = TypeVar('V')
print(List[int], Dict[str, int], Optional[int], Union[int, str], Callable[[int], str], Any, Tuple[int, ...], Set[str])
print(T, K, repr(V))
def f(x: List[int], y: Optional[str] = None) -> Dict[str, Any]:
    return {str(i): y for i in x}
print(f([1, 2]), f.__annotations__)
class Stack(Generic[T]):
    def __init__(self) -> None:
        self.items: List[T] = []
    def push(self, item: T) -> None:
        self.items.append(item)
    def pop(self) -> T:
        return self.items.pop()
s = Stack[int]()
s.push(1); s.push(2)
print(s.pop(), s.items, type(s))
print(Stack[int], Stack.__mro__, Stack.__parameters__)
print(s.__orig_class__)
print(cast(int, '3'), TYPE_CHECKING)
class Pair(Generic[K, V]):
    def __init__(self, k: K, v: V): self.k = k; self.v = v
print(Pair[str, int], Pair[str, int]('a', 1).k)
print(Pair[str, int].__args__, Pair[str, int].__origin__)
try:
    Pair[int]
except TypeError as e: print(e)
try:
    Stack[int, str]
except TypeError as e: print(e)
print(list[T][int], dict[K, V][str, int], dict[str, V][int])
print(List[T][int], Dict[K, V][str, int], Dict[str, List[T]][int])
print(Union[int, T][str], Optional[T][int])
print(Union[int, int], Union[int, None], Optional[None], Union[Union[int, str], float])
print(Optional[int] == Union[None, int], hash(Optional[int]) == hash(Union[int, None]))
print(List[int] == List[int], List[int] is List[int])
try: Union[()]
except TypeError as e: print(e)
try: List[int]()
except TypeError as e: print(e)
try: Union()
except TypeError as e: print(e)
try: Any()
except TypeError as e: print(e)
try: isinstance(1, List[int])
except TypeError as e: print(e)
print(isinstance([], List), isinstance({}, Dict), isinstance((), Tuple))
try: print(isinstance(1, Union[int, str]))
except TypeError as e: print(e)
print(issubclass(list, Sequence), isinstance([], Iterable))
try: Optional[int, str]
except TypeError as e: print(e)
try: List[1]
except TypeError as e: print(e)
try: Callable[int, str]
except TypeError as e: print(e)
try: Generic[int]
except TypeError as e: print(e)
try: Generic[T, T]
except TypeError as e: print(e)
try:
    class A(Generic): pass
except TypeError as e: print(e)
try:
    class B(Generic[T], Stack[K]): pass
    print(B.__parameters__, B[int, str])
except TypeError as e: print(e)
