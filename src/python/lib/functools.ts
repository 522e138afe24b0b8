/** The part of functools that CPython writes in Python. */
const WRAPPERS = `
WRAPPER_ASSIGNMENTS = ('__module__', '__name__', '__qualname__', '__doc__') + (
    ('__annotations__',) if not RULE.wrappersTakeTypeParameters else ('__annotations__', '__type_params__'))
WRAPPER_UPDATES = ('__dict__',)


def update_wrapper(wrapper, wrapped, assigned=WRAPPER_ASSIGNMENTS, updated=WRAPPER_UPDATES):
    for name in assigned:
        try:
            taken = getattr(wrapped, name)  # 52
        except AttributeError:
            continue
        setattr(wrapper, name, taken)  # 56
    for name in updated:
        getattr(wrapper, name).update(getattr(wrapped, name, {}))  # 58
    wrapper.__wrapped__ = wrapped  # 61
    return wrapper


def wraps(wrapped, assigned=WRAPPER_ASSIGNMENTS, updated=WRAPPER_UPDATES):
    return partial(update_wrapper, wrapped=wrapped, assigned=assigned, updated=updated)  # 76
`;

/** How each comparison follows from the one that a class has: by name, the operation, and what becomes of its answer. */
const DERIVED = {
  lt: { gt: 'not answer and self != other', le: 'answer or self == other', ge: 'not answer' },
  le: { ge: 'not answer or self == other', lt: 'answer and self != other', gt: 'not answer' },
  gt: { lt: 'not (answer or self == other)', ge: 'answer or self == other', le: 'not answer' },
  ge: { le: '(not answer) or self == other', gt: 'answer and self != other', lt: 'not answer' },
} as const;

function ordering(root: string, name: string, result: string): string {
  return `
def _${name}_from_${root}(self, other):
    answer = type(self).__${root}__(self, other)
    if answer is NotImplemented:
        return answer
    return ${result}
`;
}

const functions = Object.entries(DERIVED).flatMap(([root, all]) =>
  Object.entries(all).map(([name, result]) => ordering(root, name, result)),
);
const table = Object.entries(DERIVED).map(
  ([root, all]) =>
    `    '__${root}__': [${Object.keys(all)
      .map((name) => `('__${name}__', _${name}_from_${root})`)
      .join(', ')}],`,
);

const ORDERING = `
${functions.join('\n')}

_convert = {
${table.join('\n')}
}


def total_ordering(cls):
    own = {name for name in _convert if getattr(cls, name, None) is not getattr(object, name, None)}  # 191
    if own:
        for name, function in _convert[max(own)]:
            if name in own:
                continue
            function.__name__ = name
            setattr(cls, name, function)  # 198
        return cls
    raise ValueError('must define at least one ordering operation: < > <= >=')  # 193
`;

/** The call of a function through a cache is what lru_cache gives. */
const keeping = (
  function_: string,
  line: number,
): string => `        keeper = _lru_cache_wrapper(${function_}, maxsize, typed, _CacheInfo)  # ${line}
        if RULE.cachesTellParameters:
            keeper.cache_parameters = lambda: {'maxsize': maxsize, 'typed': typed}  # ${line + 1}
        return update_wrapper(keeper, ${function_})  # ${line + 2}`;

const CACHES = `
from collections import namedtuple as _namedtuple
from _thread import RLock as _RLock
from reprlib import recursive_repr
from abc import get_cache_token

_CacheInfo = _namedtuple('CacheInfo', ['hits', 'misses', 'maxsize', 'currsize'])


class _HashedSeq(list):
    __slots__ = 'hashvalue'

    def __init__(self, tup, hash=hash):
        self.hashvalue = hash(tup)
        self.extend(tup)

    def __hash__(self):
        return self.hashvalue


def _make_key(args, kwds, typed, kwd_mark=(object(),), fasttypes={int, str}, tuple=tuple, type=type, len=len):
    parts = list(args)
    if kwds:
        parts += kwd_mark
        for pair in kwds.items():
            parts += pair
    if typed:
        parts += [type(one) for one in args]
        parts += [type(one) for one in kwds.values()]
    elif len(parts) == 1 and type(parts[0]) in fasttypes:
        return parts[0]
    return _HashedSeq(tuple(parts))


def lru_cache(maxsize=128, typed=False):
    cached = None
    if isinstance(maxsize, int):
        maxsize = 0 if maxsize < 0 else maxsize
    elif maxsize is not None:
        if not callable(maxsize) or not isinstance(typed, bool):
            raise TypeError('Expected first argument to be an integer, a callable, or None')  # 515
        cached, maxsize = maxsize, 128
    if cached is not None:
${keeping('cached', 511)}

    def decorating_function(function):
${keeping('function', 519)}

    return decorating_function


if RULE.plainCache:
    def cache(user_function, /):
        return lru_cache(maxsize=None)(user_function)  # 653


_NOT_FOUND = object()


class cached_property:
    def __init__(self, func):
        self.func, self.attrname, self.__doc__ = func, None, func.__doc__  # 966
        if not RULE.cachedPropertyUnlocked:
            self.lock = _RLock()
        elif RULE.cachedPropertyNamesModule:
            self.__module__ = func.__module__

    def __set_name__(self, owner, name):
        known = self.attrname
        if known is not None and known != name:
            raise TypeError(f'Cannot assign the same cached_property to two different names ({known!r} and {name!r}).')
        self.attrname = name if known is None else known

    def __get__(self, instance, owner=None):
        if instance is None:
            return self
        if self.attrname is None:
            raise TypeError('Cannot use cached_property instance without calling __set_name__ on it.')  # 983
        try:
            kept = instance.__dict__  # 986
        except AttributeError:
            kind = type(instance).__name__  # 989
            raise TypeError(f"No '__dict__' attribute on {kind!r} instance to cache {self.attrname!r} property.") from None  # 992
        value = kept.get(self.attrname, _NOT_FOUND)
        if value is not _NOT_FOUND:
            return value
        value = kept[self.attrname] = self.func(instance)  # 995
        return value

    if RULE.classesTakeItems:
        __class_getitem__ = classmethod(type(list[int]))
`;

/** What a method is made of. */
const CALLED_OR_READ = `        if not (callable(func) or hasattr(func, '__get__')):
            raise TypeError(f'{func!r} is not callable or a descriptor')`;

const ABSTRACT = `
    @property
    def __isabstractmethod__(self):
        return getattr(self.func, '__isabstractmethod__', False)
`;

/** Which classes a function may be registered for: from 3.11 on also those of a union. */
const FOR_A_CLASS = `
        def is_for_classes(cls):
            return isinstance(cls, type) and not hasattr(cls, '__origin__')
`;

const FOR_UNIONS = `
        def is_union(cls):  # 841
            from typing import get_origin, Union
            return get_origin(cls) in {Union, types.UnionType}  # 843

        def is_for_classes(cls):  # 845
            if isinstance(cls, type):
                return True
            from typing import get_args
            return is_union(cls) and all(isinstance(one, type) for one in get_args(cls))  # 849
`;

const NO_ANNOTATION =
  '{cls!r}. Use either `@register(some_class)` or plain `@register` on an annotated function.';

/** What was found before, unless abstract classes have been told of others since. */
const DISPATCHING = `        def dispatch(cls):
            nonlocal token
            if token is not None:
                now = get_cache_token()
                if now != token:
                    dispatch_cache.clear()
                    token = now
            try:
                return dispatch_cache[cls]
            except KeyError:
                try:
                    chosen = registry[cls]
                except KeyError:
                    chosen = _find_impl(cls, registry)
                dispatch_cache[cls] = chosen  # 838
            return chosen
`;

/** The inner functions, and the cells that they share, are as many as in CPython, as each counts. */
const singledispatch = (unions: boolean): string => `
    def singledispatch(func):
        import types
        import weakref

        registry = {}  # 814
        dispatch_cache = weakref.WeakKeyDictionary()  # 815
        token = None

${DISPATCHING}${unions ? FOR_UNIONS : FOR_A_CLASS}
        def register(cls, func=None):  # 852
            nonlocal token
            if is_for_classes(cls):  # 859
                if func is None:
                    return lambda function: register(cls, function)
            else:
                if func is not None:
                    raise TypeError(_not_a_class(cls))
                if not getattr(cls, '__annotations__', {}):  # 868
                    raise TypeError(f'Invalid first argument to \`register()\`: ${NO_ANNOTATION}')
                func = cls
                from typing import get_type_hints
                parameter, cls = next(iter(get_type_hints(func).items()))  # 879
                if not is_for_classes(cls):
                    wrong = ${unions ? "'not all arguments are classes' if is_union(cls) else 'is not a class'" : "'is not a class'"}
                    raise TypeError(f'Invalid annotation for {parameter!r}. {cls!r} {wrong}.')
${
  unions
    ? `            if is_union(cls):
                from typing import get_args
                for one in get_args(cls):
                    registry[one] = func
            else:
                registry[cls] = func`
    : '            registry[cls] = func'
}
            if token is None and hasattr(cls, '__abstractmethods__'):
                token = get_cache_token()
            dispatch_cache.clear()
            return func

        def wrapper(*args, **kw):  # 904
            if args:
                return dispatch(args[0].__class__)(*args, **kw)  # 909
            raise TypeError(f'{shown} requires at least 1 positional argument')  # 906

        shown = getattr(func, '__name__', 'singledispatch function')
        registry[object] = func  # 912
        wrapper.register, wrapper.dispatch = register, dispatch  # 916
        wrapper.registry, wrapper._clear_cache = types.MappingProxyType(registry), dispatch_cache.clear  # 915
        return update_wrapper(wrapper, func)  # 917
`;

const DISPATCH = `
def _find_impl(cls, registry):
    for one in cls.__mro__:
        if one in registry and one is not object:
            return registry[one]
    # Abstract classes say of themselves what belongs to them; the one that is none of the others' base is the nearest.
    abstract = [one for one in registry if one is not object and issubclass(cls, one)]
    nearest = [one for one in abstract if not any(other is not one and issubclass(other, one) for other in abstract)]
    if len(nearest) > 1:
        raise RuntimeError(f'Ambiguous dispatch: {nearest[0]} or {nearest[1]}')
    return registry[nearest[0] if nearest else object]


if RULE.dispatchTakesUnions:
${singledispatch(true)}
else:
${singledispatch(false)}


def _not_a_class(cls):
    kind = 'class or union type' if RULE.dispatchTakesUnions else 'class'
    return f"Invalid first argument to \`register()\`. {cls!r} is not a {kind}."


class singledispatchmethod:
    def __init__(self, func):
${CALLED_OR_READ}
        self.dispatcher, self.func = singledispatch(func), func  # 933

    def register(self, cls, method=None):
        return self.dispatcher.register(cls, func=method)  # 941

    def __get__(self, obj, cls=None):
        def _method(*args, **kwargs):  # 944
            chosen = self.dispatcher.dispatch(args[0].__class__)  # 945
            return chosen.__get__(obj, cls)(*args, **kwargs)  # 946

        _method.__isabstractmethod__, _method.register = self.__isabstractmethod__, self.register
        return update_wrapper(_method, self.func)
${ABSTRACT}

class partialmethod:
    def __init__(self, func, /, *args, **keywords):
${CALLED_OR_READ}
        if not isinstance(func, partialmethod):
            self.func, self.args, self.keywords = func, args, keywords  # 370
            return
        self.func, self.args = func.func, func.args + args
        self.keywords = {**func.keywords, **keywords}

    def __repr__(self):
        kind = self.__class__
        positional = ', '.join(map(repr, self.args))
        named = ', '.join(f'{name}={value!r}' for name, value in self.keywords.items())
        return f'{kind.__module__}.{kind.__qualname__}({self.func}, {positional}, {named})'  # 379

    def _make_unbound_method(self):
        def _method(owner, /, *args, **given):
            given = {**self.keywords, **given}
            return self.func(owner, *self.args, *args, **given)

        _method.__isabstractmethod__, _method._partialmethod = self.__isabstractmethod__, self
        return _method

    def __get__(self, obj, cls=None):
        read = getattr(self.func, '__get__', None)
        if read is not None:
            bound = read(obj, cls)  # 397
            if bound is not self.func:
                made = partial(bound, *self.args, **self.keywords)  # 401
                try:
                    made.__self__ = bound.__self__  # 403
                except AttributeError:
                    return made
                return made
        return self._make_unbound_method().__get__(obj, cls)
${ABSTRACT}
    if RULE.classesTakeItems:
        __class_getitem__ = classmethod(type(list[int]))
`;

export const FUNCTOOLS_SOURCE = `${WRAPPERS}${ORDERING}${CACHES}${DISPATCH}`;
