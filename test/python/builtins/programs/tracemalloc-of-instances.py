import tracemalloc
class D(dict): pass
class T(tuple): pass
class E(Exception): pass
class I(int): pass
class C: pass
class S: __slots__='a',
class M(type): pass
tracemalloc.start(2)
for x in (D(), T((1,)), E(), I(5000), C(), S(), M('x',(),{}), [], {}, (lambda: 1), C().__class__):
    t = tracemalloc.get_object_traceback(x)
    print(type(x).__name__, t is None)
