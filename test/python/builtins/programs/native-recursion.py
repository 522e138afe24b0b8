import sys, functools
sys.setrecursionlimit(100)
def nest(k):
    x=[]
    for i in range(k): x=[x]
    return x
def p0(k): return 0 if k==0 else p0(k-1)
def d(t): return 1+max((d(c) for c in t), default=0)
def d2(t): return 1+max(map(d2, t), default=0)
def d3(t): return 1+sum(d3(c) for c in t)
def d4(t): return 1+max([d4(c) for c in t], default=0)
def d6(t): return sorted(t, key=lambda c: d6(c)) and 1
def d7(t): return 1 if not t else 1+d7(t[0])
def d8(t):
    for c in t: yield from d8(c)
    yield 1
def d9(t): return list(d9(c) for c in t)
def d10(t): return any(d10(c) for c in t)
def d11(t): return list(filter(d11, t))
def d12(t): return functools.reduce(lambda a, c: a + d12(c), t, 1)
def d13(t): return tuple(d13(c) for c in t)
def d14(t): return {i: d14(c) for i, c in enumerate(t)}
def d15(t): return ','.join(d15(c) for c in t)
def d16(t): return str(t)
def d17(t): return list(d8(t))
class N:
    def __init__(s, n): s.n=n
class R(N):
    def __repr__(s): return f"{s.n!r}"
class S(N):
    def __str__(s): return str(s.n)
class S2(N):
    def __str__(s): return "a%s" % s.n
class S3(N):
    def __str__(s): return "a{}".format(s.n)
class R2(N):
    def __repr__(s): return "a" + repr(s.n)
class E(N):
    def __eq__(s, o): return s.n==o.n
class H(N):
    def __hash__(s): return hash(s.n)
class L(N):
    def __len__(s): return 1 + len(s.n) if s.n else 0
class L2(N):
    def __len__(s): return 1 + len(s.n) if s.n is not None else 0
class I(N):
    def __iter__(s):
        yield s
        if s.n is not None: yield from s.n
class A(N):
    def __add__(s, o): return 1 if s.n is None else s.n + o
class C(N):
    def __call__(s): return 1 if s.n is None else s.n()
class G(N):
    def __getattr__(s, name): return 1 if s.n is None else getattr(s.n, name)
class G2(N):
    def __getattr__(s, name): return 1 if s.n is None else s.n.foo
class It(N):
    def __getitem__(s, k): return 1 if s.n is None else s.n[k]
class Co(N):
    def __contains__(s, k): return s.n is not None and k in s.n
class B(N):
    def __bool__(s): return s.n is not None and bool(s.n)
class B2(N):
    def __bool__(s): return s.n is not None and not s.n
class P(N):
    @property
    def v(s): return 1 if s.n is None else s.n.v
class Ini:
    def __init__(s, k): s.n = Ini(k-1) if k else None
class Lt(N):
    def __lt__(s, o): return s.n is not None and s.n < o.n
@functools.lru_cache(None)
def fib(n): return n if n<2 else fib(n-1)+fib(n-2)
class Ctx(N):
    def __enter__(s):
        if s.n:
            with s.n: pass
    def __exit__(s, *a): pass
def ch(cls, k):
    x=None
    for i in range(k): x=cls(x)
    return x
def f_fib(k): fib.cache_clear(); return fib(k)
def dec(f):
    def w(*a): return f(*a)
    return w
@dec
def dd(k): return 0 if k==0 else dd(k-1)
def star(k, *a, **kw): return 0 if k==0 else star(*(k-1,), **kw)
shapes = [(n, (lambda fn: lambda k: fn(nest(k)))(fn)) for n, fn in list(globals().items()) if n[0]=='d' and n[1:].isdigit()]
shapes += [('d', lambda k: d(nest(k))), ('p0', p0), ('fib', f_fib), ('dd', dd), ('star', star), ('Ini', Ini)]
def mk(cls, op): return lambda k: op(ch(cls,k), ch(cls,k))
for cls, op in [(R, lambda a,b: repr(a)), (S, lambda a,b: str(a)), (S2, lambda a,b: str(a)), (S3, lambda a,b: str(a)),(R2, lambda a,b: repr(a)), (E, lambda a,b: a==b), (H, lambda a,b: hash(a)), (L, lambda a,b: len(a)), (L2, lambda a,b: len(a)), (I, lambda a,b: list(a)), (A, lambda a,b: a+1), (C, lambda a,b: a()), (G, lambda a,b: a.foo), (G2, lambda a,b: a.foo), (It, lambda a,b: a[0]), (Co, lambda a,b: 1 in a), (B, lambda a,b: bool(a)), (B2, lambda a,b: bool(a)),(P, lambda a,b: a.v), (Lt, lambda a,b: a<b), (Ctx, lambda a,b: a.__enter__())]:
    shapes.append((cls.__name__, mk(cls, op)))
def pad(n, f, k): return f(k) if n==0 else pad(n-1, f, k)
for name, f in shapes:
    if name in ('L', 'L2', 'S', 'S2', 'S3', 'd16', 'Ini'): continue
    out=[]
    for n in range(4):
        msg=''
        lo, hi = 0, 120
        while lo < hi:
            m=(lo+hi+1)//2
            try: pad(n, f, m)
            except RecursionError as e: hi=m-1; msg=str(e)
            else: lo=m
        out.append((lo,msg.replace('maximum recursion depth exceeded','')))
    print(name, *out[1:])
