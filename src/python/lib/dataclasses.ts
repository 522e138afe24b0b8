/** dataclasses: the generated methods are source text, defined in the class's own module, as in CPython. */
export const DATACLASSES_SOURCE = `
class _Missing:
    pass


MISSING = _Missing()


class FrozenInstanceError(AttributeError):
    pass


class Field:
    def __init__(self, default, default_factory, init, repr, hash, compare, kw_only):
        self.name = None
        self.type = None
        self.default = default
        self.default_factory = default_factory
        self.init = init
        self.repr = repr
        self.hash = hash
        self.compare = compare
        self.kw_only = kw_only


def field(*, default=MISSING, default_factory=MISSING, init=True, repr=True, hash=None, compare=True, metadata=None, kw_only=False):
    if default is not MISSING and default_factory is not MISSING:
        raise ValueError('cannot specify both default and default_factory')
    return Field(default, default_factory, init, repr, hash, compare, kw_only)


def _collect(cls):
    found = {}
    for base in cls.__mro__[-1:0:-1]:
        for one in _own(base, '__dataclass_fields__', {}).values():
            found[one.name] = one
    for name, kind in _own(cls, '__annotations__', {}).items():
        default = getattr(cls, name, MISSING)
        one = default if isinstance(default, Field) else field(default=default)
        one.name = name
        one.type = kind
        if isinstance(one.default, (list, dict, set)):
            raise ValueError(f'mutable default {type(one.default)} for field {name} is not allowed: use default_factory')
        if isinstance(default, Field):
            if one.default is MISSING:
                delattr(cls, name)
            else:
                setattr(cls, name, one.default)
        found[name] = one
    return found


def _init_source(fields, frozen, post):
    names = {'_missing': MISSING, '_set': object.__setattr__}
    params = []
    body = []
    seen_default = False
    for one in fields:
        value = one.name
        if one.default is not MISSING:
            names['_d_' + one.name] = one.default
            default = '=_d_' + one.name
        elif one.default_factory is not MISSING:
            names['_f_' + one.name] = one.default_factory
            default = '=_missing'
            value = f'_f_{one.name}() if {one.name} is _missing else {one.name}'
        else:
            default = ''
        if one.init:
            if not default and seen_default:
                raise TypeError(f'non-default argument {one.name!r} follows default argument')
            seen_default = seen_default or bool(default)
            params.append(one.name + default)
        elif one.default_factory is not MISSING:
            value = f'_f_{one.name}()'
        else:
            continue
        body.append(f'    _set(self, {one.name!r}, {value})' if frozen else f'    self.{one.name} = {value}')
    if post:
        body.append('    self.__post_init__()')
    return 'def __init__(' + ', '.join(['self'] + params) + '):\\n' + '\\n'.join(body or ['    pass']) + '\\n', names


def _add(cls, name, source, names):
    if name == '__init__' or _own(cls, name, MISSING) is MISSING:
        made = _define('\\n' + source, name, names)
        made.__qualname__ = f'{cls.__qualname__}.{name}'
        setattr(cls, name, made)


def _tuple(owner, fields):
    return '(' + ''.join(f'{owner}.{one.name},' for one in fields) + ')'


def _process(cls, init, repr, eq, order, unsafe_hash, frozen):
    found = _collect(cls)
    cls.__dataclass_fields__ = found
    fields = list(found.values())
    if init:
        source, names = _init_source(fields, frozen, hasattr(cls, '__post_init__'))
        _add(cls, '__init__', source, names)
    if repr:
        shown = ', '.join(one.name + '={self.' + one.name + '!r}' for one in fields if one.repr)
        _add(cls, '__repr__', 'def __repr__(self):\\n    return self.__class__.__qualname__ + f"(' + shown + ')"\\n', {})
    compared = [one for one in fields if one.compare]
    pairs = [('__eq__', '==')] if eq else []
    if order:
        pairs += [('__lt__', '<'), ('__le__', '<='), ('__gt__', '>'), ('__ge__', '>=')]
    for name, sign in pairs:
        _add(cls, name, f'def {name}(self, other):\\n    if other.__class__ is self.__class__:\\n'
             f'        return {_tuple("self", compared)} {sign} {_tuple("other", compared)}\\n    return NotImplemented\\n', {})
    if unsafe_hash or (eq and frozen):
        hashed = [one for one in fields if (one.compare if one.hash is None else one.hash)]
        _add(cls, '__hash__', f'def __hash__(self):\\n    return hash({_tuple("self", hashed)})\\n', {})
    elif eq and _own(cls, '__hash__', MISSING) is MISSING:
        cls.__hash__ = None
    if frozen:
        names = {'_error': FrozenInstanceError}
        _add(cls, '__setattr__', 'def __setattr__(self, name, value):\\n    raise _error(f"cannot assign to field {name!r}")\\n', dict(names))
        _add(cls, '__delattr__', 'def __delattr__(self, name):\\n    raise _error(f"cannot delete field {name!r}")\\n', dict(names))
    if _own(cls, '__match_args__', MISSING) is MISSING:
        cls.__match_args__ = tuple(one.name for one in fields if one.init)
    return cls


def _with_slots(cls):
    names = tuple(name for name in _own(cls, '__annotations__', {}))
    namespace = {k: v for k, v in cls.__dict__.items() if k not in names and k not in ('__dict__', '__weakref__')}
    namespace['__slots__'] = names
    made = type(cls)(cls.__name__, cls.__bases__, namespace)
    made.__qualname__ = cls.__qualname__
    return made


if _minor < 10:
    def dataclass(cls=None, /, *, init=True, repr=True, eq=True, order=False, unsafe_hash=False, frozen=False):
        def wrap(cls):
            return _process(cls, init, repr, eq, order, unsafe_hash, frozen)
        return wrap if cls is None else wrap(cls)
else:
    def dataclass(cls=None, /, *, init=True, repr=True, eq=True, order=False, unsafe_hash=False, frozen=False,
                  match_args=True, kw_only=False, slots=False, weakref_slot=False):
        if kw_only:
            raise TypeError('dataclass(kw_only=True) is not supported here')

        def wrap(cls):
            made = _process(cls, init, repr, eq, order, unsafe_hash, frozen)
            return _with_slots(made) if slots else made
        return wrap if cls is None else wrap(cls)


def fields(class_or_instance):
    try:
        return tuple(class_or_instance.__dataclass_fields__.values())
    except AttributeError:
        raise TypeError('must be called with a dataclass type or instance') from None


def is_dataclass(obj):
    return hasattr(obj if isinstance(obj, type) else type(obj), '__dataclass_fields__')


def _inner(value):
    if is_dataclass(value) and not isinstance(value, type):
        return asdict(value)
    if isinstance(value, (list, tuple)):
        return type(value)([_inner(one) for one in value])
    if isinstance(value, dict):
        return {_inner(k): _inner(v) for k, v in value.items()}
    return value


def asdict(obj, *, dict_factory=dict):
    return dict_factory([(one.name, _inner(getattr(obj, one.name))) for one in fields(obj)])


def astuple(obj):
    return tuple([_inner(getattr(obj, one.name)) for one in fields(obj)])


def replace(obj, /, **changes):
    for one in fields(obj):
        if one.init and one.name not in changes:
            changes[one.name] = getattr(obj, one.name)
    return obj.__class__(**changes)
`;
