"""format(), % and the parsing of format strings."""
import string
import _string
from values_numbers import some_float, some_int

FUNCTIONS = {
    'format.int': format, 'format.float': format, 'format.complex': format, 'format.str': format,
    'percent.any': lambda s, *args: s % args, 'percent.one': lambda s, arg: s % arg, 'percent.map': lambda s, keys, values: s % dict(zip(keys, values)),
    'percent.bytes': lambda s, *args: s % args,
    'parse.format': lambda s: [[list(x)] for x in _string.formatter_parser(s)],
    'parse.field': lambda s: (lambda first, rest: [first, [list(x) for x in rest]])(*_string.formatter_field_name_split(s)),
    'parse.str': lambda s: s.format('A', 'B', x='X', y='Y'),
}


def some_spec(r, types):
    spec = ''
    if r.below(3) == 0:
        spec += r.pick(['', '', '*', '0', ' ', '\u20ac', 'x', ',', '\U0001f600']) + r.pick('<>^=')
    if r.below(4) == 0:
        spec += r.pick('+- ')
    if r.below(10) == 0:
        spec += 'z'
    if r.below(5) == 0:
        spec += '#'
    if r.below(5) == 0:
        spec += '0'
    if r.below(2):
        spec += str(r.below(r.pick([5, 15, 40])))
    if r.below(4) == 0:
        spec += r.pick(',_')
    if r.below(2):
        spec += '.' + str(r.below(r.pick([3, 8, 20, 120])))
    if r.below(4):
        spec += r.pick(types)
    return spec


BAD_SPECS = ['zz', '5.', '.', '10.5.2f', 'Q', '\x01', '\u20ac', ',_', '_,', ',,', '__', ',n', '_n', ',s', ',b', '_b', '+s', ' s', '#s', '=5', '05', '005', '<05', '05d',
             '=5s', '99999999999999999999', '.99999999999999999999f', 'c', '+c', '#c', '10c', '05c', '=5c', ',c', '.3d', '.0d', 'd', 's', 'x', 'g', '%', '.2%', '10.3', '\u0661\u0660d',
             '10 ', 'dd', '.3', '.10', '.0', '#.0f', '#.3g', '#', '0', '<', '>', '^', '=', '*>', '**^10', '{<5', 'z', 'z.1f', 'zd', '-z.1f', '+#x', '+#010x', '#_x', '_x', ',x', '012,', '012_b', '08,.2f', '08,.0f', '010,', '011,', '09,d', '05,', '04,', 'n', '10n', '=+10d', '+=10d', '0=10d', '*=+10,d', 'E', '.0E', 'G', 'F', '010F', '020%']

PERCENTS = ['%', '%%', '%5%', '%d', '%i', '%u', '%5d', '%-5d|', '%05d', '%+d', '% d', '%.3d', '%10.5d', '%-010d', '%x', '%#x', '%#X', '%o', '%#o', '%08x', '%#010x', '%.5x', '%+#.8x',
            '%f', '%.0f', '%#.0f', '%e', '%.3E', '%g', '%#g', '%G', '%10.2f', '%-10.2f|', '%010.2f', '%+.1f', '% f', '%s', '%10s', '%-10s|', '%.2s', '%10.2s', '%r', '%a', '%c', '%5c', '%-5c|',
            '%ld', '%hd', '%Ld', '%lld', '%q', '%\u20ac', '%5', '%.', '%.f', '%*d', '%-*d', '%.*f', '%*', '%(a)s', '%(a', '%(a)', '%(a(b)c)s', '%()s', '%d %d', '%s %s %s', 'a%sb%dc',
            '%99999999999999999999d', '%.99999999999999999999d', '%.2147483648f', '%b', '%5.2b', '%-05d|', '%+ d', '% +d', '%#-+ 08.3d', '%\x01', 'text', '']
PERCENT_ARGS = [(), (1,), (-42,), (3.75,), (10 ** 30,), ('text',), ('a\u20ac\U0001f600',), (None,), (True,), (1, 2), (5, 3.25), ('x', 'y'), (65,), (-1,), (0x110000,), (1, 2, 3), (b'ab',), (-3, 7), ('a',), (1e300,), (float('nan'),), (-float('inf'),)]


def cases(r):
    for _ in range(2500):
        yield 'format.int', (some_int(r) if r.below(2) else r.between(-9999, 99999), some_spec(r, 'bcdoxXneEfFgG%sq'))
        yield 'format.float', (some_float(r), some_spec(r, 'eEfFgGn%ds'))
    for _ in range(800):
        yield 'format.str', (r.pick(['', 'a', 'hello', 'h\xe9llo', '\U0001f600\u20ac', 'x' * 30]), some_spec(r, 'sssd'))
        yield 'format.complex', (complex(some_float(r), some_float(r)), some_spec(r, 'eEfFgGn%d'))
        yield 'format.complex', (complex(r.pick([0.0, -0.0, 1.0, 2.5]), r.pick([0.0, -0.0, 1.0, -2.5])), some_spec(r, 'eEfFgGn%d'))
    for spec in BAD_SPECS:
        for name, values in [('int', [0, 5, -1234567, 1234]), ('float', [0.0, -0.0, 1234.5678, -0.0001, float('inf'), float('nan')]), ('str', ['', 'abc']), ('complex', [1.5 + 2j, -1j])]:
            for value in values:
                yield 'format.' + name, (value, spec)
    for fmt in PERCENTS:
        for args in PERCENT_ARGS:
            yield 'percent.any', (fmt,) + args
            if all(ord(c) < 128 for c in fmt) and 'r' not in fmt:
                yield 'percent.bytes', (fmt.encode(),) + args
        for arg in [1, 'x', 2.5, None]:
            yield 'percent.one', (fmt, arg)
        if '(' in fmt:
            yield 'percent.map', (fmt, ['a', '', 'a(b)c'], [1, 'two', 3])
    for fmt in ['%(a)s %(b)s', '%(a)s %s', '%(a)d%%', '%(zz)s', '%(a)*d']:
        yield 'percent.map', (fmt, ['a', 'b'], [1, 2])
    for _ in range(1500):
        flags = ''.join(r.pick('-+ #0') for _ in range(r.below(3)))
        width = r.pick(['', '', '5', '12', '20'])
        precision = r.pick(['', '', '.', '.0', '.3', '.10'])
        kind = r.pick('diuoxXeEfFgGcrsa')
        value = r.pick([some_int(r), some_float(r), r.between(0, 200), 'text'])
        yield 'percent.any', ('%' + flags + width + precision + kind, value)
    for fmt in ['', 'abc', '{', '}', '{{', '}}', '{}', '{0}', '{x}', '{!r}', '{x!s:>5}', '{:{y}}', '{0.a[1]}', '{x[{]}', '{x[}]}', '{!}', '{x!rr}', '{x!r', '{x!r:', '{:', '{x', 'a{b}c{d:e}f', '{:}}', '{{}}',
                '{a.}', '{a[}', '{a[]}', '{a[1}', '{a[1]b}', '{.a}', '{[0]}', '{00}', '{0x}', '{-1}', '{ 0 }', '{99999999999999999999}', '{a.b.c[d][2]}', '{!s}', '{:>{w}.{p}}', '}{', '{x!}', '{x:{y:{z}}}', '{0[}', '{a!z}', '{x!', '{}{0}', '{0}{}', '{\u0661}', '{a[\u0661]}', '{a..b}', '{!r:{}}', '{5}', '{:{}}']:
        yield 'parse.format', (fmt,)
        if '.' not in fmt and '[' not in fmt:
            yield 'parse.str', (fmt,)
        if fmt.startswith('{') and fmt.endswith('}'):
            yield 'parse.field', (fmt[1:-1],)
