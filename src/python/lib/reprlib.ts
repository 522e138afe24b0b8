/** reprlib: reprs of a limited size, and the guard of those that contain themselves. */
export const REPRLIB_SOURCE = `
import builtins
from itertools import islice
from _thread import get_ident


def recursive_repr(fillvalue='...'):
    def decorating_function(user_function):
        running = set()  # 13

        def wrapper(self):  # 15
            shown = id(self), get_ident()
            if shown in running:
                return fillvalue
            running.add(shown)
            try:
                return user_function(self)  # 21
            finally:
                running.discard(shown)

        for name in ('__module__', '__doc__', '__name__', '__qualname__'):
            setattr(wrapper, name, getattr(user_function, name))
        wrapper.__annotations__ = getattr(user_function, '__annotations__', {})  # 31
        if RULE.wrappersTakeTypeParameters:
            wrapper.__wrapped__, wrapper.__type_params__ = user_function, getattr(user_function, '__type_params__', ())
        return wrapper

    return decorating_function


_LIMITS = {'maxlevel': 6, 'maxdict': 4, 'maxlist': 6, 'maxtuple': 6, 'maxset': 6, 'maxfrozenset': 6, 'maxdeque': 6,
           'maxarray': 5, 'maxlong': 40, 'maxstring': 30, 'maxother': 30, 'fillvalue': '...', 'indent': None}


class Repr:
    def __init__(self, **limits):
        for name, value in _LIMITS.items():
            setattr(self, name, limits.pop(name, value))
        if limits:
            raise TypeError(f"Repr.__init__() got an unexpected keyword argument {next(iter(limits))!r}")

    def repr(self, x):
        return self.repr1(x, self.maxlevel)  # 59

    def repr1(self, x, level):
        name = type(x).__name__.replace(' ', '_')
        method = getattr(self, 'repr_' + name, None)
        return self.repr_instance(x, level) if method is None else method(x, level)  # 67

    def _repr_iterable(self, x, level, left, right, maxiter, trail=''):
        size = len(x)
        if size and level <= 0:
            return left + self.fillvalue + right
        shown = [self.repr1(one, level - 1) for one in islice(x, maxiter)]  # 98
        if maxiter < size:
            shown.append(self.fillvalue)
        return left + ', '.join(shown) + (trail + right if trail and size == 1 else right)  # 104

    def repr_tuple(self, x, level):
        return self._repr_iterable(x, level, '(', ')', self.maxtuple, ',')  # 107

    def repr_list(self, x, level):
        return self._repr_iterable(x, level, '[', ']', self.maxlist)  # 110

    def repr_array(self, x, level):
        if not x:
            return "array('%s')" % x.typecode
        return self._repr_iterable(x, level, "array('%s', [" % x.typecode, '])', self.maxarray)

    def repr_set(self, x, level):
        return self._repr_iterable(_sorted(x), level, '{', '}', self.maxset) if x else 'set()'  # 122

    def repr_frozenset(self, x, level):
        if not x:
            return 'frozenset()'
        return self._repr_iterable(_sorted(x), level, 'frozenset({', '})', self.maxfrozenset)  # 128

    def repr_deque(self, x, level):
        return self._repr_iterable(x, level, 'deque([', '])', self.maxdeque)  # 132

    def repr_dict(self, x, level):
        size = len(x)
        if not size:
            return '{}'
        if level <= 0:
            return '{' + self.fillvalue + '}'
        shown = []
        for name in islice(_sorted(x), self.maxdict):
            shown.append(self.repr1(name, level - 1) + ': ' + self.repr1(x[name], level - 1))  # 145
        if self.maxdict < size:
            shown.append(self.fillvalue)
        return '{' + ', '.join(shown) + '}'  # 150

    def _shortened(self, text, limit):
        if len(text) <= limit:
            return text
        first = max((limit - 3) // 2, 0)
        last = max(limit - 3 - first, 0)
        return text[:first] + self.fillvalue + text[len(text) - last:]

    def repr_str(self, x, level):
        text = builtins.repr(x[:self.maxstring])
        if len(text) <= self.maxstring:
            return text
        first = max((self.maxstring - 3) // 2, 0)
        last = max(self.maxstring - 3 - first, 0)
        text = builtins.repr(x[:first] + x[len(x) - last:])
        return text[:first] + self.fillvalue + text[len(text) - last:]  # 158

    def repr_int(self, x, level):
        return self._shortened(builtins.repr(x), self.maxlong)

    def repr_instance(self, x, level):
        try:
            text = builtins.repr(x)
        except Exception:
            return f'<{x.__class__.__name__} instance at {id(x):#x}>'
        return self._shortened(text, self.maxother)


def _sorted(x):
    try:
        return sorted(x)
    except Exception:
        return list(x)


aRepr = Repr()
repr = aRepr.repr
`;
