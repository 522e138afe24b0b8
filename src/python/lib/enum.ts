/** enum: classes whose few instances are their attributes; the metaclass makes them when the class body has ended. Flags are in lib/enum-flags.ts. */
import { ENUM_FLAGS } from './enum-flags.ts';

const META = `
import sys
from types import DynamicClassAttribute, MappingProxyType


class auto:
    value = object()

    def __init__(self, value=value):
        self.value = value


_unset = auto.value


def _is_descriptor(obj):
    return hasattr(obj, '__get__') or hasattr(obj, '__set__') or hasattr(obj, '__delete__')


def _is_dunder(name):
    return len(name) > 4 and name[:2] == name[-2:] == '__' and name[2] != '_' and name[-3] != '_'


def _is_sunder(name):
    return len(name) > 2 and name[0] == name[-1] == '_' and name[1] != '_' and name[-2] != '_'


class _EnumDict(dict):
    def __init__(self):
        super().__init__()
        self._member_names = []
        self._last_values = []
        self._ignore = []
        self._auto_called = False
        self._cls_name = ''

    def __setitem__(self, key, value):
        if key.startswith('_' + self._cls_name + '__') and not key.endswith('__'):
            pass
        elif _is_sunder(key):
            if key == '_generate_next_value_':
                if self._auto_called:
                    raise TypeError('_generate_next_value_ must be defined before members')
                self._generate_next_value = value.__func__ if isinstance(value, staticmethod) else value
            elif key == '_ignore_':
                value = value.replace(',', ' ').split() if isinstance(value, str) else list(value)
                self._ignore = value
            elif key not in ('_order_', '_missing_', '_create_pseudo_member_', '_numeric_repr_'):
                raise ValueError(f'_sunder_ names, such as {key!r}, are reserved for future Enum use'
                                 if _minor >= 11 else '_names_ are reserved for future Enum use')
        elif _is_dunder(key) or key in self._ignore:
            pass
        elif key in self._member_names:
            if _minor >= 11:
                raise TypeError('%r already defined as %r' % (key, self[key]))
            raise TypeError('Attempted to reuse key: %r' % key)
        elif not _is_descriptor(value):
            if key in self:
                if _minor >= 11:
                    raise TypeError('%r already defined as %r' % (key, self[key]))
                raise TypeError('%r already defined as: %r' % (key, self[key]))
            if isinstance(value, auto):
                if value.value is _unset:
                    value.value = self._generate_next_value(key, 1, len(self._member_names), self._last_values[:])
                self._auto_called = True
                value = value.value
            self._member_names.append(key)
            self._last_values.append(value)
        super().__setitem__(key, value)


class EnumType(type):
    @classmethod
    def __prepare__(metacls, cls, bases, **kwds):
        _check_extends(cls, bases)
        enum_dict = _EnumDict()
        enum_dict._cls_name = cls
        member_type, first_enum = _mixins(bases)
        if first_enum is not None:
            enum_dict['_generate_next_value_'] = getattr(first_enum, '_generate_next_value_', None)
        return enum_dict

    def __new__(metacls, cls, bases, classdict, *, boundary=None, **kwds):
        _check_extends(cls, bases)
        member_names = classdict._member_names
        values = {name: classdict[name] for name in member_names}
        namespace = {k: v for k, v in classdict.items() if k not in values and k not in classdict._ignore}
        generate = namespace.get('_generate_next_value_')
        if generate is not None and not isinstance(generate, staticmethod):
            namespace['_generate_next_value_'] = staticmethod(generate)
        if _minor < 11:
            namespace.setdefault('__doc__', 'An enumeration.')
        member_type, first_enum = _mixins(bases)
        enum_class = super().__new__(metacls, cls, bases, namespace, **kwds)
        type.__setattr__(enum_class, '_member_names_', [])
        type.__setattr__(enum_class, '_member_map_', {})
        type.__setattr__(enum_class, '_value2member_map_', {})
        type.__setattr__(enum_class, '_member_type_', member_type)
        if first_enum is not None:
            # What a mixed-in type brings comes before what enumerations have.
            for name in ('__repr__', '__str__', '__format__', '__reduce_ex__'):
                if name not in namespace and getattr(enum_class, name) is getattr(member_type, name, None):
                    type.__setattr__(enum_class, name, getattr(first_enum, name))
        new = namespace.get('__new__') or _inherited_new(bases, first_enum, member_type)
        for name, value in values.items():
            _add_member(enum_class, name, value, new, member_type)
        if '__reduce_ex__' not in namespace:
            type.__setattr__(enum_class, '__reduce_ex__', Enum.__reduce_ex__ if first_enum else _reduce_member)
        if Enum is not None:
            if '__new__' in namespace:
                type.__setattr__(enum_class, '__new_member__', namespace['__new__'])
            type.__setattr__(enum_class, '__new__', Enum.__new__)
        return enum_class

    def __bool__(self):
        return True

    def __call__(cls, value, names=None, *, module=None, qualname=None, type=None, start=1):
        if names is None:
            return cls.__new__(cls, value)
        return cls._create_(value, names, module=module, qualname=qualname, type=type, start=start)

    def __contains__(cls, member):
        if isinstance(member, cls):
            return member._name_ in cls._member_map_ if _minor < 12 else True
        if _minor < 12:
            if not isinstance(member, Enum):
                raise TypeError("unsupported operand type(s) for 'in': '%s' and '%s'" % (
                    type(member).__qualname__, cls.__class__.__qualname__))
            return False
        try:
            return member in cls._value2member_map_
        except TypeError:
            return any(member == one._value_ for one in cls._member_map_.values())

    def __delattr__(cls, attr):
        if attr in cls._member_map_:
            if _minor >= 11:
                raise AttributeError('%r cannot delete member %r.' % (cls.__name__, attr))
            raise AttributeError('%s: cannot delete Enum member.' % cls.__name__)
        super().__delattr__(attr)

    def __dir__(self):
        return ['__class__', '__doc__', '__members__', '__module__'] + (
            ['__contains__', '__getitem__', '__iter__', '__len__', '__name__', '__qualname__']
            if _minor >= 11 else []) + self._member_names_

    if _minor < 12:
        def __getattr__(cls, name):
            if _is_dunder(name):
                raise AttributeError(name)
            raise AttributeError(name) from None

    def __getitem__(cls, name):
        return cls._member_map_[name]

    def __iter__(cls):
        return (cls._member_map_[name] for name in cls._member_names_)

    def __len__(cls):
        return len(cls._member_names_)

    @property
    def __members__(cls):
        return MappingProxyType(cls._member_map_)

    def __repr__(cls):
        if _minor >= 11 and Flag is not None and issubclass(cls, Flag):
            return '<flag %r>' % cls.__name__
        return '<enum %r>' % cls.__name__

    def __reversed__(cls):
        return (cls._member_map_[name] for name in reversed(cls._member_names_))

    def __setattr__(cls, name, value):
        if name in cls.__dict__.get('_member_map_', {}):
            raise AttributeError('cannot reassign member %r' % (name,) if _minor >= 11 else 'Cannot reassign members.')
        super().__setattr__(name, value)

    def _create_(cls, class_name, names, *, module=None, qualname=None, type=None, start=1):
        metacls = cls.__class__
        bases = (cls,) if type is None else (type, cls)
        classdict = metacls.__prepare__(class_name, bases)
        if isinstance(names, str):
            names = names.replace(',', ' ').split()
        if isinstance(names, (tuple, list)) and names and isinstance(names[0], str):
            last = []
            pairs = []
            for at, name in enumerate(names):
                value = cls._generate_next_value_(name, start, at, last[:])
                last.append(value)
                pairs.append((name, value))
            names = pairs
        for item in names:
            name, value = (item, names[item]) if isinstance(item, str) else item
            classdict[name] = value
        if module is None:
            module = sys._getframe(2).f_globals.get('__name__')
        classdict['__module__'] = module
        if qualname is not None:
            classdict['__qualname__'] = qualname
        return metacls.__new__(metacls, class_name, bases, classdict)


if _minor < 11:
    EnumType.__name__ = EnumType.__qualname__ = 'EnumMeta'
    for _one in EnumType.__dict__.values():
        if hasattr(_one, '__qualname__') and hasattr(_one, '__code__'):
            _one.__qualname__ = _one.__qualname__.replace('EnumType', 'EnumMeta')
EnumMeta = EnumType
Enum = Flag = None


def _check_extends(class_name, bases):
    for base in bases:
        if isinstance(base, EnumMeta) and base.__dict__.get('_member_names_'):
            if _minor >= 11:
                raise TypeError('<enum %r> cannot extend %r' % (class_name, base))
            raise TypeError('%s: cannot extend enumeration %r' % (class_name, base.__name__))


def _mixins(bases):
    first_enum = bases[-1] if bases and isinstance(bases[-1], EnumMeta) else None
    for base in bases:
        for one in base.__mro__:
            if one is object or isinstance(one, EnumMeta):
                continue
            if one.__module__ == 'builtins' or '__new__' in one.__dict__:
                return one, first_enum
    return object, first_enum


def _inherited_new(bases, first_enum, member_type):
    made = getattr(first_enum, '__new_member__', None)
    if made is not None and made is not object.__new__:
        return made
    return member_type.__new__


def _add_member(enum_class, name, value, new, member_type):
    args = value if isinstance(value, tuple) else (value,)
    if member_type is tuple:
        args = (args,)
    if member_type is object and new is object.__new__:
        member = new(enum_class)
    else:
        member = new(enum_class, *args)
    if not hasattr(member, '_value_'):
        member._value_ = value if member_type is object else member_type(*args)
    value = member._value_
    member._name_ = name
    member.__objclass__ = enum_class
    member.__init__(*args)
    if _minor >= 11:
        member._sort_order_ = len(enum_class._member_names_)
    for known in enum_class._member_map_.values():
        if known._value_ == value:
            member = known
            break
    else:
        if _minor < 11 or Flag is None or not issubclass(enum_class, Flag) or not value & (value - 1) and value:
            enum_class._member_names_.append(name)
    type.__setattr__(enum_class, name, member)
    enum_class._member_map_[name] = member
    try:
        enum_class._value2member_map_.setdefault(value, member)
    except TypeError:
        pass


def _reduce_member(self, proto):
    return self.__class__, (self._value_,)
`;

const ENUM = `

class Enum(metaclass=EnumMeta):
    def __new__(cls, value):
        if type(value) is cls:
            return value
        try:
            return cls._value2member_map_[value]
        except KeyError:
            pass
        except TypeError:
            for member in cls._member_map_.values():
                if member._value_ == value:
                    return member
        try:
            exc = None
            result = cls._missing_(value)
        except Exception as e:
            exc = e
            result = None
        if isinstance(result, cls):
            return result
        wrong = ValueError('%r is not a valid %s' % (value, cls.__qualname__))
        if result is None and exc is None:
            raise wrong
        if exc is None:
            exc = TypeError('error in %s._missing_: returned %r instead of None or a valid member' % (cls.__name__, result))
        if not isinstance(exc, ValueError):
            exc.__context__ = wrong
        raise exc

    def __init__(self, *args, **kwds):
        pass

    def _generate_next_value_(name, start, count, last_values):
        if not last_values:
            return start
        if _minor >= 13:
            return max(last_values) + 1
        for last_value in reversed(last_values):
            try:
                return last_value + 1
            except TypeError:
                pass
        return start

    @classmethod
    def _missing_(cls, value):
        return None

    def __repr__(self):
        if _minor >= 12 and self.__class__._member_type_ is not object and self.__class__._member_type_.__module__ != 'builtins':
            return '<%s.%s: %s>' % (self.__class__.__name__, self._name_, self.__class__._member_type_.__repr__(self))
        return '<%s.%s: %r>' % (self.__class__.__name__, self._name_, self._value_)

    def __str__(self):
        return '%s.%s' % (self.__class__.__name__, self._name_)

    def __dir__(self):
        added = [m for cls in self.__class__.mro() for m in cls.__dict__
                 if m[0] != '_' and m not in self._member_map_]
        return ['__class__', '__doc__', '__module__'] + added

    def __format__(self, format_spec):
        mixed = self._member_type_
        if _minor >= 12 or mixed in (object, None) or type(self).__str__ not in (Enum.__str__, Flag.__str__):
            return str.__format__(str(self), format_spec)
        return mixed.__format__(self._value_, format_spec)

    def __hash__(self):
        return hash(self._name_)

    def __reduce_ex__(self, proto):
        return self.__class__, (self._value_,)

    if _minor >= 11:
        def __deepcopy__(self, memo):
            return self

        def __copy__(self):
            return self

    @DynamicClassAttribute
    def name(self):
        return self._name_

    @DynamicClassAttribute
    def value(self):
        return self._value_


if _minor < 11:
    class IntEnum(int, Enum):
        pass
else:
    class ReprEnum(Enum):
        pass

    class IntEnum(int, ReprEnum):
        __str__ = int.__repr__
        __format__ = int.__format__

    class StrEnum(str, ReprEnum):
        __str__ = str.__str__
        __format__ = str.__format__

        def __new__(cls, *values):
            for one in values:
                if not isinstance(one, str):
                    raise TypeError('%r is not a string' % (one,))
            value = str(*values)
            member = str.__new__(cls, value)
            member._value_ = value
            return member

        def _generate_next_value_(name, start, count, last_values):
            return name.lower()
`;

export const ENUM_SOURCE = `${META}${ENUM}${ENUM_FLAGS}`;
