/** Classes over type variables, protocols, forward references, and how variables are filled in. */
import { uniting } from './typing-unions.ts';

export const TYPING_FORWARD = `
class ForwardRef(_Final, _root=True):
    __slots__ = ('__forward_arg__', '__forward_code__', '__forward_evaluated__', '__forward_value__',
                 '__forward_is_argument__', '__forward_is_class__', '__forward_module__')

    def __init__(self, arg, is_argument=True, module=None, *, is_class=False):
        if not isinstance(arg, str):
            raise TypeError(f'Forward reference must be a string -- got {arg!r}')
        try:
            code = compile(f'({arg},)[0]' if arg[:1] == '*' and RULE.typeVarTuples else arg, '<string>', 'eval')
        except SyntaxError:
            raise SyntaxError(f'Forward reference must be an expression -- got {arg!r}')
        self.__forward_arg__, self.__forward_code__ = arg, code
        self.__forward_evaluated__, self.__forward_value__ = False, None
        self.__forward_is_argument__, self.__forward_is_class__ = is_argument, is_class
        self.__forward_module__ = module

    def _evaluate(self, globalns, localns, type_params=(), recursive_guard=frozenset()):
        known = self.__forward_evaluated__ and localns is globalns
        if self.__forward_arg__ in recursive_guard:
            return self
        if not known:
            globalns = {} if globalns is None and localns is None else localns if globalns is None else globalns
            localns = globalns if localns is None else localns
            if self.__forward_module__ is not None:
                globalns = getattr(sys.modules.get(self.__forward_module__), '__dict__', globalns)
            if type_params:
                globalns = {**globalns, **{one.__name__: one for one in type_params}}
            found = _type_check(eval(self.__forward_code__, globalns, localns), 'Forward references must evaluate to types.',
                                is_argument=self.__forward_is_argument__, allow_special_forms=self.__forward_is_class__)
            self.__forward_value__ = _eval_type(found, globalns, localns, type_params, recursive_guard | {self.__forward_arg__})
            self.__forward_evaluated__ = True
        return self.__forward_value__

    def __eq__(self, other):
        if isinstance(other, ForwardRef):
            both = self.__forward_evaluated__ and other.__forward_evaluated__
            if both and self.__forward_value__ != other.__forward_value__:
                return False
            return self.__forward_arg__ == other.__forward_arg__ and self.__forward_module__ == other.__forward_module__
        return NotImplemented

    def __hash__(self):
        return hash((self.__forward_arg__, self.__forward_module__))

    if RULE.typeVarTuples:
${uniting(8)}

    def __repr__(self):
        module = f', module={self.__forward_module__!r}' if self.__forward_module__ is not None and RULE.typeVarTuples else ''
        return f'ForwardRef({self.__forward_arg__!r}{module})'
`;

export const TYPING_GENERIC = `
def _make_union(left, right):
    return Union[left, right]


def _typevar_subst(self, arg):
    arg = _type_check(arg, _MUST_BE_TYPES)
    if (isinstance(arg, _GenericAlias) and arg.__origin__ is Unpack) or getattr(arg, '__unpacked__', False) is True:
        raise TypeError(f'{arg} is not valid as type argument')
    return arg


def _typevar_prepare_subst(self, alias, args):
    place = alias.__parameters__.index(self)
    if place < len(args) or not self.has_default():
        return args
    return (*args, self.__default__) if place == len(args) else args


def _paramspec_subst(self, arg):
    if isinstance(arg, (list, tuple)):
        return tuple(_type_check(one, 'Expected a type.') for one in arg)
    if not _is_param_expr(arg):
        raise TypeError(f'Expected a list of types, an ellipsis, ParamSpec, or Concatenate. Got {arg}')
    return arg


def _paramspec_prepare_subst(self, alias, args):
    place = alias.__parameters__.index(self)
    if place == len(args) and RULE.typeVarDefaults and self.has_default():
        args = (*args, self.__default__)
    if place >= len(args):
        raise TypeError(f'Too few arguments for {alias}')
    if len(alias.__parameters__) == 1 and not _is_param_expr(args[0]):
        return (args,)
    if isinstance(args[place], list):
        return (*args[:place], tuple(args[place]), *args[place + 1:])
    return args


def _typevartuple_prepare_subst(self, alias, args):
    params = alias.__parameters__
    left = params.index(self)
    right = len(params) - left - 1
    if any(isinstance(one, _TypeVarTuple) for one in params[left + 1:]):
        raise TypeError(f'More than one TypeVarTuple parameter in {alias}')
    if left + right > len(args):
        raise TypeError(f'Too few arguments for {alias}; actual {len(args)}, expected at least {left + right}')
    end = len(args) - right
    return (*args[:left], tuple(args[left:end]), *args[end:])


def _check_variables(cls, params):
    if not params:
        raise TypeError(f'Parameter list to {cls.__qualname__}[...] cannot be empty')
    if not all(isinstance(one, (TypeVar, _ParamSpec)) or _is_unpacked_typevartuple(one) for one in params):
        words = ' or parameter specification variables.' if RULE.parameterSpecifications else ''
        raise TypeError(f'Parameters to {cls.__name__}[...] must all be type variables{words}')
    if len(set(params)) != len(params):
        raise TypeError(f'Parameters to {cls.__name__}[...] must all be unique')


def _filled_parameters(cls, params):
    params = _prepared(cls, params)
    variables = cls.__parameters__
    least = None
    if RULE.typeVarDefaults and len(params) < len(variables):
        least = len(variables) - sum(one.has_default() for one in variables)
    _check_generic(cls, params, len(variables), least)
    filled = []
    for variable, param in zip(variables, params):
        filled.extend(param if isinstance(variable, _TypeVarTuple) else (param,))
    return tuple(filled)


@_tp_cache
def _generic_class_getitem(cls, params):
    params = params if isinstance(params, tuple) else (params,)
    if not params and not RULE.typeVarTuples:
        raise TypeError(f'Parameter list to {cls.__qualname__}[...] cannot be empty')
    if RULE.typeVarTuples or any(isinstance(one, _ParamSpec) for one in getattr(cls, '__parameters__', ())):
        params = tuple(_type_convert(one) for one in params)
    else:
        params = tuple(_type_check(one, _MUST_BE_TYPES) for one in params)
    if cls is Generic or cls is Protocol:
        _check_variables(cls, params)
    else:
        params = _filled_parameters(cls, params)
    return _GenericAlias(cls, params)


def _listed_variables(bases):
    listed = None
    for base in bases:
        if isinstance(base, _GenericAlias) and base.__origin__ is Generic:
            if listed is not None:
                raise TypeError(f"Cannot inherit from Generic[...] multiple {'types' if not RULE.genericTwice else 'times'}.")
            listed = base.__parameters__
    return listed


def _generic_init_subclass(cls):
    bases = cls.__dict__.get('__orig_bases__')
    if Generic in bases if bases is not None else Generic in cls.__bases__ and cls.__name__ != 'Protocol' and type(cls) is not _TypedDictMeta:
        raise TypeError('Cannot inherit from plain Generic')
    variables = ()
    if bases is not None:
        variables = _collect_parameters(bases)
        listed = _listed_variables(bases)
        if listed is not None:
            unlisted = [one for one in variables if one not in listed]
            if unlisted:
                raise TypeError(f"Some type variables ({', '.join(map(str, unlisted))}) are not listed in "
                                f"Generic[{', '.join(map(str, listed))}]")
            variables = listed
    cls.__parameters__ = variables
`;

export const TYPING_PROTOCOLS = `
_NOT_MEMBERS = frozenset((
    '__parameters__', '__orig_bases__', '__orig_class__', '_is_protocol', '_is_runtime_protocol', '__protocol_attrs__',
    '__callable_proto_members_only__', '__non_callable_proto_members__', '__type_params__', '__abstractmethods__', '__annotations__',
    '__dict__', '__doc__', '__init__', '__module__', '__new__', '__slots__', '__subclasshook__', '__weakref__', '__class_getitem__',
    '__match_args__', '__static_attributes__', '__firstlineno__', '_MutableMapping__marker'))


def _get_protocol_attrs(cls):
    found = set()
    for base in cls.__mro__[:-1]:
        if base.__name__ not in ('Protocol', 'Generic'):
            names = (*base.__dict__, *base.__dict__.get('__annotations__', ()))
            found.update(one for one in names if not one.startswith('_abc_') and one not in _NOT_MEMBERS)
    return found


def _data_members(cls):
    return [one for one in _get_protocol_attrs(cls) if not callable(getattr(cls, one, None))]


def _no_init_or_replace_init(self, *args, **kwargs):
    own = type(self)
    if own._is_protocol:
        raise TypeError('Protocols cannot be instantiated')
    if own.__init__ is _no_init_or_replace_init:
        for base in own.__mro__:
            found = base.__dict__.get('__init__', _no_init_or_replace_init)
            if found is not _no_init_or_replace_init:
                own.__init__ = found
                break
        own.__init__(self, *args, **kwargs)


def _declares(other, attr):
    for base in other.__mro__:
        if attr in base.__dict__:
            return base.__dict__[attr] is not None
        if attr in base.__dict__.get('__annotations__', ()) and issubclass(other, Generic) and other._is_protocol:
            return True
    return False


def _check_askable(cls):
    if not getattr(cls, '_is_runtime_protocol', False):
        raise TypeError('Instance and class checks can only be used with @runtime_checkable protocols')


def _check_subclass_askable(cls, other):
    if RULE.protocolsCheckedFirst:
        _check_askable(cls)
    data = sorted(_data_members(cls))
    if data:
        named = f" Non-method members: {str(data)[1:-1]}." if RULE.protocolsNameMembers else ''
        raise TypeError("Protocols with non-method members don't support issubclass()" + ('.' + named if named else ''))
    _check_askable(cls)
    if not isinstance(other, type):
        raise TypeError('issubclass() arg 1 must be a class')


def _proto_hook(cls, other):
    if not cls.__dict__.get('_is_protocol', False):
        return NotImplemented
    return True if all(_declares(other, one) for one in _get_protocol_attrs(cls)) else NotImplemented


class _ProtocolMeta(ABCMeta):
    def __subclasscheck__(cls, other):
        if cls is not Protocol and cls.__dict__.get('_is_protocol', False):
            _check_subclass_askable(cls, other)
        return super().__subclasscheck__(other)

    def __instancecheck__(cls, instance):
        if cls is Protocol or not getattr(cls, '_is_protocol', False):
            return super().__instancecheck__(instance)
        _check_askable(cls)
        if (RULE.protocolInstancesBySubclass or not _data_members(cls)) and super().__subclasscheck__(type(instance)):
            return True
        for name in _get_protocol_attrs(cls):
            if not hasattr(instance, name) or (getattr(instance, name) is None and callable(getattr(cls, name, None))):
                return False
        return True


def _check_protocol_base(cls, base):
    known = base in (object, Generic) or (base.__module__, base.__name__) in _PROTOCOL_BASES
    if not known and not (issubclass(base, Generic) and getattr(base, '_is_protocol', False)):
        raise TypeError(f'Protocols can only inherit from other protocols, got {base!r}')


_PROTOCOL_BASES = {('collections.abc', name) for name in (
    'Callable', 'Awaitable', 'Iterable', 'Iterator', 'AsyncIterable', 'AsyncIterator', 'Hashable', 'Sized', 'Container', 'Collection',
    'Reversible', 'Buffer')} | {('contextlib', 'AbstractContextManager'), ('contextlib', 'AbstractAsyncContextManager')}


class Protocol(Generic, metaclass=_ProtocolMeta):
    __slots__ = ()
    _is_protocol = True
    _is_runtime_protocol = False

    def __init_subclass__(cls, *args, **kwargs):
        super().__init_subclass__(*args, **kwargs)
        if not cls.__dict__.get('_is_protocol', False):
            cls._is_protocol = any(one is Protocol for one in cls.__bases__)
        if '__subclasshook__' not in cls.__dict__:
            cls.__subclasshook__ = classmethod(_proto_hook)
        if cls._is_protocol:
            for base in cls.__bases__:
                _check_protocol_base(cls, base)
            if not RULE.protocolsKeepInit or cls.__init__ is Protocol.__init__:
                cls.__init__ = _no_init_or_replace_init


def runtime_checkable(cls):
    if not (isinstance(cls, type) and issubclass(cls, Generic) and getattr(cls, '_is_protocol', False)):
        raise TypeError(f'@runtime_checkable can be only applied to protocol classes, got {cls!r}')
    cls._is_runtime_protocol = True
    return cls
`;
