/** The part of typing that consists of classes and functions: type variables, generic classes, protocols, named tuples, typed dicts. */
export const TYPING_CLASSES = `

class TypeVar:
    def __init__(self, name, *constraints, bound=None, covariant=False, contravariant=False, **options):
        self.__name__ = name
        self.__constraints__ = constraints
        self.__bound__ = bound
        self.__covariant__ = covariant
        self.__contravariant__ = contravariant

    def __or__(self, other):
        return Union[self, other]

    def __ror__(self, other):
        return Union[other, self]

    def __repr__(self):
        return ('+' if self.__covariant__ else '-' if self.__contravariant__ else '~') + self.__name__


class ParamSpec(TypeVar):
    pass


class TypeVarTuple:
    def __init__(self, name):
        self.__name__ = name

    def __repr__(self):
        return self.__name__


AnyStr = TypeVar('AnyStr', bytes, str)
T = TypeVar('T')
KT = TypeVar('KT')
VT = TypeVar('VT')


class Generic:
    __slots__ = ()

    def __class_getitem__(cls, args):
        args = args if isinstance(args, tuple) else (args,)
        args = tuple(map(_as_type, args))
        return _Subscripted('Generic' if cls is Generic else None, cls, args)

    def __init_subclass__(cls, *args, **kwargs):
        super().__init_subclass__(*args, **kwargs)
        found = []
        for base in cls.__dict__.get('__orig_bases__', ()):
            found.extend(getattr(base, '__parameters__', ()))
        cls.__parameters__ = tuple(dict.fromkeys(found))


import abc as _abc


class _ProtocolMeta(_abc.ABCMeta):
    def __instancecheck__(cls, instance):
        if getattr(cls, '_is_protocol', False):
            if not getattr(cls, '_is_runtime_protocol', False):
                raise TypeError('Instance and class checks can only be used with @runtime_checkable protocols')
            return all(hasattr(instance, name) for name in cls._protocol_members())
        return super().__instancecheck__(instance)


class Protocol(Generic, metaclass=_ProtocolMeta):
    __slots__ = ()
    _is_protocol = True
    _is_runtime_protocol = False

    def __init_subclass__(cls, *args, **kwargs):
        super().__init_subclass__(*args, **kwargs)
        if '_is_protocol' not in cls.__dict__:
            cls._is_protocol = any(base is Protocol for base in cls.__bases__)

    @classmethod
    def _protocol_members(cls):
        found = []
        for base in cls.__mro__:
            if base in (Protocol, Generic, object):
                continue
            for name in list(base.__dict__) + list(base.__dict__.get('__annotations__', ())):
                if not name.startswith(('_is_', '_abc_', '__')) or name in ('__len__', '__iter__', '__call__', '__enter__', '__exit__', '__getitem__', '__contains__', '__next__', '__eq__', '__hash__'):
                    found.append(name)
        return [name for name in dict.fromkeys(found) if name not in ('_protocol_members',)]


def runtime_checkable(cls):
    cls._is_runtime_protocol = True
    return cls


@runtime_checkable
class SupportsInt(Protocol):
    __slots__ = ()

    def __int__(self):
        pass


def NewType(name, tp):
    def new_type(x):
        return x

    new_type.__name__ = name
    new_type.__supertype__ = tp
    return new_type


def cast(typ, val):
    return val


def overload(func):
    return _overload_dummy


def _overload_dummy(*args, **kwds):
    raise NotImplementedError('You should not call an overloaded function. A series of @overload-decorated functions '
                              'outside a stub module should always be followed by an implementation that is not @overload-ed.')


def _unchanged(arg):
    return arg


no_type_check = final = override = _unchanged


def assert_never(arg, /):
    raise AssertionError(f'Expected code to be unreachable, but got: {arg!r}')


def assert_type(val, typ, /):
    return val


def reveal_type(obj, /):
    print(f'Runtime type is {type(obj).__name__!r}', file=sys.stderr)
    return obj


def get_origin(tp):
    return getattr(tp, '__origin__', None)


def get_args(tp):
    args = getattr(tp, '__args__', ())
    if getattr(tp, '_form', None) == 'Callable' and args and args[0] is not ...:
        return (list(args[:-1]), args[-1])
    return args


def get_type_hints(obj, globalns=None, localns=None, include_extras=False):
    hints = {}
    sources = reversed(obj.__mro__) if isinstance(obj, type) else [obj]
    for source in sources:
        found = source.__dict__.get('__annotations__', {}) if isinstance(source, type) else getattr(source, '__annotations__', {})
        module = sys.modules.get(getattr(source, '__module__', None))
        names = globalns if globalns is not None else getattr(source, '__globals__', module.__dict__ if module else {})
        for name, kind in found.items():
            if isinstance(kind, ForwardRef):
                kind = kind.__forward_arg__
            if isinstance(kind, str):
                kind = eval(kind, names, localns)
            hints[name] = type(None) if kind is None else kind
    return hints


class _NamedTupleMeta(type):
    def __new__(cls, typename, bases, ns):
        kinds = ns.get('__annotations__', {})
        defaults = [ns[name] for name in kinds if name in ns]
        made = collections.namedtuple(typename, list(kinds), defaults=defaults, module=ns['__module__'])
        made.__annotations__ = made.__new__.__annotations__ = dict(kinds)
        for key, value in ns.items():
            if key in ('__new__', '__init__', '__slots__', '__getnewargs__', '_fields', '_field_defaults', '_make', '_replace', '_asdict'):
                raise AttributeError('Cannot overwrite NamedTuple attribute ' + key)
            if key not in ('__prepare__', '__module__', '__annotations__', '__qualname__') and key not in kinds:
                setattr(made, key, value)
        made.__qualname__ = ns.get('__qualname__', typename)
        return made


_NamedTuple = type.__new__(_NamedTupleMeta, 'NamedTuple', (), {})


def _named_tuple(typename, fields=(), /, **kwargs):
    fields = list(fields) or list(kwargs.items())
    made = collections.namedtuple(typename, [name for name, _ in fields], module=sys._getframe(1).f_globals.get('__name__'))
    made.__annotations__ = dict(fields)
    return made


class _NamedTupleBase:
    def __init__(self, make):
        self._make = make

    def __call__(self, *args, **kwargs):
        return self._make(*args, **kwargs)

    def __mro_entries__(self, bases):
        return (_NamedTuple,)


NamedTuple = _NamedTupleBase(_named_tuple)


class _TypedDictMeta(type):
    def __new__(cls, name, bases, ns, total=True):
        kinds = {}
        made = type.__new__(cls, name, (dict,), ns)
        for base in bases:
            kinds.update(base.__dict__.get('__annotations__', {}))
        kinds.update(ns.get('__annotations__', {}))
        made.__annotations__ = kinds
        made.__total__ = total
        return made

    def __call__(cls, *args, **kwargs):
        return dict(*args, **kwargs)

    def __instancecheck__(cls, other):
        raise TypeError('TypedDict does not support instance and class checks')


_TypedDict = type.__new__(_TypedDictMeta, 'TypedDict', (), {})


class _TypedDictBase:
    def __call__(self, typename, fields=(), /, *, total=True, **kwargs):
        return _TypedDictMeta(typename, (), {'__annotations__': dict(fields or kwargs)}, total=total)

    def __mro_entries__(self, bases):
        return (_TypedDict,)


TypedDict = _TypedDictBase()
`;
