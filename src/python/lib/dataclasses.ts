/**
 * dataclasses: the generated methods are source text, defined within a function that holds the values which they refer to, in the
 * namespace of the class's own module, as in CPython. What puts them into a class is in lib/dataclass-process.ts, what reads data classes is in lib/dataclass-reading.ts.
 */
import { DATACLASS_PROCESS } from './dataclass-process.ts';
import { DATACLASS_READING } from './dataclass-reading.ts';

const FIELDS = `
import builtins
import copy
import keyword
import sys
import types
from reprlib import recursive_repr as _recursive_repr


class FrozenInstanceError(AttributeError):
    pass


class _HAS_DEFAULT_FACTORY_CLASS:
    def __repr__(self):
        return '<factory>'


_HAS_DEFAULT_FACTORY = _HAS_DEFAULT_FACTORY_CLASS()


class _MISSING_TYPE:
    pass


MISSING = _MISSING_TYPE()


class _FIELD_BASE:
    __slots__ = ('name',)

    def __init__(self, name):
        self.name = name

    def __repr__(self):
        return self.name


_FIELD = _FIELD_BASE('_FIELD')
_FIELD_CLASSVAR = _FIELD_BASE('_FIELD_CLASSVAR')
_FIELD_INITVAR = _FIELD_BASE('_FIELD_INITVAR')
_FIELDS = '__dataclass_fields__'
_PARAMS = '__dataclass_params__'
_POST_INIT_NAME = '__post_init__'

if _minor >= 10:
    class _KW_ONLY_TYPE:
        pass

    KW_ONLY = _KW_ONLY_TYPE()


class InitVar:
    __slots__ = ('type',)

    def __init__(self, type):
        self.type = type

    def __repr__(self):
        if isinstance(self.type, type):
            return f'dataclasses.InitVar[{self.type.__name__}]'
        return f'dataclasses.InitVar[{self.type!r}]'

    def __class_getitem__(cls, type):
        return InitVar(type)


class Field:
    __slots__ = ('name', 'type', 'default', 'default_factory', 'repr', 'hash', 'init', 'compare', 'metadata') + (
        ('kw_only',) if _minor >= 10 else ()) + ('_field_type',)

    def __init__(self, default, default_factory, init, repr, hash, compare, metadata, kw_only=MISSING):
        self.name = None
        self.type = None
        self.default = default
        self.default_factory = default_factory
        self.init = init
        self.repr = repr
        self.hash = hash
        self.compare = compare
        self.metadata = types.MappingProxyType({} if metadata is None else metadata)
        if _minor >= 10:
            self.kw_only = kw_only
        self._field_type = None

    @_recursive_repr()
    def __repr__(self):
        last = f'kw_only={self.kw_only!r},' if _minor >= 10 else ''
        return ('Field('
                f'name={self.name!r},type={self.type!r},default={self.default!r},'
                f'default_factory={self.default_factory!r},init={self.init!r},repr={self.repr!r},'
                f'hash={self.hash!r},compare={self.compare!r},metadata={self.metadata!r},{last}'
                f'_field_type={self._field_type})')

    def __set_name__(self, owner, name):
        func = getattr(type(self.default), '__set_name__', None)
        if func:
            func(self.default, owner, name)


class _DataclassParams:
    def __init__(self, **params):
        self.__dict__.update(params)

    def __repr__(self):
        return '_DataclassParams(' + ','.join(f'{k}={v!r}' for k, v in self.__dict__.items()) + ')'


if _minor < 10:
    def field(*, default=MISSING, default_factory=MISSING, init=True, repr=True, hash=None, compare=True,
              metadata=None):
        if default is not MISSING and default_factory is not MISSING:
            raise ValueError('cannot specify both default and default_factory')
        return Field(default, default_factory, init, repr, hash, compare, metadata)
else:
    def field(*, default=MISSING, default_factory=MISSING, init=True, repr=True, hash=None, compare=True,
              metadata=None, kw_only=MISSING):
        if default is not MISSING and default_factory is not MISSING:
            raise ValueError('cannot specify both default and default_factory')
        return Field(default, default_factory, init, repr, hash, compare, metadata, kw_only)


def _written_as(kind, *names):
    text = kind.split('[')[0].strip()
    return text.rpartition('.')[2] in names


def _kind_of(kind):
    if isinstance(kind, str):
        if _written_as(kind, 'ClassVar'):
            return _FIELD_CLASSVAR
        return _FIELD_INITVAR if _written_as(kind, 'InitVar') else _FIELD
    typing = sys.modules.get('typing')
    if typing and (kind is typing.ClassVar or getattr(kind, '__origin__', None) is typing.ClassVar):
        return _FIELD_CLASSVAR
    return _FIELD_INITVAR if kind is InitVar or type(kind) is InitVar else _FIELD


def _marks_keywords(kind):
    return _minor >= 10 and (kind is KW_ONLY or isinstance(kind, str) and _written_as(kind, 'KW_ONLY'))


def _get_field(cls, name, kind, default_kw_only):
    default = getattr(cls, name, MISSING)
    if isinstance(default, Field):
        one = default
    else:
        if isinstance(default, types.MemberDescriptorType):
            default = MISSING
        one = field(default=default)
    one.name = name
    one.type = kind
    one._field_type = _kind_of(kind)
    if one._field_type in (_FIELD_CLASSVAR, _FIELD_INITVAR) and one.default_factory is not MISSING:
        raise TypeError(f'field {one.name} cannot have a default factory')
    if _minor >= 10:
        if one._field_type in (_FIELD, _FIELD_INITVAR):
            if one.kw_only is MISSING:
                one.kw_only = default_kw_only
        elif one.kw_only is not MISSING:
            raise TypeError(f'field {one.name} is a ClassVar but specifies kw_only')
    if one._field_type is _FIELD and _is_mutable(one.default):
        raise ValueError(f'mutable default {type(one.default)} for field {one.name} is not allowed: '
                         'use default_factory')
    return one


def _is_mutable(default):
    if _minor < 11:
        return isinstance(default, (list, dict, set))
    return default.__class__.__hash__ is None
`;

const METHODS = `

def _create_fn(cls, name, args, body, names=None, result=''):
    text = '\\n'.join(f'  {line}' for line in body)
    names = {} if names is None else names
    names['__dataclass_builtins_object__'] = object
    params = ', '.join(names)
    source = f'def __create_fn__({params}):\\n def {name}({", ".join(args)}){result}:\\n{text}\\n return {name}'
    module = sys.modules.get(cls.__module__)
    made = {}
    exec(source, module.__dict__ if module is not None else {}, made)
    function = made['__create_fn__'](**names)
    if _minor >= 10:
        function.__qualname__ = f'{cls.__qualname__}.{name}'
    return function


def _set_new_attribute(cls, name, value):
    if name in cls.__dict__:
        return True
    setattr(cls, name, value)
    return False


def _assign(frozen, name, value, self_name):
    if frozen:
        return f'__dataclass_builtins_object__.__setattr__({self_name},{name!r},{value})'
    return f'{self_name}.{name}={value}'


def _init_param(one):
    if one.default is MISSING and one.default_factory is MISSING:
        default = ''
    elif one.default is not MISSING:
        default = f'=__dataclass_dflt_{one.name}__'
    else:
        default = '=__dataclass_HAS_DEFAULT_FACTORY__'
    return f'{one.name}:__dataclass_type_{one.name}__{default}'


def _init_line(one, frozen, names, self_name):
    default_name = f'__dataclass_dflt_{one.name}__'
    if one.default_factory is not MISSING:
        names[default_name] = one.default_factory
        value = f'{default_name}()'
        if one.init:
            value = f'{value} if {one.name} is __dataclass_HAS_DEFAULT_FACTORY__ else {one.name}'
    elif one.init:
        if one.default is not MISSING:
            names[default_name] = one.default
        value = one.name
    elif _minor >= 10 and one.default is not MISSING and _slotted[-1]:
        names[default_name] = one.default
        value = default_name
    else:
        return None
    if one._field_type is _FIELD_INITVAR:
        return None
    return _assign(frozen, one.name, value, self_name)


_slotted = [False]


def _init_fn(cls, fields, std_fields, kw_only_fields, frozen, has_post_init):
    seen_default = None
    for one in std_fields:
        if one.init:
            if not (one.default is MISSING and one.default_factory is MISSING):
                seen_default = one
            elif seen_default:
                raise TypeError(f'non-default argument {one.name!r} follows default argument' +
                                (f' {seen_default.name!r}' if _minor >= 13 else ''))
    self_name = '__dataclass_self__' if any(one.name == 'self' for one in fields) else 'self'
    names = {f'__dataclass_type_{one.name}__': one.type for one in fields}
    names['MISSING'] = MISSING
    names['__dataclass_HAS_DEFAULT_FACTORY__'] = _HAS_DEFAULT_FACTORY
    body = []
    for one in fields:
        line = _init_line(one, frozen, names, self_name)
        if line:
            body.append(line)
    if has_post_init:
        given = ','.join(one.name for one in fields if one._field_type is _FIELD_INITVAR)
        body.append(f'{self_name}.{_POST_INIT_NAME}({given})')
    params = [_init_param(one) for one in std_fields if one.init]
    if kw_only_fields:
        params += ['*'] + [_init_param(one) for one in kw_only_fields if one.init]
    names['__dataclass_return_type__'] = None
    return _create_fn(cls, '__init__', [self_name] + params, body or ['pass'], names, ' -> __dataclass_return_type__')


def _tuple_str(obj_name, fields):
    return f"({','.join(f'{obj_name}.{one.name}' for one in fields)},)" if fields else '()'


def _repr_fn(cls, fields):
    shown = ', '.join(one.name + '={self.' + one.name + '!r}' for one in fields)
    start = 'f"{self.__class__.__qualname__}(' if _minor >= 13 else 'self.__class__.__qualname__ + f"('
    made = _create_fn(cls, '__repr__', ['self'], ['return ' + start + shown + ')"'])
    return _recursive_repr()(made)


def _cmp_fn(cls, name, op, fields):
    same = f'return {_tuple_str("self", fields)}{op}{_tuple_str("other", fields)}'
    body = ['if other.__class__ is self.__class__:', f' {same}', 'return NotImplemented']
    if name == '__eq__' and _minor >= 13:
        pairs = ' and '.join(f'self.{one.name}==other.{one.name}' for one in fields) or 'True'
        body = ['if self is other:', ' return True', body[0], f' return {pairs}', body[2]]
    return _create_fn(cls, name, ['self', 'other'], body)


def _hash_fn(cls, fields):
    return _create_fn(cls, '__hash__', ['self'], [f'return hash({_tuple_str("self", fields)})'])


def _frozen_fns(cls, fields):
    names = ', '.join(repr(one.name) for one in fields)
    condition = 'type(self) is cls' + (f' or name in {{{names}}}' if fields and _minor >= 12 else
                                       f' or name in ({names},)' if fields else '')
    for name, args, verb, more in (('__setattr__', ['self', 'name', 'value'], 'assign to', 'name, value'),
                                   ('__delattr__', ['self', 'name'], 'delete', 'name')):
        body = [f'if {condition}:', f' raise FrozenInstanceError(f"cannot {verb} field {{name!r}}")',
                f'super(cls, self).{name}({more})']
        made = _create_fn(cls, name, args, body, {'cls': cls, 'FrozenInstanceError': FrozenInstanceError})
        if _set_new_attribute(cls, name, made):
            raise TypeError(f'Cannot overwrite attribute {name} in class {cls.__name__}')


def _set_hash(cls, unsafe_hash, eq, frozen, fields):
    own = cls.__dict__.get('__hash__', MISSING)
    explicit = not (own is MISSING or own is None and '__eq__' in cls.__dict__)
    hashed = [one for one in fields if (one.compare if one.hash is None else one.hash)]
    if unsafe_hash:
        if explicit:
            raise TypeError(f'Cannot overwrite attribute __hash__ in class {cls.__name__}')
        cls.__hash__ = _hash_fn(cls, hashed)
    elif eq and frozen:
        if not explicit:
            cls.__hash__ = _hash_fn(cls, hashed)
    elif eq and not explicit:
        cls.__hash__ = None
`;

export const DATACLASSES_SOURCE = `${FIELDS}${METHODS}${DATACLASS_PROCESS}${DATACLASS_READING}`;
