/** Random statements of ordinary Python: assignments, loops, branches, handlers, deletions, with probes strewn in. */

import { probe } from './probes.ts';
import type { Kind } from './productions.ts';
import type { Writer } from './writer.ts';

const KINDS: readonly Kind[] = [
  'int',
  'int',
  'ints',
  'ints',
  'list',
  'list',
  'str',
  'str',
  'float',
  'dict',
  'dict',
  'tuple',
  'set',
  'strs',
  'bytes',
  'big',
  'bool',
  'gen',
  'frozen',
  'callable',
];

/** Statements of one line, as templates; `<@kind>` makes the name that they need. */
const LINES: readonly string[] = [
  '<@ints>.append(<int>)',
  '<@list>.append(<any>)',
  '<@list>.append([])',
  '<@ints>.extend(<ints>)',
  '<@list>.insert(<small>, <any>)',
  '<@ints>.sort()',
  '<@ints>.sort(key=lambda z: z % 5)',
  '<@ints>.reverse()',
  '<@list>[:] = <list>',
  '<@ints>[<slice>] = <ints>[:5]',
  '<@ints> += <ints>[:4]',
  '<@strs> += <str>[:3]',
  '<@list>[:0] = [<any>]',
  'del <@list>[:1]',
  'del <@ints>[<slice>]',
  '<@list>.clear()',
  '<@dict>.clear()',
  'print(<@ints>.pop() if <@ints> else None)',
  '<@dict>[<key>] = <any>',
  '<@dict>[<word>] = <int>',
  "<@dict>.setdefault('s', []) ",
  '<@dict>.update(<dict>)',
  '<@dict>.update(u=<int>, w=<str>)',
  "print(<@dict>.pop('a', None))",
  'print(<@dict>.popitem() if <@dict> else None)',
  '<@set>.add(<hashable>)',
  '<@set>.discard(<int>)',
  '<@set>.update(<ints>)',
  '<@set> |= <set>',
  '<@set>.clear()',
  '<@set> -= <set>',
  '<@int> += <int>',
  '<@int> = <@int> * <small> % 1000003',
  '<@str> += <word>',
  '<@str> = <@str>[:40]',
  '<@float> /= <nonzero>',
  '<@int> //= <nonzero>',
  '<@int> ^= <int>',
  '<@tuple> += (<int>,)',
  '<@bytes> += <bytes>[:9]',
  '<@int> <<= 2',
  '<@int> %= <nonzero>',
  '<@big> *= <small>',
  '<@big> >>= <small>',
  'assert <bool> or True, <str>',
  'print(<int>, <str>, sep=<char>)',
  'print(*<ints>, end=";\\n")',
  'print(<float>, <bool>)',
  'print(sorted(<set>, key=str))',
  'print(list(<iterable>)[:9])',
  'print(max(<ints> or [0]), min(<strs> or [""], key=len))',
  'print(<any> == <any>, <any> is <any>)',
  'print(isinstance(<any>, <cls>), type(<any>).__name__)',
  'print(len(<list>), bool(<any>))',
  'print(str(<any>)[:30].count("0"))',
  'print([*map(type, (<int>, <float>))][0] is int)',
  'print(sys.getsizeof(<ints>), sys.getsizeof(<str>))',
  'print(sys.getsizeof(<dict>), sys.getsizeof(<set>))',
  'print(sys.getsizeof(<tuple>), sys.getsizeof(<bytes>), sys.getsizeof(<big>))',
  'print(sys.getsizeof(<list>), sys.getrefcount(<list>))',
  'print(sys.getrefcount([]), sys.getrefcount({}), sys.getrefcount(object()))',
  'print(id(<@ints>) == id(<@ints>), <@str> is <@str>)',
  'print(list(zip(<iterable>, <iterable>))[:4])',
  'print(dict(sorted(<dict>.items())))',
  "print('%s %s' % (<float>, <tuple>[:2]))",
  'print(any(<iterable>), all(<iterable>))',
  'print(hash(<hashable>) == hash(<hashable>))',
  'print(next(<gen>, None), next(iter(<ints>), -1))',
  'print(<list>[::2], <tuple>[::-1])',
  'print(<bytes>, <frozen> == <set>)',
  'print(<big>, <big>)',
  'print(round(<float>, 3), <float>)',
  'print({**<dict>}, [*<tuple>])',
  'print(<dict>.keys() & <dict>.keys() == set())',
  'print(list(<dict>.keys())[:2], <dict>.values())',
  'print(<str>.split(), <str>.partition(" "))',
  'print(<str>.encode("utf-8", "replace"), ascii(<str>))',
  'print(<str>.find("a"), <str>.upper() == <str>)',
  'print(divmod(<int>, <nonzero>), divmod(<float>, <nonzero>))',
  'print(<int> if <bool> else <str>, <list> or <tuple>)',
  'print((lambda *, k=<int>: k)(), (lambda a, /, b: (a, b))(1, b=<int>))',
  'print(type(<any>) is type(<any>))',
  'print(getattr(<any>, "__len__", None) is None)',
  'print(repr(<str>) + repr(<bytes>))',
  'print(<int>, end=" ")',
  'print(format(<int>, ">8"), format(<float>, "8.3f"))',
  'print([].append(<int>), {}.get(<key>))',
  'print(sum([[1], [2]], []), sum(<ints>, <float>))',
];

/** Statements that may raise what the test of the message is about. */
const RISKY: readonly string[] = [
  'print(<ints>[<int>])',
  'print(<dict>[<key>])',
  'print(<int> / (<int> - <int>))',
  'print(int(<str>))',
  'print(<any> + <any>)',
  'print(<any> < <any>)',
  'print(len(<any>))',
  'print(<any>[<any>])',
  'print(<list>.index(<any>))',
  'print(<any>())',
  'a, b = <ints>',
  'a, *b = <any>\nprint(a, b)',
  'a, (b, c) = <tuple>',
  'print(float(<str>))',
  'print(<str>.index(<word>))',
  '{}[<any>] = <any>',
  'print(next(<gen>))',
  'print({<any>, <any>})',
  '<@ints>.remove(<int>)',
  'print(<@list>.pop(<int>))',
  'del <@dict>[<key>]',
  'raise ValueError(<any>)',
  'print(undefined_name)',
  'print(<any>.nothing)',
  'print(sum(<any>))',
  'print(max(<list>))',
  'print(sorted(<list>))',
  "print('%d' % <any>)",
  "print(f'{<@list>:d}')",
  'for q in <any>:\n    print(q)\n    break',
  'print(abs(<any>), -<any>)',
  'print(<any> @ <any>)',
  'assert <bool>, <any>',
  'print(range(<any>))',
  'print(chr(<int>))',
  'print([1, 2][<any>:])',
  'print(<any> in <any>)',
  'print("abc" * <any>)',
  'print(isinstance(<any>, <any>))',
  'print(<set>.pop() is None)',
  'raise <any>',
  'print((lambda a: a)(<int>, <int>))',
  'print((lambda a, *, b: a)(<int>, c=<int>))',
  'print(dict(<any>))',
  'print(tuple(<any>))',
  "print('{} {}'.format(<int>))",
  'print(<bytes>[<small>])',
  'print(<int> << <int>)',
  'print(pow(<int>, -1, <nonzero>))',
  'print(round(<any>))',
  'print(<str>.join(<any>))',
  'print(iter(<any>) is None)',
  'print(set(<any>) | <set>)',
  'print(<tuple>.index(<any>))',
  'print(int(<float> * 1e308 * 10))',
  'print(bytes([<int>]))',
  'print(hash(<any>) is None)',
  'print(ord(<str>))',
  'print(reversed(<any>) is None)',
  "print(<str>.encode('ascii'))",
  'print((<int>).real.foo)',
];

export function assignment(w: Writer): void {
  const kind = w.random.pick(KINDS);
  const text = w.expression(kind);
  const old = w.random.chance(30) ? w.known(kind) : undefined;
  const name = old ?? w.fresh('v');
  const short = old !== undefined && (kind === 'str' || kind === 'bytes');
  w.line(short ? `${name} = (${text})[:60]` : `${name} = ${text}`);
  w.know(name, kind);
}

function unpacking(w: Writer): void {
  const [a, b, c] = [w.fresh('u'), w.fresh('u'), w.fresh('u')];
  const [line, kinds] = w.random.pick<readonly [string, readonly Kind[]]>([
    [`${a}, ${b} = <int>, <str>`, ['int', 'str']],
    [`${a}, *${b} = [<int>, *<ints>]`, ['int', 'ints']],
    [`*${a}, ${b} = [*<ints>, <int>]`, ['ints', 'int']],
    [`${a}, (${b}, ${c}) = <int>, [<str>, <list>]`, ['int', 'str', 'list']],
    [`${a} = ${b} = <list>`, ['list', 'list']],
    [`[${a}, ${b}, *${c}] = <int>, <int>, <int>, <int>`, ['int', 'int', 'ints']],
    [`${a}, ${b}, ${c} = <str>, <list>, <dict>`, ['str', 'list', 'dict']],
    [`${a}, ${b} = divmod(<int>, <nonzero>)`, ['int', 'int']],
  ]);
  w.line(w.fill(line));
  [a, b, c].forEach((name, at) => {
    const kind = kinds[at];
    if (kind !== undefined) w.know(name, kind);
  });
}

function deletion(w: Writer): void {
  const name = w.anyKnown(KINDS);
  if (name === undefined || !w.atTop) return;
  w.line(w.random.chance(60) ? `del ${name}` : `${name} = None`);
  w.forget(name);
}

function loop(w: Writer, depth: number): void {
  const it = w.fresh('i');
  const [header, kind] = w.random.pick<readonly [string, Kind | undefined]>([
    [`for ${it} in range(<small>):`, 'int'],
    [`for ${it} in <ints>[:9]:`, 'int'],
    [`for ${it} in <strs>[:9]:`, 'str'],
    [`for ${it}, ${w.fresh('j')} in enumerate(<str>):`, 'int'],
    [`for ${it} in list(<dict>):`, undefined],
    [`for ${it} in zip(<iterable>, range(9)):`, undefined],
    [`for ${it}, ${w.fresh('j')} in zip(<ints>, <strs>):`, 'int'],
    [`for ${it}, ${w.fresh('j')} in sorted(<dict>.items(), key=str):`, undefined],
    [`for ${it} in reversed(<ints>):`, 'int'],
    [`for ${it} in [<int>, <int>, <int>]:`, 'int'],
    [`for ${it} in (1, 2, 3):`, 'int'],
  ]);
  w.scoped(w.fill(header), () => {
    if (kind !== undefined) w.know(it, kind);
    statements(w, w.random.between(1, 3), depth - 1);
    if (w.random.chance(15))
      w.block(`if ${w.expression('bool')}:`, () => w.line(w.random.pick(['break', 'continue'])));
  });
  if (w.random.chance(20)) w.block('else:', () => w.line(`print('else', ${w.expression('int')})`));
}

function whileLoop(w: Writer, depth: number): void {
  const counter = w.fresh('n');
  w.line(`${counter} = 0`);
  w.scoped(`while ${counter} < ${w.random.between(1, 9)}:`, () => {
    w.line(`${counter} += 1`);
    statements(w, w.random.between(1, 2), depth - 1);
  });
}

function branch(w: Writer, depth: number): void {
  const walrus = w.fresh('w');
  const condition = w.random.chance(20)
    ? w.fill(`(${walrus} := <int>) > <int>`)
    : w.expression(w.random.pick<Kind>(['bool', 'bool', 'list', 'str', 'int']));
  const second = w.random.chance(30) ? w.expression('bool') : undefined;
  w.scoped(`if ${condition}:`, () => statements(w, w.random.between(1, 2), depth - 1));
  if (second !== undefined) w.block(`elif ${second}:`, () => w.line(`print('elif', 1)`));
  if (w.random.chance(50)) w.scoped('else:', () => statements(w, 1, depth - 1));
}

export function guarded(w: Writer, depth: number): void {
  w.scoped('try:', () => {
    if (depth > 0 && w.random.chance(40)) statements(w, 1, depth - 1);
    w.line(w.fill(w.random.pick(RISKY)));
  });
  const e = w.fresh('e');
  w.block(
    `except ${w.random.pick(['Exception', 'Exception', 'Exception', '(LookupError, ArithmeticError, TypeError, ValueError, NameError, AttributeError, AssertionError, StopIteration)'])} as ${e}:`,
    () => {
      w.line(`print(type(${e}).__name__, ${e})`);
      if (w.random.chance(30))
        w.line(`print(sys.getrefcount(${e}), len(${e}.args), ${e}.__context__ is None)`);
      if (w.random.chance(15)) w.line('print(gc.get_count())');
    },
  );
  if (w.random.chance(25)) w.block('else:', () => w.line("print('fine')"));
  if (w.random.chance(30)) w.block('finally:', () => w.line(`print('finally', ${w.expression('int', 1)})`));
}

type Statement = (w: Writer, depth: number) => void;

const STATEMENTS: readonly (readonly [number, Statement])[] = [
  [6, assignment],
  [2, unpacking],
  [8, (w) => w.line(w.fill(w.random.pick(LINES)))],
  [6, probe],
  [1, deletion],
  [2, loop],
  [1, whileLoop],
  [2, branch],
  [2, guarded],
];

export function statements(w: Writer, count: number, depth: number): void {
  const usable = STATEMENTS.filter(([, one]) => depth > 0 || ![loop, whileLoop, branch].includes(one));
  const all = usable.flatMap(([weight, one]) => Array.from({ length: weight }, () => one));
  for (let left = count; left > 0; left--) w.random.pick(all)(w, depth);
}
