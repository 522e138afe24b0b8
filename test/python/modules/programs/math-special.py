"""math: gamma, erf and others, and which functions a version has."""
import math


def show(func, *args):
    try:
        print(func.__name__, *args, repr(func(*args)))
    except Exception as error:
        print(func.__name__, *args, type(error).__name__, error)


NUMBERS = (0.0, -0.0, 1e-300, 1e-18, 0.1, 0.3, 0.5, 0.84, 0.85, 1.0, 1.2, 1.25, 1.5, 2.0, 2.5, 2.9, 3.3, 5.9, 7.25, 23.0, 24.0, 26.5,
           30.0, 100.5, 139.9, 150.5, 171.5, 172.0, 205.0, 1e20, 1e300, -0.25, -0.84, -1.0, -1.1, -1.5, -2.7, -5.5, -7.0, -20.5, -150.5,
           -171.5, -180.5, -205.5, float('inf'), float('-inf'), float('nan'))
for x in NUMBERS:
    for func in (math.gamma, math.lgamma, math.erf, math.erfc, math.frexp):
        show(func, x)
for y in (0.0, -0.0, 1.0, -1.0, 2.5, float('inf')):
    for x in (0.0, -0.0, 1.0, -1.0, 0.3, float('-inf')):
        show(math.atan2, y, x)
total = 0.0
for i in range(1, 4000):
    x = i / 131
    total += math.erf(x / 4) + math.erfc(x)
print(f'{total:.9f}', math.gamma(True), math.frexp(7))
show(math.gamma, 'x')
show(math.erf, None)
print([name for name in ('lcm', 'nextafter', 'ulp', 'cbrt', 'exp2', 'sumprod', 'fma') if hasattr(math, name)])
if hasattr(math, 'sumprod'):
    for p, q in (([1, 2, 3], [4, 5, 6]), ([1.5, 2.5], [2, 4]), ([], []), ([0.1] * 10, [3.0] * 10), ([10, 1.0], [0.1, 1e-20]), ([1], [1, 2]),
                 ((1, 2.0, True), (2, 3.0, 4)), ([1e308, -1e308], [10.0, 10.0]), ([10 ** 30, 1], [1, 2]), ([1], ['a'])):
        show(math.sumprod, p, q)
if hasattr(math, 'fma'):
    for args in ((2.0, 3.0, 4.0), (0.1, 10.0, -1.0), (1e308, 10.0, -1e308), (0.0, -1.0, -0.0), (float('inf'), 0.0, 1.0), (2.0, 3.0, -6.0)):
        show(math.fma, *args)
if hasattr(math, 'cbrt'):
    show(math.exp2, 10)
