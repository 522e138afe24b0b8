import sys
if sys.version_info < (3, 10): sys.exit()
print(int | str, int | None, list[int] | None)
x: int | None = None
def f(a: int | str = 1) -> list[int] | None: return None
print(f.__annotations__)
print(isinstance(1, int | str), issubclass(bool, int | str), isinstance(None, int | None))
print((int | str).__args__, int | str == str | int, type(int | str))
try: int | 3
except TypeError as e: print(e)
try: isinstance(1, list[int] | int)
except TypeError as e: print(e)
print(list[int], dict[str, list[int]], tuple[int, ...], type[int], set[str], frozenset[int])
from typing import *
T = TypeVar('T')
print(list[T] | int, (list[T] | int)[str], int | T, Optional[int | str], Union[int | str, float], int | List[str], List[int] | None, 'X' | T if False else 1)
print((int | T).__parameters__, (int | T)[str], list[T].__parameters__)
import types
print(types.UnionType, types.GenericAlias, types.NoneType)
print(list[int]([1,2]), list[int].__origin__, list[int].__args__)
from typing import ParamSpec, Concatenate, TypeAlias, TypeGuard
P = ParamSpec('P')
print(P, P.args, P.kwargs, Callable[P, int], Callable[Concatenate[int, P], str], TypeGuard[int], TypeAlias)
