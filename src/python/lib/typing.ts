/** typing: what annotations are made of. Its parts lie in the files beside this one; here are its names. */
import { TYPING_ALIASES } from './typing-aliases.ts';
import { TYPING_CHECKS } from './typing-checks.ts';
import { TYPING_FORMS } from './typing-forms.ts';
import { TYPING_FUNCTIONS } from './typing-functions.ts';
import { TYPING_FORWARD, TYPING_GENERIC, TYPING_PROTOCOLS } from './typing-generic.ts';
import { TYPING_RECORDS } from './typing-records.ts';

/** Names that stand for a class elsewhere, and how many arguments it takes. */
const BUILT_IN = { List: 1, Dict: 2, Set: 1, FrozenSet: 1, Type: 1 } as const;
const COLLECTIONS = { DefaultDict: 2, OrderedDict: 2, Counter: 1, ChainMap: 2, Deque: 1 } as const;
const ABSTRACT = {
  Hashable: 0,
  Sized: 0,
  ByteString: 0,
  Iterable: 1,
  Iterator: 1,
  Reversible: 1,
  Container: 1,
  Collection: 1,
  MutableSet: 1,
  Mapping: 2,
  MutableMapping: 2,
  Sequence: 1,
  MutableSequence: 1,
  MappingView: 1,
  KeysView: 1,
  ItemsView: 2,
  ValuesView: 1,
  Awaitable: 1,
  Coroutine: 3,
  AsyncIterable: 1,
  AsyncIterator: 1,
} as const;

function aliases(): string {
  const builtIn = Object.entries(BUILT_IN).map(([name, count]) =>
    special(name, `${name.toLowerCase()}, ${count}, inst=False, name='${name}'`),
  );
  const collected = Object.entries(COLLECTIONS).map(([name, count]) => {
    const origin = name === 'DefaultDict' || name === 'Deque' ? name.toLowerCase() : name;
    return special(name, `collections.${origin}, ${count}, name='${name}'`);
  });
  const abstract = Object.entries(ABSTRACT).map(([name, count]) =>
    special(name, `collections.abc.${name}, ${count}`),
  );
  return [...builtIn, ...collected, ...abstract].join('\n');
}

function special(name: string, args: string): string {
  return `${name} = _SpecialGenericAlias(${args})`;
}

/** Protocols of one method each. */
const SUPPORTS = {
  SupportsInt: '__int__',
  SupportsFloat: '__float__',
  SupportsComplex: '__complex__',
  SupportsBytes: '__bytes__',
  SupportsIndex: '__index__',
  'SupportsAbs(Protocol[T_co])': '__abs__',
  'SupportsRound(Protocol[T_co])': '__round__',
} as const;

function supports(): string {
  const one = ([name, method]: [string, string]): string => `
@runtime_checkable
class ${name.includes('(') ? name : `${name}(Protocol)`}:
    __slots__ = ()

    @abstractmethod
    def ${method}(self${method === '__round__' ? ', ndigits=0' : ''}):
        pass
`;
  return Object.entries(SUPPORTS).map(one).join('\n');
}

/** The names of typing that came with a version. */
export const TYPING_SINCE: Readonly<Record<string, number>> = Object.fromEntries(
  Object.entries({
    Annotated: 9,
    'Concatenate ParamSpec ParamSpecArgs ParamSpecKwargs TypeAlias TypeGuard is_typeddict': 10,
    'LiteralString Never NotRequired Required Self TypeVarTuple Unpack assert_never assert_type reveal_type': 11,
    'clear_overloads dataclass_transform get_overloads': 11,
    'TypeAliasType override': 12,
    'NoDefault ReadOnly TypeIs get_protocol_members is_protocol': 13,
  }).flatMap(([names, minor]) => names.split(' ').map((name) => [name, minor])),
);

/** The type variables that typing itself has, and what is said of each besides its name. */
const VARIABLES = {
  T: '',
  KT: '',
  VT: '',
  T_co: 'covariant=True',
  V_co: 'covariant=True',
  VT_co: 'covariant=True',
  T_contra: 'contravariant=True',
  CT_co: 'covariant=True, bound=type',
  AnyStr: 'bytes, str',
} as const;

const variables = (): string =>
  Object.entries(VARIABLES)
    .map(([name, more]) => `${name} = TypeVar('${name}'${more === '' ? '' : `, ${more}`})`)
    .join('\n');

export const TYPING_SOURCE = `
from abc import abstractmethod, ABCMeta
import collections
import collections.abc
import contextlib
import functools
import operator
import sys
import types
from types import MethodDescriptorType, MethodWrapperType, WrapperDescriptorType
from _typing import NoDefault, TypeVar, ParamSpec, TypeVarTuple, ParamSpecArgs, ParamSpecKwargs, TypeAliasType, Generic

GenericAlias = getattr(types, 'GenericAlias', ())
_ParamSpec, _ParamSpecArgs, _TypeVarTuple = ParamSpec, ParamSpecArgs, TypeVarTuple

TYPE_CHECKING = False

${TYPING_CHECKS}
${TYPING_ALIASES}
${TYPING_FORWARD}
${TYPING_FORMS}
${TYPING_GENERIC}
${TYPING_PROTOCOLS}

${variables()}
Text = str

${aliases()}
AbstractSet = _SpecialGenericAlias(collections.abc.Set, 1, name='AbstractSet')
Callable = _CallableType(collections.abc.Callable, 2)
Tuple = _TupleType(tuple, -1, inst=False, name='Tuple')
_one_of_none, _two_of_none = ((type(None),), (type(None), type(None))) if RULE.typeVarDefaults else ((), ())
Generator = _SpecialGenericAlias(collections.abc.Generator, 3, defaults=_two_of_none)
AsyncGenerator = _SpecialGenericAlias(collections.abc.AsyncGenerator, 2, defaults=_one_of_none)
_of_exit = (Optional[bool],) if RULE.typeVarDefaults else ()
ContextManager = _SpecialGenericAlias(contextlib.AbstractContextManager, 1 + len(_of_exit), name='ContextManager', defaults=_of_exit)
AsyncContextManager = _SpecialGenericAlias(contextlib.AbstractAsyncContextManager, 1 + len(_of_exit), name='AsyncContextManager',
                                           defaults=_of_exit)
${supports()}
${TYPING_FUNCTIONS}
${TYPING_RECORDS}

class IO(Generic[AnyStr]):
    __slots__ = ()


class BinaryIO(IO[bytes]):
    __slots__ = ()


class TextIO(IO[str]):
    __slots__ = ()
`;
