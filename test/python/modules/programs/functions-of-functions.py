import functools, operator, contextlib, types, sys, io, os
from functools import singledispatch, singledispatchmethod, partialmethod, cached_property, lru_cache, total_ordering


def show(*attempts):
    for attempt in attempts:
        try:
            print(attempt())
        except Exception as error:
            print(type(error).__name__, error)


print(len.__module__, functools.reduce.__module__, operator.add.__module__, operator.itemgetter.__module__, functools.partial.__module__, [].append.__module__)
if hasattr(operator, 'call'):
    print(operator.call(max, 1, 2), operator.call(dict, a=1))


@singledispatch
def describe(value, more=None):
    return 'something'


@describe.register
def _(value: int, more=None):
    return 'int'


@describe.register(list)
def of_list(value, more=None):
    return 'list'


describe.register(str, lambda value, more=None: 'str')
print(describe(1), describe(True), describe([]), describe('a'), describe(2.5), describe.dispatch(bool) is describe.dispatch(int), sorted(cls.__name__ for cls in describe.registry), describe.__name__)
show(lambda: describe(), lambda: describe.registry[int] is None)


class Shower:
    @singledispatchmethod
    def show(self, value):
        return 'any'

    @show.register
    def _(self, value: int):
        return 'int'

    @show.register(str)
    @classmethod
    def _(cls, value):
        return cls.__name__

    def power(self, base, exponent=2):
        return base ** exponent

    square = partialmethod(power, exponent=2)
    cube = partialmethod(power, exponent=3)

    @cached_property
    def slow(self):
        """Slow doc."""
        print('computed')
        return [1]


s = Shower()
print(s.show(1), s.show('a'), s.show(2.5), s.square(3), s.cube(2), s.slow is s.slow, s.__dict__, Shower.slow.__doc__, type(Shower.slow).__name__, Shower.slow.attrname)
del s.slow
print(s.slow)
show(lambda: type('NoName', (), {'__slots__': (), 'x': cached_property(lambda self: 1)})().x)


@total_ordering
class Version:
    def __init__(self, n):
        self.n = n

    def __eq__(self, other):
        return self.n == other.n

    def __lt__(self, other):
        return self.n < other.n


print(Version(1) <= Version(2), Version(1) > Version(2), Version(2) >= Version(2), Version.__ge__.__name__)
show(lambda: total_ordering(type('None_', (), {})))


@lru_cache(maxsize=2, typed=True)
def cached(x, y=0):
    print('run', x, y)
    return x


cached(1), cached(1), cached(1.0), cached(2), cached(1)
print(cached.cache_info(), cached.cache_parameters() if hasattr(cached, 'cache_parameters') else '', cached.__wrapped__.__name__)
cached.cache_clear()
print(cached.cache_info())
print(sorted([3, 1, 2], key=functools.cmp_to_key(lambda a, b: b - a)), functools.WRAPPER_UPDATES)
out, err = io.StringIO(), io.StringIO()
with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
    print('captured')
    print('problem', file=sys.stderr)
print(repr(out.getvalue()), repr(err.getvalue()))
with contextlib.suppress(KeyError, IndexError):
    {}['a']
with contextlib.nullcontext(5) as five:
    print(five)


class Thing:
    def close(self):
        print('closed')

    def __enter__(self):
        print('enter')
        return 'entered'

    def __exit__(self, *details):
        print('exit', details[0].__name__ if details[0] else None)
        return details[0] is KeyError


with contextlib.closing(Thing()) as thing:
    print(type(thing).__name__)
with contextlib.ExitStack() as stack:
    print(stack.enter_context(Thing()))
    stack.callback(print, 'callback', 1)
    stack.push(lambda *details: print('pushed', details[0]))
    moved = stack.pop_all()
moved.close()
with contextlib.ExitStack() as stack:
    stack.enter_context(Thing())
    raise KeyError('gone')


@contextlib.contextmanager
def tagged(name):
    print('<', name)
    try:
        yield name
    finally:
        print('>', name)


with tagged('a') as a:
    print(a)


@tagged('deco')
def decorated():
    print('inside')


decorated()
decorated()
show(lambda: tagged('x').__enter__(), lambda: contextlib.ExitStack().enter_context(3))


class Context(contextlib.ContextDecorator):
    def __enter__(self):
        print('on')

    def __exit__(self, *details):
        print('off')


@Context()
def body():
    print('body')


body()
print(isinstance(Thing(), contextlib.AbstractContextManager), types.WrapperDescriptorType.__name__, types.MethodWrapperType.__name__, type(object().__str__) is types.MethodWrapperType)
space = types.SimpleNamespace(a=1, b='x')
space.c = [space]
print(space, space == types.SimpleNamespace(a=1, b='x'), vars(types.SimpleNamespace(q=2)), sys.getsizeof(space), type(space))
show(lambda: types.SimpleNamespace(1), lambda: space.missing, lambda: repr(types.SimpleNamespace()), lambda: types.SimpleNamespace(a=1) == types.SimpleNamespace(a=1), lambda: types.SimpleNamespace(a=1) < 3)
