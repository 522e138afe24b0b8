# Classes whose hooks fail: they are left for the collector; and objects that answer for every name, copied.
import gc
class A: pass
gc.collect()
def t(f):
    try: f()
    except Exception as e: print(type(e).__name__, e)
    print(gc.collect())
def f():
    class B(A, tag=1): pass
t(f); t(f)
def f():
    class B(tag=1): pass
t(f); t(f)
class Meta(type):
    def __init__(cls, *a): raise ValueError('x')
def f():
    class B(metaclass=Meta): pass
t(f); t(f)
class Sub:
    def __init_subclass__(cls, **kw): raise ValueError('y')
def f():
    class B(Sub): pass
t(f); t(f)
class D:
    def __set_name__(self, owner, name): raise ValueError('z')
def f():
    class B(Sub): x = D()
t(f); t(f)
def f():
    class B:
        x = 1
        1 / 0
t(f)
def f():
    type('B', (A,), {'x': 1}, tag=3)
t(f)


import copy


class Willing:
    def __getattr__(self, name):
        return 'got ' + name


one = Willing()
try:
    print(copy.copy(one).a)
except TypeError as error:
    print(error)
