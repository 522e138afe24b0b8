/** The functions of typing: those that only mark, and those that read annotations. */
export const TYPING_FUNCTIONS = `
def cast(typ, val):
    return val


_overload_registry = collections.defaultdict(functools.partial(collections.defaultdict, dict))


def _overload_dummy(*args, **kwds):
    raise NotImplementedError('You should not call an overloaded function. A series of @overload-decorated functions '
                              'outside a stub module should always be followed by an implementation that is not @overload-ed.')


def overload(func):
    if RULE.overloadsKept:
        marked = getattr(func, '__func__', func)
        try:
            _overload_registry[marked.__module__][marked.__qualname__][marked.__code__.co_firstlineno] = func
        except AttributeError:
            pass
    return _overload_dummy


def get_overloads(func):
    marked = getattr(func, '__func__', func)
    modules = _overload_registry.get(marked.__module__, {})
    return list(modules.get(marked.__qualname__, {}).values())


def clear_overloads():
    _overload_registry.clear()


def _mark(obj, name):
    try:
        setattr(obj, name, True)
    except (AttributeError, TypeError):
        pass
    return obj


def final(f):
    return _mark(f, '__final__') if RULE.finalMarks else f


def override(method, /):
    return _mark(method, '__override__')


def no_type_check(arg):
    if isinstance(arg, type):
        for name, value in arg.__dict__.items():
            if isinstance(value, types.FunctionType) and value.__qualname__ == f'{arg.__qualname__}.{name}':
                value.__no_type_check__ = True
    return _mark(arg, '__no_type_check__')


def no_type_check_decorator(decorator):
    @functools.wraps(decorator)
    def wrapped_decorator(*args, **kwds):
        return no_type_check(decorator(*args, **kwds))
    return wrapped_decorator


def dataclass_transform(*, eq_default=True, order_default=False, kw_only_default=False, frozen_default=False, field_specifiers=(), **kwargs):
    def decorator(cls_or_fn):
        frozen = {'frozen_default': frozen_default} if RULE.frozenDefault else {}
        cls_or_fn.__dataclass_transform__ = {'eq_default': eq_default, 'order_default': order_default, 'kw_only_default': kw_only_default,
                                             **frozen, 'field_specifiers': field_specifiers, 'kwargs': kwargs}
        return cls_or_fn
    return decorator


def assert_never(arg, /):
    value = repr(arg)
    if len(value) > 100:
        value = value[:100] + '...'
    raise AssertionError(f'Expected code to be unreachable, but got: {value}')


def assert_type(val, typ, /):
    return val


def reveal_type(obj, /):
    print(f'Runtime type is {type(obj).__name__!r}', file=sys.stderr)
    return obj


def is_typeddict(tp):
    return isinstance(tp, _TypedDictMeta) and tp is not _TypedDict


def is_protocol(tp, /):
    return isinstance(tp, type) and getattr(tp, '_is_protocol', False) and tp is not Protocol


def get_protocol_members(tp, /):
    if not is_protocol(tp):
        raise TypeError(f'{tp!r} is not a Protocol')
    return frozenset(_get_protocol_attrs(tp))


def get_origin(tp):
    if isinstance(tp, _AnnotatedAlias):
        return Annotated
    if isinstance(tp, (_BaseGenericAlias, GenericAlias, _ParamSpecArgs)):
        return tp.__origin__
    if tp is Generic:
        return Generic
    return types.UnionType if RULE.unionsByOperator and isinstance(tp, types.UnionType) else None


def get_args(tp):
    if isinstance(tp, _AnnotatedAlias):
        return (tp.__origin__,) + tp.__metadata__
    if not isinstance(tp, (_GenericAlias, GenericAlias) + _UNIONS):
        return ()
    args = tp.__args__
    if getattr(tp, '__origin__', None) is collections.abc.Callable and not (len(args) == 2 and _is_param_expr(args[0])):
        return (list(args[:-1]), args[-1])
    return args


def _eval_type(t, globalns, localns, type_params=(), recursive_guard=frozenset()):
    if isinstance(t, ForwardRef):
        return t._evaluate(globalns, localns, type_params, recursive_guard)
    if not isinstance(t, (_GenericAlias, GenericAlias) + _UNIONS):
        return t
    args = t.__args__
    if isinstance(t, GenericAlias) and RULE.typeVarTuples:
        args = tuple(ForwardRef(one) if isinstance(one, str) else one for one in args)
    evaluated = tuple(_eval_type(one, globalns, localns, type_params, recursive_guard) for one in args)
    if evaluated == t.__args__:
        return t
    if isinstance(t, GenericAlias):
        return GenericAlias(t.__origin__, evaluated)
    if isinstance(t, _GenericAlias):
        return t.copy_with(evaluated)
    return functools.reduce(operator.or_, evaluated)


def _strip_annotations(t):
    if isinstance(t, _AnnotatedAlias):
        return _strip_annotations(t.__origin__)
    if get_origin(t) in _QUALIFIERS:
        return _strip_annotations(t.__args__[0])
    args = tuple(_strip_annotations(one) for one in getattr(t, '__args__', ()))
    if not isinstance(t, (_GenericAlias, GenericAlias) + _UNIONS) or args == t.__args__:
        return t
    if isinstance(t, _GenericAlias):
        return t.copy_with(args)
    return GenericAlias(t.__origin__, args) if isinstance(t, GenericAlias) else functools.reduce(operator.or_, args)


def _hints_of_class(obj, globalns, localns):
    hints = {}
    for base in reversed(obj.__mro__):
        names = getattr(sys.modules.get(base.__module__), '__dict__', {}) if globalns is None else globalns
        own = dict(vars(base)) if localns is None else localns
        if localns is None and globalns is None:
            names, own = own, names
        for name, value in base.__dict__.get('__annotations__', {}).items():
            kind = type(None) if value is None else value
            if isinstance(kind, str):
                kind = ForwardRef(kind, is_argument=False, is_class=True)
            hints[name] = _eval_type(kind, names, own, getattr(base, '__type_params__', ()))
    return hints


def _defaults(func):
    if RULE.hintsOfNoneStay or not isinstance(func, types.FunctionType):
        return {}
    names = func.__code__.co_varnames[:func.__code__.co_argcount]
    found = dict(func.__kwdefaults__ or {})
    found.update(zip(names[::-1], (func.__defaults__ or ())[::-1]))
    return found


def _hints_of_other(obj, globalns, localns):
    if globalns is None:
        wrapped = obj
        while hasattr(wrapped, '__wrapped__'):
            wrapped = wrapped.__wrapped__
        globalns = obj.__dict__ if isinstance(obj, types.ModuleType) else getattr(wrapped, '__globals__', {})
    localns = globalns if localns is None else localns
    found = getattr(obj, '__annotations__', None)
    if found is None:
        if isinstance(obj, _ANNOTATED):
            return {}
        raise TypeError(f'{obj!r} is not a module, class, method, or function.')
    defaults = _defaults(obj)
    hints = {}
    for name, value in found.items():
        value = type(None) if value is None else value
        if isinstance(value, str):
            value = ForwardRef(value, is_argument=not isinstance(obj, types.ModuleType), is_class=False)
        value = _eval_type(value, globalns, localns, getattr(obj, '__type_params__', ()))
        hints[name] = Optional[value] if name in defaults and defaults[name] is None else value
    return hints


_ANNOTATED = (types.FunctionType, types.BuiltinFunctionType, types.MethodType, types.ModuleType, WrapperDescriptorType,
              MethodWrapperType, MethodDescriptorType)


def get_type_hints(obj, globalns=None, localns=None, include_extras=False):
    if getattr(obj, '__no_type_check__', None):
        return {}
    hints = (_hints_of_class if isinstance(obj, type) else _hints_of_other)(obj, globalns, localns)
    return hints if include_extras or not RULE.annotationsKept else {name: _strip_annotations(kind) for name, kind in hints.items()}
`;
