import collections
class Meta(type):
    @classmethod
    def __prepare__(mcls, name, bases):
        return collections.OrderedDict(given=5)
    def __new__(mcls, name, bases, ns):
        print(type(ns).__name__, list(ns))
        return super().__new__(mcls, name, bases, ns)
class C1(metaclass=Meta):
    z = given
    def f(self): return 1
print([k for k in C1.__dict__ if not k.startswith('__')])
print(C1.z, C1().f())
class Plain(dict): pass
class Meta2(type):
    @classmethod
    def __prepare__(mcls, name, bases): return Plain(given=5)
class C2(metaclass=Meta2):
    z = given
print(C2.z, C2.given)
class Meta3(type):
    @classmethod
    def __prepare__(mcls, name, bases): return collections.defaultdict(int)
class C3(metaclass=Meta3):
    z = 3
print(C3.z, sorted(k for k in C3.__dict__ if not k.startswith('__')))
import collections
class Meta3(type):
    @classmethod
    def __prepare__(mcls, name, bases): return collections.defaultdict(int)
class C3(metaclass=Meta3):
    z = 3
print(C3.z, sorted(k for k in C3.__dict__ if not k.startswith('__')))
ns = collections.OrderedDict()
exec("a = 1\nb = 2\ndel a", {}, ns)
print(ns)
class Upper(dict):
    def __setitem__(self, k, v): super().__setitem__(k.upper(), v)
    def __getitem__(self, k): return super().__getitem__(k.upper())
    def __delitem__(self, k): print("del", k); super().__delitem__(k.upper())
ns = Upper()
exec("x = 1\ny = x + 1\ndel x\ntry:\n    del nope\nexcept NameError as e:\n    print(e)\n", {}, ns)
print(ns)
