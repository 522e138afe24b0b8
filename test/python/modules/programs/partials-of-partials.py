import functools
import sys

o = object()


def f(*args, **kwargs):
    return sys.getrefcount(o)


p = functools.partial(f, o)
q = functools.partial(p, extra=o)
print(sys.getrefcount(o), q(), q.args is p.args, q.func is f)
r = functools.partial(functools.partial(f), o, o)
print(sys.getrefcount(o), r(), len(r.args))
s = functools.partial(r, o)
print(sys.getrefcount(o), s(), len(s.args))
