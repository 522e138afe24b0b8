def f(a, b=1, *, c=2): 
    "doc"
    return a, b, c
for n in ("__defaults__", "__kwdefaults__", "__doc__", "__name__", "__qualname__", "__module__", "__annotations__", "__dict__", "__code__", "__closure__", "__globals__"):
    try:
        delattr(f, n)
        print(n, "deleted", repr(getattr(f, n, "gone")))
    except Exception as e: print(n, type(e).__name__, e)
def f(a, b=1, *, c=2): 
    "doc"
    return a, b, c
for n in ("__defaults__", "__kwdefaults__", "__doc__", "__name__", "__qualname__", "__module__", "__annotations__", "__dict__", "__code__", "__closure__", "__globals__"):
  for v in (None, 5, (7,), {"c": 9}, "s"):
    try:
        setattr(f, n, v)
        print(n, v, repr(getattr(f, n, "gone"))[:9])
    except Exception as e: print(n, v, type(e).__name__, e)
def g(a): return a + 1
def h(a, b=5): return a * b
g.__code__ = h.__code__
g.__defaults__ = (3,)
print(g(2), g.__name__)
def mk():
    x = 1
    def i(): return x
    return i
try: g.__code__ = mk().__code__
except ValueError as e: print(e)
