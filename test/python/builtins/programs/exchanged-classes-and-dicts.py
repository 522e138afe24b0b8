import sys, gc
rc = sys.getrefcount
class A:
    def __init__(self): self.x = [1]
class B:
    pass
class S: __slots__ = ('a',)
class S2: __slots__ = ('a',)
class S3: __slots__ = ('b',)
class L(list): pass
class L2(list): pass
class Sub(A):
    def hello(self): return 'hello'
gc.collect()
a = A()
base = rc(A), rc(B)
print(gc.get_count(), sys.getsizeof(a.__dict__))
a = A()
a.__class__ = B
print(type(a).__name__, rc(A) - base[0], rc(B) - base[1], a.x, gc.get_count(), sys.getsizeof(a.__dict__), gc.is_tracked(a.__dict__))
a.y = 2
print(vars(a))
a.__class__ = A
a.__class__ = A
a.__class__ = Sub
print(a.hello(), vars(a), isinstance(a, Sub), gc.get_count())
s = S()
s.a = 5
s.__class__ = S2
print(s.a, type(s).__name__)
l = L([1])
l.__class__ = L2
print(type(l).__name__, l)
def tries(o, c):
    try:
        o.__class__ = c
        print('ok', type(o).__name__)
    except TypeError as e:
        print(e)
tries(s, S3)
tries(s, A)
tries(a, S)
tries(a, int)
tries(5, int)
tries(a, 5)
tries([], L)
tries(l, A)
tries(a, L)
class E(Exception): pass
class E2(Exception): pass
e = E('x')
tries(e, E2)
try:
    del a.__class__
except TypeError as ex:
    print(ex)
class Borg:
    shared = {}
    def __init__(self):
        self.__dict__ = self.shared
b = Borg(); b.q = 1
c = Borg()
print(c.q, b.__dict__ is c.__dict__, rc(Borg.shared), vars(c))
del b, c
print(rc(Borg.shared), Borg.shared)
x = A()
x.__dict__ = {'k': 1}
print(x.k, vars(x), hasattr(x, 'x'))
x.m = 2
try:
    x.__dict__ = 5
except TypeError as ex:
    print(ex)
try:
    del x.__dict__
    print(vars(x))
except TypeError as ex:
    print(ex)
l.__dict__ = {'z': 3}
print(l.z)
def f(): pass
f.__dict__ = {'p': 1}
print(f.p)
e.__dict__ = {'w': 1}
print(e.w)
del a, x, s, l, e
print(gc.collect(), gc.get_count())
