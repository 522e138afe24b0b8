/** copy: shallow and deep copies; what has been copied is remembered by identity. */
export const COPY_SOURCE = `
class Error(Exception):
    pass


error = Error
_atomic = (type(None), int, float, bool, complex, str, bytes, type, range, type(Ellipsis), type(NotImplemented), type(lambda: 0), type(len))


def _is_atomic(x):
    return type(x) in _atomic or isinstance(x, type)


def copy(x):
    cls = type(x)
    if _is_atomic(x) or cls is tuple or cls is frozenset:
        return x
    if cls in (list, dict, set, bytearray):
        return x.copy()
    copier = getattr(cls, "__copy__", None)
    if copier is not None:
        return copier(x)
    return _rebuild(x, None)


def deepcopy(x, memo=None, _nil=[]):
    if memo is None:
        memo = {}
    d = id(x)
    y = memo.get(d, _nil)
    if y is not _nil:
        return y
    cls = type(x)
    if _is_atomic(x):
        return x
    if cls is list:
        y = _deepcopy_list(x, memo)
    elif cls is dict:
        y = _deepcopy_dict(x, memo)
    elif cls is tuple:
        y = _deepcopy_tuple(x, memo)
    else:
        copier = getattr(x, "__deepcopy__", None)
        y = copier(memo) if copier is not None else _rebuild(x, memo)
    if y is not x:
        memo[d] = y
        _keep_alive(x, memo)
    return y


def _deepcopy_list(x, memo):
    y = []
    memo[id(x)] = y
    append = y.append
    for a in x:
        append(deepcopy(a, memo))
    return y


def _deepcopy_tuple(x, memo):
    y = [deepcopy(a, memo) for a in x]
    try:
        return memo[id(x)]
    except KeyError:
        pass
    for k, j in zip(x, y):
        if k is not j:
            return tuple(y)
    return x


def _deepcopy_dict(x, memo):
    y = {}
    memo[id(x)] = y
    for key, value in x.items():
        y[deepcopy(key, memo)] = deepcopy(value, memo)
    return y


def _keep_alive(x, memo):
    try:
        memo[id(memo)].append(x)
    except KeyError:
        memo[id(memo)] = [x]


def _inner(value, memo):
    return value if memo is None else deepcopy(value, memo)


def _natives(cls):
    return [one.__module__ + '.' + one.__name__ for one in cls.__mro__]


def _rebuild(x, memo):
    cls = type(x)
    natives = _natives(cls)
    if isinstance(x, (set, frozenset)):
        y = cls([_inner(one, memo) for one in x])
    elif isinstance(x, tuple):
        y = cls.__new__(cls, *[_inner(one, memo) for one in x]) if hasattr(cls, '_fields') else cls([_inner(one, memo) for one in x])
    elif isinstance(x, BaseException):
        y = cls(*[_inner(one, memo) for one in x.args])
    elif 'collections.defaultdict' in natives:
        y = cls(_inner(x.default_factory, memo))
    elif isinstance(x, (list, dict)):
        y = cls.__new__(cls)
    elif 'collections.deque' in natives:
        y = cls() if x.maxlen is None else cls((), x.maxlen)
    elif 'functools.partial' in natives:
        args, keywords = _inner(x.args, memo), _inner(x.keywords, memo)
        y = cls(_inner(x.func, memo), *args, **keywords)
    else:
        y = object.__new__(cls)
    if memo is not None:
        memo[id(x)] = y
    if isinstance(x, list) or 'collections.deque' in natives:
        for one in x:
            y.append(_inner(one, memo))
    elif isinstance(x, dict):
        for key, value in x.items():
            y[_inner(key, memo)] = _inner(value, memo)
    state = getattr(x, '__dict__', None)
    if state:
        if hasattr(y, '__setstate__'):
            y.__setstate__(_inner(state, memo))
        else:
            y.__dict__.update(_inner(state, memo))
    for one in cls.__mro__:
        slots = _own(one, '__slots__', ())
        for name in (slots,) if isinstance(slots, str) else slots:
            if name not in ('__dict__', '__weakref__') and hasattr(x, name):
                setattr(y, name, _inner(getattr(x, name), memo))
    return y


def replace(obj, /, **changes):
    return obj.__replace__(**changes)
`;
