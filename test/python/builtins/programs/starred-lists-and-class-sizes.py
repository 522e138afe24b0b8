"""Sizes of classes and of lists that starred names get, what generators refer to, and the tuples of str() and property.setter."""
import sys
class C: pass
class L(list): pass
class D(dict):
    def __init__(self): self.x = 1
class T(tuple): __slots__ = ()
class X(Exception): pass
class I(int): pass
class S:
    __slots__ = ('a',)
for k in (C, L, D, T, X, I, S, int, type): print(sys.getsizeof(k))
for t in ([1,2,3], (1,2,3), range(3), 'abc', {1,2,3}, iter([1,2,3]), (x for x in [1,2,3]), map(int, [1,2,3])):
    *a, b = t; print(sys.getsizeof(a))
for n in range(8):
    a, *b, c = list(range(n + 2)); print(sys.getsizeof(b))
import gc
def g(a, b=2):
    c = [a]
    yield c
    yield b
x = g(1)
print([type(r).__name__ for r in gc.get_referents(x)]); next(x); print([type(r).__name__ for r in gc.get_referents(x)])
list(x); print([type(r).__name__ for r in gc.get_referents(x)])
gc.collect(); gc.disable()
def show(*a): print(f'{a} {gc.get_count()}')
show(0); show(0, 0)
def shown(a, *b, **d): print(len(a), len(b), len(d), gc.get_count())
shown(list({'a': 1}.items()), str(abs(10**20)), *[], **{'c': len(str(10**21)), 'w': 'a'.join(['a', 'b'])})
class P:
    @property
    def p(self): return 1
    @p.setter
    def p(self, value): pass
show(1)
