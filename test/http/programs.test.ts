import { expect, test } from 'vitest';
import { type ProgramAnswer, programAnswer } from '../../src/contract/index.ts';
import { testServer } from '../support/server.ts';

const path = (id: string): string => `/v1/sessions/${id}/programs`;

test('a program answers what it printed, how it ended and where the session stands', async () => {
  const server = await testServer();
  const { id, epoch } = await server.session({ python: '3.11' });
  const source =
    'import sys\nx = [1]\nprint(sys.getrefcount(x), file=sys.stderr)\nprint(sys.version_info[:2])\n';

  const answer = await server.call<ProgramAnswer>('POST', path(id), { source });

  expect(answer.status).toBe(200);
  expect(answer.headers.get('etag')).toBe('"1"');
  expect(programAnswer.parse(answer.body)).toMatchObject({
    session: id,
    seq: 1,
    epoch,
    stdout: '(3, 11)\n',
    stderr: '2\n',
    exit: 0,
    exception: null,
    fault: null,
  });
});

test('an exception, a syntax error and a spent budget are answers, not refusals', async () => {
  const server = await testServer();
  const { id } = await server.session({ python: '3.12' });
  const run = async (source: string, fields: object = {}): Promise<ProgramAnswer> =>
    (await server.call<ProgramAnswer>('POST', path(id), { source, ...fields })).body;

  const raised = await run('x = 5\n[].pop()', { filename: 'task.py' });
  const wrong = await run('if True print(1)');
  const spent = await run('while True: x += 1', { limits: { steps: 500 } });
  const after = await run('print(x > 5)');

  expect(raised.exception).toEqual({
    name: 'IndexError',
    message: 'pop from empty list',
    traceback: expect.stringContaining('  File "task.py", line 2, in <module>\n'),
  });
  expect(wrong).toMatchObject({ exit: 1, exception: { name: 'SyntaxError' } });
  expect(spent).toMatchObject({ exit: 1, fault: { code: 'program_steps_spent', maximum: 500 } });
  expect(spent.fault?.explanation).toEqual({
    en: 'The program was ended after 500 steps; what it did until then stays.',
    zh: expect.stringContaining('500 步'),
  });
  expect(after).toMatchObject({ seq: 4, stdout: 'True\n' });
});

test('what a program may not ask is refused before anything happens', async () => {
  const server = await testServer();
  const { id } = await server.session({ limits: { program_steps: 100, program_source_characters: 20 } });
  const codes = [];

  for (const body of [
    { source: 'x = 1', limits: { steps: 101 } },
    { source: `x = ${'1'.repeat(20)}` },
    { source: 'x', other: 1 },
    { source: 7 },
    {},
  ]) {
    codes.push((await server.call('POST', path(id), body)).body.code);
  }

  expect(codes).toEqual([
    'limit_too_high',
    'program_too_long',
    'invalid_body',
    'invalid_body',
    'invalid_body',
  ]);
  expect((await server.call('GET', `/v1/sessions/${id}`)).body).toMatchObject({ seq: 0, offset: 0 });
});

test('under a key a program runs once; If-Match says where', async () => {
  const server = await testServer();
  const { id } = await server.session();
  const body = { source: 'n = globals().get("n", 0) + 1\nprint(n)' };

  const first = await server.call<ProgramAnswer>('POST', path(id), body, { 'idempotency-key': 'k' });
  const again = await server.call<ProgramAnswer>('POST', path(id), body, { 'idempotency-key': 'k' });
  const stale = await server.call('POST', path(id), body, { 'if-match': '"7"' });
  const next = await server.call<ProgramAnswer>('POST', path(id), body, { 'if-match': '"1"' });

  expect(again.body).toEqual(first.body);
  expect(stale.body.code).toBe('stale_tag');
  expect(next.body).toMatchObject({ seq: 2, stdout: '2\n' });
});

test('programs and operations share the session, in batches too, and every view still answers', async () => {
  const server = await testServer();
  const { id } = await server.session({ python: '3.12' });
  const at = `/v1/sessions/${id}`;
  const source = [
    'class Node:',
    '    def __init__(self): self.me = self',
    'n = Node()',
    'g = (i for i in [n])',
    'f = lambda: n',
    'try: 1 / 0',
    'except ZeroDivisionError as e: kept = e',
  ].join('\n');

  const receipt = await server.apply(id, [
    { op: 'new', type: 'list', as: 'a' },
    { op: 'run', source },
    { op: 'append', list: 'a', item: 'n' },
    { op: 'run', source: 'print(a == [n])' },
  ]);

  expect(receipt.results.at(-1)).toMatchObject({ seq: 4, value: { stdout: 'True\n' } });
  const names = await server.call<{ frames: { names: { name: string }[] }[] }>('GET', `${at}/names`);
  expect(names.body.frames[0]?.names.map(({ name }) => name)).toEqual(['a', 'Node', 'n', 'g', 'f', 'kept']);
  const objects = await server.call<{ objects: { id: string }[] }>('GET', `${at}/objects?limit=1000`);
  for (const object of objects.body.objects) {
    const one = `${at}/objects/${object.id.replace('#', '%23')}`;
    for (const view of ['', '/referrers', '/referents']) {
      expect((await server.call('GET', one + view)).status, `${object.id}${view}`).toBe(200);
    }
  }
  for (const view of [
    'gc',
    'gc/generations/0',
    'gc/unreachable',
    'memory',
    'memory/arenas',
    'memory/size-classes',
    'journal',
  ]) {
    expect((await server.call('GET', `${at}/${view}`)).status, view).toBe(200);
  }
});

test.for(['3.9', '3.12'])(
  'a class that an operation defines after a program is known at once, in %s',
  async (python) => {
    const server = await testServer();
    const { id } = await server.session({ python });
    await server.call('POST', path(id), { source: 'import gc' });
    await server.apply(id, [
      { op: 'define_class', as: 'Base', slots: ['x'] },
      { op: 'define_class', as: 'Node', bases: ['Base'] },
      { op: 'new', type: 'instance', class: 'Node', as: 'n' },
      { op: 'set_attr', of: 'n', name: 'self', value: 'n' },
      { op: 'gc.set_debug', flags: ['COLLECTABLE'] },
      { op: 'new', type: 'instance', class: 'Node', as: 'm' },
      { op: 'set_attr', of: 'm', name: 'self', value: 'm' },
      { op: 'unbind', name: 'm' },
      { op: 'gc.collect' },
    ]);
    const names = await server.call('GET', `/v1/sessions/${id}/names`);
    const next = await server.call<ProgramAnswer>('POST', path(id), {
      source: 'print(type(n), Node.__mro__)',
    });

    expect(names.status).toBe(200);
    expect(next.body.stdout).toBe(
      "<class '__main__.Node'> (<class '__main__.Node'>, <class '__main__.Base'>, <class 'object'>)\n",
    );
  },
);

test('a step to a line must say to which', async () => {
  const server = await testServer();
  const { id } = await server.session({ python: '3.12' });
  await server.call('POST', path(id), { source: 'x = 1', pause: true });

  const refused = await server.call('POST', `${path(id)}/current/step`, { to: 'line' });

  expect(refused.status).toBe(422);
  expect(refused.body).toMatchObject({ code: 'invalid_body', errors: [{ pointer: '/line' }] });
});

test('a program goes on step by step, and shows where it stands, now and at any moment before', async () => {
  const server = await testServer();
  const { id } = await server.session({ python: '3.12' });
  const current = `${path(id)}/current`;
  const source = 'def f(x):\n    return x + 1\ny = f(1)\nprint(y)\n';
  const answers = [(await server.call<ProgramAnswer>('POST', path(id), { source, pause: true })).body];
  for (const body of [{ to: 'line', line: 2 }, { to: 'out' }]) {
    answers.push((await server.call<ProgramAnswer>('POST', `${current}/step`, body)).body);
  }

  const now = await server.call('GET', current);
  const before = await server.call('GET', `${current}?at=2`);
  const refused = await server.call('POST', `/v1/sessions/${id}/operations`, { op: 'mark', label: 'x' });
  const ended = await server.call<ProgramAnswer>('POST', `${current}/step`, { to: 'end' });
  const gone = await server.call('GET', current);

  expect(answers.map(({ seq, state, at }) => [seq, state, at?.line])).toEqual([
    [1, 'paused', 1],
    [2, 'paused', 2],
    [3, 'paused', 4],
  ]);
  expect(now.body).toMatchObject({
    position: { seq: 3 },
    at: { line: 4 },
    frames: [{ names: [{ name: 'f' }, { name: 'y', repr: '2' }] }],
  });
  expect(before.body).toMatchObject({
    at: { line: 2, function: 'f' },
    frames: [{}, { names: [{ name: 'x', repr: '1' }] }],
  });
  expect(refused).toMatchObject({ status: 409, body: { code: 'program_paused' } });
  expect(programAnswer.parse(ended.body)).toMatchObject({ seq: 4, state: 'ended', stdout: '2\n' });
  expect(gone).toMatchObject({ status: 404, body: { code: 'no_program' } });
});

test('a program that runs is interrupted from outside, and comes back from the journal interrupted', async () => {
  const server = await testServer();
  const { id } = await server.session();
  const source = 'n = 0\ntry:\n    while True: n += 1\nexcept KeyboardInterrupt:\n    print("stopped")\n';
  const none = await server.call('POST', `${path(id)}/current/interrupt`);

  const running = server.call<ProgramAnswer>('POST', path(id), { source, lines: false });
  let status = 404;
  while (status === 404) ({ status } = await server.call('POST', `${path(id)}/current/interrupt`));
  const answer = await running;

  expect(none).toMatchObject({ status: 404, body: { code: 'no_program' } });
  expect(status).toBe(202);
  expect(answer.body).toMatchObject({ seq: 1, state: 'ended', stdout: 'stopped\n', exit: 0 });
  const lines = await server.call<string>('GET', `/v1/sessions/${id}/journal`);
  expect(JSON.stringify(lines.body)).toMatch(/interrupt_at/);
  const print = { source: 'print(n)' };
  const here = await server.call<ProgramAnswer>('POST', path(id), print);
  const fork = await server.call<{ id: string }>('POST', `/v1/sessions/${id}/fork`, { at: 1 });
  expect((await server.call<ProgramAnswer>('POST', path(fork.body.id), print)).body.stdout).toBe(
    here.body.stdout,
  );
});
