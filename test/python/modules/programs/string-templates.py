import string, _string, sys
def t(f):
    try: print(repr(f()))
    except Exception as e: print(type(e).__name__, e)
T = string.Template
t(lambda: T('$who likes ${what}, $$5 and $whose').substitute(who='tim', what='kung pao', whose=3))
t(lambda: T('$who $x').substitute({'who': 1}))
t(lambda: T('$who $x').safe_substitute({'who': 1}))
t(lambda: T('$who $x').safe_substitute({'who': 1}, x=2, who=5))
t(lambda: T('$who $x').substitute({'who': 1}, x=2))
t(lambda: T('a $').substitute())
t(lambda: T('a\nbb $ c').substitute())
t(lambda: T('a\nbb\n').substitute())
t(lambda: T('$').substitute())
t(lambda: T('$1 ${1} ${} ${a $').safe_substitute(a=1))
t(lambda: T('${a').substitute(a=1))
t(lambda: T('$a.b $a_b $A $ä ${a}b $aé').safe_substitute(a=1, a_b=2, A=3))
t(lambda: T('$aſ $K $İ').safe_substitute(a=1))
t(lambda: T(3).substitute())
t(lambda: T(None).safe_substitute())
t(lambda: T().substitute())
t(lambda: T('a').substitute({}, {}))
t(lambda: T('$a').substitute([1]))
t(lambda: T('$a').substitute(None))
t(lambda: T('$self $mapping').substitute(self=1, mapping=2))
class D(dict):
    def __missing__(self, k): return '<' + k + '>'
t(lambda: T('$a $b').substitute(D(a=1)))
if sys.version_info >= (3, 11):
    t(lambda: T('$a ${b} $$ $a $').get_identifiers())
    t(lambda: T('$a ${b} $$ $a $').is_valid())
    t(lambda: T('$a ${b} $$ $a').is_valid())
class P(T):
    delimiter = '%'
    idpattern = '[a-z]+_[a-z]+'
t(lambda: P('%% %with_underscore $ignored %notunder').safe_substitute(with_underscore='r', notunder='n'))
class Q(T):
    delimiter = '@@'
    idpattern = r'[a-z][_a-z0-9]*(\.[a-z][_a-z0-9]*)*'
t(lambda: Q('@@a.b.c @@@@ @@{x.y} @@d. @d').substitute({'a.b.c': 1, 'x.y': 2, 'd': 3}))
class R(T):
    braceidpattern = r'[\w ]+?|\d{2,3}-x'
    flags = 0
t(lambda: R('$a ${a b} ${12-x} $A ${1-x}').safe_substitute({'a': 1, 'a b': 2, '12-x': 3}))
t(lambda: T.delimiter + T.idpattern)
t(lambda: (T.braceidpattern, T.flags == 2, T('x').template))
class S(T):
    def __init__(self, a, b):
        super().__init__(a + b)
t(lambda: S('$x', ' y').substitute(x='q'))
F = string.Formatter()
t(lambda: F.format('{} {a!r:>5} {0!s}', 1, a='x'))
t(lambda: F.format('{} {} {a!r:>5}', 1, 2, a='x'))
t(lambda: F.format('{0} {a.real} {l[0]} {d[k]} {{}} }}', 1, a=2, l=[3], d={'k': 4}))
t(lambda: F.format('{0:{1}{2}}|{0:{w}}', 'ab', '>', 8, w=4))
t(lambda: F.format('{:{}}', 'ab', 8))
t(lambda: F.format('{0} {}', 1))
t(lambda: F.format('{} {0}', 1))
t(lambda: F.format('{0:{1:{2:{3}}}}', 1, 2, 3, 4))
t(lambda: F.format('{1}', 1))
t(lambda: F.format('{x}'))
t(lambda: F.format('{!x}', 1))
t(lambda: F.format('{', 1))
t(lambda: F.format('}', 1))
t(lambda: F.format('{0', 1))
t(lambda: F.format('{0!', 1))
t(lambda: F.format('{0!r', 1))
t(lambda: F.format('{0!rx}', 1))
t(lambda: F.format('{0[}', 1))
t(lambda: F.format('{0.}', 1))
t(lambda: F.format('{0[]}', [1]))
t(lambda: F.format('{0[a]b}', {'a': 1}))
t(lambda: F.format())
t(lambda: F.vformat(3, (), {}))
t(lambda: F.vformat('{} {a}', [1], {'a': 2}))
t(lambda: F.format('{.real}', 1))
class G(string.Formatter):
    def get_value(self, key, args, kwargs):
        if isinstance(key, str):
            return kwargs.get(key, '{' + key + '}')
        return super().get_value(key, args, kwargs)
    def check_unused_args(self, used, args, kwargs):
        print(sorted(map(str, used)), args, kwargs)
    def convert_field(self, value, conversion):
        if conversion == 'u':
            return str(value).upper()
        return super().convert_field(value, conversion)
    def format_field(self, value, spec):
        return super().format_field(value, spec) if spec != 'bang' else str(value) + '!'
t(lambda: G().format('{0} {name!u} {other:bang}', 5, name='bob', z=3))
t(lambda: list(_string.formatter_parser('a{b!r:c{d}}e{{f}}{}{x:}')))
t(lambda: list(F.parse('{}')))
t(lambda: list(F.parse('')))
t(lambda: (lambda p: (p[0], list(p[1])))(_string.formatter_field_name_split('a.b[0][x].c')))
t(lambda: (lambda p: (p[0], list(p[1])))(_string.formatter_field_name_split('0[1]')))
t(lambda: list(_string.formatter_field_name_split('a[1]x')[1]))
it = _string.formatter_parser('a')
print(type(it).__name__, type(it).__module__, sys.getsizeof(it), iter(it) is it, next(it), next(it, None))
it = _string.formatter_field_name_split('a.b')[1]
print(type(it).__name__, type(it).__mro__, sys.getsizeof(it), next(it))
t(lambda: _string.formatter_parser())
t(lambda: _string.formatter_parser(1))
t(lambda: _string.formatter_field_name_split(1))
t(lambda: next(_string.formatter_parser('}')))
print(F.get_field('0.real', (5,), {}), F.get_value('a', (), {'a': 1}), F.convert_field('é', 'a'), F.format_field(3.5, '.2f'))
