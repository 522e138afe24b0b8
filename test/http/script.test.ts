/** Sessions as scripts that check themselves. What real interpreters say of them is asked by `npm run oracle -- --scripts 100`. */
import { expect, test } from 'vitest';
import { PYTHON_VERSIONS } from '../../src/heap/index.ts';
import { compileSource } from '../../src/python/index.ts';
import * as ops from '../support/ops.ts';
import { type TestServer, testServer } from '../support/server.ts';

async function script(server: TestServer, id: string, query = ''): Promise<string> {
  const answer = await server.call<string>('GET', `/v1/sessions/${id}/script${query}`);
  expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'text/x-python; charset=utf-8']);
  return answer.body;
}

/** The statements of the session, without those that record. */
function statements(text: string): string[] {
  const [, units = ''] = /^UNITS = \[r'''\n([^]*?)'''/m.exec(text) ?? [];
  return units.split('\n').filter((line) => !/^\s*LOG\['[SI]/.test(line));
}

function told(text: string): Record<string, unknown>[] {
  const [, json = '[]'] = /^TOLD = r'''([^]*?)'''$/m.exec(text) ?? [];
  return JSON.parse(json) as Record<string, unknown>[];
}

test('the statements of a session are those that its operations stand for', async () => {
  const server = await testServer();
  const { id } = await server.session({ python: '3.12' });
  await server.apply(id, [
    ops.defineClass('Node'),
    ops.list('a'),
    ops.instance('n', 'Node'),
    ops.append('a', 'n'),
    ops.call('f', 'a'),
    ops.bind('kept', 'p0'),
    ops.returns('p0', 'list'),
    ops.weakref('n', 'w', false),
    ops.repeat(3, ops.append('a', ops.lit(1)), ops.refcount('a')),
    ops.collect(2),
    { op: 'mark', label: 'here' },
  ]);

  const text = await script(server, id);

  expect(text).toContain("CLASSES = r'''\nclass Node:\n    pass\n'''");
  expect(statements(text).map((line) => line.trimEnd())).toEqual([
    'if DEFINING:',
    '    def f(p0):',
    '        global kept',
    '        if SITE == 1:',
    '            kept = p0',
    '            return p0',
    '            return',
    '        return',
    '    pass',
    'else:',
    '    setup()',
    '    a = []',
    '    n = Node()',
    '    a.append(n)',
    '    SITE = 1',
    '    list_ = f(a)',
    '    TEMP = weakref.ref(n)',
    '    w = TEMP',
    '    del TEMP',
    '    for i in range(3):',
    '        a.append(1)',
    "        LOG['V11']",
    '        LOG[COUNTOF[a]]',
    "    LOG['V12']",
    '    LOG[',
    '    gc.collect(2)]',
    '    # mark: here',
    '',
  ]);
});

test('every answer is in the script: values, objects, exceptions, and the collector after each operation', async () => {
  const server = await testServer();
  const { id } = await server.session({ python: '3.9', gc: { thresholds: [5, 5, 5] } });
  await server.apply(id, [ops.list('a'), ops.refcount('a'), ops.unbind('b')]);
  await server.apply(id, [ops.repeat(2, ops.sizeOf('a')), ops.getCount]);

  const text = await script(server, id);

  expect(text).toContain("START = {'enabled': True, 'thresholds': [5,5,5]}");
  expect(told(text)).toMatchObject([
    {
      seq: 1,
      python: 'a = []',
      object: '#1',
      state: { count: [1, 0, 0], threshold: [5, 5, 5], enabled: true },
    },
    { seq: 2, op: 'sys.getrefcount', values: [1], kind: 'count' },
    { seq: null, python: 'del b', error: ['NameError', "name 'b' is not defined"] },
    { seq: 3, op: 'repeat' },
    { seq: null, op: 'sys.getsizeof', values: [56, 56] },
    { seq: 4, op: 'gc.get_count', kind: 'state', part: 'count' },
  ]);
});

test('a script tells a moment of the session, and says what no interpreter has', async () => {
  const server = await testServer();
  const { id } = await server.session({ python: '3.12', seed: 7, allocator: { arena_bytes: 262_144 } });
  await server.apply(id, [ops.list('a'), ops.list('b'), { op: 'mem.alloc', as: 'x', bytes: 40 }]);

  const [first, whole] = [await script(server, id, '?at=1'), await script(server, id)];

  expect(told(first).map(({ python }) => python)).toEqual(['a = []']);
  expect(told(whole)).toHaveLength(3);
  expect(whole).toContain('# Not told, as no interpreter has it: allocator.arena_bytes = 262144.');
  expect(whole).toContain('# Not told, as no interpreter has it: seed = 7 (where arenas lie).');
  expect(whole).toMatch(/^ {4}# blocks\["x"\] = PyObject_Malloc\(40\) {2}\(not told/m);
  const later = await server.call('GET', `/v1/sessions/${id}/script?at=9`);
  expect([later.status, later.body.code]).toEqual([404, 'no_such_moment']);
});

test('the script ends before an operation that Python cannot say', async () => {
  const server = await testServer();
  const { id } = await server.session();
  await server.apply(id, [ops.list('a'), ops.repeat(2, ops.list('b'))]);
  const { results } = await server.apply(id, [ops.getObjects(0)]);
  const [, b] = (results[0]?.value ?? []) as string[];
  await server.apply(id, [ops.bind('c', b as string), ops.list('d')]);

  const text = await script(server, id);

  expect(text).toContain(
    `has no Python spelling: c = objects[${b?.slice(1)}]: no operation has bound ${b} to a name.`,
  );
  expect(told(text).map(({ python }) => python)).toEqual([
    'a = []',
    'for i in range(2):;     b = []',
    'gc.get_objects(0)',
  ]);
});

test('a program is run by the script, which knows all that it printed and how it ended', async () => {
  const server = await testServer();
  const { id } = await server.session({ python: '3.12' });
  const source = 'import sys\nb = [a]\nprint(sys.getrefcount(a))\nsys.exit(3)\n';
  await server.apply(id, [ops.list('a'), { op: 'run', source, filename: 'one.py' }, ops.refcount('a')]);

  const text = await script(server, id);

  expect(text).not.toContain('The script ends before');
  expect(text).toContain(`'source': '''\\\n${source}'''`);
  expect(statements(text)).toContain('    __PERFORM__[0]');
  expect(told(text)).toMatchObject([
    { seq: 1, python: 'a = []' },
    {
      seq: 2,
      python: 'program 1, one.py',
      program: 0,
      outcome: { stdout: '3\n', stderr: '', exit: 3 },
      state: { count: [1, 0, 0] },
    },
    { seq: 3, op: 'sys.getrefcount', values: [2] },
  ]);
});

test('with programs the names of a session stay as they are, and those of the script are out of their way', async () => {
  const server = await testServer();
  const { id } = await server.session();
  await server.apply(id, [
    ops.defineClass('Node'),
    ops.instance('objects', 'Node'),
    ops.list('gc'),
    { op: 'run', source: 'print(objects, gc)' },
    ops.bind('LOG', 'objects'),
  ]);

  const text = await script(server, id);

  expect(text).toContain('__builtins__.__class_Node__ = Node');
  expect(statements(text).map((line) => line.trim())).toEqual(
    expect.arrayContaining(['objects = __class_Node__()', 'gc = []', 'LOG = objects', '__setup__()']),
  );
});

test('a program that was run step by step is told as one, without what was asked in between', async () => {
  const server = await testServer();
  const { id } = await server.session();
  await server.call('POST', `/v1/sessions/${id}/programs`, { source: 'print(1)\nprint(2)\n', pause: true });
  await server.call('POST', `/v1/sessions/${id}/programs/current/step`, { to: 'over' });
  await server.apply(id, [ops.getCount]);
  const paused = await script(server, id);
  await server.call('POST', `/v1/sessions/${id}/programs/current/step`, { to: 'end' });

  const text = await script(server, id);

  expect(paused).toContain('has no Python spelling: the program that waits for its next step.');
  expect(text).toContain('# gc.get_count()  (not told: asked while a program stood still)');
  expect(told(text)).toMatchObject([{ program: 0, outcome: { stdout: '1\n2\n', exit: 0 } }]);
});

test('the script ends before a program that no interpreter would end so', async () => {
  const server = await testServer();
  const { id } = await server.session();
  const source = 'while True: pass';
  await server.apply(id, [ops.list('a'), { op: 'run', source, limits: { steps: 100 } }, ops.list('b')]);

  const text = await script(server, id);

  expect(text).toContain('an interpreter has no such budget (program_steps_spent).');
  expect(told(text).map(({ python }) => python)).toEqual(['a = []']);
});

test('a long program is one program, in however many parts it was run', async () => {
  const server = await testServer();
  const { id } = await server.session();
  const source = 'n = 0\nwhile n < 300000:\n    n += 1\nprint(n)\n';
  await server.call('POST', `/v1/sessions/${id}/programs`, { source, lines: false });

  const text = await script(server, id);

  expect(told(text)).toMatchObject([{ seq: 1, program: 0, outcome: { stdout: '300000\n' } }]);
});

test('the script goes on while tracemalloc traces, and asks what it has seen', async () => {
  const server = await testServer();
  const { id } = await server.session();
  const traced = ['tracemalloc.is_tracing', 'tracemalloc.take_snapshot', 'tracemalloc.get_traced_memory'];
  await server.apply(id, [
    { op: 'tracemalloc.start', nframe: 2 },
    ops.list('a'),
    ...traced.map((op) => ({ op })),
    { op: 'tracemalloc.stop' },
  ]);

  const text = await script(server, id);

  expect(text).not.toContain('The script ends before');
  expect(text).toContain(' tracemalloc.start(2)\n');
  expect(text).toContain("answer(4, 'tracemalloc.take_snapshot', None)");
  expect(told(text).map(({ python, values }) => [python, values])).toEqual([
    ['tracemalloc.start(2)', undefined],
    ['a = []', undefined],
    ['tracemalloc.is_tracing()', [true]],
    ['tracemalloc.take_snapshot()', [[1, 56]]],
    ['tracemalloc.get_traced_memory()', [[56]]],
    ['tracemalloc.stop()', undefined],
  ]);
});

test('bare blocks, which a script has none of, are not among the traces that it is told', async () => {
  const server = await testServer();
  const { id } = await server.session();
  await server.apply(id, [
    { op: 'tracemalloc.start', nframe: 1 },
    { op: 'mem.alloc', as: 'b', bytes: 500 },
    ops.list('a'),
    { op: 'tracemalloc.take_snapshot' },
    { op: 'tracemalloc.get_traced_memory' },
  ]);

  const text = await script(server, id);

  expect(
    told(text)
      .slice(-2)
      .map(({ values }) => values),
  ).toEqual([[[1, 56]], [[56]]]);
});

test('a tuple of literals is spelled so that the statement makes it, and no constant is', async () => {
  const server = await testServer();
  const { id } = await server.session();
  await server.apply(id, [
    ops.tuple('t', ops.lit(1), ops.lit(null)),
    ops.frozenset('f', ops.lit(2)),
    ops.tuple('u', 't'),
  ]);

  const lines = statements(await script(server, id)).map((line) => line.trim());

  expect(lines).toEqual(
    expect.arrayContaining(['t = (zero or 1, None)', 'f = frozenset((zero or 2,))', 'u = (t,)']),
  );
});

test('what the script imports before the session has ended leaves no trace in it', async () => {
  const server = await testServer();
  const { id } = await server.session({ python: '3.12' });
  await server.apply(id, [{ op: 'run', source: 'x = []\n' }]);

  const text = await script(server, id);

  const early = [...text.matchAll(/^import (\w+)/gm)].map(([, name]) => name);
  expect(early).toEqual(expect.arrayContaining(['ctypes', 'gc', 'itertools']));
  for (const seen of ['json', 're', 'ast', 'functools', 'linecache', 'traceback', 'weakref'])
    expect(early).not.toContain(seen);
  expect(text).toMatch(/^SUBCLASSED = \[.*"int".*\]/m);
  expect(text).toMatch(/'count': \(\d+, 0, 0\), 'around': 4976,/);
});

test('each unit of a script is called as a function that is there before, and has run once', async () => {
  const server = await testServer();
  const { id } = await server.session({ python: '3.12' });
  await server.apply(id, [ops.list('a'), { op: 'compile_unit' }, ops.list('b')]);

  const text = await script(server, id);

  expect(text).toMatch(/''', r'''\nif DEFINING:\n {4}pass\nelse:\n {4}LOG\['S2'\].*\n {4}b = \[\]\n/);
  expect(text).not.toContain('exec(unit');
});

test('what finalizers raise in a program leaves what printing it leaves', async () => {
  const server = await testServer();
  const { id } = await server.session({ python: '3.12' });
  await server.apply(id, [{ op: 'run', source: 'x = []\n' }]);

  const text = await script(server, id);

  const [, hook = ''] = /^def unraisable\(told\):\n([^]*?)\n\n\n/m.exec(text) ?? [];
  const [ignored] = hook.split('FLAG.value');
  expect(ignored).toContain('IGNORE(told)\n        return\n');
  expect(text).toContain('IGNORE = sys.unraisablehook\n');
});

test('programs that ask for all objects find those of an interpreter, too, and operations do not', async () => {
  const server = await testServer();
  const { id } = await server.session({ python: '3.12' });
  await server.apply(id, [{ op: 'run', source: 'import gc\nprint(len(gc.get_objects()) > 100)\n' }]);

  const text = await script(server, id);

  const [, looking = ''] = /^LOOKING = (.*)$/m.exec(text) ?? [];
  expect(looking).not.toContain('get_objects');
  expect(text).toContain("ASKED['gc.get_objects'] = of_session");
});

test('the dict of names refers to what it names, and is said to be in no generation', async () => {
  const server = await testServer();
  const { id } = await server.session({ python: '3.12' });
  const { results } = await server.apply(id, [
    ops.list('a'),
    { op: 'run', source: 'b = [a]\n' },
    ops.collect(2),
    { op: 'gc.get_referrers', of: 'a' },
    { op: 'gc.get_objects', generation: 2 },
  ]);
  const [names, list] = (results[3]?.value ?? []) as string[];

  const text = await script(server, id);

  expect(told(text).slice(-2)).toMatchObject([{ values: [[names, list]] }, { values: [['#1', list]] }]);
  expect(results[4]?.value).toContain(names);
  expect(text).toContain("ASKED['gc.get_referrers'] = named_first");
});

test('what a script does around programs makes no tuples, and counts off a collection of its own', async () => {
  const server = await testServer();
  const { id } = await server.session({ python: '3.12' });
  await server.apply(id, [{ op: 'run', source: 'raise ValueError\n' }]);

  const text = await script(server, id);

  const [, surround = ''] = /^def surround\(objects\):\n([^]*?)\n\n\n/m.exec(text) ?? [];
  expect(surround).not.toMatch(/= min\(|< min\(/);
  expect(text).toContain(
    '    uncount(zero, one, two, running[0].count)\n    ended(running[0], told.exc_value)\n',
  );
});

test('no name of the script is a word that the examples of sessions intern', async () => {
  const server = await testServer();
  const { id } = await server.session();
  await server.apply(id, [{ op: 'run', source: 'x = []\n' }]);

  const text = await script(server, id);

  expect(text).not.toMatch(/\bword\b/);
});

test('of the traces that are as large as the table of names, only that of the table itself is none of the session', async () => {
  const server = await testServer();
  const { id } = await server.session();
  await server.apply(id, [{ op: 'tracemalloc.start', nframe: 1 }, { op: 'tracemalloc.take_snapshot' }]);

  const text = await script(server, id);

  const [, own = ''] = /^def own_traces\(\):\n([^]*?)\n\n\n/m.exec(text) ?? [];
  expect(own).toContain('    for size in names_traced():\n        own.remove(size)\n');
  expect(own).not.toContain('size != ');
});

test('the script says where the counters become what was answered instead of being compared', async () => {
  const server = await testServer();
  const { id } = await server.session({ python: '3.13' });
  await server.apply(id, [{ op: 'run', source: 'raise ValueError' }]);

  const text = await script(server, id);

  expect(text).toContain('zero, one, two = program.count');
  expect(text).toContain('self.leave_out(RAISED)');
  expect(text).toContain("print('Not compared: %d %s.' % (count, reason))");
  expect(text).toMatch(/^PROGRAMS = .*'count': \(\d+, \d+, \d+\)/m);
});

test('the dict of names begins a program in the generation that the session has it in', async () => {
  const server = await testServer();
  const { id } = await server.session({ python: '3.12' });
  const looked = { op: 'run', source: 'import gc' };
  await server.apply(id, [looked, { op: 'gc.collect' }, looked]);

  const text = await script(server, id);

  expect([...text.matchAll(/'names_in': (\d)/g)].map(([, generation]) => generation)).toEqual(['1', '2']);
  expect(text).toContain('move(id(NAMES) - 16, program.names_in)');
});

test('objects of modules that a program imports are not looked for, as they were there before the script', async () => {
  const server = await testServer();
  const { id } = await server.session({ python: '3.12' });
  await server.apply(id, [{ op: 'run', source: 'import gc' }, { op: 'gc.get_objects' }]);

  const text = await script(server, id);

  expect(text).toContain("self.imported = self.imported or 'program' in told");
  expect(text).toContain("if kind == 'objects' and self.imported and told['op'] == 'gc.get_objects':");
});

test.each(PYTHON_VERSIONS)('the script with programs is a program of Python %s', async (python) => {
  const server = await testServer();
  const { id } = await server.session({ python });
  await server.apply(id, [
    { op: 'run', source: 'print("\\\\")' },
    { op: 'run', source: 'x = 1' },
  ]);

  const text = await script(server, id);

  expect(compileSource(text, { python, filename: 'script.py', mode: 'exec' })).toMatchObject({ ok: true });
});

test.each(PYTHON_VERSIONS)(
  'the script is a program of Python %s, whatever names a session has',
  async (python) => {
    const server = await testServer();
    const { id } = await server.session({ python });
    await server.apply(id, [
      ops.list('class'),
      ops.dict('gc', ["it's '''quoted'''", 'class']),
      ops.str('zero', '\u{1f600} \\ "'),
      { op: 'mark', label: "'''\n\\" },
      ops.call('print', 'gc'),
      ops.call('print', 'p0'),
      ops.returns('p0'),
    ]);
    await server.apply(id, [ops.getItem('gc', 'not there', 'lambda')]);

    const text = await script(server, id);
    const options = { python, filename: 'script.py', mode: 'exec' } as const;

    expect(compileSource(text, options)).toMatchObject({ ok: true });
    const inner = [...text.matchAll(/^UNITS = \[(".*")\]$/gm)].map(
      ([, unit = '""']) => JSON.parse(unit) as string,
    );
    expect(inner).toHaveLength(1);
    expect(compileSource(inner[0] as string, options)).toMatchObject({ ok: true });
  },
);
