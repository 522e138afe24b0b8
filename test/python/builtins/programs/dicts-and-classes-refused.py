import gc
class C(set): pass
c = C()
gc.collect()
def f(n):
    for i in range(n):
        try: {c: 1}
        except TypeError: pass
a = gc.get_count()[0]; f(1); b = gc.get_count()[0]; f(1); d = gc.get_count()[0]; f(3); e=gc.get_count()[0]
print(b-a, d-b, e-d)
try: {[]: 1, 2: 3}
except TypeError: pass
a = gc.get_count()[0]
try: {1: 1, c: 3}
except TypeError: pass
b = gc.get_count()[0]
try: {c: 3}.get(5)
except TypeError: pass
d = gc.get_count()[0]
x = {}
e = gc.get_count()[0]
print(b-a, d-b, e-d)
import gc, sys, collections
gc.collect()
class Meta(type):
    @classmethod
    def __prepare__(mcls, name, bases):
        return collections.OrderedDict(given=5)
a = gc.get_count()[0]
class C(metaclass=Meta):
    z = given
b = gc.get_count()[0]
print(sys.getrefcount(C), b - a)
try:
    class Sub(C, tag="t"):
        pass
except Exception as e: print(e)
c = gc.get_count()[0]
print(sys.getrefcount(C), c - b)
class Sub(C):
    pass
d = gc.get_count()[0]
print(sys.getrefcount(C), d - c)
class M2(type): pass
class D(metaclass=M2): pass
print(sys.getrefcount(D))
try:
    class Sub(D, tag="t"):
        pass
except Exception as e: print(e)
print(sys.getrefcount(D))
class M3(type):
    @classmethod
    def __prepare__(mcls, name, bases):
        return {}
    def __getattr__(cls, n): return n*2
class D(metaclass=M3): pass
print(sys.getrefcount(D))
try:
    class Sub(D, tag="t"):
        pass
except Exception as e: print(e)
print(sys.getrefcount(D))
