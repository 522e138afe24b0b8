/** typing: names for annotations, which mean nothing while a program runs; what they are subscripted with is kept and shown. */
import { TYPING_CLASSES } from './typing-classes.ts';

/** Names of typing that stand for a class of another module. */
const ALIASES = {
  List: 'list',
  Dict: 'dict',
  Set: 'set',
  FrozenSet: 'frozenset',
  Tuple: 'tuple',
  Type: 'type',
  DefaultDict: 'collections.defaultdict',
  OrderedDict: 'collections.OrderedDict',
  Counter: 'collections.Counter',
  ChainMap: 'collections.ChainMap',
  Deque: 'collections.deque',
  Hashable: 'collections.abc.Hashable',
  Sized: 'collections.abc.Sized',
  Iterable: 'collections.abc.Iterable',
  Iterator: 'collections.abc.Iterator',
  Generator: 'collections.abc.Generator',
  Reversible: 'collections.abc.Reversible',
  Container: 'collections.abc.Container',
  Collection: 'collections.abc.Collection',
  Callable: 'collections.abc.Callable',
  AbstractSet: 'collections.abc.Set',
  MutableSet: 'collections.abc.MutableSet',
  Mapping: 'collections.abc.Mapping',
  MutableMapping: 'collections.abc.MutableMapping',
  Sequence: 'collections.abc.Sequence',
  MutableSequence: 'collections.abc.MutableSequence',
  KeysView: 'collections.abc.KeysView',
  ItemsView: 'collections.abc.ItemsView',
  ValuesView: 'collections.abc.ValuesView',
  Awaitable: 'collections.abc.Awaitable',
  ContextManager: 'contextlib.AbstractContextManager',
} as const;

const aliases = Object.entries(ALIASES)
  .map(([name, origin]) => `${name} = _Alias(${origin}, '${name}')`)
  .join('\n');

const FORMS =
  'Any NoReturn ClassVar Final Union Optional Literal Annotated Concatenate TypeGuard Self Never LiteralString Required NotRequired TypeAlias Unpack';

const forms = FORMS.split(' ')
  .map((name) => `${name} = _SpecialForm('${name}')`)
  .join('\n');

/** The names of typing that came with a version. */
export const TYPING_SINCE: Readonly<Record<string, number>> = Object.fromEntries(
  Object.entries({
    Annotated: 9,
    'Concatenate ParamSpec TypeAlias TypeGuard': 10,
    'LiteralString Never NotRequired Required Self TypeVarTuple Unpack assert_never assert_type reveal_type': 11,
    override: 12,
  }).flatMap(([names, minor]) => names.split(' ').map((name) => [name, minor])),
);

export const TYPING_SOURCE = `
import collections
import collections.abc
import contextlib
import sys
import types

TYPE_CHECKING = False


def _shown(kind):
    if kind is type(None) or kind is None:
        return 'None' if kind is None else 'NoneType'
    if kind is ...:
        return '...'
    if isinstance(kind, type) and not hasattr(kind, '__origin__'):
        if kind.__module__ == 'builtins':
            return kind.__qualname__
        return f'{kind.__module__}.{kind.__qualname__}'
    if isinstance(kind, list):
        return '[' + ', '.join(map(_shown, kind)) + ']'
    return repr(kind)


def _as_type(kind):
    if kind is None:
        return type(None)
    return ForwardRef(kind) if isinstance(kind, str) else kind


def _parameters(args):
    found = []
    for one in args:
        if isinstance(one, TypeVar):
            found.append(one)
        else:
            found.extend(getattr(one, '__parameters__', ()))
    return tuple(dict.fromkeys(found))


class ForwardRef:
    def __init__(self, arg):
        self.__forward_arg__ = arg

    def __eq__(self, other):
        return isinstance(other, ForwardRef) and self.__forward_arg__ == other.__forward_arg__

    def __hash__(self):
        return hash(self.__forward_arg__)

    def __repr__(self):
        return f'ForwardRef({self.__forward_arg__!r})'


class _Subscripted:
    def __init__(self, form, origin, args):
        self._form = form
        self.__origin__ = origin
        self.__args__ = args
        self.__parameters__ = _parameters(args)

    def __call__(self, *args, **kwargs):
        return self.__origin__(*args, **kwargs)

    def __mro_entries__(self, bases):
        if isinstance(self.__origin__, type):
            return (self.__origin__,)
        return (Generic,) if self._form == 'Generic' else ()

    def __getitem__(self, args):
        args = args if isinstance(args, tuple) else (args,)
        given = dict(zip(self.__parameters__, args))
        return _Subscripted(self._form, self.__origin__, tuple(given.get(one, one) for one in self.__args__))

    def __eq__(self, other):
        if not isinstance(other, _Subscripted):
            return NotImplemented
        if self.__origin__ is Union:
            return other.__origin__ is Union and set(self.__args__) == set(other.__args__)
        return self.__origin__ == other.__origin__ and self.__args__ == other.__args__

    def __hash__(self):
        if self.__origin__ is Union:
            return hash((Union, frozenset(self.__args__)))
        return hash((self.__origin__, self.__args__))

    def __instancecheck__(self, obj):
        return self.__subclasscheck__(type(obj))

    def __subclasscheck__(self, cls):
        if self.__origin__ is Union:
            return any(issubclass(cls, one) for one in self.__args__)
        raise TypeError('Subscripted generics cannot be used with class and instance checks')

    def __or__(self, other):
        return Union[self, other]

    def __ror__(self, other):
        return Union[other, self]

    def __repr__(self):
        args = self.__args__
        if self._form == 'Union' and len(args) == 2 and type(None) in args:
            if args[0] is type(None):
                return f'typing.Optional[{_shown(args[1])}]'
            return f'typing.Optional[{_shown(args[0])}]'
        if self._form == 'Callable' and args[0] is not ...:
            params = ', '.join(map(_shown, args[:-1]))
            return f'typing.Callable[[{params}], {_shown(args[-1])}]'
        name = self._form if self._form is not None else f'{self.__origin__.__module__}.{self.__origin__.__qualname__}'
        if self._form is not None:
            name = f'typing.{name}'
        if self._form == 'Literal':
            return f"{name}[{', '.join(map(repr, args))}]"
        return f"{name}[{', '.join(map(_shown, args)) if args else '()'}]"


class _SpecialForm:
    def __init__(self, name):
        self._name = name

    def __repr__(self):
        return 'typing.' + self._name

    def __call__(self, *args, **kwds):
        raise TypeError(f'Cannot instantiate {self!r}')

    def __instancecheck__(self, obj):
        raise TypeError(f'{self} cannot be used with isinstance()')

    def __subclasscheck__(self, cls):
        raise TypeError(f'{self} cannot be used with issubclass()')

    def __or__(self, other):
        return Union[self, other]

    def __ror__(self, other):
        return Union[other, self]

    def __getitem__(self, args):
        args = args if isinstance(args, tuple) else (args,)
        name = self._name
        if name == 'Optional':
            return Union[args[0], None]
        if name == 'Union':
            flat = []
            for one in map(_as_type, args):
                flat.extend(one.__args__ if getattr(one, '__origin__', None) is Union else (one,))
            args = tuple(dict.fromkeys(flat))
            return args[0] if len(args) == 1 else _Subscripted('Union', Union, args)
        if name in ('Any', 'NoReturn', 'Self', 'Never', 'LiteralString', 'TypeAlias'):
            raise TypeError(f'{self} is not subscriptable')
        if name != 'Literal':
            args = tuple(map(_as_type, args))
        if name == 'Annotated':
            made = _Subscripted(name, args[0], args[:1])
            made.__metadata__ = args[1:]
            return made
        return _Subscripted(name, self, args)


class _Alias:
    def __init__(self, origin, name):
        self.__origin__ = origin
        self._name = name

    def __call__(self, *args, **kwargs):
        raise TypeError(f'Type {self._name} cannot be instantiated; use {self.__origin__.__name__}() instead')

    def __getattr__(self, name):
        return getattr(self.__dict__['__origin__'], name)

    def __mro_entries__(self, bases):
        return (self.__origin__,)

    def __instancecheck__(self, obj):
        return isinstance(obj, self.__origin__)

    def __subclasscheck__(self, cls):
        return issubclass(cls, self.__origin__)

    def __or__(self, other):
        return Union[self, other]

    def __getitem__(self, args):
        args = args if isinstance(args, tuple) else (args,)
        if self._name == 'Callable':
            params = args[0]
            args = (tuple(params) if isinstance(params, list) else (params,)) + args[1:]
        return _Subscripted(self._name, self.__origin__, tuple(map(_as_type, args)))

    def __repr__(self):
        return 'typing.' + self._name


${forms}
${TYPING_CLASSES}
${aliases}
Text = str
`;
