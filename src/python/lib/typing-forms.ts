/** The special forms of typing: names that are no classes, and what each makes of its subscript. */
import { uniting } from './typing-unions.ts';

/** Names that cannot be subscripted, and by which version each came. */
const BARE = ['NoReturn', 'Never', 'LiteralString', 'Self', 'TypeAlias'] as const;

/** Names that take one type. */
const SINGLE = ['ClassVar', 'Final', 'TypeGuard', 'TypeIs', 'Required', 'NotRequired', 'ReadOnly'] as const;

const bare = BARE.map((name) => `${name} = _SpecialForm('${name}', _refused)`);
const single = SINGLE.map((name) => `${name} = _SpecialForm('${name}', _of_one_type)`);

/** What a form cannot do. */
const refusing = (name: string, params: string, words: string): string => `
    def __${name}__(self, ${params}):
        raise TypeError(f'${words}')
`;

export const TYPING_FORMS = `
class _SpecialForm(_Final, _NotIterable, _root=True):
    __slots__ = ('_name', '_getitem')

    def __init__(self, name, getitem):
        self._name, self._getitem = name, getitem

    def __repr__(self):
        return 'typing.' + self._name

    def __reduce__(self):
        return self._name

    def __getattr__(self, item):
        if not (RULE.aliasesNamed and item in ('__name__', '__qualname__')):
            raise AttributeError(item)
        return self._name
${[
  refusing('mro_entries', 'bases', 'Cannot subclass {self!r}'),
  refusing('call', '*args, **kwds', 'Cannot instantiate {self!r}'),
  refusing('instancecheck', 'obj', '{self} cannot be used with isinstance()'),
  refusing('subclasscheck', 'cls', '{self} cannot be used with issubclass()'),
].join('')}
    if RULE.unionsByOperator:
${uniting(8)}

    @_tp_cache
    def __getitem__(self, parameters):
        return self._getitem(self, parameters)


class _TypedCacheSpecialForm(_SpecialForm, _root=True):
    def __getitem__(self, parameters):
        return self._getitem(self, *(parameters if isinstance(parameters, tuple) else (parameters,)))


def _refused(self, parameters):
    raise TypeError(f'{self} is not subscriptable')


def _of_one_type(self, parameters):
    item = _type_check(parameters, f'{self} accepts only single type.', allow_special_forms=RULE.formsNestQualifiers and self in (ClassVar, Final))
    return _GenericAlias(self, (item,))


def _union(self, parameters):
    if parameters == ():
        raise TypeError('Cannot take a Union of no types.')
    parameters = parameters if isinstance(parameters, tuple) else (parameters,)
    checked = tuple(_type_check(one, 'Union[arg, ...]: each arg must be a type.') for one in parameters)
    members = _remove_dups_flatten(checked)
    if len(members) == 1:
        return members[0]
    if RULE.unionsByOperator and len(members) == 2 and type(None) in members:
        return _UnionGenericAlias(self, members, name='Optional')
    return _UnionGenericAlias(self, members)


def _optional(self, parameters):
    return Union[_type_check(parameters, f'{self} requires a single type.'), type(None)]


def _literal_values(parameters):
    for one in parameters:
        yield from one.__args__ if isinstance(one, _LiteralGenericAlias) else (one,)


@_tp_cache(typed=True)
def _literal(self, *parameters):
    values = tuple(_literal_values(parameters))
    try:
        values = tuple(value for value, _ in dict.fromkeys([(one, type(one)) for one in values]))
    except TypeError:
        pass
    return _LiteralGenericAlias(self, values)


def _concatenate(self, parameters):
    if parameters == ():
        raise TypeError('Cannot take a Concatenate of no types.')
    parameters = parameters if isinstance(parameters, tuple) else (parameters,)
    if not (isinstance(parameters[-1], ParamSpec) or (parameters[-1] is ... and RULE.concatenateTakesEllipsis)):
        words = 'a ParamSpec variable or ellipsis.' if RULE.concatenateTakesEllipsis else 'a ParamSpec variable.'
        raise TypeError('The last parameter to Concatenate should be ' + words)
    msg = 'Concatenate[arg, ...]: each arg must be a type.'
    return _ConcatenateGenericAlias(self, (*(_type_check(one, msg) for one in parameters[:-1]), parameters[-1]))


def _unpack(self, parameters):
    item = _type_check(parameters, f'{self} accepts only single type.')
    return _UnpackGenericAlias(self, (item,))


def _annotated(self, params):
    if not isinstance(params, tuple) or len(params) < 2:
        raise TypeError('Annotated[...] should be used with at least two arguments (a type and an annotation).')
    kind = _type_check(params[0], 'Annotated[t, ...]: t must be a type.', allow_special_forms=True)
    return _AnnotatedAlias(kind, tuple(params[1:]))


${[...bare, ...single].join('\n')}
Union = _SpecialForm('Union', _union)
Optional = _SpecialForm('Optional', _optional)
Literal = _TypedCacheSpecialForm('Literal', _literal)
Concatenate = _SpecialForm('Concatenate', _concatenate)
Unpack = _SpecialForm('Unpack', _unpack)

if RULE.annotatedIsForm:
    Annotated = _SpecialForm('Annotated', _annotated)
else:
    class Annotated:
        __slots__ = ()

        def __new__(cls, *args, **kwargs):
            raise TypeError('Type Annotated cannot be instantiated.')

        @_tp_cache
        def __class_getitem__(cls, params):
            return _annotated(cls, params)

        def __init_subclass__(cls, *args, **kwargs):
            raise TypeError(f'Cannot subclass {cls.__module__}.Annotated')

if RULE.anyIsClass:
    class _AnyMeta(type):
        def __instancecheck__(self, obj):
            if self is not Any:
                return super().__instancecheck__(obj)
            raise TypeError('typing.Any cannot be used with isinstance()')

        def __repr__(self):
            return 'typing.Any' if self is Any else super().__repr__()

    class Any(metaclass=_AnyMeta):
        def __new__(cls, *args, **kwargs):
            if cls is not Any:
                return super().__new__(cls)
            raise TypeError('Any cannot be instantiated')
else:
    Any = _SpecialForm('Any', _refused)

_QUALIFIERS = (Required, NotRequired, ReadOnly)
_STAND_ALONE = (Any, NoReturn) + ((LiteralString, Never, Self, TypeAlias) if RULE.formsStandAlone else (Final,))
_UNIONS = (_UnionGenericAlias, types.UnionType) if RULE.unionsByOperator else (_UnionGenericAlias,)
_NEVER_CALLED = (TypeVar, ForwardRef) + ((types.UnionType, ParamSpec) if RULE.unionsByOperator else ())
`;
