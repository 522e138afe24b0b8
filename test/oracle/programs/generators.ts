/** Generators that are sent to, thrown into, closed, delegated to, left unfinished and caught in cycles; and context managers. */
import { counted, probe } from './probes.ts';
import { statements } from './statements.ts';
import type { Writer } from './writer.ts';

const BODIES: readonly string[] = [
  'for z in range(a):\n    yield z',
  'got = yield 1\nwhile got is not None:\n    got = yield got',
  'try:\n    yield a\n    yield <int>\nfinally:\n    print("closing")',
  'try:\n    yield a\nexcept ValueError as exc:\n    yield str(exc)\nexcept GeneratorExit:\n    print("exit")\n    raise',
  'yield from range(a)\nreturn <str>',
  'x = yield from inner(a)\nyield x',
  'held = [a]\nyield held\nyield sys.getrefcount(held)',
  'with manager(a) as m:\n    yield m\n    yield a',
  'for z in range(9):\n    try:\n        a = yield a\n    except KeyError:\n        yield "key"',
  'yield [z for z in range(a)]\nraise ValueError(a)',
  'total = 0\nfor z in (a, 2, 3):\n    got = yield total\n    total += got or z\nreturn total',
  'if a > 100:\n    yield\nreturn',
  'yield gc.get_count()\nyield gc.collect()',
  'local = {}\nlocal["me"] = local\nyield a\nyield local is local["me"]',
  'yield a\nyield from (z * 2 for z in [a, 1])\nyield from [<int>, <int>]',
  'def helper():\n    return a\nyield helper\nyield helper()',
];

const STEPS: readonly string[] = [
  'print(next(G))',
  'print(next(G, "end"))',
  'print(G.send(None))',
  'print(G.send(<int>))',
  'print(G.throw(ValueError(<str>)))',
  'print(G.throw(KeyError("k")))',
  'G.close()',
  'print(list(G)[:5])',
  'for z in G:\n    print(z)\n    break',
  'print(sys.getrefcount(G), sys.getsizeof(G))',
  'print(G.gi_frame is None, G.gi_running)',
  'print(G.gi_yieldfrom is None)',
  'print(iter(G) is G, gc.is_tracked(G))',
  'print(gc.get_count())',
  'keep = [G]\nkeep.append(keep)\ndel keep',
  'G2 = G\nprint(sys.getrefcount(G))\ndel G2',
  'a, *b = G\nprint(a, b)',
  'print(sum(z for z in G if isinstance(z, int)))',
  'print(3 in G)',
  'print(max(G, default=None))',
  'print(dict.fromkeys(G))',
  'print([*G][:4])',
  'print(len(gc.get_referents(G)))',
  'ref = weakref.ref(G)\nprint(ref() is G)',
  'print(G.gi_frame.f_locals.get("a"))',
  'print(tuple(zip(G, "ab")))',
  'print(list(enumerate(G))[:3])',
  'print(G.gi_code.co_name, G.__name__)',
];

export function generator(w: Writer): void {
  const [name, made] = [w.fresh('gen'), w.fresh('g')];
  w.line('def inner(a):\n    got = yield a\n    return [got, a]');
  manager(w);
  w.block(`def ${name}(a):`, () => {
    w.line(w.fill(w.random.pick(BODIES)));
    if (w.random.chance(30)) w.line(w.fill(w.random.pick(BODIES)));
  });
  w.line(`${made} = ${name}(${w.random.between(0, 4)})`);
  for (let left = w.random.between(2, 8); left > 0; left--) {
    w.block('try:', () => w.line(w.fill(w.random.pick(STEPS)).replaceAll(/\bG\b/g, made)));
    w.block('except (Exception, StopIteration) as exc:', () =>
      w.line('print(type(exc).__name__, exc, getattr(exc, "value", None))'),
    );
    if (w.random.chance(20)) probe(w);
  }
  if (w.random.chance(30)) {
    w.line(`${w.fresh('loop')} = [${made}]`);
    w.line(`holder = {'g': ${made}}; holder['h'] = holder; del holder`);
  }
  if (w.random.chance(60)) w.line(`del ${made}`);
  w.line('print(gc.collect(), gc.get_count())');
}

/** A class of context managers, some of which swallow what is raised. */
function manager(w: Writer): void {
  w.block('class manager:', () => {
    w.line('def __init__(self, tag):\n    self.tag = tag');
    w.line(
      w.random.pick([
        'def __enter__(self):\n    print("in", self.tag)\n    return self.tag',
        'def __enter__(self):\n    return [self]',
      ]),
    );
    w.line(
      `def __exit__(self, kind, value, trace):\n    print("out", kind and kind.__name__, value, trace is None)\n    return ${w.random.pick(['None', 'True', 'False', 'kind is KeyError', 'self.tag'])}`,
    );
  });
}

export function contexts(w: Writer): void {
  manager(w);
  w.block('try:', () => {
    const header = w.random.pick([
      'with manager(1):',
      'with manager(1) as m, manager(2) as n:',
      'with manager([]) as m:',
      'with manager(3) as (m):',
      'with manager(0) as m:',
    ]);
    w.block(header, () => {
      statements(w, w.random.between(1, 2), 0);
      w.line(
        w.fill(
          w.random.pick([
            'raise KeyError(<str>)',
            'raise ValueError(<int>)',
            `print("inside", ${counted('m')} if "m" in dir() else 0)`,
            'print(<int>)',
            '1 / 0',
            'print(gc.get_count())',
          ]),
        ),
      );
    });
    w.line('print("after")');
  });
  w.block('except Exception as exc:', () =>
    w.line('print(type(exc).__name__, exc.__context__, exc.__traceback__ is not None)'),
  );
  const name = w.fresh('f');
  w.block(`def ${name}(n):`, () => {
    w.block('for z in range(n):', () =>
      w.block('with manager(z):', () =>
        w.line(
          w.random.pick([
            'return z',
            'continue',
            'break',
            'raise KeyError(z)',
            'print(z)',
            'if z: return [z]',
          ]),
        ),
      ),
    );
    w.line('return "none"');
  });
  w.block('try:', () => w.line(`print(${name}(${w.random.between(0, 3)}))`));
  w.block('except KeyError as exc:', () => w.line('print("escaped", exc)'));
}
