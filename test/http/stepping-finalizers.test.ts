/** A program that is paused in the middle of a deallocation or a collection can be looked at as any other. */
import { expect, test } from 'vitest';
import type { ProgramAnswer } from '../../src/contract/index.ts';
import { testServer } from '../support/server.ts';

const NODES = [
  'import gc, weakref',
  'class Node:',
  '    def __init__(self, name):',
  '        self.name = name',
  '        self.parts = [object()]',
  '    def __del__(self):',
  '        print("-", self.name)',
  'def gone(ref):',
  '    print("gone")',
  'nodes = ([Node(i)] for i in range(3))',
  'nodes = [list(nodes), Node("last")]',
  'ref = weakref.ref(nodes[0][1][0], gone)',
  'a, b = Node("a"), Node("b")',
  'a.other, b.other = b, a',
];

const VIEWS = [
  'names',
  'objects?limit=1000',
  'gc',
  'gc/generations/0',
  'gc/generations/2',
  'gc/unreachable',
  'memory',
  'memory/arenas',
  'memory/size-classes',
  'journal',
];

test.each([
  ['3.9', 'del nodes', 5],
  ['3.12', 'nodes = None', 5],
  ['3.13', 'del a, b; gc.collect()', 2],
])('in %s `%s` stops in all that it finalizes, and every view answers there', async (python, last, times) => {
  const server = await testServer();
  const { id } = await server.session({ python });
  const at = `/v1/sessions/${id}`;
  const source = [...NODES, last, 'print("after")'].join('\n');
  const unpaused = await server.session({ python });
  const whole = await server.call<ProgramAnswer>('POST', `/v1/sessions/${unpaused.id}/programs`, { source });
  await server.call('POST', `${at}/programs`, { source, pause: true });
  const step = async (body: object): Promise<ProgramAnswer> =>
    (await server.call<ProgramAnswer>('POST', `${at}/programs/current/step`, body)).body;

  let printed = (await step({ to: 'line', line: NODES.length + 1 })).stdout;
  let stops = 0;
  let answer = await step({ to: 'in' });
  for (
    ;
    answer.state === 'paused' && answer.at?.line !== NODES.length + 2;
    answer = await step({ to: 'in' })
  ) {
    printed += answer.stdout;
    stops++;
    await look(server, at);
  }
  printed += answer.stdout + (await step({ to: 'end' })).stdout;

  expect(stops).toBe(times);
  expect(printed).toBe(whole.body.stdout);
});

/** Of the objects, the newest are the program's. */
const MOST = 24;

async function look(server: Awaited<ReturnType<typeof testServer>>, at: string): Promise<void> {
  for (const view of VIEWS) expect((await server.call('GET', `${at}/${view}`)).status, view).toBe(200);
  const { body } = await server.call<{ objects: { id: string }[] }>('GET', `${at}/objects?limit=1000`);
  for (const { id } of body.objects.slice(-MOST)) {
    const one = `${at}/objects/${id.replace('#', '%23')}`;
    for (const view of ['', '/referrers', '/referents'])
      expect((await server.call('GET', one + view)).status, `${id}${view}`).toBe(200);
  }
}
