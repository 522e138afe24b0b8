# Type variables as the module typing makes them, and defaults of type parameters (PEP 696, 3.13).
import copy
import gc
import sys
import typing
import weakref


def show(text):
    try:
        print(text, '->', eval(text))
    except Exception as error:
        print(text, type(error).__name__, error)


def attempt(source):
    names = {'typing': typing}
    try:
        exec(source, names)
    except Exception as error:
        print(type(error).__name__, error)


DEFAULTS = '''
class C[T = int, *Ts = *tuple[int, str]]: pass
print([p.__default__ for p in C.__type_params__], [p.has_default() for p in C.__type_params__])
class D[T, U = T]: pass
print(D[int], D[int, str], D.__type_params__[1].__default__)
type A[T = Later] = list[T]
Later = 3
print(A.__type_params__[0].__default__, A[int])
def f[T: int = bool](): pass
print(f.__type_params__[0].__default__, f.__type_params__[0].__bound__)
def g[T](): pass
print(g.__type_params__[0].__default__, g.__type_params__[0].has_default())
T = typing.TypeVar('T', default=int)
print(T.__default__, T.has_default())
class P0[**P = [int]]: pass
print(P0.__type_params__[0].__default__)
class E(typing.Generic[T]): pass
print(E[()] if False else E.__parameters__)
'''
attempt(DEFAULTS)
if sys.version_info >= (3, 12):
    T, P, Ts = typing.TypeVar('T'), typing.ParamSpec('P'), typing.TypeVarTuple('Ts')
    Alias = typing.TypeAliasType
    for text in ('typing.TypeVar("T", int)', 'typing.TypeVar("T", covariant=True, contravariant=True)',
                 'typing.TypeVar("T", int, str, bound=int)', 'typing.TypeVar("T", foo=1)', 'typing.TypeVar()',
                 'typing.TypeVar("T", 1, 2).__constraints__', 'typing.TypeVar("T", bound="x").__bound__',
                 'typing.ParamSpec("T").__bound__', 'typing.TypeVar("T", covariant=True)', 'T | int', 'int | T', 'P | None',
                 'Ts | int', 'P.args', 'P.args == P.args', 'hash(P.args)', 'P.args.__origin__', 'list(Ts)', 'T.__reduce__()',
                 'T.__typing_subst__(1)', 'P.__typing_subst__([int])', 'Ts.__typing_subst__(1)', 'copy.copy(T) is T',
                 'setattr(T, "x", 1)', 'T.x', 'T.__module__', 'setattr(T, "__name__", 1)', 'setattr(T, "__bound__", 1)',
                 'weakref.ref(T)() is T', 'Alias("X", int)[int]', 'Alias("X", int) | None', 'Alias("X", int).__value__',
                 'weakref.ref(Alias("X", int))', 'Alias("X", list[T], type_params=(T,))[int]', 'Alias("X", int, type_params=1)',
                 'Alias("X", list[T], type_params=(T, Ts)).__parameters__', 'Alias(1, int)', 'T()', 'isinstance(1, T)',
                 'typing.Optional[T]', 'T.__infer_variance__', 'Ts.__infer_variance__', 'Alias("X", int).__module__'):
        show(text)
    for base in ('typing.TypeVar', 'typing.TypeAliasType', 'typing.TypeVar("T")', 'typing.ParamSpec("P")', 'typing.ParamSpec("P").args'):
        attempt(f'class C({base}): pass')
    print([sys.getsizeof(one) for one in (T, P, Ts, P.args, Alias('X', int))])
    print([[type(o).__name__ for o in gc.get_referents(one)] for one in (typing.TypeVar('V', int, str), P, Ts, Alias('X', int))])
    print([sys.getrefcount(one) for one in (typing.TypeVar('V'), Alias('X', int), typing.ParamSpec('Q'))])
    if sys.version_info >= (3, 13):
        D = typing.TypeVar('D', default=int)
        for source in ('class A(typing.Generic[D, T]): pass', 'class A(typing.Generic[typing.Unpack[Ts], D]): pass',
                       'class A(typing.Generic[T, D]): pass\nprint(A[int], A[int, str])', 'class A[*Ts, T = int]: pass',
                       'class A[T = int, *Ts = *tuple[int], **P = [int]]: pass', 'class A(typing.Protocol[D, T]): pass',
                       'print(typing.Dict[D, T])'):
            try:
                exec(source)
            except TypeError as error:
                print(error)
