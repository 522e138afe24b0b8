/** How typing looks at what it is given: what may stand as a type, how it is shown, which variables are in it. */
export const TYPING_CHECKS = `
_COUNTED = 'parameters' if not RULE.typingSaysArguments else 'arguments'
_NO_CHECKS = 'Subscripted generics cannot be used with class and instance checks'
_MUST_BE_TYPES = 'Parameters to generic types must be types.'


def _tp_cache(func=None, /, *, typed=False):
    def decorator(func):
        cached = functools.lru_cache(typed=typed)(func)

        @functools.wraps(func)
        def through_cache(*args, **kwds):
            try:
                return cached(*args, **kwds)
            except TypeError:
                # What cannot be hashed is made each time, outside of the handler.
                pass
            return func(*args, **kwds)

        return through_cache

    return decorator if func is None else decorator(func)


def _type_convert(arg, module=None, *, allow_special_forms=False):
    if isinstance(arg, str):
        return ForwardRef(arg, module=module, is_class=allow_special_forms)
    return type(None) if arg is None else arg


def _misplaced(origin, is_argument, allow_special_forms):
    if origin is Generic or origin is Protocol:
        return True
    if allow_special_forms:
        return False
    return origin is ClassVar or (is_argument and origin is Final)


def _type_check(arg, msg, is_argument=True, module=None, *, allow_special_forms=False):
    arg = _type_convert(arg, module, allow_special_forms=allow_special_forms)
    if isinstance(arg, _GenericAlias) and _misplaced(arg.__origin__, is_argument, allow_special_forms):
        raise TypeError(f'{arg} is not valid as type argument')
    if any(arg is one for one in _STAND_ALONE):
        return arg
    if allow_special_forms and (arg is ClassVar or arg is Final):
        return arg
    if isinstance(arg, _SpecialForm) or arg is Generic or arg is Protocol:
        raise TypeError(f'Plain {arg} is not valid as type argument')
    if type(arg) is tuple if RULE.typeVarTuples else not (callable(arg) or isinstance(arg, _NEVER_CALLED)):
        raise TypeError(f'{msg} Got {arg!r:.100}.')
    return arg


def _is_param_expr(arg):
    return arg is ... or isinstance(arg, (tuple, list, _ParamSpec, _ConcatenateGenericAlias))


def _is_dunder(attr):
    return attr.startswith('__') and attr.endswith('__')


def _type_repr(obj):
    if isinstance(obj, type) and not isinstance(obj, GenericAlias):
        return obj.__qualname__ if obj.__module__ == 'builtins' else f'{obj.__module__}.{obj.__qualname__}'
    if isinstance(obj, types.FunctionType) or obj is ...:
        return '...' if obj is ... else obj.__name__
    if isinstance(obj, tuple) and RULE.typeVarTuples:
        return '[' + _shown(obj) + ']'
    return repr(obj)


def _shown(args):
    return ', '.join([_type_repr(one) for one in args])


def _collect_parameters(args):
    found = []
    for one in args:
        if isinstance(one, type) and not isinstance(one, GenericAlias):
            continue
        if isinstance(one, tuple):
            found.extend(_collect_parameters(one))
        elif hasattr(one, '__typing_subst__'):
            found.append(one)
        else:
            found.extend(getattr(one, '__parameters__', ()))
    return tuple(dict.fromkeys(found))


def _check_defaults(args):
    unpacked = given = False
    for one in args:
        if not hasattr(one, '__typing_subst__'):
            unpacked = unpacked or _is_unpacked_typevartuple(one)
            continue
        if one.has_default() and unpacked:
            raise TypeError('Type parameter with a default follows TypeVarTuple')
        if given and not one.has_default():
            raise TypeError(f'Type parameter {one!r} without a default follows type parameter with a default')
        given = one.has_default()


def _check_generic(cls, parameters, expected, least=None):
    if not expected:
        raise TypeError(f'{cls} is not a generic class')
    actual = len(parameters)
    if actual > expected:
        raise TypeError(f'Too many {_COUNTED} for {cls}; actual {actual}, expected {expected}')
    if actual < (expected if least is None else least):
        words = expected if least is None else f'at least {least}'
        raise TypeError(f'Too few {_COUNTED} for {cls}; actual {actual}, expected {words}')


def _prepared(alias, args):
    for param in alias.__parameters__:
        prepare = getattr(param, '__typing_prepare_subst__', None)
        if prepare is not None:
            args = prepare(alias, args)
    return args


def _remove_dups_flatten(parameters):
    flat = []
    for one in parameters:
        flat.extend(one.__args__ if isinstance(one, _UNIONS) else (one,))
    return tuple(dict.fromkeys(flat))
`;
