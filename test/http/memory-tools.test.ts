/** The tools of memory over HTTP: why an object is alive, sizes, graphs in their formats, leaks since a mark. */
import { expect, test } from 'vitest';
import type { GraphView, LeaksView, MemoryView, SizesView, WhyAliveView } from '../../src/contract/index.ts';
import { SvgMaker } from '../../src/http/pictures/svg-maker.ts';
import * as ops from '../support/ops.ts';
import { testServer } from '../support/server.ts';

const FAMILY = [
  ops.defineClass('Node'),
  ops.instance('n', 'Node'),
  ops.list('a', 'n'),
  ops.setAttr('n', 'next', 'a'),
  ops.unbind('n'),
];

test('why an object is alive, now and then', async () => {
  const server = await testServer();
  const { id } = await server.session();
  await server.apply(id, [...FAMILY, ops.unbind('a')]);

  const now = await server.call<WhyAliveView>('GET', `/v1/sessions/${id}/objects/1/why-alive`);
  const then = await server.call<WhyAliveView>('GET', `/v1/sessions/${id}/objects/1/why-alive?at=5`);

  expect(now.body).toMatchObject({ alive: 'cycle', path: null, position: { seq: 6 } });
  expect(then.body).toMatchObject({ alive: 'root', path: { python: 'a[0]' }, position: { seq: 5 } });
  expect(then.body.explanation).toMatchObject({
    en: expect.stringContaining('the name a leads to it: a[0].') as string,
    zh: expect.stringContaining('从名字 a 可以到达它') as string,
  });
});

test('sizes of an object', async () => {
  const server = await testServer();
  const { id } = await server.session({ python: '3.12' });
  await server.apply(id, FAMILY);

  const { body } = await server.call<SizesView>('GET', `/v1/sessions/${id}/objects/2/sizes`);

  expect([body.shallow.objects, body.deep.objects, body.shared.objects, body.retained.objects]).toEqual([
    1, 2, 0, 2,
  ]);
});

test('a graph as data, as text and as a picture, by the query or by what is accepted', async () => {
  const server = await testServer();
  const { id } = await server.session({ python: '3.12' });
  await server.apply(id, FAMILY);
  const path = `/v1/sessions/${id}/objects/2/graph`;

  const json = await server.call<GraphView>('GET', path);
  const dot = await server.call<string>('GET', `${path}?format=dot`);
  const svg = await server.call<string>('GET', path, undefined, {
    accept: 'text/html, image/svg+xml;q=0.9, */*;q=0.1',
  });
  const heap = await server.call<string>('GET', `/v1/sessions/${id}/graph?format=svg`);

  expect(json.body.nodes.map(({ object, label }) => `${object} ${label}`)).toEqual([
    '#2 list',
    '#1 Node',
    expect.stringMatching(/^#-\d+ class 'Node'$/),
  ]);
  expect(dot.headers.get('content-type')).toBe('text/vnd.graphviz; charset=utf-8');
  expect(dot.body).toContain('n0 -> n1 [label="[0]"];');
  expect(svg.headers.get('content-type')).toBe('image/svg+xml; charset=utf-8');
  expect(svg.headers.get('vary')).toContain('accept');
  expect(svg.body).toContain('<svg ');
  expect(svg.body).toContain('>.next</text>');
  expect(heap.body).toContain('>&lt;module&gt;</text>');
});

test.each([
  ['graph?format=png'],
  ['graph?depth=21'],
  ['graph?max_nodes=0'],
  ['graph?max_nodes=1001'],
  ['graph?direction=referrers'],
  ['objects/1/graph?direction=sideways'],
  ['objects/1/why-alive?depth=1'],
  ['objects/1/sizes?x=1'],
  ['leaks?since='],
  ['leaks?generation=1'],
])('%s is refused', async (view) => {
  const server = await testServer();
  const { id } = await server.session();
  await server.apply(id, FAMILY);

  expect(await server.call('GET', `/v1/sessions/${id}/${view}`)).toMatchObject({
    status: 400,
    body: { code: 'invalid_query' },
  });
});

test('hostile names are drawn as text', async () => {
  const server = await testServer();
  const { id } = await server.session();
  const hostile = '"]; x -> y; \\N &lt; <script>alert(1)</script> \u0001 ]]>';
  await server.apply(id, [ops.list('l'), ops.dict('d', [hostile, 'l']), ops.str('s', hostile)]);

  const { status, body } = await server.call<string>('GET', `/v1/sessions/${id}/graph?format=svg`);

  expect(status).toBe(200);
  expect(body).not.toMatch(/<script/);
  // oxlint-disable-next-line no-control-regex -- XML has no place for them
  expect(body).not.toMatch(/[\u0000-\u0008]/);
  expect(body).toContain('&lt;script&gt;');
});

test('a picture that takes too long is given up, and the next one is drawn', async () => {
  const maker = new SvgMaker({ elapsedMs: 1, waiting: 2 });
  const nodes = Array.from({ length: 3000 }, (_, at) => `n${at} -> n${(at * 7) % 3001};`).join('');

  const [first, second, third] = await Promise.all([
    maker.draw(`digraph { ${nodes} }`),
    maker.draw('digraph {}'),
    maker.draw('digraph {}'),
  ]);
  const patient = new SvgMaker();
  const drawn = await patient.draw('digraph { a -> b }');
  await Promise.all([maker.close(), patient.close()]);

  expect([first, third]).toMatchObject([
    { ok: false, fault: { code: 'picture_too_large' } },
    { ok: false, fault: { code: 'too_many_pictures' } },
  ]);
  expect(second).toMatchObject({ ok: false });
  expect(drawn).toMatchObject({ ok: true });
});

test('leaks since a mark: what came, what went, which list grows, and who made it', async () => {
  const server = await testServer();
  const { id } = await server.session({ python: '3.12' });
  await server.apply(id, [
    ops.list('cache'),
    ops.list('gone'),
    ops.list('kept'),
    { op: 'mark', label: 'before' },
  ]);
  await server.apply(id, [
    ops.unbind('gone'),
    ops.repeat(100, ops.dict('d'), ops.append('cache', 'd')),
    ops.unbind('d'),
  ]);
  await server.apply(id, [ops.unbind('i'), ops.list('a'), ops.append('a', 'a'), ops.unbind('a')]);

  const { body } = await server.call<LeaksView>('GET', `/v1/sessions/${id}/leaks?since=before`);
  const same = await server.call<LeaksView>('GET', `/v1/sessions/${id}/leaks?since=4`);

  expect(body.growth).toMatchObject({ since: 4, mark: 'before', new: 101, gone: 1, survived: 2 });
  expect(body.growth?.by_type).toMatchObject([
    { type: 'dict', before: 0, now: 100, new: 100, gone: 0, survived: 0 },
    { type: 'list', before: 3, now: 3, new: 1, gone: 1, survived: 2 },
  ]);
  expect(body.unreachable).toMatchObject({ objects: 1, list: [{ id: '#106' }] });
  expect(
    body.suspects.map(({ id: suspect, reason, allocated, grown }) => [suspect, reason, allocated.seq, grown]),
  ).toEqual([
    ['#106', 'unreachable', 9, null],
    ['#1', 'growing_container', 1, { before: 0, now: 100 }],
    ['#6', 'growing_type', 6, null],
  ]);
  expect({ ...same.body, growth: { ...same.body.growth, mark: 'before' } }).toEqual(body);
});

test('who made an object is found when its event is no longer kept', async () => {
  const server = await testServer();
  const { id } = await server.session({ limits: { events_kept: 16 } });
  await server.apply(id, [
    ops.list('a'),
    ops.append('a', 'a'),
    ops.unbind('a'),
    ops.repeat(200, ops.list('x')),
  ]);

  const { body } = await server.call<LeaksView>('GET', `/v1/sessions/${id}/leaks`);

  expect(body.suspects.map(({ id: suspect, allocated }) => [suspect, allocated.seq])).toEqual([['#1', 1]]);
});

test.each([undefined, { events_kept: 16 }])(
  'the line of a program that made what it leaks is told without tracemalloc, with limits %o',
  async (limits) => {
    const server = await testServer();
    const { id } = await server.session(limits === undefined ? {} : { limits });
    const source = [
      'class Node: pass',
      'def make():',
      '    node = Node()',
      '    node.me = node',
      'make()',
      'for i in range(9):',
      '    i + 1000',
    ].join('\n');
    await server.apply(id, [{ op: 'run', source, filename: 'leak.py' }]);

    const { body } = await server.call<LeaksView>('GET', `/v1/sessions/${id}/leaks`);

    expect(body.suspects.filter(({ type }) => type === 'Node')).toMatchObject([
      { reason: 'unreachable', allocated: { seq: 1, line: { file: 'leak.py', line: 3 } } },
    ]);
  },
);

test('memory says which live block holds which arena', async () => {
  const server = await testServer();
  const { id } = await server.session({ python: '3.9' });
  await server.apply(id, [
    ops.plain('gc.disable'),
    ops.list('l'),
    ops.repeat(20_000, ops.list('x'), ops.append('l', 'x')),
  ]);
  await server.apply(id, [ops.unbind('i'), { op: 'clear', of: 'l' }]);

  const { body } = await server.call<MemoryView>('GET', `/v1/sessions/${id}/memory`);

  const { resident, resident_bytes: all, held_back: held } = body;
  expect(resident.arena_bytes + resident.system_heap_bytes + resident.mapped_bytes).toBe(all);
  expect(resident.peak_bytes).toBeGreaterThan(all);
  expect(held.arenas[0]?.blocks).toBeLessThanOrEqual(held.arenas.at(-1)?.blocks ?? 0);
  const blocks = held.arenas.flatMap((arena) => arena.held);
  expect(blocks).toContainEqual(expect.objectContaining({ held_by: 'object', object: '#1', type: 'list' }));
  expect(blocks).toContainEqual(expect.objectContaining({ held_by: 'free_list', type: 'list' }));
  expect(held.explanation.en).toContain('An arena is given back only when all its pools are free');
});
