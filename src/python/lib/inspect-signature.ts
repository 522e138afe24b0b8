/**
 * inspect: the signature of a class, which dataclasses write into its __doc__. It goes the way of CPython's, function for function, because
 * what that makes and drops stays in the free lists, where gc.get_count() and tracemalloc find it. Programs cannot import it.
 */
import { INSPECT_PARAMETERS } from './inspect-parameters.ts';
import { INSPECT_STATIC } from './inspect-static.ts';

/** Each wrapper is left for what it wraps, as long as `goesOn` holds. */
const wrappedRound = (goesOn: string, first: string): string => `        seen = {id(outermost): outermost}
        most = sys.getrecursionlimit()
        while ${goesOn}:
${first}            func = func.__wrapped__
            place = id(func)
            if len(seen) >= most or place in seen:
                raise ValueError(f'wrapper loop when unwrapping {outermost!r}')
            seen[place] = func
        return func`;

/** The two methods that make an object. */
const MAKERS = `(_signature_get_user_defined_method(obj, '__new__'),
                     _signature_get_user_defined_method(obj, '__init__'))`;

const CALLABLES = `

_USER_DEFINED_NOT = (types.WrapperDescriptorType, types.MethodWrapperType, types.ClassMethodDescriptorType,
                     types.BuiltinFunctionType)

if RULE.unwrapStopsAtClasses:
    def unwrap(func, *, stop=None):
        outermost = func
${wrappedRound("not isinstance(func, type) and hasattr(func, '__wrapped__')", '            if stop is not None and stop(func):\n                break\n')}
else:
    def unwrap(func, *, stop=None):
        if stop is not None:
            def goes_on(one):
                return hasattr(one, '__wrapped__') and not stop(one)
        else:
            def goes_on(one):
                return hasattr(one, '__wrapped__')
        outermost = func
${wrappedRound('goes_on(func)', '')}


def get_annotations(obj, *, globals=None, locals=None, eval_str=False):
    if isinstance(obj, type):
        held = getattr(obj, '__dict__', None)
        found = held.get('__annotations__', None) if held and hasattr(held, 'get') else None
        if isinstance(found, types.GetSetDescriptorType):
            found = None
        # The namespaces that texts would be evaluated in are looked up, though nothing is evaluated.
        home = getattr(obj, '__module__', None)
        home = sys.modules.get(home, None) if home else None
        outer = getattr(home, '__dict__', None) if home else None
        inner = dict(vars(obj))
    elif callable(obj):
        found, outer = getattr(obj, '__annotations__', None), getattr(obj, '__globals__', None)  # 248
        inner = None
    else:
        raise TypeError(f'{obj!r} is not a module, class, or callable.')
    if found is None:
        return {}  # 256
    if isinstance(found, dict):
        return dict(found) if found else {}  # 265
    raise ValueError(f'{obj!r}.__annotations__ is neither a dict nor None')


def _signature_get_user_defined_method(cls, method_name):
    if RULE.signaturesFindStatically:
        is_new = method_name == '__new__'
        method = getattr(cls, method_name, None) if is_new else getattr_static(cls, method_name, None)
        if method is None or isinstance(method, _USER_DEFINED_NOT):
            return None
        return method if is_new else _descriptor_get(method, cls)
    try:
        method = getattr(cls, method_name)
    except AttributeError:
        return None
    return None if isinstance(method, _USER_DEFINED_NOT) else method


def _signature_bound_method(sig):
    left = tuple(sig.parameters.values())
    if left and left[0].kind not in (_VAR_KEYWORD, _KEYWORD_ONLY):
        first = left[0].kind
        if first in (_POSITIONAL_OR_KEYWORD, _POSITIONAL_ONLY):
            left = left[1:]  # 2111
        elif first is not _VAR_POSITIONAL:
            raise ValueError('invalid argument type')
        return sig.replace(parameters=left)
    raise ValueError('invalid method signature')


def _signature_from_function(cls, func, skip_bound_arg=True, globals=None, locals=None, eval_str=False):
    if not (isfunction(func) or _signature_is_functionlike(func)):
        raise TypeError(f'{func!r} is not a Python function')
    getattr(func, '__text_signature__', None)
    Parameter, code = cls._parameter_cls, func.__code__
    count, names = code.co_argcount, code.co_varnames  # 2390
    only_by_place = code.co_posonlyargcount
    by_place = names[:count]
    count_by_name = code.co_kwonlyargcount
    by_name = names[count:count + count_by_name]
    if RULE.annotationsEvaluate:
        kinds = get_annotations(func, globals=globals, locals=locals, eval_str=eval_str)  # 2395
    else:
        kinds = func.__annotations__
    defaults, named_defaults = func.__defaults__, func.__kwdefaults__
    made = []
    first_default = count - (len(defaults) if defaults else 0)
    for name in by_place[:first_default]:
        how = _POSITIONAL_ONLY if only_by_place else _POSITIONAL_OR_KEYWORD
        kind = kinds.get(name, _empty)
        made.append(Parameter(name, annotation=kind, kind=how))
        only_by_place -= 1 if only_by_place else 0
    for at, name in enumerate(by_place[first_default:]):
        how = _POSITIONAL_ONLY if only_by_place else _POSITIONAL_OR_KEYWORD
        kind = kinds.get(name, _empty)
        made.append(Parameter(name, annotation=kind, kind=how, default=defaults[at]))  # 2422
        only_by_place -= 1 if only_by_place else 0
    rest = count + count_by_name
    # CO_VARARGS
    if code.co_flags & 4:
        name = names[rest]
        kind = kinds.get(name, _empty)
        made.append(Parameter(name, annotation=kind, kind=_VAR_POSITIONAL))
        rest += 1
    for name in by_name:
        default = _empty if named_defaults is None else named_defaults.get(name, _empty)
        kind = kinds.get(name, _empty)
        made.append(Parameter(name, annotation=kind, kind=_KEYWORD_ONLY, default=default))
    # CO_VARKEYWORDS
    if code.co_flags & 8:
        name = names[rest]
        kind = kinds.get(name, _empty)
        made.append(Parameter(name, annotation=kind, kind=_VAR_KEYWORD))
    return cls(made, return_annotation=kinds.get('return', _empty), __validate_parameters__=False)


def _signature_is_functionlike(obj):
    if callable(obj) and not isclass(obj):
        name, code = getattr(obj, '__name__', None), getattr(obj, '__code__', None)
        return isinstance(code, types.CodeType) and isinstance(name, str)
    return False


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


def _signature_of_class(sigcls, obj):
    # A class whose constructor nobody wrote.
    if type in obj.__mro__:
        return
    if obj.__new__ is not object.__new__ or obj.__init__ is not object.__init__:
        raise ValueError(f'no signature found for builtin type {obj!r}')
    return sigcls()


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
        raise TypeError(f'{obj!r} is not a callable object')
    if isinstance(obj, types.MethodType):
        if RULE.signaturesRecur:
            sig = again(obj.__func__)  # 2489
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
        given = obj.__signature__
    except AttributeError:
        given = None
    if given is not None:
        if isinstance(given, Signature):
            return given
        raise TypeError(f'unexpected object {given!r} in __signature__ attribute')
    try:
        obj.__partialmethod__ if RULE.partialMethodRenamed else obj._partialmethod
    except AttributeError:
        pass
    if isfunction(obj) or _signature_is_functionlike(obj):
        if RULE.annotationsEvaluate:
            return _signature_from_function(sigcls, obj, skip_bound_arg=skip_bound_arg, globals=globals, locals=locals,  # 2559
                                            eval_str=eval_str)
        return _signature_from_function(sigcls, obj, skip_bound_arg=skip_bound_arg)  # 2559
    if _signature_is_builtin(obj):
        raise ValueError(f'no signature found for builtin {obj!r}')
    if not isinstance(obj, type):
        raise ValueError(f'callable {obj!r} is not supported by signature')
    maker = called = _signature_get_user_defined_method(type(obj), '__call__')
    if RULE.signaturesFindStatically:
        if called is not None:
            return again(called)
        new, init = ${MAKERS}
        for base in obj.__mro__:
            if '__new__' in base.__dict__ and new is not None:
                sig = again(new)
                return _signature_bound_method(sig) if skip_bound_arg else sig
            if '__init__' in base.__dict__ and init is not None:
                return again(init)
        return _signature_of_class(sigcls, obj)
    if called is not None:
        pass
    elif RULE.signaturesByOrder:
        new, init = ${MAKERS}
        for base in obj.__mro__:
            if new is not None and '__new__' in base.__dict__:
                maker = new
                break
            if init is not None and '__init__' in base.__dict__:
                maker = init
                break
    elif RULE.signaturesRecur:
        new, init = ${MAKERS}
        own = obj.__dict__
        maker = new if '__new__' in own or new is not None and '__init__' not in own else init
    else:
        maker = _signature_get_user_defined_method(obj, '__new__')
        if maker is None:
            maker = _signature_get_user_defined_method(obj, '__init__')
    if maker is None:
        return _signature_of_class(sigcls, obj)
    if RULE.signaturesRecur:
        sig = again(maker)  # 2598
    else:
        sig = _signature_from_callable(maker, follow_wrapper_chains=follow_wrapper_chains,
                                       skip_bound_arg=skip_bound_arg, sigcls=sigcls)
    return _signature_bound_method(sig) if skip_bound_arg else sig  # 2653


if not RULE.annotationsEvaluate:
    def signature(obj, *, follow_wrapped=True):
        return Signature.from_callable(obj, follow_wrapped=follow_wrapped)
else:
    def signature(obj, *, follow_wrapped=True, globals=None, locals=None, eval_str=False):
        return Signature.from_callable(obj, follow_wrapped=follow_wrapped, globals=globals, locals=locals,  # 3327
                                       eval_str=eval_str)
`;

export const INSPECT_SOURCE = `${INSPECT_STATIC}${INSPECT_PARAMETERS}${CALLABLES}`;
