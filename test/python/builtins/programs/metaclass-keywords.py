import gc
class Meta(type):
    def __new__(mcls, name, bases, ns, **kw): return super().__new__(mcls, name, bases, ns)
    def __init__(cls, name, bases, ns, **kw): super().__init__(name, bases, ns)
gc.collect()
class A(metaclass=Meta, option=1): pass
print(gc.get_count())
class B(A, option=1, more=2): pass
print(gc.get_count())
def make(name, bases, ns, **kw): return type(name, bases, ns)
gc.collect()
class C(metaclass=make, option=1): pass
print(gc.get_count())
class D:
    def __init_subclass__(cls, **kw): pass
gc.collect()
class E(D, option=1): pass
print(gc.get_count())
