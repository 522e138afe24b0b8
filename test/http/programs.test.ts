import { expect, test } from 'vitest';
import { type Problem, type ProgramAnswer, programAnswer } from '../../src/contract/index.ts';
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
