import gc, functools
@functools.lru_cache(maxsize=None)
def add(a, b): return a + b
print(functools.reduce(add, [1, 2, 3])); gc.collect()
print(functools.reduce(add, [1, 2, 3, 4], 0), gc.get_count())
print(functools.reduce(lambda *a: a, [1, 2, 3], 0), gc.get_count())
kept = []
def f(*a):
    kept.append(a)
    return len(kept)
print(functools.reduce(f, 'abc', 'x'), kept, gc.get_count())
class T(tuple):
    def __new__(cls, *a): return tuple.__new__(cls, a)
print(functools.reduce(T, [1, 2, 3], 0), gc.get_count())
print(functools.reduce(min, [1, 2, 3], 0), gc.get_count())
print(repr(functools.reduce(ValueError, [1, 2, 3], 0)), gc.get_count())
print(functools.reduce(dict.fromkeys, [[1], 2], []), gc.get_count())
class C:
    def __call__(self, a, b): return [a, b]
print(functools.reduce(C(), [1, 2, 3], 0), gc.get_count())
try: functools.reduce(lambda a, b: a / b, [1, 0, 3])
except ZeroDivisionError as e: print(e)
print(gc.get_count())
def g():
    yield []
    raise KeyError('x')
try: functools.reduce(add, g())
except KeyError as e: print(e)
print(gc.get_count())
