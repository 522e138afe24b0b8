import sys, builtins


def show(*attempts):
    for attempt in attempts:
        try:
            print(attempt())
        except BaseException as error:
            print(type(error).__name__, error)


print(exit, quit, type(exit).__name__, type(exit).__module__)
show(lambda: exit(), lambda: quit(3), lambda: exit('bye'), lambda: sys.exit((1, 2)))
print([cls.__mro__[1].__name__ for cls in (BrokenPipeError, ConnectionAbortedError, ConnectionRefusedError, ConnectionResetError, BlockingIOError, TimeoutError)])
show(lambda: OSError(32, 'x').__class__, lambda: OSError(103, 'x').__class__, lambda: OSError(111, 'x').__class__, lambda: OSError(104, 'x').__class__)
module = __import__('math')
print(module.__name__, __import__('os.path').__name__, __import__('collections.abc', fromlist=['Set']).__name__)
show(lambda: __import__('nothing_here'), lambda: __import__(3))
try:
    import nothing_here
except ImportError as error:
    print(error.msg, error.name, error.path, error.args)
error = ImportError('text', name='n', path='p')
print(error.msg, error.name, error.path, repr(error))
show(lambda: ImportError('a', 'b').msg, lambda: ImportError(x=1))


class Listing:
    def __dir__(self):
        return ['b', 'a', 'c']


class Bad:
    def __dir__(self):
        return 3


print(dir(Listing()), Listing().__dir__())
show(lambda: dir(Bad()))
print([name for name in dir(object()) if name in ('__dict__', '__dir__', '__doc__', '__reduce__', '__lt__')])
print([name for name in dir(3) if not name.startswith('_')])
print('__dict__' in dir(Listing), '__dict__' in dir(Listing()), '__dict__' in dir([]), '__dict__' in dir(len))
print(object().__dir__()[:0], sorted(object().__dir__()) == dir(object()), type(object.__dir__).__name__)
generator = (i for i in range(2))
if hasattr(generator, 'gi_suspended'):
    print(generator.gi_suspended, next(generator), generator.gi_suspended, list(generator), generator.gi_suspended)
table = {'a': 1}
if hasattr(table.keys(), 'mapping'):
    print(table.keys().mapping, table.items().mapping == table, type(table.values().mapping), sys.getrefcount(table))
