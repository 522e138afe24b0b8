/** The part of functools that CPython writes in Python. */
const WRAPPERS = `
WRAPPER_ASSIGNMENTS = ('__module__', '__name__', '__qualname__', '__doc__') + (
    ('__annotations__',) if not RULE.wrappersTakeTypeParameters else ('__annotations__', '__type_params__'))
WRAPPER_UPDATES = ('__dict__',)


def update_wrapper(wrapper, wrapped, assigned=WRAPPER_ASSIGNMENTS, updated=WRAPPER_UPDATES):
    for attr in assigned:
        try:
            value = getattr(wrapped, attr)
        except AttributeError:
            pass
        else:
            setattr(wrapper, attr, value)
    for attr in updated:
        getattr(wrapper, attr).update(getattr(wrapped, attr, {}))
    wrapper.__wrapped__ = wrapped
    return wrapper


def wraps(wrapped, assigned=WRAPPER_ASSIGNMENTS, updated=WRAPPER_UPDATES):
    return partial(update_wrapper, wrapped=wrapped, assigned=assigned, updated=updated)
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
    roots = {op for op in _convert if getattr(cls, op, None) is not getattr(object, op, None)}
    if not roots:
        raise ValueError('must define at least one ordering operation: < > <= >=')
    root = max(roots)
    for opname, opfunc in _convert[root]:
        if opname not in roots:
            opfunc.__name__ = opname
            setattr(cls, opname, opfunc)
    return cls
`;

const CACHES = `
from collections import namedtuple as _namedtuple
from _thread import RLock as _RLock
from reprlib import recursive_repr
from abc import get_cache_token

_CacheInfo = _namedtuple('CacheInfo', ['hits', 'misses', 'maxsize', 'currsize'])


def lru_cache(maxsize=128, typed=False):
    if isinstance(maxsize, int):
        if maxsize < 0:
            maxsize = 0
    elif callable(maxsize) and isinstance(typed, bool):
        user_function, maxsize = maxsize, 128
        wrapper = _lru_cache_wrapper(user_function, maxsize, typed, _CacheInfo)
        wrapper.cache_parameters = lambda: {'maxsize': maxsize, 'typed': typed}
        return update_wrapper(wrapper, user_function)
    elif maxsize is not None:
        raise TypeError('Expected first argument to be an integer, a callable, or None')

    def decorating_function(user_function):
        wrapper = _lru_cache_wrapper(user_function, maxsize, typed, _CacheInfo)
        wrapper.cache_parameters = lambda: {'maxsize': maxsize, 'typed': typed}
        return update_wrapper(wrapper, user_function)

    return decorating_function


if RULE.plainCache:
    def cache(user_function, /):
        return lru_cache(maxsize=None)(user_function)


_NOT_FOUND = object()


class cached_property:
    def __init__(self, func):
        self.func = func
        self.attrname = None
        self.__doc__ = func.__doc__
        if not RULE.cachedPropertyUnlocked:
            self.lock = _RLock()
        elif RULE.cachedPropertyNamesModule:
            self.__module__ = func.__module__

    def __set_name__(self, owner, name):
        if self.attrname is None:
            self.attrname = name
        elif name != self.attrname:
            raise TypeError(
                'Cannot assign the same cached_property to two different names '
                f'({self.attrname!r} and {name!r}).')

    def __get__(self, instance, owner=None):
        if instance is None:
            return self
        if self.attrname is None:
            raise TypeError('Cannot use cached_property instance without calling __set_name__ on it.')
        try:
            cache = instance.__dict__
        except AttributeError:
            raise TypeError(
                f"No '__dict__' attribute on {type(instance).__name__!r} "
                f"instance to cache {self.attrname!r} property.") from None
        val = cache.get(self.attrname, _NOT_FOUND)
        if val is _NOT_FOUND:
            val = self.func(instance)
            cache[self.attrname] = val
        return val

    if RULE.classesTakeItems:
        __class_getitem__ = classmethod(type(list[int]))
`;

const DISPATCH = `
def _find_impl(cls, registry):
    for one in cls.__mro__:
        if one in registry:
            return registry[one]
    match = None
    for one in registry:
        if one is not object and issubclass(cls, one) and (match is None or issubclass(one, match)):
            match = one
    return registry[object if match is None else match]


def singledispatch(func):
    import types
    import weakref

    registry = {}
    dispatch_cache = weakref.WeakKeyDictionary()

    def dispatch(cls):
        try:
            impl = dispatch_cache[cls]
        except KeyError:
            try:
                impl = registry[cls]
            except KeyError:
                impl = _find_impl(cls, registry)
            dispatch_cache[cls] = impl
        return impl

    def register(cls, func=None):
        if isinstance(cls, type) and not hasattr(cls, '__origin__'):
            if func is None:
                return lambda f: register(cls, f)
        else:
            if func is not None:
                raise TypeError(_not_a_class(cls))
            annotations = getattr(cls, '__annotations__', {})
            if not annotations:
                raise TypeError(
                    f"Invalid first argument to \`register()\`: {cls!r}. "
                    f"Use either \`@register(some_class)\` or plain \`@register\` "
                    f"on an annotated function.")
            func = cls
            argname, cls = next(iter(annotations.items()))
            if isinstance(cls, str):
                cls = eval(cls, getattr(func, '__globals__', {}))
            if not isinstance(cls, type):
                raise TypeError(f"Invalid annotation for {argname!r}. {cls!r} is not a class.")
        registry[cls] = func
        dispatch_cache.clear()
        return func

    def wrapper(*args, **kw):
        if not args:
            raise TypeError(f'{funcname} requires at least 1 positional argument')
        return dispatch(args[0].__class__)(*args, **kw)

    funcname = getattr(func, '__name__', 'singledispatch function')
    registry[object] = func
    wrapper.register = register
    wrapper.dispatch = dispatch
    wrapper.registry = types.MappingProxyType(registry)
    wrapper._clear_cache = dispatch_cache.clear
    update_wrapper(wrapper, func)
    return wrapper


def _not_a_class(cls):
    kind = 'class or union type' if RULE.dispatchTakesUnions else 'class'
    return f"Invalid first argument to \`register()\`. {cls!r} is not a {kind}."


class singledispatchmethod:
    def __init__(self, func):
        if not callable(func) and not hasattr(func, '__get__'):
            raise TypeError(f'{func!r} is not callable or a descriptor')
        self.dispatcher = singledispatch(func)
        self.func = func

    def register(self, cls, method=None):
        return self.dispatcher.register(cls, func=method)

    def __get__(self, obj, cls=None):
        def _method(*args, **kwargs):
            method = self.dispatcher.dispatch(args[0].__class__)
            return method.__get__(obj, cls)(*args, **kwargs)

        _method.__isabstractmethod__ = self.__isabstractmethod__
        _method.register = self.register
        update_wrapper(_method, self.func)
        return _method

    @property
    def __isabstractmethod__(self):
        return getattr(self.func, '__isabstractmethod__', False)


class partialmethod:
    def __init__(self, func, /, *args, **keywords):
        if not callable(func) and not hasattr(func, '__get__'):
            raise TypeError(f'{func!r} is not callable or a descriptor')
        if isinstance(func, partialmethod):
            self.func = func.func
            self.args = func.args + args
            self.keywords = {**func.keywords, **keywords}
        else:
            self.func = func
            self.args = args
            self.keywords = keywords

    def __repr__(self):
        args = ', '.join(map(repr, self.args))
        keywords = ', '.join('{}={!r}'.format(k, v) for k, v in self.keywords.items())
        return f'{self.__class__.__module__}.{self.__class__.__qualname__}({self.func}, {args}, {keywords})'

    def _make_unbound_method(self):
        def _method(cls_or_self, /, *args, **keywords):
            keywords = {**self.keywords, **keywords}
            return self.func(cls_or_self, *self.args, *args, **keywords)

        _method.__isabstractmethod__ = self.__isabstractmethod__
        _method._partialmethod = self
        return _method

    def __get__(self, obj, cls=None):
        get = getattr(self.func, '__get__', None)
        result = None
        if get is not None:
            new_func = get(obj, cls)
            if new_func is not self.func:
                result = partial(new_func, *self.args, **self.keywords)
                try:
                    result.__self__ = new_func.__self__
                except AttributeError:
                    pass
        if result is None:
            result = self._make_unbound_method().__get__(obj, cls)
        return result

    @property
    def __isabstractmethod__(self):
        return getattr(self.func, '__isabstractmethod__', False)

    if RULE.classesTakeItems:
        __class_getitem__ = classmethod(type(list[int]))
`;

export const FUNCTOOLS_SOURCE = `${WRAPPERS}${ORDERING}${CACHES}${DISPATCH}`;
