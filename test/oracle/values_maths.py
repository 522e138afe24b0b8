"""The math module, and sum() of floats."""
import math
import sys
from values_numbers import some_float, some_int

ONE = ['acos', 'acosh', 'asin', 'asinh', 'atan', 'atanh', 'cos', 'fabs', 'log1p', 'sin', 'sqrt', 'tan', 'tanh', 'cosh', 'exp', 'expm1', 'sinh', 'degrees', 'radians']


def since(minor, function):
    return function if sys.version_info >= (3, minor) else lambda *args: None


FUNCTIONS = {
    'gcd': math.gcd, 'lcm': since(9, lambda a, b: math.lcm(a, b)), 'isqrt': math.isqrt, 'factorial': math.factorial, 'comb': math.comb, 'perm': math.perm,
    'fsum': lambda *xs: math.fsum(xs), 'sum': lambda *xs: sum(xs), 'hypot': math.hypot, 'dist': lambda p, q: math.dist(p, q), 'remainder': math.remainder,
    'ulp': since(9, lambda x: math.ulp(x)), 'nextafter': since(9, lambda x, y: math.nextafter(x, y)), 'pow': math.pow, 'fmod': math.fmod,
    'log': math.log, 'log2': math.log2, 'log10': math.log10, 'logint': math.log, 'log2int': math.log2, 'log10int': math.log10,
    'ldexp': math.ldexp, 'floor': math.floor, 'ceil': math.ceil, 'trunc': math.trunc, 'modf': math.modf, 'copysign': math.copysign,
    'isclose': math.isclose, 'atan2': math.atan2, 'frexp': math.frexp,
}
for _name in ONE:
    FUNCTIONS['one.' + _name] = getattr(math, _name)


def cases(r):
    for _ in range(300):
        a, b = some_int(r), some_int(r)
        yield 'gcd', (a * r.below(100), b * 6)
        yield 'lcm', (a, b)
        yield 'isqrt', (a,)
        yield 'isqrt', (abs(a) * abs(a) + r.between(-1, 1),)
        yield 'comb', (r.between(-1, 200), r.between(-1, 60))
        yield 'perm', (r.between(-1, 100), r.between(-1, 30))
        yield 'factorial', (r.between(-1, 150),)
        for name in ['logint', 'log2int', 'log10int']:
            yield name, (a,)
        yield 'logint', (abs(a) ** 20 + 1,)
    for _ in range(600):
        x, y = some_float(r), some_float(r)
        for name in ONE:
            yield 'one.' + name, (r.pick([x, (r.random() - 0.5) * 20, r.random() * 2 - 1]),)
        for name in ['log', 'log2', 'log10']:
            yield name, (r.pick([x, r.random() * 50, 2.0 ** r.between(-100, 100), 10.0 ** r.between(-20, 20)]),)
        for name in ['remainder', 'pow', 'fmod', 'copysign', 'nextafter', 'atan2']:
            yield name, (x, y)
            yield name, (r.between(-40, 40) / 4, r.between(-12, 12) / 4)
        for name in ['ulp', 'floor', 'ceil', 'trunc', 'modf', 'frexp']:
            yield name, (x,)
        yield 'ldexp', (x, r.between(-1200, 1200))
        yield 'isclose', (x, r.pick([x, x * (1 + 1e-9), x + 1e-9, y]))
        n = r.below(12)
        values = tuple(r.pick([some_float(r), 0.1, 1e16, -1e16, 1.0, 1e100, -1e100, r.random()]) for _ in range(n))
        yield 'fsum', values
        finite = tuple((r.random() - 0.5) * 10.0 ** r.between(-8, 8) for _ in range(n))
        yield 'fsum', finite
        yield 'sum', finite
        yield 'sum', values
        yield 'hypot', finite
        yield 'hypot', (x, y)
        yield 'hypot', (float(r.below(100)), float(r.below(100)))
        yield 'dist', (list(finite), list(finite[::-1]))
