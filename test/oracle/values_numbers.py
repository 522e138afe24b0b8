"""Ints, floats and complex numbers: arithmetic, comparison, text."""
import math
import struct
import sys


def make_float(text):
    return struct.unpack('>d', bytes.fromhex(text))[0]


def some_int(r):
    bits = r.pick([1, 3, 8, 16, 30, 31, 32, 52, 53, 54, 60, 63, 64, 65, 100, 200, 1100])
    value = r.bits(bits) + r.pick([-1, 0, 1])
    return -value if r.below(2) else value


def some_float(r):
    kind = r.below(8)
    if kind == 0:
        return make_float('%016x' % r.bits(64))
    if kind == 1:
        return float(some_int(r) % 2 ** 1000)
    if kind == 2:
        return r.pick([0.0, -0.0, 1.0, -1.0, 0.5, 1.5, 2.5, -2.5, 1e16, 1e15, 1e22, 1e-4, 1e-5, 5e-324, 1.7976931348623157e308,
                       float('inf'), -float('inf'), float('nan'), 0.1, 2.675, 1e23, 9007199254740993.0, 123456789.0])
    if kind == 3:
        return r.between(-100000, 100000) / r.pick([2, 4, 8, 16, 32, 64, 1024])
    if kind == 4:
        return (r.random() - 0.5) * 10.0 ** r.between(-20, 25)
    if kind == 5:
        return round(r.random() * 1000, r.below(5))
    return (r.random() - 0.5) * 100


def call(name):
    return lambda x, *rest: getattr(x, name)(*rest)


FUNCTIONS = {
    'int.add': lambda a, b: a + b, 'int.sub': lambda a, b: a - b, 'int.mul': lambda a, b: a * b,
    'int.divmod': lambda a, b: divmod(a, b), 'int.truediv': lambda a, b: a / b,
    'int.and': lambda a, b: a & b, 'int.or': lambda a, b: a | b, 'int.xor': lambda a, b: a ^ b,
    'int.invert': lambda a: ~a, 'int.lshift': lambda a, b: a << b, 'int.rshift': lambda a, b: a >> b,
    'int.pow': lambda a, b: a ** b, 'int.powmod': lambda a, b, c: pow(a, b, c),
    'int.bit_length': lambda a: a.bit_length(), 'int.repr': repr, 'int.round': lambda a, n: round(a, n),
    'int.bit_count': lambda a: bin(a).count('1'), 'int.float': float, 'int.digits': lambda a: (sys.getsizeof(a) - sys.getsizeof(1)) // 4 + 1 if a else 0,
    'int.hex': hex, 'int.oct': oct, 'int.bin': bin,
    'int.compare': lambda a, x: [a < x, a == x, a > x],
    'int.parse': lambda s, b: int(s, b), 'int.parsebytes': lambda s, b: int(s, b),
    'int.to_bytes': lambda a, n, order, signed: a.to_bytes(n, order, signed=signed),
    'int.from_bytes': lambda b, order, signed: int.from_bytes(b, order, signed=signed),
    'float.repr': repr, 'float.parse': float, 'float.parsebytes': float, 'float.hex': float.hex, 'float.fromhex': float.fromhex,
    'float.ratio': lambda x: x.as_integer_ratio(), 'float.round': lambda x, n: round(x, n), 'float.round0': round,
    'float.divmod': divmod, 'float.mod': lambda a, b: a % b, 'float.floordiv': lambda a, b: a // b, 'float.pow': lambda a, b: a ** b,
    'float.int': int, 'float.frexp': math.frexp, 'float.ldexp': math.ldexp,
    'complex.mul': lambda a, b: a * b, 'complex.div': lambda a, b: a / b, 'complex.repr': repr, 'complex.parse': complex,
    'complex.pow': lambda a, n: a ** n,
}

INT_TEXTS = ['0', '-0', ' 12 ', '+7', '1_000', '1__0', '_1', '1_', '0x1f', '0X_1F', '0b101', '0o17', '0b102', '010', '00', '0_0', '',
             ' ', '-', '--1', '1 2', '\u0661\u0662', '\u00a012\u2003', '12\u0000', 'z', 'Zz', '9' * 30, '1.5', 'abc' * 100, '\uff11', '\U0001d7ce1',
             '0x', '0b', '0_7', '0_', '\x1f5\x1c', "it's", '\u00e9', '9' * 4300, '9' * 4301, '0' * 4400 + '1', '-' + '8' * 5000, '1_' * 4400 + '1', 'f' * 5000]
FLOAT_TEXTS = ['1', '1.', '.5', '1e5', '1E-5', '1_0.0_1', '1__0', '_1.0', '1_.0', '1._0', 'inf', '-Infinity', 'nan', '-nan', '+NaN', ' 3.5\n', '',
               '.', 'e5', '1e', '1e400', '-1e400', '1e-400', '0x1p3', '\u0661.\u0665', 'infinit', '1 2', '1e1_0', '1e_1', '9' * 400, '\xa01.5', "'", '2.5\x00',
               '179769313486231580793e289', '4.9406564584124654e-324', '2.4703282292062327e-324', '2.4703282292062328e-324', '\u00e9']
HEX_TEXTS = ['0x1p0', '1.8p1', '-0x.8p-2', '0x1.fffffffffffff8p1023', '0x1.fffffffffffff7p1023', '0x1p1024', '0x1p-1074', '0x1p-1075', '0x1.8p-1075',
             'inf', '-nan', ' 0x10 ', '0x', '', '.', '0x1p', '0x1.g', '0x123456789abcdef123456789', '0x0p99999', '1p-99999', '0x.', 'Infinity', '0x1.00000000000008p0',
             '0x1.00000000000018p0', '0x1P+3', '1 p3']
COMPLEX_TEXTS = ['1', '1j', 'j', '-j', '+J', '1+2j', '(1-2j)', ' ( 1+j ) ', '1+', '1 + 2j', 'inf+nanj', '-infj', 'nan', '1e5-2e-3j', '', '()', '1+2', '1_0+1_0j',
                 '.5j', '5.j', '1j+2', '1+2jj', '(1', '1-infj', '\u0661+\u0662j', '1e5j', '1e+5j', '1__0j']


def int_cases(r):
    for name in ['add', 'sub', 'mul', 'divmod', 'truediv', 'and', 'or', 'xor']:
        for _ in range(250):
            yield 'int.' + name, (some_int(r), some_int(r))
    for _ in range(250):
        yield 'int.truediv', (some_int(r) << r.below(1200), some_int(r) << r.below(1200))
        value = some_int(r)
        for name in ['invert', 'bit_length', 'repr', 'bit_count', 'float', 'digits', 'hex', 'oct', 'bin']:
            yield 'int.' + name, (value,)
        yield 'int.lshift', (value, r.between(-1, 80))
        yield 'int.rshift', (value, r.between(-1, 80))
        yield 'int.pow', (r.between(-20, 20), r.below(40))
        yield 'int.pow', (some_int(r), r.below(6))
        yield 'int.powmod', (some_int(r), some_int(r), some_int(r))
        yield 'int.powmod', (r.between(-30, 30), r.between(-5, 30), r.between(-12, 12))
        yield 'int.round', (value, r.between(-25, 3))
        yield 'int.round', (r.between(-2000, 2000) * 5, -r.below(5))
        yield 'int.compare', (value, float(some_int(r) % 2 ** 1000))
        yield 'int.compare', (value, some_float(r))
        yield 'int.compare', (value, float(value) if abs(value) < 2 ** 1000 else 1.5)
        yield 'int.parse', (str(some_int(r)), 10)
        base = r.between(2, 36)
        yield 'int.parse', (''.join(r.pick('0123456789abcdefghijklmnopqrstuvwxyz'[:base]) for _ in range(r.between(1, 60))), base)
        shape = (r.below(12), r.pick(['little', 'big']), r.below(2) == 1)
        yield 'int.to_bytes', (r.pick([value, r.between(-300, 300), r.between(-70000, 70000)]),) + shape
        yield 'int.from_bytes', (bytes(r.below(256) for _ in range(shape[0])),) + shape[1:]
    for text in INT_TEXTS:
        for base in [10, 0, 16, 2, 8, 36, 7]:
            yield 'int.parse', (text, base)
            if all(ord(c) < 256 for c in text):
                yield 'int.parsebytes', (text.encode('latin-1'), base)
    for digits in [4299, 4300, 4301, 9000]:
        yield 'int.repr', (10 ** digits - 1,)
        yield 'int.repr', (-10 ** digits,)
    yield 'int.powmod', (5, 3, 0)
    yield 'int.float', (10 ** 400,)
    yield 'int.truediv', (10 ** 800, 10 ** 10)
    yield 'int.truediv', (1, 10 ** 400)


def float_cases(r):
    for _ in range(1500):
        x = some_float(r)
        for name in ['repr', 'hex', 'round0', 'int', 'frexp']:
            yield 'float.' + name, (x,)
        yield 'float.parse', (repr(x),)
        yield 'float.round', (x, r.between(-3, 18))
    for _ in range(400):
        x, y = some_float(r), some_float(r)
        yield 'float.ratio', (x,)
        yield 'float.round', (x, r.between(-330, 330))
        yield 'float.parse', ('%d.%de%d' % (r.bits(40), r.bits(60), r.between(-330, 310)),)
        yield 'float.fromhex', (x.hex(),)
        yield 'float.ldexp', (x, r.between(-1100, 1100))
        for name in ['divmod', 'mod', 'floordiv']:
            yield 'float.' + name, (x, y)
            yield 'float.' + name, (float(r.between(-50, 50)) / 4, float(r.between(-10, 10)) / 4)
        yield 'float.pow', (float(r.between(-9, 9)), float(r.between(-16, 16)))
        yield 'complex.repr', (complex(x, y),)
        yield 'complex.mul', (complex(r.random(), x), complex(y, r.random()))
        yield 'complex.div', (complex(r.random(), x), complex(y, r.below(2)))
        yield 'complex.parse', (repr(complex(x, y)),)
        yield 'complex.pow', (complex(r.between(-5, 5), r.between(-5, 5)), r.between(0, 9))
    for text in FLOAT_TEXTS:
        yield 'float.parse', (text,)
        if all(ord(c) < 256 for c in text):
            yield 'float.parsebytes', (text.encode('latin-1'),)
    for text in HEX_TEXTS:
        yield 'float.fromhex', (text,)
    for text in COMPLEX_TEXTS:
        yield 'complex.parse', (text,)


def cases(r):
    yield from int_cases(r)
    yield from float_cases(r)
