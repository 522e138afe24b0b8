l = []
print(l.append == l.append, l.append is l.append, hash(l.append) == hash(l.append))
m = l.append
print(m == l.append, m == [].append, m == l.extend, m != l.append)
import weakref
class R: pass
c = R()
h = weakref.finalize(c, l.append, 1)
d = h.detach()
print(d[1] == l.append)
nan = float("nan")
print(nan == nan, nan is nan, nan in [nan], [nan] == [nan], (nan,) == (float("nan"),))
r = range(3)
print(r is range(3), r == range(3), r[:] is r)
import types
class C:
    def m(self): pass
c = C(); d = C()
print(c.__init__ == c.__init__, c.__init__ == d.__init__, c.__str__ == c.__init__, hash(c.__init__) == hash(c.__init__))
l = [1]; k = [1]
print(l.__len__ == l.__len__, l.__len__ == k.__len__, l.__len__ != l.__len__)
def f(): return 1
def g(): return 1
print(f.__code__ == f.__code__, f.__code__ == g.__code__, hash(f.__code__) == hash(f.__code__))
def mk(x):
    def inner(): return x
    return inner
a, b = mk(1), mk(2)
print(a.__code__ == b.__code__, a.__code__ is b.__code__, a.__closure__[0] == b.__closure__[0], a.__closure__[0] < b.__closure__[0], a.__closure__ == b.__closure__, a.__closure__ == mk(1).__closure__)
print(C.m == C.m, c.m == c.m, c.m == d.m, {c.m, c.m, d.m} == {c.m, d.m})
print(len({l.append, l.append, k.append}), {l.append: 1}[l.append])
print(list.append == list.append, list.append is list.append, str.upper == str.upper)
print(dict.fromkeys == dict.fromkeys, len == len, dict.fromkeys is dict.fromkeys)
print(slice(1) == slice(1), range(0) == range(2, 2), types.SimpleNamespace(a=1) == types.SimpleNamespace(a=1))
print(vars(C) == vars(C), C.__dict__ == dict(C.__dict__), property() == property())
print([].append in [l.append], l.append in [l.append])
s = []
s.append(l.append); s.remove(l.append); print(s)
try:
    print(l.append < l.append)
except TypeError as e: print(e)
try:
    print(c.__init__ < c.__init__)
except TypeError as e: print(e)
print(len.__call__ == len.__call__, type.__call__ == type.__call__, (1).__add__ == (1).__add__, "a".join == "a".join)
x = "abc"
print(x.upper == x.upper, x.upper == "abc".upper, (1000).bit_length == (1000).bit_length)
import weakref, functools
print(weakref.ref(c) == weakref.ref(c), functools.partial(f) == functools.partial(f))
print(memoryview(b"a") == b"a", staticmethod(f) == staticmethod(f), iter(l) == iter(l), super(C, c) == super(C, c))
print(list[int] == list[int])
