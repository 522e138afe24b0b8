import array, collections, functools, gc, itertools, sys, types, weakref
bases = [object, int, float, str, bytes, bytearray, tuple, list, dict, set, frozenset, complex, property, staticmethod, classmethod, super, type, BaseException, ValueError, OSError, StopIteration, enumerate, zip, reversed,
         collections.OrderedDict, collections.defaultdict, collections.deque, collections.Counter, collections.UserDict, functools.partial, itertools.chain, array.array, types.ModuleType, types.SimpleNamespace, weakref.ref]
if sys.version_info >= (3, 11): bases += [BaseExceptionGroup, ExceptionGroup]
for base in bases:
    for space in {}, {'__slots__': ()}, {'__slots__': ('__dict__',)}, {'__slots__': ('__weakref__', 'x')}:
        try: made = type(base)('Made', (base,), dict(space))
        except TypeError as e: print(base.__name__, e); continue
        print(base.__name__, [name for name in made.__dict__ if name in ('__dict__', '__weakref__')], made.__dictoffset__ == base.__dictoffset__, made.__weakrefoffset__ == base.__weakrefoffset__)
if sys.version_info < (3, 11): sys.exit()
class A(ExceptionGroup): pass
class B(BaseExceptionGroup): pass
class C(A): __slots__ = ('x',)
for t in (BaseExceptionGroup, ExceptionGroup, A, B, C):
    o = t('m', [ValueError(1)])
    print(t.__name__, t.__dictoffset__, t.__weakrefoffset__, t.__basicsize__, sys.getsizeof(o), o.__sizeof__(), len(gc.get_referents(o)), sys.getsizeof(t))
    try: w = weakref.ref(o); print(weakref.getweakrefcount(o))
    except TypeError as e: print(e)
    o.x = 1; print(sys.getsizeof(o))
n = sys.getrefcount(ExceptionGroup); e = ExceptionGroup('m', [ValueError()]); print(sys.getrefcount(ExceptionGroup) - n)
