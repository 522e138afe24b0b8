import collections, gc
class Meta(type):
    @classmethod
    def __prepare__(mcls, name, bases):
        return collections.OrderedDict(given=1)
gc.collect()
class C(metaclass=Meta):
    z = given
print(gc.get_count(), list(C.__dict__)[:3])
class D(C):
    extra = 1
    y = extra
print(gc.get_count())
class E(D):
    def f(self): return __class__
    y = len
print(gc.get_count())
class Odd(dict):
    def __iter__(self): print('iter'); return super().__iter__()
    def keys(self): print('keys'); return super().keys()
    def __getitem__(self, k): print('get', k); return super().__getitem__(k)
o = Odd(a=1, b=2)
print(o.copy(), gc.get_count()); print(Odd().copy(), type(o.copy()))
T = type('T', (), o)
print(sorted(k for k in T.__dict__ if k in 'ab'))
