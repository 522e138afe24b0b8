/**
 * dataclasses: what each function makes on its way is what CPython's makes, because gc.get_count() shows it. The generated methods are source text, defined within a function that holds the values which they refer to, in the
 * namespace of the class's own module, as in CPython. What puts them into a class is in lib/dataclass-process.ts, what reads data classes is in lib/dataclass-reading.ts.
 */

import { DATACLASS_METHODS } from './dataclass-methods.ts';
import { DATACLASS_PROCESS } from './dataclass-process.ts';
import { DATACLASS_READING } from './dataclass-reading.ts';
import { kept } from './kept.ts';

const FIELDS = `
import _inspect as inspect
import _thread
import abc
import builtins
import copy
import functools
import itertools
import keyword
import sys
import types
from reprlib import recursive_repr
from types import FunctionType


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


_FIELDS, _PARAMS, _POST_INIT_NAME = '__dataclass_fields__', '__dataclass_params__', '__post_init__'
${['_FIELD', '_FIELD_CLASSVAR', '_FIELD_INITVAR'].map((name) => `${name} = _FIELD_BASE('${name}')`).join('\n')}

if RULE.keywordOnlyFields:
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
        return InitVar(type)  # 283


def _recursive_repr(user_function):
    running = set()  # 253

    @functools.wraps(user_function)  # 255
    def wrapper(self):  # 256
        key = id(self), _thread.get_ident()
        if key in running:
            return '...'
        running.add(key)
        try:
            text = user_function(self)  # 262
        finally:
            running.discard(key)
        return text
    return wrapper


_EMPTY_METADATA = types.MappingProxyType({})


class Field:
    __slots__ = ('name', 'type', 'default', 'default_factory', 'repr', 'hash', 'init', 'compare', 'metadata') + (
        ('kw_only',) if RULE.keywordOnlyFields else ()) + ('_field_type',)

    def __init__(self, default, default_factory, init, repr, hash, compare, metadata, kw_only=MISSING):
        self.name = self.type = None
${kept('default default_factory init repr hash compare')}
        self.metadata = _EMPTY_METADATA if metadata is None else types.MappingProxyType(metadata)  # 321
        if RULE.keywordOnlyFields:
            self.kw_only = kw_only
        self._field_type = None

    def __repr__(self):
        last = f'kw_only={self.kw_only!r},' if RULE.keywordOnlyFields else ''
        return ('Field('
                f'name={self.name!r},type={self.type!r},default={self.default!r},'
                f'default_factory={self.default_factory!r},init={self.init!r},repr={self.repr!r},'
                f'hash={self.hash!r},compare={self.compare!r},metadata={self.metadata!r},{last}'
                f'_field_type={self._field_type})')

    if RULE.keywordOnlyFields:
        __repr__ = _recursive_repr(__repr__)

    def __set_name__(self, owner, name):
        told = getattr(type(self.default), '__set_name__', None)
        if told:
            told(self.default, owner, name)

    if RULE.classesTakeItems:
        __class_getitem__ = classmethod(type(list[int]))


class _DataclassParams:
    if not RULE.dataclassParametersWhole:
        __slots__ = ('init', 'repr', 'eq', 'order', 'unsafe_hash', 'frozen')

        def __init__(self, init, repr, eq, order, unsafe_hash, frozen):
${kept('init repr eq order unsafe_hash frozen', 12)}
    else:
        __slots__ = ('init', 'repr', 'eq', 'order', 'unsafe_hash', 'frozen', 'match_args', 'kw_only', 'slots',
                     'weakref_slot')

        def __init__(self, init, repr, eq, order, unsafe_hash, frozen, match_args, kw_only, slots, weakref_slot):
${kept('init repr eq order unsafe_hash frozen match_args kw_only slots weakref_slot', 12)}

    def __repr__(self):
        return '_DataclassParams(' + ','.join([f'{one}={getattr(self, one)!r}' for one in self.__slots__]) + ')'


if not RULE.keywordOnlyFields:
    def field(*, default=MISSING, default_factory=MISSING, init=True, repr=True, hash=None, compare=True,
              metadata=None):
        if default is not MISSING and default_factory is not MISSING:
            raise ValueError('cannot specify both default and default_factory')
        return Field(default, default_factory, init, repr, hash, compare, metadata)
else:
    def field(*, default=MISSING, default_factory=MISSING, init=True, repr=True, hash=None, compare=True,
              metadata=None, kw_only=MISSING):
        if default is not MISSING and default_factory is not MISSING:
            raise ValueError('cannot specify both default and default_factory')  # 423
        return Field(default, default_factory, init, repr, hash, compare, metadata, kw_only)  # 424


def _is_classvar(kind, typing):
    return kind is typing.ClassVar or type(kind) is typing._GenericAlias and kind.__origin__ is typing.ClassVar


def _is_initvar(kind, dataclasses):
    return kind is dataclasses.InitVar or type(kind) is dataclasses.InitVar


def _is_kw_only(kind, dataclasses):
    return kind is dataclasses.KW_ONLY


def _word_at(text, start):
    end = start
    while end < len(text) and (text[end].isalnum() or text[end] == '_'):
        end += 1
    return text[start:end]


def _is_type(annotation, cls, a_module, a_type, predicate):
    # An annotation that is a text begins with a name, or with a module and a name in it.
    text = annotation.lstrip()
    first = _word_at(text, 0)
    if not first:
        return False
    rest = text[len(first):].lstrip()
    module = sys.modules.get(cls.__module__)
    if not rest.startswith('.') or not _word_at(rest[1:].lstrip(), 0):
        return bool(module) and predicate(module.__dict__.get(first), a_module)
    if module and module.__dict__.get(first) is a_module:
        return predicate(sys.modules.get(a_type.__module__).__dict__.get(_word_at(rest[1:].lstrip(), 0)), a_module)
    return False


def _get_field(cls, name, kind, default_kw_only=False):
    default = getattr(cls, name, MISSING)
    if isinstance(default, Field):
        one = default
    else:
        if isinstance(default, types.MemberDescriptorType):
            default = MISSING
        one = field(default=default)  # 775
    one.name = name
    one.type = kind
    one._field_type = _FIELD
    typing = sys.modules.get('typing')
    if typing:
        if _is_classvar(kind, typing) or (
                isinstance(kind, str) and _is_type(kind, cls, typing, typing.ClassVar, _is_classvar)):
            one._field_type = _FIELD_CLASSVAR
    if one._field_type is _FIELD:
        dataclasses = sys.modules[__name__]
        if _is_initvar(kind, dataclasses) or (
                isinstance(kind, str) and _is_type(kind, cls, dataclasses, dataclasses.InitVar, _is_initvar)):
            one._field_type = _FIELD_INITVAR
    if one._field_type in (_FIELD_CLASSVAR, _FIELD_INITVAR) and one.default_factory is not MISSING:
        raise TypeError(f'field {one.name} cannot have a default factory')
    if RULE.keywordOnlyFields:
        if one._field_type in (_FIELD, _FIELD_INITVAR):
            if one.kw_only is MISSING:
                one.kw_only = default_kw_only
        elif one.kw_only is not MISSING:
            raise TypeError(f'field {one.name} is a ClassVar but specifies kw_only')
    if one._field_type is _FIELD and (
            isinstance(one.default, (list, dict, set)) if not RULE.defaultsHashable else one.default.__class__.__hash__ is None):
        raise ValueError(f'mutable default {type(one.default)} for field {one.name} is not allowed: '  # 852
                         'use default_factory')
    return one
`;

export const DATACLASSES_SOURCE = `${FIELDS}${DATACLASS_METHODS}${DATACLASS_PROCESS}${DATACLASS_READING}`;
