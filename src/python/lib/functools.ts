/** The Python part of functools. */
export const FUNCTOOLS_SOURCE = `
WRAPPER_ASSIGNMENTS = ('__module__', '__name__', '__qualname__', '__doc__')
WRAPPER_UPDATES = ('__dict__',)
_missing = object()


def reduce(function, sequence, initial=_missing, /):
    it = iter(sequence)
    if initial is _missing:
        try:
            value = next(it)
        except StopIteration:
            raise TypeError("reduce() of empty iterable with no initial value") from None
    else:
        value = initial
    for element in it:
        value = function(value, element)
    return value


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


class partial:
    def __new__(cls, func, /, *args, **keywords):
        if not callable(func):
            raise TypeError("the first argument must be callable")
        self = super().__new__(cls)
        if isinstance(func, partial):
            args = func.args + args
            keywords = {**func.keywords, **keywords}
            func = func.func
        self.func = func
        self.args = args
        self.keywords = keywords
        return self

    def __call__(self, /, *args, **keywords):
        return self.func(*self.args, *args, **{**self.keywords, **keywords})

    def __repr__(self):
        parts = [repr(self.func)]
        parts.extend(repr(x) for x in self.args)
        parts.extend(f"{k}={v!r}" for (k, v) in self.keywords.items())
        return "functools.partial(" + ", ".join(parts) + ")"


def wraps(wrapped, assigned=WRAPPER_ASSIGNMENTS, updated=WRAPPER_UPDATES):
    return partial(update_wrapper, wrapped=wrapped, assigned=assigned, updated=updated)


class _CacheInfo(tuple):
    _fields = ('hits', 'misses', 'maxsize', 'currsize')
    hits = property(lambda self: self[0])
    misses = property(lambda self: self[1])
    maxsize = property(lambda self: self[2])
    currsize = property(lambda self: self[3])

    def __repr__(self):
        return "CacheInfo(hits=%r, misses=%r, maxsize=%r, currsize=%r)" % tuple(self)


def lru_cache(maxsize=128, typed=False):
    if callable(maxsize) and isinstance(typed, bool):
        function, maxsize = maxsize, 128
        return update_wrapper(_cached(function, maxsize, typed), function)
    if isinstance(maxsize, int):
        maxsize = max(maxsize, 0)
    elif maxsize is not None:
        raise TypeError('Expected first argument to be an integer, a callable, or None')

    def decorating_function(function):
        return update_wrapper(_cached(function, maxsize, typed), function)
    return decorating_function


def _cached(function, maxsize, typed):
    store = {}
    hits = misses = 0

    def key_of(args, kwds):
        if not kwds and not typed:
            if len(args) == 1 and type(args[0]) in (int, str):
                return args[0]
            return args
        key = args
        if kwds:
            key += (_missing,)
            for item in kwds.items():
                key += item
        if typed:
            key += tuple(type(v) for v in args)
            key += tuple(type(v) for v in kwds.values())
        return key

    def wrapper(*args, **kwds):
        nonlocal hits, misses
        if maxsize == 0:
            misses += 1
            return function(*args, **kwds)
        key = key_of(args, kwds)
        result = store.get(key, _missing)
        if result is not _missing:
            hits += 1
            if maxsize is not None:
                del store[key]
                store[key] = result
            return result
        misses += 1
        result = function(*args, **kwds)
        if maxsize is not None and key not in store and len(store) >= maxsize:
            del store[next(iter(store))]
        store[key] = result
        return result

    def cache_info():
        return _CacheInfo((hits, misses, maxsize, len(store)))

    def cache_clear():
        nonlocal hits, misses
        store.clear()
        hits = misses = 0

    wrapper.cache_info = cache_info
    wrapper.cache_clear = cache_clear
    wrapper.cache_parameters = lambda: {'maxsize': maxsize, 'typed': typed}
    return wrapper


def cache(user_function, /):
    return lru_cache(maxsize=None)(user_function)


def cmp_to_key(mycmp):
    class K:
        __slots__ = ['obj']
        __hash__ = None

        def __init__(self, obj):
            self.obj = obj

        def __lt__(self, other):
            return mycmp(self.obj, other.obj) < 0

        def __gt__(self, other):
            return mycmp(self.obj, other.obj) > 0

        def __eq__(self, other):
            return mycmp(self.obj, other.obj) == 0

        def __le__(self, other):
            return mycmp(self.obj, other.obj) <= 0

        def __ge__(self, other):
            return mycmp(self.obj, other.obj) >= 0
    return K


class cached_property:
    def __init__(self, func):
        self.func = func
        self.attrname = None
        self.__doc__ = func.__doc__

    def __set_name__(self, owner, name):
        if self.attrname is None:
            self.attrname = name

    def __get__(self, instance, owner=None):
        if instance is None:
            return self
        store = instance.__dict__
        value = store.get(self.attrname, _missing)
        if value is _missing:
            value = self.func(instance)
            store[self.attrname] = value
        return value


def _not(operation):
    def method(self, other):
        result = operation(self, other)
        return result if result is NotImplemented else not result
    return method


def _or_equal(operation, negated):
    def method(self, other):
        result = operation(self, other)
        if result is NotImplemented:
            return result
        return (not result or self == other) if negated else (result or self == other)
    return method


def _and_not_equal(operation, negated):
    def method(self, other):
        result = operation(self, other)
        if result is NotImplemented:
            return result
        return (not result and self != other) if negated else (result and self != other)
    return method


def total_ordering(cls):
    roots = [op for op in ('__lt__', '__gt__', '__le__', '__ge__') if _own(cls, op, _missing) is not _missing]
    if not roots:
        raise ValueError('must define at least one ordering operation: < > <= >=')
    root = roots[0]
    operation = getattr(cls, root)
    if root == '__lt__':
        made = {'__gt__': _and_not_equal(operation, True), '__le__': _or_equal(operation, False), '__ge__': _not(operation)}
    elif root == '__le__':
        made = {'__ge__': _or_equal(operation, True), '__lt__': _and_not_equal(operation, False), '__gt__': _not(operation)}
    elif root == '__gt__':
        made = {'__lt__': _and_not_equal(operation, True), '__ge__': _or_equal(operation, False), '__le__': _not(operation)}
    else:
        made = {'__le__': _or_equal(operation, True), '__gt__': _and_not_equal(operation, False), '__lt__': _not(operation)}
    for name, method in made.items():
        if _own(cls, name, _missing) is _missing:
            method.__name__ = name
            setattr(cls, name, method)
    return cls


def singledispatch(func):
    registry = {object: func}

    def dispatch(cls):
        for one in cls.__mro__:
            if one in registry:
                return registry[one]
        return registry[object]

    def register(cls, func=None):
        if func is None:
            return lambda f: register(cls, f)
        registry[cls] = func
        return func

    def wrapper(*args, **kw):
        if not args:
            raise TypeError(f'{func.__name__} requires at least 1 positional argument')
        return dispatch(args[0].__class__)(*args, **kw)

    wrapper.register = register
    wrapper.dispatch = dispatch
    wrapper.registry = registry
    return update_wrapper(wrapper, func)
`;
