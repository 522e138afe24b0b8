import gc
gc.collect()
print(gc.get_count())
try:
    class Bad(int):
        __slots__ = ['a']
except Exception as exc:
    print(type(exc).__name__, exc)
print(gc.get_count(), gc.collect())
try:
    class Bad:
        __slots__ = 'a'
        a = 1
except Exception as exc:
    print(type(exc).__name__, exc)
print(gc.get_count(), gc.collect())
class Good:
    __slots__ = 'a'
print(gc.get_count(), gc.collect())
class Good2:
    __slots__ = ['a', 'b']
print(gc.get_count(), gc.collect())
class Good3(Good, Good2.__base__):
    __slots__ = ('x', 'y')
print(gc.get_count(), gc.collect())
try:
    class Bad(object, Good): __slots__ = ()
except Exception as exc:
    print(type(exc).__name__, exc)
print(gc.get_count(), gc.collect())
try:
    class Bad(Good, Good3): __slots__ = ('z',)
except Exception as exc:
    print(type(exc).__name__, exc)
print(gc.get_count(), gc.collect())
try:
    class Bad(Good, Good3): pass
except Exception as exc:
    print(type(exc).__name__, exc)
print(gc.get_count(), gc.collect())
print([o for o in gc.get_objects() if isinstance(o, type) and o.__name__ == 'Bad'])
def f0(a, /, b, *, c=None) -> int:
    pass
try:
        f0(a=list(range(7)), b='a')
except Exception as exc:
    print(type(exc).__name__, exc)
print(gc.get_count())
C2 = type("C2", (dict,), {"__slots__": ()})
print(gc.get_count())
try:
    class Bad(object, C2): pass
except Exception as exc:
    print(type(exc).__name__, exc)
print(gc.get_count(), gc.collect())
