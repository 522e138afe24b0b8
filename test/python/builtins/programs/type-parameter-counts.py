# What type parameters do to the heap: counters, references, sizes, and what a collection finds.
SOURCE = r"""
import gc, sys, typing
gc.disable()
class A[T]: pass
def count(f):
    f(); f(); gc.collect()
    a = gc.get_count()[0]; x = f(); b = gc.get_count()[0]
    return b - a
def f1():
    def f[T](x: T) -> T: return x
    return f
def f2():
    def f[T: int, *Ts, **P](x: T, y=1, *, z=2) -> T: return x
    return f
def f3():
    class C[T]: pass
    return C
def f4():
    type X[T] = int
    return X
def f5():
    type X = int
    return X
def f6():
    class C[T](A[T]):
        a = 1
        def m[U](self): return T
    return C
def f7():
    return f2().__type_params__[0].__bound__
for f in (f1, f2, f3, f4, f5, f6, f7): print(f.__name__, count(f))
x = f2()
T, Ts, P = x.__type_params__
print([sys.getrefcount(v) for v in (T, Ts, P, x, x.__type_params__)], [sys.getsizeof(v) for v in (T, Ts, P, f5(), x)])
print([[type(o).__name__ for o in gc.get_referents(v)] for v in (T, Ts, P, f5(), f4())])
print([type(o).__name__ for o in gc.get_referents(x)])
c = f3()
print(sys.getrefcount(c), sys.getrefcount(c.__type_params__[0]), [type(o).__name__ for o in gc.get_referrers(c.__type_params__[0])])
c6 = f6()
print(sys.getrefcount(c6), sys.getrefcount(c6.__type_params__[0]), c6.m.__closure__, list(c6.__dict__)) if 0 else print(sys.getrefcount(c6), sys.getrefcount(c6.__type_params__[0]), list(c6.__dict__))
T.__bound__
print(sys.getrefcount(T), [type(o).__name__ for o in gc.get_referents(T)])
del x, T, Ts, P, c, c6
print(gc.collect())
import weakref
def w():
    def f[T](): pass
    return weakref.ref(f), weakref.ref(f.__type_params__[0])
print([r() for r in w()])
f3(); print(gc.collect()); f6(); print(gc.collect())
type Rec = list[Rec]
print(Rec.__value__); del Rec; print(gc.collect())
"""
try:
    code = compile(SOURCE, 'generic.py', 'exec')
except SyntaxError as error:
    print(error.msg, error.lineno, error.offset, error.text)
else:
    exec(code)
