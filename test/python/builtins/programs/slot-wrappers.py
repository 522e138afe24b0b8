"""Special methods of built-in classes are slot wrappers, whose arguments travel in tuples that gc.get_count() shows."""
import gc, sys
gc.collect(); gc.disable()
base = 0
def show(*a): print(f'{a} {gc.get_count()[0] - base}' if base else a)
show(0); show(0, 0)
base = gc.get_count()[0]
show(0)
x = (1).__add__(2); show(1)
f = (1).__add__; show(type(f).__name__, callable(f), f.__name__, f.__self__); f(3); show(2)
class E:
    def __eq__(self, o): return self is o
a, b = E(), E()
show(a != b); show(a == b)
class D(dict):
    def __setitem__(self, k, v): super().__setitem__(k, v)
d = D(); d[1] = 2; show(3); d[2] = 5; show(3)
del d[1]; show(4)
class I(int):
    def __add__(self, o): return 7
show(3 + I(2)); show(I(2) + 3, I(2) + I(3)); show(1.5 + I(2))
class I2(int):
    def __radd__(self, o): return 9
show(3 + I2(2)); show(1.5 + I2(3)); show(I2(3) + 1)
class L(list):
    def __init__(self): list.__init__(self); self.x = 1
    def __lt__(self, o): return super().__lt__(o)
l = L(); show(5); m = L(); show(l < m); show(l <= m); show(l == m, l != m)
for t in ['(1).__add__()', 'int.__add__()', 'int.__add__(1, 2, 3)', 'int.__add__("a", 2)', 'list.__len__([], 1)', '(1).__add__(x=2)', '[].__setitem__(1)', 'int.__pow__(2)', '[].__init__(1, 2)', 'E().__init__()', 'object().__init__()', 'object().__init__(1)']:
    try: print(t, eval(t))
    except Exception as e: print(t, type(e).__name__, e)
class S:
    def __setitem__(self, k, v): pass
for t in ['del S()[1]', 'del E()[1]', 'del E()["a"]', 'del (1,)[0]', 'del (1,)["a"]', 'del 5[0]'.replace('5', 'x'), 'E()[1] = 2']:
    try: exec(t)
    except Exception as e: print(t, type(e).__name__, e)
print(type(object.__init__), type(type.__call__), type([].__iter__), sys.getsizeof((1).__add__), (1).__add__ == (1).__add__)
print(type(dict.__dict__['__len__']), [].__len__.__qualname__, list.__len__.__qualname__, list.__len__.__objclass__)
