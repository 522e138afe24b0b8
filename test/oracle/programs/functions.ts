/** Functions with every kind of parameter, closures, recursion, decorators, and calls of them. */

import { counted, probe } from './probes.ts';
import type { Kind } from './productions.ts';
import { statements } from './statements.ts';
import type { Writer } from './writer.ts';

interface Signature {
  readonly parameters: string;
  readonly kinds: Readonly<Record<string, Kind>>;
  readonly calls: readonly string[];
}

const SIGNATURES: readonly Signature[] = [
  {
    parameters: 'a',
    kinds: { a: 'int' },
    calls: ['<int>', 'a=<int>', '*[<int>]', "**{'a': <int>}", '', '<int>, <int>'],
  },
  {
    parameters: 'a, b',
    kinds: { a: 'ints', b: 'list' },
    calls: [
      '<ints>, <list>',
      'b=<list>, a=<ints>',
      '<ints>, b=<list>',
      '*(<ints>, <list>)',
      '<ints>',
      "<ints>, **{'b': <list>}",
    ],
  },
  {
    parameters: 'a, b=5',
    kinds: { a: 'list', b: 'int' },
    calls: ['<list>', '<list>, <int>', '<list>, b=<int>', 'c=1', '*[<list>], **{}'],
  },
  {
    parameters: 'a=[], b={}',
    kinds: { a: 'list', b: 'dict' },
    calls: ['', '[<int>]', 'b=<dict>', '<list>, <dict>'],
  },
  {
    parameters: '*a',
    kinds: { a: 'tuple' },
    calls: ['', '<int>', '<int>, <str>', '*<ints>', '<int>, *<tuple>, <int>', 'k=1'],
  },
  {
    parameters: '**a',
    kinds: { a: 'dict' },
    calls: ['', 'x=<int>', '**{"k": <int>}', 'x=<int>, **{"y": <list>}', '<int>', "x=1, **{'x': 2}"],
  },
  {
    parameters: 'a, *b, c=3, **d',
    kinds: { a: 'list', b: 'tuple', c: 'int', d: 'dict' },
    calls: [
      '<list>',
      '<list>, <int>, <int>',
      '<list>, c=<int>',
      '<list>, *<ints>, z=<list>',
      '<list>, *<tuple>, **{"c": <int>, "w": <str>}',
      '',
    ],
  },
  {
    parameters: 'a, *, c',
    kinds: { a: 'dict', c: 'list' },
    calls: ['<dict>, c=<list>', 'c=<list>, a=<dict>', '<dict>', '<dict>, <list>'],
  },
  {
    parameters: 'a, /, b, *, c=None',
    kinds: { a: 'ints', b: 'str' },
    calls: ['<ints>, <str>', '<ints>, b=<str>', '<ints>, <str>, c=<list>', 'a=<ints>, b=<str>'],
  },
  {
    parameters: 'a, b=(), *c',
    kinds: { a: 'set', b: 'tuple', c: 'tuple' },
    calls: ['<set>', '<set>, <tuple>', '<set>, <tuple>, <list>, <list>'],
  },
];

function returning(w: Writer, kinds: Readonly<Record<string, Kind>>): void {
  const [first] = Object.keys(kinds);
  w.line(
    w.random.pick([
      `return ${first}`,
      `return ${w.expression('int')}`,
      `return [${first}]`,
      `return ${first}, ${w.expression('str')}`,
      'return',
      `return ${counted(first ?? '')}`,
    ]),
  );
}

/** A function and its calls, some of them wrong. */
export function plainFunction(w: Writer): void {
  const name = w.fresh('f');
  const signature = w.random.pick(SIGNATURES);
  const decorated = w.random.chance(20);
  if (decorated) decorator(w, name);
  const returns = w.random.chance(25) ? ' -> int' : '';
  w.alone(`def ${name}(${signature.parameters})${returns}:`, signature.kinds, () => {
    if (w.random.chance(15)) w.line("'''A docstring.'''");
    const first = Object.keys(signature.kinds)[0];
    if (w.random.chance(50)) w.line(`print(${counted(first ?? '')}, sys.getsizeof(${first}))`);
    statements(w, w.random.between(1, 4), 1);
    if (w.random.chance(20)) w.line('print(sorted(locals()))');
    if (w.random.chance(80)) returning(w, signature.kinds);
  });
  w.know(name, 'callable');
  for (let left = w.random.between(1, 4); left > 0; left--)
    call(w, name, w.fill(w.random.pick(signature.calls)));
  if (w.random.chance(30))
    w.line(
      `print(sys.getrefcount(${name}), ${name}.__name__, ${name}.__defaults__ is None, gc.is_tracked(${name}))`,
    );
}

function decorator(w: Writer, name: string): void {
  w.block(`def deco_${name}(fn):`, () => {
    w.block('def wrapper(*args, **kwargs):', () => {
      w.line(`print('before', len(args), sorted(kwargs), ${counted('args')})`);
      w.line('return fn(*args, **kwargs)');
    });
    w.line(w.random.pick(['return wrapper', 'wrapper.inner = fn\nreturn wrapper', 'return fn']));
  });
  w.line(`@deco_${name}`);
}

function call(w: Writer, name: string, args: string): void {
  const result = w.fresh('r');
  w.block('try:', () => {
    w.line(
      w.random.pick([
        `${result} = ${name}(${args})`,
        `${result} = ${name}(${args})\nprint(type(${result}).__name__)`,
        `print(type(${name}(${args})).__name__)`,
        `for rep in range(${w.random.pick([3, 9, 20])}):\n    ${name}(${args})`,
      ]),
    );
    if (w.random.chance(40)) probe(w);
  });
  w.block('except Exception as exc:', () => w.line('print(type(exc).__name__, exc)'));
}

/** Cells: shared, rebound, read after the function is gone. */
export function closure(w: Writer): void {
  const name = w.fresh('make');
  const [n, m] = [w.random.between(1, 5), w.expression('list')];
  w.block(`def ${name}(a, b=${n}):`, () => {
    w.line(`c = ${m}\ntotal = 0`);
    w.block('def inner(x=None):', () => {
      w.line('nonlocal total');
      w.line(
        w.random.pick([
          'total += b',
          'total = total + len(c)',
          'total += 1\n    c.append(total)'.replaceAll('    ', ''),
          'total += a if isinstance(a, int) else 1',
        ]),
      );
      w.line(
        w.random.pick([
          'return total',
          'return (total, c)',
          'return [a, total]',
          'return lambda: (total, x)',
        ]),
      );
    });
    if (w.random.chance(40))
      w.line('print(sys.getrefcount(inner), sys.getrefcount(c), inner.__closure__ is not None)');
    if (w.random.chance(30)) w.line('c.append(inner)');
    w.line(
      w.random.pick([
        'return inner',
        'return inner, lambda: c',
        'return [inner for z in range(2)]',
        'inner()\nreturn inner',
      ]),
    );
  });
  const made = w.fresh('k');
  w.line(`${made} = ${name}(${w.expression('int')})`);
  w.line(`${made} = ${made} if callable(${made}) else ${made}[0]`);
  w.line(
    `print(type(${made}()).__name__, len(${made}.__closure__), sys.getsizeof(${made}), sys.getrefcount(${made}))`,
  );
  w.line(
    w.random.pick([
      `print([c.cell_contents if isinstance(c.cell_contents, int) else type(c.cell_contents).__name__ for c in ${made}.__closure__])`,
      `print(${made}.__code__.co_freevars, gc.is_tracked(${made}.__closure__))`,
      `print(sys.getrefcount(${made}.__closure__[0]))`,
      `for z in range(3): ${made}()`,
    ]),
  );
  w.line(w.random.pick([`del ${made}`, `${made} = None`, 'print(gc.get_count())']));
  w.line('print(gc.collect())');
}

export function recursion(w: Writer): void {
  const name = w.fresh('rec');
  const depth = w.random.between(1, 12);
  w.line(
    w.random.pick([
      `def ${name}(n):\n    return 1 if n <= 1 else n * ${name}(n - 1)`,
      `def ${name}(n, seen=None):\n    seen = [] if seen is None else seen\n    seen.append(n)\n    if n:\n        ${name}(n - 1, seen)\n    return len(seen), sys.getrefcount(seen)`,
      `def ${name}(n):\n    if n < 2:\n        print(gc.get_count())\n        return n\n    return ${name}(n - 1) + ${name}(n - 2)`,
      `def ${name}(n):\n    return [] if n == 0 else [${name}(n - 1)]`,
      `def ${name}(n):\n    return sum(${name}(n - 1) for z in range(1)) + n if n else 0`,
      `${name} = lambda n: n if n < 1 else ${name}(n - 1)`,
      `def ${name}(n):\n    try:\n        return ${name}(n - 1) if n else 1 / 0\n    finally:\n        print(n, end=' ')`,
    ]),
  );
  w.block('try:', () => w.line(`print(${name}(${depth}))`));
  w.block('except ZeroDivisionError as exc:', () => w.line(`print(exc, sys.getrefcount(exc))`));
  if (w.random.chance(40))
    w.line(`for z in range(4): ${name}(0) if ${depth} else None`.replace(`${name}(0)`, `${name}(1)`));
}

export function globals(w: Writer): void {
  const [name, state] = [w.fresh('bump'), w.fresh('G')];
  w.line(`${state} = ${w.expression('int')}`);
  w.block(`def ${name}(by=${w.expression('small')}):`, () => {
    w.line(`global ${state}, ${state}_new`);
    w.line(`${state} += by`);
    w.line(`${state}_new = [${state}]`);
    if (w.random.chance(40)) w.line(`del ${state}_new`);
    w.line(`return ${state}`);
  });
  w.line(`print(${name}(), ${name}(3), '${state}_new' in globals())`);
  w.know(state, 'int');
}
