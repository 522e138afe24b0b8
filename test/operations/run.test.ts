import { expect, test } from 'vitest';
import type { ProgramOutcome } from '../../src/contract/index.ts';
import { createProcess, decodeOperation, Execution, programView } from '../../src/operations/index.ts';
import { WIDE_LIMITS } from '../support/laws.ts';
import { program, runAll } from '../support/programs.ts';

const LIST = { op: 'new', type: 'list', as: 'a' };
const FOREVER = ['n = 0', 'while True:', '    n += 1'];

test('operations and programs see the names of each other, and keep them', () => {
  const { outcomes, results } = runAll([
    LIST,
    program(['import sys', 'b = [a]', 'print(sys.getrefcount(a))']),
    { op: 'append', list: 'b', item: 'a' },
    { op: 'sys.getrefcount', of: 'a' },
    program(['print(sys.getrefcount(a), b)', 'del b']),
    { op: 'sys.getrefcount', of: 'a' },
    { op: 'unbind', name: 'a' },
    program(['print(a)']),
  ]);

  expect(outcomes.map(({ stdout }) => stdout)).toEqual(['3\n', '4 [[], []]\n', '']);
  expect([results[3]?.value, results[5]?.value]).toEqual([3, 1]);
  expect(outcomes[2]?.exception).toMatchObject({ name: 'NameError', message: "name 'a' is not defined" });
});

test('a collection that a program leaves waiting runs where its caller goes on, and what it prints is still said', () => {
  const source = [
    'import gc',
    'class A:',
    '    def __del__(self): print("gone")',
    'a = A()',
    'a.a = a',
    'del a',
    'gc.set_threshold(1)',
    'made = [{1}, {2}]',
  ];

  const { outcomes, results } = runAll([program(source), { op: 'gc.get_count' }], { python: '3.12' });

  expect(outcomes[0]?.stdout).toBe('gone\n');
  expect(results[1]?.value).toEqual([0, 1, 0]);
});

test('what nobody caught is a result with the traceback of that version, and the batch goes on', () => {
  const lines = ['def f(x):', '    return 1 / x', 'print("before")', 'f(0)', 'print("after")'];

  const [old] = runAll([program(lines)], { python: '3.9' }).outcomes;
  const [recent] = runAll([program(lines)], { python: '3.12' }).outcomes;

  expect(old).toMatchObject({ stdout: 'before\n', exit: 1, fault: null });
  expect(old?.exception?.traceback).toBe(
    [
      'Traceback (most recent call last):',
      '  File "main.py", line 4, in <module>',
      '    f(0)',
      '  File "main.py", line 2, in f',
      '    return 1 / x',
      'ZeroDivisionError: division by zero',
      '',
    ].join('\n'),
  );
  expect(recent?.exception?.traceback).toContain('           ~~^~~\n');
  const { results } = runAll([program(['1 / 0']), program(['def f(:']), LIST]);
  expect(results.map(({ seq }) => seq)).toEqual([1, 2, 3]);
  expect(results[1]?.value).toMatchObject({ exit: 1, exception: { name: 'SyntaxError' }, steps: 0 });
});

test('sys.exit says how a program ends, and arguments and input are its own', () => {
  const { outcomes } = runAll([
    program(['import sys', 'print(sys.argv, input())', 'sys.exit(3)'], {
      argv: ['x', 'y'],
      stdin: 'one\ntwo\n',
    }),
    program(['print(sys.argv, sys.stdin.readline())', 'sys.exit("no")'], { stdin: 'three' }),
  ]);

  expect(outcomes).toMatchObject([
    { stdout: "['x', 'y'] one\n", exit: 3, exception: null },
    { stdout: "['main.py'] three\n", stderr: 'no\n', exit: 1 },
  ]);
});

test.each([
  ['program_steps_spent', FOREVER, { steps: 1_000 }, 1_000],
  [
    'program_output_spent',
    ['n = 0', 'while True:', '    n += 1', '    print(n)'],
    { output_characters: 100 },
    100,
  ],
  [
    'program_heap_spent',
    ['n = []', 'while True:', '    n.append("x" * (100_000 + len(n)))'],
    { heap_bytes: 4_000_000 },
    4_000_000,
  ],
  ['program_objects_spent', ['n = []', 'while True:', '    n.append([])'], { objects: 10_000 }, 10_000],
  ['program_steps_spent', ['n = 1', 'sum(range(10**12))'], { steps: 100_000 }, 100_000],
] as const)(
  '%s ends a program, whatever it catches, and leaves what it did',
  (code, lines, limits, maximum) => {
    const guarded = [
      'try:',
      ...lines.map((line) => `    ${line}`),
      'except BaseException as e:',
      '    print("caught", e)',
      'finally:',
      '    print("finally")',
    ];

    const { outcomes } = runAll([program(guarded, { limits }), program(['print(n is not None)'])]);

    expect(outcomes).toMatchObject([
      { exit: 1, exception: null, fault: { code, maximum } },
      { stdout: 'True\n', exit: 0, fault: null },
    ]);
    expect(outcomes[0]?.stdout).not.toMatch(/caught|finally/);
  },
);

test('deep recursion is a RecursionError, and natives that call back nest no deeper', () => {
  const { outcomes } = runAll([
    program(['def f(n): return f(n + 1)', 'try: f(0)', 'except RecursionError as e: print(e)']),
    program([
      'class A:',
      '    def __repr__(self): return repr(self)',
      'try: repr(A())',
      'except RecursionError: print("too deep")',
    ]),
  ]);

  expect(outcomes.map(({ stdout }) => stdout)).toEqual(['maximum recursion depth exceeded\n', 'too deep\n']);
});

test('a finalizer that never ends is ended with its program, and the heap stays whole', () => {
  const { outcomes } = runAll([
    program(
      [
        'import gc',
        'class A:',
        '    def __del__(self):',
        '        while True: pass',
        'a = A(); a.me = a; del a',
        'kept = [1]',
        'gc.collect()',
        'print("not reached")',
      ],
      { limits: { steps: 20_000 } },
    ),
    program(['class B: pass', 'b = B(); b.me = b; del b', 'print(gc.collect(), kept)']),
  ]);

  expect(outcomes).toMatchObject([
    { stdout: '', fault: { code: 'program_steps_spent' } },
    { stdout: '1 [1]\n', fault: null },
  ]);
});

test('how a program is sliced changes nothing: not its answer, nor where a budget or an interrupt ends it', () => {
  const operations = [
    LIST,
    program([
      'def g():',
      '    for i in range(300):',
      '        yield [i] * 3',
      'print(sum(len(x) for x in g()))',
      'print(sorted([3, 1, 2], key=lambda x: -x))',
    ]),
    program(FOREVER, { limits: { steps: 5_003 } }),
    program(['n = 0', 'try:', '    while True: n += 1', 'except KeyboardInterrupt: print("stopped at", n)'], {
      interrupt_at: [777],
    }),
    program(['print(n)', 'while True: n += 1'], { interrupt_at: [50] }),
  ];

  const { results, log, outcomes } = runAll(operations, { steps: 1 });
  const coarse = runAll(operations, { steps: 100_000 });

  expect(results).toEqual(coarse.results);
  expect(log.difference(coarse.log)).toBeNull();
  expect(outcomes[2]?.stdout).toMatch(/^stopped at \d+\n$/);
  expect(outcomes[3]).toMatchObject({ exit: 130, exception: { name: 'KeyboardInterrupt' } });
});

test('an interrupt between two slices is noted where it came, and comes there again', () => {
  const operation = program([
    'n = 0',
    'try:',
    '    while True: n += 1',
    'except KeyboardInterrupt: print(n)',
  ]);
  const execution = new Execution(createProcess({ python: '3.12', keptEvents: 64 }), [operation], {
    seq: 0,
    limits: WIDE_LIMITS,
  });
  execution.run(500);

  execution.interrupt();
  while (!execution.run(500)) {
    // To its end.
  }

  expect(execution.operations[0]).toMatchObject({ interrupt_at: [expect.any(Number)] });
  expect(runAll(execution.operations, { steps: 3 }).results).toEqual(execution.results);
});

test('classes of operations are classes for programs, and their finalizers stay what they were', () => {
  const { outcomes, results } = runAll([
    { op: 'define_class', as: 'Node', finalizer: 'resurrect' },
    { op: 'new', type: 'instance', class: 'Node', as: 'n' },
    program([
      'n.x = [1]',
      'class Leaf(Node):',
      '    def __del__(self): print("leaf gone")',
      'print(isinstance(Leaf(), Node), type(n).__name__)',
      'del n',
    ]),
    { op: 'get_attr', of: 'resurrected[0]', name: 'x', as: 'x' },
    { op: 'define_class', as: 'Late' },
    { op: 'new', type: 'instance', class: 'Late', as: 'late' },
    program(['print(Late, late.__class__ is Late)']),
  ]);

  expect(outcomes.map(({ stdout }) => stdout)).toEqual([
    'leaf gone\nTrue Node\n',
    "<class '__main__.Late'> True\n",
  ]);
  expect(results[3]).toMatchObject({ seq: 4, object: expect.any(String) });
});

test('methods of a program run in operations too: they print, raise and must end', () => {
  const setup = program([
    'class P:',
    '    def __del__(self): print("gone")',
    'class E:',
    '    def __eq__(self, other): raise ValueError("never equal")',
    '    __hash__ = None',
    'p, e, items = P(), E(), [1]',
  ]);

  const { results } = runAll([
    setup,
    { op: 'unbind', name: 'p' },
    { op: 'remove', list: 'items', item: 'e' },
  ]);

  expect(results.slice(1)).toEqual([
    { seq: 2, printed: 'gone\n' },
    { error: { exception: 'ValueError', message: 'never equal' } },
  ]);
  const endless = program(['class L:', '    def __del__(self):', '        while True: pass', 'l = L()']);
  const execution = new Execution(
    createProcess({ python: '3.12', keptEvents: 64 }),
    [endless, { op: 'unbind', name: 'l' }],
    {
      seq: 0,
      limits: {
        ...WIDE_LIMITS,
        program: { steps: 10_000, heapBytes: 1e9, outputCharacters: 100, sourceCharacters: 1_000 },
      },
    },
  );
  while (!execution.run(1_000)) {
    // To its end.
  }
  expect(execution.fault).toMatchObject({ code: 'program_steps_spent' });
});

test('operations measure and read what only classes of programs know', () => {
  const { results } = runAll([
    program([
      'class S(str): pass',
      's = S("x")',
      'import sys',
      'e = ValueError("no")',
      'n = sys.getsizeof(s)',
    ]),
    { op: 'sys.getsizeof', of: 's' },
    { op: 'get_attr', of: 'e', name: 'args', as: 'args' },
    { op: 'sys.getrefcount', of: 'args' },
    program(['print(n, args)']),
    { op: 'get_attr', of: 'e', name: 'nothing', as: 'v' },
  ]);

  expect(results[4]?.value).toMatchObject({ stdout: `${String(results[1]?.value)} ('no',)\n` });
  expect(results[3]?.value).toBe(2);
  expect(results[5]?.error).toEqual({
    exception: 'AttributeError',
    message: "'ValueError' object has no attribute 'nothing'",
  });
});

test('a program starts with an event, prints in pieces of one call, and ends with an event', () => {
  const { log } = runAll([
    program(['print("a", 1)', 'import sys', 'sys.stderr.write("oops\\n")', '1 / 0'], { lines: false }),
  ]);

  const events = log.all().filter(({ topic }) => topic === 'program');

  expect(events).toMatchObject([
    { type: 'program.started', filename: 'main.py', seq: 1 },
    { type: 'program.printed', stream: 'stdout', text: 'a 1\n' },
    { type: 'program.printed', stream: 'stderr', text: 'oops\n' },
    { type: 'program.printed', stream: 'stderr', text: expect.stringContaining('ZeroDivisionError') },
    { type: 'program.ended', exit: 1, exception: 'ZeroDivisionError', fault: null },
  ]);
});

test('a program cannot be part of a loop, nor have wider limits than its session, nor broken text', () => {
  const looped = decodeOperation({ op: 'repeat', times: 2, ops: [program(['pass'])] });
  const broken = decodeOperation({ op: 'run', source: '"\ud800"' });
  const execution = new Execution(
    createProcess({ python: '3.12', keptEvents: 64 }),
    [program(['pass'], { limits: { steps: 11 } })],
    {
      seq: 0,
      limits: {
        ...WIDE_LIMITS,
        program: { steps: 10, heapBytes: 1e9, outputCharacters: 100, sourceCharacters: 1_000 },
      },
    },
  );
  execution.run(1);

  expect([looped.ok, broken.ok]).toEqual([false, false]);
  expect(execution.fault).toMatchObject({ code: 'limit_too_high', values: { limit: 'steps', maximum: 10 } });
});

const STEPS = [
  'def double(x):',
  '    y = x * 2',
  '    return y',
  'total = 0',
  'for i in range(2):',
  '    total += double(i)',
  'print(total)',
];
const step = (fields: object = {}) => ({ op: 'program.step', ...fields });
const stands = (at: ProgramOutcome['at'] | undefined) =>
  at === null || at === undefined ? null : `${at.line} ${at.function} ${at.depth}`;

test('lines are told as they are about to run, as a trace function of that version hears them', () => {
  const source = [
    'def f(n):',
    '  x = n',
    '',
    '  return x',
    'for i in range(2):',
    '  f(i)',
    'while i: i -= 1',
    'class A:',
    '  y = 1',
    'print([z',
    ' for z in (1,2)])',
    'import collections',
  ];

  const { log } = runAll([program(source)], { steps: 1 });

  // sys.settrace of 3.12.1 says the same.
  const lines = log
    .ofType('program.line')
    .map((event) => (event.type === 'program.line' ? `${event.line}:${event.function}` : ''));
  expect(lines.join(' ').replaceAll('<module>', '')).toBe(
    '1: 5: 6: 2:f 4:f 5: 6: 2:f 4:f 5: 7: 8: 8:A 9:A 10: 11: 10: 11: 10: 10: 11: 10: 10: 12:',
  );
  expect(runAll([program(source, { lines: false })]).log.ofType('program.line')).toHaveLength(0);
});

const HANDLING = [
  'def f(n):',
  '    try:',
  '        if n:',
  '            raise KeyError(n)',
  '    except KeyError as e:',
  '        print(e)',
  '    finally:',
  '        print("finally")',
  'def g():',
  '    yield 1',
  'for i in range(2):',
  '    f(i)',
  'list(g())',
];

test.each(['3.9', '3.11', '3.12', '3.13'] as const)(
  'a try has a line, what ends a handler and a function has none, as sys.settrace of %s says',
  (python) => {
    const { log } = runAll([program(HANDLING)], { python });
    const pauses = [program(HANDLING, { pause: true }), ...Array.from({ length: 17 }, () => step())];

    const { outcomes } = runAll(pauses, { python });

    const lines = log.ofType('program.line').map((event) => (event.type === 'program.line' ? event.line : 0));
    expect(lines).toEqual([1, 9, 11, 12, 2, 3, 8, 11, 12, 2, 3, 4, 5, 6, 8, 11, 13, 10]);
    expect(outcomes.map(({ at }) => at?.line)).toEqual(lines);
  },
);

test('a paused program goes in, over, out, to a line and to its end, and shows its frames on the way', () => {
  const operations = [
    program(STEPS, { pause: true }),
    step({ to: 'over' }),
    step({ to: 'line', line: 6 }),
    step(),
    step(),
    step({ to: 'out' }),
    step({ to: 'over' }),
    step({ to: 'line', line: 2 }),
  ];

  const paused = runAll(operations);
  const { outcomes, process } = paused;
  const all = runAll([...operations, step({ to: 'end' })], { steps: 1 });

  expect(outcomes.map(({ at }) => stands(at))).toEqual([
    '1 <module> 0',
    '4 <module> 0',
    '6 <module> 0',
    '2 double 1',
    '3 double 1',
    '5 <module> 0',
    '6 <module> 0',
    '2 double 1',
  ]);
  expect(programView(process)).toMatchObject({
    ok: true,
    value: {
      at: { line: 2, function: 'double' },
      frames: [
        {
          function: '<module>',
          line: 6,
          names: [{ name: 'double' }, { name: 'total', repr: '0' }, { name: 'i', repr: '1' }],
        },
        { function: 'double', line: 2, filename: 'main.py', names: [{ name: 'x', type: 'int', repr: '1' }] },
      ],
    },
  });
  expect(all.results.slice(0, 8)).toEqual(paused.results);
  expect(all.outcomes.at(-1)).toMatchObject({ state: 'ended', at: null, stdout: '2\n', exit: 0 });
});

test('while a program is paused, questions are answered and everything else is refused', () => {
  const { process, results } = runAll([
    LIST,
    program(STEPS, { pause: true }),
    { op: 'sys.getrefcount', of: 'a' },
  ]);
  const refused = [LIST, program(['pass'])].map((operation) => {
    const execution = new Execution(process, [operation], { seq: 3, limits: WIDE_LIMITS });
    execution.run(10);
    return [execution.fault?.code, execution.untouched];
  });
  const ended = new Execution(process, [step({ to: 'end' }), LIST, step()], { seq: 3, limits: WIDE_LIMITS });
  ended.run(10_000);

  expect(results[2]).toMatchObject({ value: 1 });
  expect(refused).toEqual([
    ['program_paused', true],
    ['program_paused', true],
  ]);
  expect(ended.results).toMatchObject([
    { value: { state: 'ended', stdout: '2\n' } },
    { object: expect.any(String) },
  ]);
  expect([ended.fault?.code, ended.untouched]).toEqual(['no_program', false]);
});

test('a paused program can be interrupted, and its budgets count on', () => {
  const caught = ['try:', '    while True: pass', 'except KeyboardInterrupt:', '    print("stopped")'];

  const { outcomes } = runAll([
    program(caught, { pause: true }),
    step(),
    step({ to: 'end', interrupt: true }),
    program(FOREVER, { pause: true, limits: { steps: 100 } }),
    step(),
    step({ to: 'line', line: 99 }),
  ]);

  expect(outcomes).toMatchObject([
    { state: 'paused', exit: null },
    { state: 'paused' },
    { state: 'ended', stdout: 'stopped\n', exit: 0 },
    { state: 'paused' },
    { state: 'paused' },
    { state: 'ended', fault: { code: 'program_steps_spent', maximum: 100 } },
  ]);
});
