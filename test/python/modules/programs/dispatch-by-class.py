import functools, gc, sys
from abc import ABC
gc.collect()
a = gc.get_count()[0]
@functools.singledispatch
def f(x): return 'any'
b = gc.get_count()[0]
print(f(1))
@f.register
def _(x: int): return 'int'
@f.register(list)
def _(x): return 'list'
class A(ABC): pass
@f.register(A)
def _(x): return 'A'
class B: pass
print(f(1), f([]), f(B()), f('s'), f(True))
A.register(B)
print(f(B()), sorted(c.__name__ for c in f.registry), f.dispatch(bool)(3))
for g in (lambda: f.register(5), lambda: f.register(5, len), lambda: f.register(lambda x: 1), lambda: f()):
    try: g()
    except TypeError as e: print(str(e).split(' at 0x')[0])
try:
    @f.register
    def _(x: 'nonsense' and 5): return 1
except TypeError as e: print(e)
if sys.version_info >= (3, 11):
    @f.register
    def _(x: str | bytes): return 'text'
    print(f('a'), f(b'a'))
    try:
        @f.register
        def _(x: 'str | list[int]'): return 'text'
    except TypeError as e: print(e)
class C:
    @functools.singledispatchmethod
    def m(self, x): return 'base'
    @m.register
    def _(self, x: int): return 'int'
print(C().m(1), C().m('a'))
import collections.abc as abc
@functools.singledispatch
def g(x): return 'object'
g.register(abc.Mapping)(lambda x: 'mapping')
g.register(abc.MutableMapping)(lambda x: 'mutable mapping')
g.register(abc.Sequence)(lambda x: 'sequence')
import types
print(g({}), g(types.MappingProxyType({})), g([]), g(()), g('a'), g(5), g(set()))
@functools.singledispatch
def h(x): return 'object'
h.register(abc.Sized)(lambda x: 'sized')
h.register(abc.Iterable)(lambda x: 'iterable')
class Own:
    def __len__(self): return 0
print(h(Own()), h(iter([])))
try: h([])
except RuntimeError as e: print(e)
class D(dict): pass
g.register(dict)(lambda x: 'dict')
print(g(D()), g.dispatch(D) is g.dispatch(dict))
