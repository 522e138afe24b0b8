# Type parameters and type aliases (PEP 695): scopes, lazy values, classes; before 3.12, where the syntax ends.
SOURCE = r"""
import gc, sys
def f[T](x: T) -> T: return x
print(f(3), f.__type_params__, f.__annotations__, sys.getrefcount(f.__type_params__[0]), f.__type_params__[0].__module__)
def g[T: int, *Ts, **P](a, b=1, *, k=2): return a, b, k
print(g.__type_params__, g(5), g.__defaults__, g.__kwdefaults__, g.__qualname__)
T, Ts, P = g.__type_params__
print(T.__bound__, T.__constraints__, T.__infer_variance__, T.__covariant__, repr(T), T.__name__, P.args, list(Ts))
class C[T](dict):
    'doc'
    x: T
    def m(self, y: T) -> 'C[T]':
        return T
    def s(self): return super().__repr__(), __class__
print(C, C.__type_params__, C.__orig_bases__, C.__parameters__, C.__mro__, C[int], C[int](), C().m(1), C().s(), C.__annotations__, C.__doc__)
class D[A, *B, **Q](C[A]): pass
print(D.__orig_bases__, D.__parameters__, D[int, str, bool, [int, str]])
type X[T] = list[T] | None
print(X, X.__value__, X.__type_params__, X[int], X[int].__args__, X[int].__origin__, X.__parameters__, X.__module__)
type Y = Later
try: Y.__value__
except NameError as e: print(e)
Later = 5
print(Y.__value__, Y | None, int | Y)
class K:
    A = int
    def m[U: A](self, v: A, w: U) -> list[A]: return A
    type Z = A
    class E[V: A]: 
        B = V
    def d[W](self, a=A): return a, W
    @staticmethod
    def st[W](a: W): return W
print(K.m.__type_params__[0].__bound__, K.m.__annotations__, K.Z.__value__, K.E.__type_params__[0].__bound__, K.E.B, K().d(), K.st(1), K.__dict__.keys(), K.m.__qualname__, K.E.__qualname__, K.E.__type_params__)
K.A = str
print(K.Z.__value__, K.m.__type_params__[0].__bound__)
def outer():
    z = 1
    def inner[T: (int, z)](q: z = z): return T, z
    class L[R](list): 
        def m[S](self): return R, S, z
    type M[N: int] = dict[N, z]
    return inner, L, M
i, L, M = outer()
print(i(), i.__type_params__[0].__constraints__, i.__annotations__, L().m(), M.__value__, M.__type_params__[0].__bound__, i.__qualname__, L.__qualname__, L.__mro__)
def deco(x):
    def d(o): print('deco', x, o.__name__); return o
    return d
@deco(1)
@deco(2)
def dd[T](): pass
@deco(3)
class DD[T]: pass
async def co[T](x: T): return T
c = co(1)
try: c.send(None)
except StopIteration as e: print(e.value)
def gen[T](): yield T
print(next(gen()))
def hard[T: [x for x in (1, 2)]](): pass
print(hard.__type_params__[0].__bound__)
try:
    def bad[T: 1/0](): pass
    print(bad.__type_params__[0].__bound__)
except ZeroDivisionError as e: print(e)
import typing
print(typing.get_type_hints(f), typing.get_type_hints(K.m), typing.get_origin(C[int]), typing.get_args(C[int]), typing.get_type_hints(C))
class Pr[T](typing.Protocol):
    def p(self) -> T: ...
print(Pr.__mro__, Pr.__parameters__, Pr[int])
try:
    class Bad[T](typing.Generic[T]): pass
except TypeError as e: print(e)
try: C[int, str]
except TypeError as e: print(e)
class N[T](typing.NamedTuple):
    a: T
print(N(1), N.__orig_bases__[1], N[int])
class TD[T](typing.TypedDict):
    a: T
print(TD(a=1), TD.__parameters__, TD.__orig_bases__[1])
import dataclasses
@dataclasses.dataclass
class DC[T]:
    v: T
    w: int = 2
print(DC(1), DC[int](4), DC.__type_params__)
print([t.__type_params__ for t in (int, f, K)])
f.__type_params__ = (T,)
print(f.__type_params__)
try: f.__type_params__ = 1
except TypeError as e: print(e)
try: del f.__type_params__
except TypeError as e: print(e)
import functools, copy
@functools.wraps(g)
def wr(): pass
print(wr.__type_params__, copy.copy(T) is T, copy.deepcopy([T])[0] is T)
class Meta(type):
    def __new__(m, n, b, d, **k): print(n, b, sorted(d), k); return super().__new__(m, n, b, d)
    @classmethod
    def __prepare__(m, n, b, **k): print('prep', n, b); return {}
class MM[T](metaclass=Meta, q=1):
    def z[U](self): pass
lam = lambda: f[int]
try: lam()
except TypeError as e: print(e)
def rec[T](n): return n if n == 0 else rec(n - 1)
print(rec(5))
exec('def ex[T](x: T): return T\nprint(ex(1), ex.__module__)')
def with_all[T](a: T, /, b: T, *c: T, d: T = 1, **e: T) -> T: pass
print(with_all.__annotations__)
class Outer:
    class Inner[T]:
        def __private[U](self): return U
        def call(self): return self.__private()
print(Outer.Inner().call(), Outer.Inner.__qualname__)
"""
try:
    code = compile(SOURCE, 'generic.py', 'exec')
except SyntaxError as error:
    print(error.msg, error.lineno, error.offset, error.text)
else:
    exec(code)
