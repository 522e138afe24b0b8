/** The grammar of random expressions: for each kind of value, templates with holes (writer.ts, fill) that give one. */

export type Kind =
  | 'int'
  | 'small'
  | 'nonzero'
  | 'big'
  | 'float'
  | 'bool'
  | 'str'
  | 'char'
  | 'word'
  | 'bytes'
  | 'ints'
  | 'strs'
  | 'list'
  | 'tuple'
  | 'dict'
  | 'set'
  | 'frozen'
  | 'slice'
  | 'key'
  | 'any'
  | 'hashable'
  | 'iterable'
  | 'callable'
  | 'instance'
  | 'cls'
  | 'gen'
  | 'intspec'
  | 'floatspec'
  | 'strspec'
  | 'percent'
  | 'compare'
  | 'fresh';

export type Production = string;

const INT: readonly Production[] = [
  '0', '1', '2', '3', '7', '-1', '-5', '10', '100', '255', '256', '257', '-6', '1000', '12345', '65536',
  '(<int> + <int>)', '(<int> - <int>)', '(<int> * <small>)', '(<int> // <nonzero>)', '(<int> % <nonzero>)',
  '-<int>', '~<int>', '(<int> & <int>)', '(<int> | <int>)', '(<int> ^ <int>)', '(<int> >> <small>)',
  '(<small> << <small>)', 'len(<str>)', 'len(<list>)', 'len(<dict>)', 'len(<set>)', 'len(<tuple>)', 'len(<bytes>)',
  'abs(<int>)', 'sum(<ints>)', 'max(<int>, <int>)', 'min(<int>, <int>, <int>)', 'max(<ints>, default=<int>)',
  'ord(<char>)', 'int(<float>)', 'round(<float>)', '(<int> if <bool> else <int>)', 'hash(<str>)', 'hash(<float>)',
  '<str>.count(<char>)', '<str>.find(<word>)', '<str>.rfind(<char>)', '<list>.count(<any>)', '(<tuple>).count(<int>)',
  'sum(<int+> for <it> in range(<small>))', 'sum([<int+> for <it> in range(<small>)])', 'divmod(<int>, <nonzero>)[1]',
  'pow(<small>, <small>)', 'pow(<small>, <small>, <nonzero>)', 'int(<bool>)', '(<ints> or [4])[0]', '(<ints> or [5])[-1]',
  '(<int>).bit_length()', "int('ff', 16)", "int(' 42 ')", '(lambda a, b=<int>: a + b)(<int>)', '(lambda *a: len(a))(<int>, *<ints>)',
  '(lambda **k: len(k))(**<dict>)', '<dict>.get(<word>, <int>)', 'len(range(<int>, <int>, <nonzero>))', 'ord(<str>[:1] or "x")',
  '(<int> and <int>)', '(<int> or <int>)', 'len(str(<big>))', 'sum(map(abs, <ints>))', 'sum(1 for <it> in <iterable>)',
  'len({<it> % 3 for <it> in range(<small>)})', 'len(sorted(<ints>, reverse=<bool>))', 'int.from_bytes(<bytes>[:4], "big")',
  "(<ints>.index(<int>) if <int> in <ints> else -1)", 'hash((<int>, <str>))',
];

const BIG: readonly Production[] = [
  '10**20', '2**64', '2**63 - 1', '-(2**31)', '123456789012345678901234567890', '(<big> + <int>)', '(<big> - <big>)',
  '(<big> * <small>)', '(<big> // <nonzero>)', '(<big> % 1000000007)', '(<big> >> <small>)', '(<big> << <small>)', '(<big> & <big>)',
  '(<big> | <int>)', '(<big> ^ <big>)', '-<big>', '~<big>', 'abs(<big>)', '(<small> ** 9)', "int('9' * 25)", 'divmod(<big>, <big>)[0]',
];

const FLOAT: readonly Production[] = [
  '0.0', '1.5', '-2.25', '0.1', '3.14159', '1e10', '1e-7', '2.0', '100.0', '(<float> + <float>)', '(<float> - <int>)',
  '(<float> * <float>)', '(<int> / <nonzero>)', '(<float> / <nonzero>)', '(<float> // <nonzero>)', '(<float> % <nonzero>)',
  'abs(<float>)', 'float(<int>)', "float('2.5')", 'round(<float>, <small>)', '-<float>', 'max(<float>, <float>)', 'sum([<float>, <float>])',
  '(<float> if <bool> else <float>)', '(<int> * 0.5)', '(<small> ** 0.5)', '(<small> ** -1 if <small> else 2.5)',
];

const BOOL: readonly Production[] = [
  'True', 'False', '(<int> < <int>)', '(<int> == <int>)', '(<int> <= <int> < <int>)', 'not <bool>', '(<bool> and <bool>)', '(<bool> or <bool>)',
  '(<str> == <str>)', '(<str> < <str>)', '(<word> in <str>)', '(<int> in <ints>)', '(<any> in <list>)', '(<any> is None)', '(<any> is not <any>)',
  'isinstance(<any>, <cls>)', '<str>.startswith(<char>)', '<str>.isalpha()', '<str>.isdigit()', 'all(<ints>)', 'any(<ints>)', 'bool(<list>)',
  '(<list> == <list>)', '(<tuple> < <tuple>)', '(<set> <= <set>)', '(<dict> == <dict>)', '(<float> > <int>)', '(<key> in <dict>)', '(<key> not in <set>)',
  'any(<int+> > 2 for <it> in range(<small>))', 'all(<int+> for <it> in <ints>)', 'callable(<any>)', 'hasattr(<any>, "append")', '(<int> != <float>)',
  '(<bytes> == <bytes>)', '<set>.isdisjoint(<set>)', 'issubclass(bool, <cls>)', '(<ints> > <ints>)', 'bool(<int> & 1)',
];

const STR: readonly Production[] = [
  "''", "'a'", "'spam'", "'hello world'", "'\\n'", "'caf\\xe9'", "'\\u20ac5'", "'a,b,,c'", "'Mixed Case'", "'123'", "'  pad '", '<word>', '<char>',
  '(<str> + <str>)[:60]', '(<str>[:5] * <small>)', '<str>.upper()', '<str>.lower()', '<str>.title()', '<str>.strip()', '<str>.replace(<char>, <word>)[:60]',
  '<str>[<slice>]', 'str(<int>)', 'str(<float>)', 'repr(<str>)', 'str(<list>)', 'repr(<dict>)', 'str(<tuple>)', 'repr(<bytes>)', 'repr(<float>)', 'hex(<int>)', 'bin(<int>)', 'oct(<int>)',
  '<char>.join(<strs>)', "', '.join(str(<int+>) for <it> in range(<small>))", "''.join([<str+> for <it> in range(<small>)])", "f'{<@int>:<intspec>}'",
  "f'{<float>:<floatspec>}'", "f'{<word>:<strspec>}|{<int>}'", "f'{<int>}{<word>!r:>8}'", "f'{<int> + 1 = }'", "f'{<float>:{<small>}.{2}f}'", "format(<int>, '<intspec>')",
  "format(<float>, '<floatspec>')", "'%d-%s' % (<int>, <str>)", "'%5.2f|%-6s|%x' % (<float>, <word>, <small>)", "'<percent>' % (<int>,)", "'%(a)s %(b)r' % {'a': <int>, 'b': <str>}",
  "'{} {}'.format(<int>, <str>)", "'{0!r} {1:<intspec>}'.format(<str>, <int>)", "'{a} {a!s:>6}'.format(a=<word>)", "'{x[0]} {x[1]}'.format(x=[<int>, <str>])", '<str>.center(<small>, "*")',
  '<str>.zfill(<small>)', '<str>.ljust(<small>)', '<str>.swapcase()', '<str>.capitalize()', 'chr(<small> + 97)', '(<str> if <bool> else <str>)', "<str>.split(',')[0]", '<str>.partition(<char>)[0]',
  'max(<strs>, default="")', 'ascii(<str>)', '<str>.expandtabs(4)', '<str>.lstrip("ha ")', '<str>.casefold()', 'type(<any>).__name__', '(<str> or <word>)', "str(<bytes>, 'latin-1')", 'str(<bool>)', 'str(<big>)',
  "<str>.translate({97: 'A', 98: None})", '<str>.removeprefix("sp") if hasattr(str, "removeprefix") else ""', "'\\n'.join(<str>.splitlines())",
];

const COLLECTIONS = {
  ints: [
    '[]', '[1]', '[3, 1, 2]', '[<int>, <int>]', '[<int>, <int>, <int>, <int>]', 'list(range(<small>))', 'list(range(<int>, <int>, 97))[:9]', '[<int+> for <it> in range(<small>)]', '[<int+> for <it> in range(<small>) if <bool+>]',
    '(<ints> + <ints>)[:20]', '<ints>[<slice>]', 'sorted(<ints>)', 'sorted(<ints>, key=lambda q: -q)', 'sorted(<ints>, key=lambda q: q % 3, reverse=<bool>)', 'list(reversed(<ints>))', 'list(map(lambda q: q + <int>, <ints>))', 'list(filter(None, <ints>))', 'list(filter(lambda q: q % 2, <ints>))',
    'list(map(len, <strs>))', 'list(<bytes>)', '[a for a, *b in zip(<ints>, <strs>)]', '[*<ints>, <int>]', 'list({*<ints>})[:0]', '[len(<str+>) for <it> in range(<small>)]', '(<ints> * <small>)[:12]', '[a + b for a in <ints>[:3] for b in <ints>[:3]]', 'list(<ints>)', '<ints>.copy()', 'list(<gen>)[:9]', '[ord(c) for c in <str>]',
    '[n for n, _ in enumerate(<str>)]', 'list(map(int, <ints>))', 'list(map(max, <ints>, <ints>))',
  ],
  strs: ["['a', 'b']", '[<str>, <str>]', '<str>.split()', "<str>.split(',')", 'list(<str>)', '[<str+> for <it> in range(<small>)]', 'sorted(<strs>)', 'sorted(<strs>, key=len)', '[str(n) for n in <ints>]', 'list(map(str, <ints>))', '<str>.splitlines()', '<str>.rsplit(None, 1)', '<strs>[<slice>]', '[w.upper() for w in <strs>]', '[k for k in <dict>]', 'sorted(<dict>)', 'list(map(repr, <ints>))'],
  list: ['[<any>]', '[<any>, <any>, <any>]', '[[], <any>]', '[<any+> for <it> in range(<small>)]', '[[<it>] for <it> in range(<small>)]', '[<list>, <int>]', 'list(<tuple>)', 'list(<dict>.items())', 'list(zip(<ints>, <strs>))', 'list(enumerate(<strs>))', '[None] * <small>', '[[]] * 3', '[(<it>, <int+>) for <it> in range(<small>)]', '(<list> + <list>)[:12]', '<list>[<slice>]', '<list>[::-1]', '[*<tuple>, *<strs>][:9]', '[{} for <it> in range(<small>)]', 'list(map(lambda *a: a, <ints>, <strs>))', '[lambda: <int>]', 'list(zip(*[<ints>, <ints>]))', '[x for x in <iterable>]', '[object() for <it> in range(<small>)]', '[<instance>, <instance>]', '[<it> if <it> % 2 else [<it>] for <it> in range(<small>)]', 'list(<iterable>)', 'list(<dict>.values())'],
  tuple: ['()', '(<int>,)', '(<int>, <str>)', '(<int>, <int>, <str>, None)', 'tuple(<ints>)', 'tuple(<int+> for <it> in range(<small>))', '(<tuple> + <tuple>)[:9]', '<tuple>[<slice>]', 'divmod(<int>, <nonzero>)', '<str>.partition(<char>)', '(*<ints>, <str>)', '(<tuple> * 2)[:9]', '(<int>, (<int>, <str>))', 'tuple(<strs>)', '(<list>, <int>)', 'tuple(sorted(<ints>))', '(<float>, <big>)', 'tuple(<str>)', '(1, 2, 3)', "('a', ('b', None))"],
  dict: ['{}', "{'a': 1}", "{'a': <int>, 'b': <int>, 'c': <int>}", '{str(<it>): <int+> for <it> in range(<small>)}', 'dict(a=<int>, z=<int>)', 'dict(zip(<strs>, <ints>))', '{**<dict>, "k": <int>}', 'dict.fromkeys(<strs>, <int>)', 'dict(<dict>)', '<dict>.copy()', '{w: len(w) for w in <strs>}', '{k: v for k, v in <dict>.items() if v != <int>}', "dict([('x', <int>), ('y', <int>)])", '{<str>: <int>}', '{c: n for n, c in enumerate(<str>)}', 'dict(<dict>, q=<int>)'],
  set: ['set()', '{1, 2, 3}', '{<int>, <int>}', 'set(<ints>)', '{<int+> for <it> in range(<small>)}', '(<set> | <set>)', '(<set> & <set>)', '(<set> - <set>)', '(<set> ^ <set>)', '<set>.union(<ints>)', '<set>.copy()', 'set(range(<small>))', '<set>.difference(<ints>)', '{*<ints>, <int>}', 'set(<set>)'],
  frozen: ['frozenset(<ints>)', 'frozenset({<int>})', '(<frozen> | <set>)', 'frozenset(<set>)'],
  bytes: ["b''", "b'abc'", 'bytes(<small>)', "<str>.encode('utf-8')", '(<bytes> + <bytes>)[:40]', '<bytes>[<slice>]', 'bytes([1, 2, 250])', '<bytes>.upper()', "<bytes>.replace(b'a', b'xy')", '(<bytes> * 2)[:40]', "b'x,y'.split(b',')[0]", 'bytes(bytearray(<bytes>))', "b' '.join([<bytes>, <bytes>])", 'bytearray(<bytes>).hex().encode()', 'bytes(range(<small>))'],
};

export const PRODUCTIONS: Readonly<Record<Kind, readonly Production[]>> = {
  int: INT,
  small: ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9', '11'],
  nonzero: ['1', '2', '3', '7', '-2', '-3', '10', '1000', '97'],
  big: BIG,
  float: FLOAT,
  bool: BOOL,
  str: STR,
  char: ["'a'", "','", "' '", "'l'", "'\\xe9'", "'b'", "'o'"],
  word: ["'spam'", "'b'", "'hell'", "'a'", "'long_identifier'", "'two words'", "'k'", "'\\xe9t\\xe9'"],
  ...COLLECTIONS,
  slice: [':', '1:', ':-1', '::2', '::-1', '1:3', '-2:', ':<small>', '<small>:<small>', '5:0:-1', '<int>:<int>', '<int>:'],
  key: ["'a'", "'b'", '<word>', '<int>', "'z'", '<tuple>[:0]', 'None', '<char>'],
  any: ['None', 'True', '<int>', '<str>', '<float>', '<ints>', '<tuple>', '<dict>', '<strs>', '[]', '{}', '()', '<bytes>', '<big>', 'Ellipsis', '<set>', 'object', '<frozen>', '<bool>', '(<int>, [<str>])'],
  hashable: ['<int>', '<str>', '<float>', '<bytes>', '(<int>, <str>)', 'None', '<frozen>', '<big>', 'True'],
  iterable: ['<ints>', '<str>', '<tuple>', '<dict>', '<strs>', 'range(<small>)', 'enumerate(<strs>)', 'zip(<ints>, <str>)', '(<int+> for <it> in range(<small>))', 'reversed(<ints>)', 'map(str, <ints>)', 'iter(<list>)', '<dict>.items()', '<bytes>', 'filter(None, <ints>)', '<dict>.values()', 'iter(range(3))', '<gen>'],
  callable: ['(lambda x: x)', '(lambda x, y=<int>: (x, y))', 'len', 'str', 'repr', '(lambda *a, **k: (a, k))'],
  instance: ['object()', 'Exception(<int>)', '[]'],
  cls: ['int', 'str', 'list', '(int, float)', 'dict', 'object', 'bool', '(list, tuple)', 'type(None)', 'type'],
  gen: ['(<int+> for <it> in range(<small>))', '(<it> for <it> in <ints> if <it>)', '((<int+>) for <it> in <ints>)'],
  intspec: ['', 'd', '5d', '<5', '>6', '^7', '+d', '08d', ',', 'x', '#x', 'b', '#010b', '_', '*^9d', 'e', 'o', ' d', '=+6d', 'n', '.2f', 'X'],
  floatspec: ['', '.2f', '.3e', 'g', '8.1f', '+.1f', '%', '.0f', ',.2f', '010.3f', '^12.2f', '.10g', 'n', '<9', '#.3g', '.1%', 'E'],
  strspec: ['', '5', '>5', '^9', '.2', '*<7', '-^8.3', 's', '10.4s'],
  percent: ['%d', '%5d', '%-5d|', '%05d', '%+d', '%x', '%#o', '%s', '%r', '%.3f', '%e', '%i%%', '%g', '%8.3d', '% d', '%X', '%a'],
  compare: ['<', '<=', '==', '!=', '>', '>='],
  fresh: ['None'],
};
