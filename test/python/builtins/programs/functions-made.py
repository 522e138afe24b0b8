import types, sys
def f(x, y=2, *, z=3):
    "doc"
    return x + y
def outer():
    n = 7
    def inner(): return n
    return inner
g = types.FunctionType(f.__code__, globals())
print(g(1, 5, z=1), g.__kwdefaults__ is None, g.__defaults__, g.__kwdefaults__, g.__name__, g.__qualname__, g.__doc__, g.__module__, g.__dict__, g.__closure__, g.__annotations__)
h = types.FunctionType(f.__code__, {'__name__': 'other'}, 'named', (10, 20), None)
print(h(1, z=1), h.__defaults__, h.__name__, h.__qualname__, h.__module__)
k = types.FunctionType(f.__code__, {}, argdefs=(4,), name='kk')
print(k(1, z=0), k.__name__, k.__module__)
i = outer()
c = types.FunctionType(i.__code__, globals(), 'copy', None, i.__closure__)
print(c(), sys.getrefcount(i.__closure__), c.__closure__ is i.__closure__)
c2 = types.FunctionType(i.__code__, globals(), closure=(types.CellType(9),))
print(c2())
def t(*a, **kw):
    try: print(types.FunctionType(*a, **kw))
    except Exception as e: print(type(e).__name__, e)
t(); t(1); t(f.__code__); t(f.__code__, 1); t(1, {}); t(f.__code__, {}, 1); t(f.__code__, {}, None, 1); t(f.__code__, {}, None, None, 1); t(f.__code__, {}, None, None, (types.CellType(1),))
t(i.__code__, {}); t(i.__code__, {}, None, None, ()); t(i.__code__, {}, None, None, (1,)); t(i.__code__, {}, None, None, [1]); t(f.__code__, {}, foo=1)
for args in ((), (1,), (1, 2)):
    try:
        cell = types.CellType(*args); print(cell.cell_contents)
    except Exception as e: print(type(e).__name__, e)
try: types.CellType(x=1)
except TypeError as e: print(e)
class F: pass
try:
    class FF(types.FunctionType): pass
except TypeError as e: print(e)
