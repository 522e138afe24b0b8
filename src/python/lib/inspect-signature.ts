/**
 * inspect: the signature of a class, which dataclasses write into its __doc__. It goes the way of CPython's, function for function, because
 * what that makes and drops stays in the free lists, where gc.get_count() and tracemalloc find it. Programs cannot import it.
 */
import { INSPECT_PARAMETERS } from './inspect-parameters.ts';
import { INSPECT_STATIC } from './inspect-static.ts';

const CALLABLES = `

_USER_DEFINED_NOT = (types.WrapperDescriptorType, types.MethodWrapperType, types.ClassMethodDescriptorType,
                     types.BuiltinFunctionType)

if not RULE.unwrapStopsAtClasses:
    def unwrap(func, *, stop=None):
        if stop is None:
            def _is_wrapper(f):
                return hasattr(f, '__wrapped__')
        else:
            def _is_wrapper(f):
                return hasattr(f, '__wrapped__') and not stop(f)
        first = func
        memo = {id(first): first}
        most = sys.getrecursionlimit()
        while _is_wrapper(func):
            func = func.__wrapped__
            id_func = id(func)
            if id_func in memo or len(memo) >= most:
                raise ValueError('wrapper loop when unwrapping {!r}'.format(first))
            memo[id_func] = func
        return func
else:
    def unwrap(func, *, stop=None):
        first = func
        memo = {id(first): first}
        most = sys.getrecursionlimit()
        while not isinstance(func, type) and hasattr(func, '__wrapped__'):
            if stop is not None and stop(func):
                break
            func = func.__wrapped__
            id_func = id(func)
            if id_func in memo or len(memo) >= most:
                raise ValueError('wrapper loop when unwrapping {!r}'.format(first))
            memo[id_func] = func
        return func


def get_annotations(obj, *, globals=None, locals=None, eval_str=False):
    if isinstance(obj, type):
        namespace = getattr(obj, '__dict__', None)
        if namespace and hasattr(namespace, 'get'):
            found = namespace.get('__annotations__', None)
            if isinstance(found, types.GetSetDescriptorType):
                found = None
        else:
            found = None
        obj_globals = None
        module_name = getattr(obj, '__module__', None)
        if module_name:
            module = sys.modules.get(module_name, None)
            if module:
                obj_globals = getattr(module, '__dict__', None)
        obj_locals = dict(vars(obj))
    elif callable(obj):
        found = getattr(obj, '__annotations__', None)
        obj_globals = getattr(obj, '__globals__', None)
        obj_locals = None
    else:
        raise TypeError(f'{obj!r} is not a module, class, or callable.')
    if found is None:
        return {}
    if not isinstance(found, dict):
        raise ValueError(f'{obj!r}.__annotations__ is neither a dict nor None')
    if not found:
        return {}
    return dict(found)


def _signature_get_user_defined_method(cls, method_name):
    if RULE.signaturesFindStatically:
        if method_name == '__new__':
            method = getattr(cls, method_name, None)
        else:
            method = getattr_static(cls, method_name, None)
        if method is None or isinstance(method, _USER_DEFINED_NOT):
            return None
        if method_name != '__new__':
            method = _descriptor_get(method, cls)
        return method
    try:
        method = getattr(cls, method_name)
    except AttributeError:
        return None
    if not isinstance(method, _USER_DEFINED_NOT):
        return method


def _signature_bound_method(sig):
    params = tuple(sig.parameters.values())
    if not params or params[0].kind in (_VAR_KEYWORD, _KEYWORD_ONLY):
        raise ValueError('invalid method signature')
    kind = params[0].kind
    if kind in (_POSITIONAL_OR_KEYWORD, _POSITIONAL_ONLY):
        params = params[1:]
    elif kind is not _VAR_POSITIONAL:
        raise ValueError('invalid argument type')
    return sig.replace(parameters=params)


def _signature_from_function(cls, func, skip_bound_arg=True, globals=None, locals=None, eval_str=False):
    if not isfunction(func) and not _signature_is_functionlike(func):
        raise TypeError('{!r} is not a Python function'.format(func))
    getattr(func, '__text_signature__', None)
    Parameter = cls._parameter_cls
    code = func.__code__
    pos_count = code.co_argcount
    arg_names = code.co_varnames
    posonly_left = code.co_posonlyargcount
    positional = arg_names[:pos_count]
    keyword_only_count = code.co_kwonlyargcount
    keyword_only = arg_names[pos_count:pos_count + keyword_only_count]
    if not RULE.annotationsEvaluate:
        annotations = func.__annotations__
    else:
        annotations = get_annotations(func, globals=globals, locals=locals, eval_str=eval_str)
    defaults = func.__defaults__
    kwdefaults = func.__kwdefaults__
    parameters = []
    non_default_count = pos_count - (len(defaults) if defaults else 0)
    for name in positional[:non_default_count]:
        kind = _POSITIONAL_ONLY if posonly_left else _POSITIONAL_OR_KEYWORD
        annotation = annotations.get(name, _empty)
        parameters.append(Parameter(name, annotation=annotation, kind=kind))
        if posonly_left:
            posonly_left -= 1
    for offset, name in enumerate(positional[non_default_count:]):
        kind = _POSITIONAL_ONLY if posonly_left else _POSITIONAL_OR_KEYWORD
        annotation = annotations.get(name, _empty)
        parameters.append(Parameter(name, annotation=annotation, kind=kind, default=defaults[offset]))
        if posonly_left:
            posonly_left -= 1
    # CO_VARARGS
    if code.co_flags & 4:
        name = arg_names[pos_count + keyword_only_count]
        annotation = annotations.get(name, _empty)
        parameters.append(Parameter(name, annotation=annotation, kind=_VAR_POSITIONAL))
    for name in keyword_only:
        default = _empty
        if kwdefaults is not None:
            default = kwdefaults.get(name, _empty)
        annotation = annotations.get(name, _empty)
        parameters.append(Parameter(name, annotation=annotation, kind=_KEYWORD_ONLY, default=default))
    # CO_VARKEYWORDS
    if code.co_flags & 8:
        index = pos_count + keyword_only_count
        if code.co_flags & 4:
            index += 1
        name = arg_names[index]
        annotation = annotations.get(name, _empty)
        parameters.append(Parameter(name, annotation=annotation, kind=_VAR_KEYWORD))
    return cls(parameters, return_annotation=annotations.get('return', _empty), __validate_parameters__=False)


def _signature_is_functionlike(obj):
    if not callable(obj) or isclass(obj):
        return False
    name = getattr(obj, '__name__', None)
    code = getattr(obj, '__code__', None)
    return isinstance(code, types.CodeType) and isinstance(name, str)


def isbuiltin(object):
    return isinstance(object, types.BuiltinFunctionType)


def ismethod(object):
    return isinstance(object, types.MethodType)


def ismethoddescriptor(obj):
    if isclass(obj) or ismethod(obj) or isfunction(obj):
        return False
    kind = type(obj)
    return hasattr(kind, '__get__') and not hasattr(kind, '__set__')


def _signature_is_builtin(obj):
    return isbuiltin(obj) or ismethoddescriptor(obj) or isinstance(obj, _USER_DEFINED_NOT) or obj in (type, object)


def _no_signature(obj):
    if obj.__init__ is object.__init__ and obj.__new__ is object.__new__:
        return Signature()
    raise ValueError('no signature found for builtin type {!r}'.format(obj))


def _signature_of_class(sigcls, obj):
    # A class whose constructor nobody wrote.
    if type not in obj.__mro__:
        if obj.__init__ is object.__init__ and obj.__new__ is object.__new__:
            return sigcls()
        raise ValueError('no signature found for builtin type {!r}'.format(obj))


def _signature_from_callable(obj, *, follow_wrapper_chains=True, skip_bound_arg=True, globals=None, locals=None,
                             eval_str=False, sigcls):
    if RULE.annotationsEvaluate:
        again = functools.partial(_signature_from_callable, follow_wrapper_chains=follow_wrapper_chains,
                                  skip_bound_arg=skip_bound_arg, globals=globals, locals=locals, sigcls=sigcls,
                                  eval_str=eval_str)
    elif RULE.signaturesRecur:
        again = functools.partial(_signature_from_callable, follow_wrapper_chains=follow_wrapper_chains,
                                  skip_bound_arg=skip_bound_arg, sigcls=sigcls)
    if not callable(obj):
        raise TypeError('{!r} is not a callable object'.format(obj))
    if isinstance(obj, types.MethodType):
        if RULE.signaturesRecur:
            sig = again(obj.__func__)
        else:
            sig = _signature_from_callable(obj.__func__, follow_wrapper_chains=follow_wrapper_chains,
                                           skip_bound_arg=skip_bound_arg, sigcls=sigcls)
        return _signature_bound_method(sig) if skip_bound_arg else sig
    if follow_wrapper_chains:
        if RULE.unwrapStopsAtMethods:
            obj = unwrap(obj, stop=lambda f: hasattr(f, '__signature__') or isinstance(f, types.MethodType))
        else:
            obj = unwrap(obj, stop=lambda f: hasattr(f, '__signature__'))
    try:
        sig = obj.__signature__
    except AttributeError:
        pass
    else:
        if sig is not None:
            if not isinstance(sig, Signature):
                raise TypeError('unexpected object {!r} in __signature__ attribute'.format(sig))
            return sig
    try:
        obj.__partialmethod__ if RULE.partialMethodRenamed else obj._partialmethod
    except AttributeError:
        pass
    if isfunction(obj) or _signature_is_functionlike(obj):
        if RULE.annotationsEvaluate:
            return _signature_from_function(sigcls, obj, skip_bound_arg=skip_bound_arg, globals=globals, locals=locals,
                                            eval_str=eval_str)
        return _signature_from_function(sigcls, obj, skip_bound_arg=skip_bound_arg)
    if _signature_is_builtin(obj):
        raise ValueError('no signature found for builtin {!r}'.format(obj))
    if not isinstance(obj, type):
        raise ValueError('callable {!r} is not supported by signature'.format(obj))
    call = _signature_get_user_defined_method(type(obj), '__call__')
    maker = call
    if RULE.signaturesFindStatically:
        if call is not None:
            return again(call)
        new = _signature_get_user_defined_method(obj, '__new__')
        init = _signature_get_user_defined_method(obj, '__init__')
        for base in obj.__mro__:
            if new is not None and '__new__' in base.__dict__:
                sig = again(new)
                return _signature_bound_method(sig) if skip_bound_arg else sig
            elif init is not None and '__init__' in base.__dict__:
                return again(init)
        return _signature_of_class(sigcls, obj)
    if call is None:
        new = _signature_get_user_defined_method(obj, '__new__')
        if RULE.signaturesRecur or new is None:
            init = _signature_get_user_defined_method(obj, '__init__')
        if not RULE.signaturesRecur:
            maker = init if new is None else new
        elif not RULE.signaturesByOrder:
            if '__new__' in obj.__dict__:
                maker = new
            elif '__init__' in obj.__dict__:
                maker = init
            else:
                maker = init if new is None else new
        else:
            for base in obj.__mro__:
                if new is not None and '__new__' in base.__dict__:
                    maker = new
                    break
                elif init is not None and '__init__' in base.__dict__:
                    maker = init
                    break
    if maker is None:
        return _signature_of_class(sigcls, obj)
    if RULE.signaturesRecur:
        sig = again(maker)
    else:
        sig = _signature_from_callable(maker, follow_wrapper_chains=follow_wrapper_chains,
                                       skip_bound_arg=skip_bound_arg, sigcls=sigcls)
    return _signature_bound_method(sig) if skip_bound_arg else sig


if not RULE.annotationsEvaluate:
    def signature(obj, *, follow_wrapped=True):
        return Signature.from_callable(obj, follow_wrapped=follow_wrapped)
else:
    def signature(obj, *, follow_wrapped=True, globals=None, locals=None, eval_str=False):
        return Signature.from_callable(obj, follow_wrapped=follow_wrapped, globals=globals, locals=locals,
                                       eval_str=eval_str)
`;

export const INSPECT_SOURCE = `${INSPECT_STATIC}${INSPECT_PARAMETERS}${CALLABLES}`;
