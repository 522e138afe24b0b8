/** enum: classes whose few instances are their attributes; the metaclass makes them when the class body has ended. Flags are in lib/enum-flags.ts, what a class body
 * is made of in lib/enum-body.ts. */
import { ENUM_BODY } from './enum-body.ts';
import { ENUM_FLAGS } from './enum-flags.ts';

const META = `

class EnumType(type):
    @classmethod
    def __prepare__(metacls, cls, bases, **kwds):
        _check_extends(cls, bases)  # 503
        enum_dict = _EnumDict()  # 505
        enum_dict._cls_name = cls
        member_type, first_enum = _mixins(bases)
        if first_enum is not None:
            enum_dict['_generate_next_value_'] = getattr(first_enum, '_generate_next_value_', None)  # 510
        return enum_dict

    def __new__(metacls, cls, bases, classdict, *, boundary=None, **kwds):
        member_names = classdict._member_names if RULE.enumErrorsNameKey else getattr(classdict, '_member_names', [])
        if 'mro' in member_names:
            raise ValueError("invalid enum member name(s) 'mro'" if RULE.enumErrorsNameKey else 'Invalid enum member name: mro')
        member_type, first_enum = _mixins(bases)
        if not RULE.enumErrorsNameKey and getattr(first_enum, '_member_names_', None):
            raise TypeError('Cannot extend enumerations')
        values = {name: classdict[name] for name in member_names}  # 546
        namespace = {name: one for name, one in classdict.items() if name not in values and name not in classdict._ignore}  # 546
        generate = namespace.get('_generate_next_value_')
        if RULE.enumCallsWhole and generate is not None and not isinstance(generate, staticmethod):
            namespace['_generate_next_value_'] = staticmethod(generate)  # 544
        if not RULE.enumWithoutText:
            namespace.setdefault('__doc__', 'An enumeration.')
        new = namespace.get('__new__') or _inherited_new(bases, first_enum, member_type)
        if RULE.enumWithoutText:
            _describe(namespace, bases, new, first_enum, member_type)  # 567
            if boundary is not None or hasattr(first_enum, '_boundary_'):
                namespace['_boundary_'] = first_enum._boundary_ if boundary is None else boundary
                namespace.update(_masks(values.values()))
        enum_class = super().__new__(metacls, cls, bases, namespace, **kwds)  # 564
        if not RULE.enumWithoutText:
            type.__setattr__(enum_class, '_member_names_', [])  # 567
            type.__setattr__(enum_class, '_member_map_', {})  # 565
            type.__setattr__(enum_class, '_member_type_', member_type)
            type.__setattr__(enum_class, '_value2member_map_', {})  # 566
        for name, value in values.items():
            _add_member(enum_class, name, value, new, member_type)  # 583
        if first_enum is not None:
            # What a mixed-in type brings comes before what enumerations have.
            for name in ('__repr__', '__str__', '__format__', '__reduce_ex__'):
                if name not in namespace and getattr(enum_class, name) is getattr(member_type, name, None):
                    type.__setattr__(enum_class, name, getattr(first_enum, name))  # 583
        if RULE.flagsIterate and Flag is not None and issubclass(enum_class, Flag):
            _take_operators(enum_class, namespace)
        if Enum is not None:
            if '__new__' in namespace:
                type.__setattr__(enum_class, '__new_member__', namespace['__new__'])
            type.__setattr__(enum_class, '__new__', Enum.__new__)  # 583
        return enum_class

    def __bool__(self):
        return True

    def __call__(cls, value, names=None, *values, module=None, qualname=None, type=None, start=1):
        if RULE.enumErrorsNameKey and names is None and not cls._member_map_:
            more = '' if RULE.enumCallsWhole else ' defined'
            how = '; specify ' + chr(96) + 'names=()' + chr(96) + ' if you meant to create a new, empty, enum'  # 748
            raise TypeError('%r has no members%s%s' % (cls, more, how if RULE.enumCallsWhole else ''))  # 749
        if RULE.enumCallsWhole and cls._member_map_:
            if names is not None:
                value = (value, names) + values  # 743
            return cls.__new__(cls, value)  # 744
        if names is None:
            return cls.__new__(cls, value)  # 744
        if not RULE.enumErrorsNameKey and cls._member_names_:
            raise TypeError('Cannot extend enumerations')
        return cls._create_(value, names, module=module, qualname=qualname, type=type, start=start)  # 751

    def __contains__(cls, member):
        if isinstance(member, cls):
            return member._name_ in cls._member_map_ if not RULE.enumContainsValues else True
        if not RULE.enumContainsValues:
            if not isinstance(member, Enum):
                if RULE.enumContainsWarning:
                    import warnings
                    warnings.warn(RULE.enumContainsWarning, DeprecationWarning, stacklevel=2)
                raise TypeError("unsupported operand type(s) for 'in': '%s' and '%s'" % (
                    type(member).__qualname__, cls.__class__.__qualname__))
            return False
        try:
            return member in cls._value2member_map_
        except TypeError:
            return any(member == one._value_ for one in cls._member_map_.values())

    def __delattr__(cls, attr):
        if attr in cls._member_map_:
            if RULE.enumErrorsNameKey:
                raise AttributeError('%r cannot delete member %r.' % (cls.__name__, attr))  # 776
            raise AttributeError('%s: cannot delete Enum member.' % cls.__name__)
        super().__delattr__(attr)

    def __dir__(self):
        return ['__class__', '__doc__', '__members__', '__module__'] + (
            ['__contains__', '__getitem__', '__init_subclass__', '__iter__', '__len__', '__name__', '__qualname__']
            if RULE.enumMembersInDir else []) + self._member_names_

    if not RULE.enumMembersInClass:
        def __getattr__(cls, name):
            if _is_dunder(name):
                raise AttributeError(name)
            raise AttributeError(name) from None

    def __getitem__(cls, name):
        return cls._member_map_[name]  # 801

    def __iter__(cls):
        return (cls._member_map_[name] for name in cls._member_names_)  # 807

    def __len__(cls):
        return len(cls._member_names_)

    @_property
    def __members__(cls):
        return MappingProxyType(cls._member_map_)  # 823

    def __repr__(cls):
        if RULE.flagsNamedWhole and Flag is not None and issubclass(cls, Flag):
            return '<flag %r>' % cls.__name__
        return '<enum %r>' % cls.__name__  # 829

    def __reversed__(cls):
        return (cls._member_map_[name] for name in reversed(cls._member_names_))

    def __setattr__(cls, name, value):
        if name in cls.__dict__.get('_member_map_', {}):
            raise AttributeError('cannot reassign member %r' % (name,) if RULE.enumErrorsNameKey else 'Cannot reassign members.')  # 847
        super().__setattr__(name, value)

    def _create_(cls, class_name, names, *, module=None, qualname=None, type=None, start=1):
        kind = cls.__class__
        bases = (cls,) if type is None else (type, cls)  # 863
        body = kind.__prepare__(class_name, bases)  # 865
        given = names.replace(',', ' ').split() if isinstance(names, str) else names
        if given and isinstance(given, (tuple, list)) and isinstance(given[0], str):
            values, pairs = [], []
            for at, name in enumerate(given):
                values.append(cls._generate_next_value_(name, start, at, values[:]))  # 874
                pairs.append((name, values[-1]))  # 876
            given = pairs
        for one in given:  # 881
            name, value = (one, given[one]) if isinstance(one, str) else one
            body[name] = value
        body['__module__'] = sys._getframe(2).f_globals.get('__name__') if module is None else module  # 1220
        if qualname is not None:
            body['__qualname__'] = qualname
        return kind.__new__(kind, class_name, bases, body)  # 904


if not RULE.enumTypeRenamed:
    EnumType.__name__ = EnumType.__qualname__ = 'EnumMeta'
    for _one in EnumType.__dict__.values():
        if hasattr(_one, '__qualname__') and hasattr(_one, '__code__'):
            _one.__qualname__ = _one.__qualname__.replace('EnumType', 'EnumMeta')
EnumMeta = EnumType
Enum = Flag = None


def _check_extends(class_name, bases):
    for base in bases:
        if isinstance(base, EnumMeta) and base.__dict__.get('_member_names_'):
            if RULE.enumErrorsNameKey:
                raise TypeError('<enum %r> cannot extend %r' % (class_name, base))
            raise TypeError('%s: cannot extend enumeration %r' % (class_name, base.__name__))


def _mixins(bases):
    if bases and not isinstance(bases[-1], EnumMeta):
        tick = chr(96)
        raise TypeError('new enumerations should be created as ' + tick + 'EnumName([mixin_type, ...] [data_type,] enum_type)' + tick)
    first_enum = bases[-1] if bases else None
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


def _describe(namespace, bases, new, first_enum, member_type):
    namespace['_new_member_'] = new
    namespace['_use_args_'] = first_enum is not None and new not in (Enum.__new__, object.__new__)
    namespace['_member_names_'], namespace['_member_map_'], namespace['_value2member_map_'] = [], {}, {}
    namespace['_unhashable_values_'] = []
    if RULE.enumCountsFromGreatest:
        namespace['_unhashable_values_map_'] = {}
    namespace['_member_type_'] = member_type
    namespace['_value_repr_'] = _value_repr(bases)


def _value_repr(bases):
    for base in [one for chain in bases for one in chain.__mro__ if one is not object]:
        if isinstance(base, EnumMeta):
            return base._value_repr_
        if '__repr__' in base.__dict__:
            return base.__dict__['__repr__']
    return None


def _add_member(enum_class, name, value, new, member_type):
    args = value if isinstance(value, tuple) else (value,)  # 296
    if member_type is tuple:
        args = (args,)
    if member_type is object and new is object.__new__:
        member = new(enum_class)  # 264
    else:
        member = new(enum_class, *args)  # 266
    if not hasattr(member, '_value_'):
        member._value_ = value if member_type is object else member_type(*args)  # 272
    value = member._value_
    member._name_ = name
    member.__objclass__ = enum_class
    member.__init__(*args)
    if RULE.enumKeepsOrder:
        member._sort_order_ = len(enum_class._member_names_)
    for known in enum_class._member_map_.values():
        if known._value_ == value:
            member = known
            break
    else:
        if not RULE.enumAliasesCompose or Flag is None or not issubclass(enum_class, Flag) or not value & (value - 1) and value:
            enum_class._member_names_.append(name)  # 312
    type.__setattr__(enum_class, name, member)  # 848
    enum_class._member_map_[name] = member
    try:
        enum_class._value2member_map_.setdefault(value, member)  # 363
    except TypeError:
        if RULE.enumWithoutText:
            enum_class._unhashable_values_.append(value)
        if RULE.enumCountsFromGreatest:
            enum_class._unhashable_values_map_.setdefault(name, []).append(value)
`;

const ENUM = `

class Enum(metaclass=EnumMeta):
    def __new__(cls, value):
        if cls is type(value):
            return value
        try:
            return cls._value2member_map_[value]  # 1126
        except KeyError:
            pass
        except TypeError:
            for one in cls._member_map_.values():
                if one._value_ == value:
                    return one
        made = failure = None
        try:
            made = cls._missing_(value)  # 1143
        except Exception as error:
            failure = error
        if isinstance(made, cls):
            return made
        if RULE.flagsIterate and isinstance(made, int) and Flag is not None and issubclass(cls, Flag) and cls._boundary_ is EJECT:
            return made
        wrong = ValueError('%r is not a valid %s' % (value, cls.__qualname__))  # 1156
        if failure is None:
            if made is None:
                raise wrong  # 1158
            failure = TypeError('error in %s._missing_: returned %r instead of None or a valid member' % (cls.__name__, made))
        if not isinstance(failure, ValueError):
            failure.__context__ = wrong
        raise failure  # 1166

    def __init__(self, *args, **kwds):
        pass

    def _generate_next_value_(name, start, count, last_values):
        if not last_values:
            return start
        if RULE.enumCountsFromGreatest:
            try:
                last = sorted(last_values).pop()
            except TypeError:
                raise TypeError('unable to sort non-numeric values') from None
            try:
                return last + 1
            except TypeError:
                raise TypeError('unable to increment %r' % (last,)) from None
        for before in reversed(last_values):
            try:
                return before + 1
            except TypeError:
                continue
        return start

    @classmethod
    def _missing_(cls, value):
        return None

    def __repr__(self):
        if RULE.enumShowsMixed and self.__class__._member_type_ is not object and self.__class__._member_type_.__module__ != 'builtins':
            return '<%s.%s: %s>' % (self.__class__.__name__, self._name_, self.__class__._member_type_.__repr__(self))
        return '<%s.%s: %r>' % (self.__class__.__name__, self._name_, self._value_)  # 1217

    def __str__(self):
        return '%s.%s' % (self.__class__.__name__, self._name_)  # 1220

    def __dir__(self):
        added = [name for cls in self.__class__.mro() for name in cls.__dict__
                 if name not in self._member_map_ and name[0] != '_']
        compared = ['__eq__', '__hash__'] if RULE.enumMembersInDir else []
        return ['__class__', '__doc__', *compared, '__module__'] + added

    def __format__(self, format_spec):
        mixed = self._member_type_
        if RULE.enumFormatsByStr or mixed in (object, None) or type(self).__str__ not in (Enum.__str__, Flag.__str__):
            return str.__format__(str(self), format_spec)
        return mixed.__format__(self._value_, format_spec)

    def __hash__(self):
        return hash(self._name_)

    def __reduce_ex__(self, proto):
        return self.__class__, (self._value_,)

    if RULE.enumCopiesItself:
        def __deepcopy__(self, memo):
            return self

        def __copy__(self):
            return self

    @property
    def name(self):
        return self._name_

    @property
    def value(self):
        return self._value_


if not RULE.enumNumbersRedone:
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
            text = str(*values)
            made = str.__new__(cls, text)  # 1319
            made._value_ = text  # 1320
            return made

        def _generate_next_value_(name, start, count, last_values):
            return name.lower()  # 1328

    class FlagBoundary(StrEnum):
        STRICT = auto()
        CONFORM = auto()
        EJECT = auto()
        KEEP = auto()

    STRICT, CONFORM, EJECT, KEEP = FlagBoundary
`;

export const ENUM_SOURCE = `${ENUM_BODY}${META}${ENUM}${ENUM_FLAGS}`;
