def f(x): return x
v = 'a%'
for i in enumerate('%d-%s' % ((int('ff', 16) or 2), 'x')): print(i)
print((f(5) or 1, 2), (f(0) or 1, 2), (f(0) and 1, 2), (1, f(5) or 2), (1, f(0) or 2, 3))
print((1 if f(0) else 2, 3), (3, 1 if f(1) else 2))
def g(a, b=f(3) or 4, c=5): return a, b, c
print(g(1))
def h(*, b=f(3) or 4, c=5): return b, c
print(h())
print([f(5) or 1, 2, 3], {f(5) or 1, 2, 3} == {5, 2, 3}, {(f(0) or 1): 2})
x, y = f(7) or 1, 2
print(x, y)
def r(): return f(7) or 1, 2
print(r(), (lambda: (f(0) or 'z', 'y'))())
print('%d-%s' % ((int('ff', 16) or 2), '\u20ac5'))
a = (f(0) or f(0) or 3, 4)
print(a, (f(1) and f(0) or 3, 4, f(2) or 5, 6))
