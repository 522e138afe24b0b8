/** Views of the collector and of memory. */
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as schemas from '../../src/contract/index.ts';
import { saveProcess } from '../../src/objects/index.ts';
import * as views from '../../src/operations/index.ts';
import { operationLists, PRELUDE, processSettings } from '../support/arbitrary-operations.ts';
import { difference } from '../support/difference.ts';
import {
  append,
  built,
  collect,
  defineClass,
  instance,
  list,
  lit,
  plain,
  repeat,
  setAttr,
  setDebug,
  setThreshold,
  tuple,
  unbind,
} from '../support/ops.ts';
import { Scenario, scenario } from '../support/scenario.ts';

const PAGE = { after: 0, limit: 100 };

describe('the collector', () => {
  test('its counters, thresholds, sizes and totals', () => {
    const s = scenario();
    s.run(
      setThreshold(500, 5, 5),
      list('old'),
      collect(),
      list('a'),
      append('a', 'a'),
      unbind('a'),
      collect(0),
      list('young'),
    );

    expect(schemas.gcView.parse(views.gcView(s.process))).toEqual({
      enabled: true,
      debug: 0,
      count: [0, 1, 0],
      thresholds: [500, 5, 5],
      scheduled: false,
      generations: [
        { generation: 0, objects: 1, collections: 1, collected: 1, uncollectable: 0 },
        { generation: 1, objects: 0, collections: 0, collected: 0, uncollectable: 0 },
        { generation: 2, objects: 1, collections: 1, collected: 0, uncollectable: 0 },
      ],
      permanent: 0,
      garbage: [],
    });
  });

  test('garbage, what is permanent, and a collection that waits', () => {
    const s = scenario({ python: '3.12' });
    s.run(
      list('kept'),
      plain('gc.freeze'),
      setDebug('SAVEALL'),
      list('a'),
      append('a', 'a'),
      unbind('a'),
      collect(),
    );
    s.run(setThreshold(1), list('b'), list('c'), list('d'));

    expect(views.gcView(s.process)).toMatchObject({
      debug: 32,
      permanent: 1,
      garbage: ['#2'],
      scheduled: true,
    });
  });

  test('a generation is listed in the order of its list, page by page', () => {
    const s = scenario();
    s.run(list('a'), list('b', 'a'), list('c', 'b'), unbind('a'), unbind('b'), collect(0));

    const first = views.generationView(s.process, 1, { after: 0, limit: 2 });
    const second = views.generationView(s.process, 1, { after: first.next ?? 0, limit: 2 });

    expect(
      [first, second].map((page) => [page.generation, page.total, page.objects.map(({ id }) => id)]),
    ).toEqual([
      [1, 3, ['#3', '#2']],
      [1, 3, ['#1']],
    ]);
    expect(views.generationView(s.process, 'permanent', PAGE)).toMatchObject({
      generation: 'permanent',
      total: 0,
    });
  });

  test('what a collection would find is known without one', () => {
    const s = scenario({ python: '3.12' });
    s.run(defineClass('Node'), instance('old'), setAttr('old', 'self', 'old'), collect(0), unbind('old'));
    s.run(list('a'), tuple('t', 'a'), append('a', 't'), unbind('a'), unbind('t'), list('named'));
    const before = s.events.offset;

    const found = [0, 1, 2].map((of) => schemas.unreachableView.parse(views.unreachableView(s.process, of)));

    expect(found.map(({ generation, total }) => [generation, total])).toEqual([
      [0, 2],
      [1, 3],
      [2, 3],
    ]);
    expect(found[2]?.objects.map(({ id }) => id)).toEqual(['#2', '#3', '#1']);
    expect(s.events.offset).toBe(before);
    expect(s.ask(collect())).toBe(3);
  });
});

test('looking changes nothing, every view has its shape, and what is foretold is found', () => {
  fc.assert(
    fc.property(
      processSettings,
      operationLists(40),
      fc.integer({ min: 0, max: 2 }),
      (settings, operations, generation) => {
        const s = new Scenario({ ...settings, check: 'end', snapshots: 0 });
        s.run(...PRELUDE, ...operations, setDebug(), plain('gc.enable'));
        const before = saveProcess(s.process);

        const foretold = lookAtAll(s, generation);

        expect(difference(before, saveProcess(s.process))).toBeNull();
        s.run(collect(generation));
        expect(s.recent.ofType('gc.found').ids()).toEqual(foretold);
      },
    ),
    { numRuns: 60 },
  );
});

/** Ids of what a collection would find. */
function lookAtAll(s: Scenario, generation: number): string[] {
  const { process } = s;
  const { objects } = views.objectsView(process, PAGE);
  for (const { id, address } of objects) {
    const serial = Number(id.slice(1));
    schemas.objectView.parse(views.objectView(process, serial));
    for (const page of [
      views.referrersView(process, serial, PAGE),
      views.referentsView(process, serial, PAGE),
    ]) {
      schemas.objectsView.parse({ ...page, next: null });
    }
    const pool = views.poolView(process, Number(address));
    if (pool !== undefined) schemas.poolView.parse(pool);
  }
  schemas.namesView.parse(views.namesView(process));
  schemas.gcView.parse(views.gcView(process));
  schemas.generationView.parse({ ...views.generationView(process, 1, PAGE), next: null });
  schemas.memoryView.parse(views.memoryView(process));
  schemas.sizeClassesView.parse(views.sizeClassesView(process));
  for (const { arena } of schemas.arenasView.parse(views.arenasView(process)).arenas) {
    schemas.arenaView.parse(views.arenaView(process, arena));
  }
  return views.unreachableView(process, generation).objects.map(({ id }) => id);
}

describe('memory', () => {
  test('a quiet process has no arena', () => {
    const s = scenario();

    expect(views.memoryView(s.process)).toMatchObject({
      resident_bytes: 0,
      allocated_blocks: 0,
      small: { arenas_current: 0 },
    });
    expect(views.arenasView(s.process)).toMatchObject({ arenas: [], usable: [] });
    expect(views.sizeClassesView(s.process)).toEqual({ size_classes: [] });
  });

  test('the figures add up to the arenas', () => {
    const s = scenario({ check: 'end' });
    s.run(list('l'), repeat(5000, list('x'), append('l', 'x')), built('str', 't', 'str ascii', 100_000));

    const { small, system, text, resident_bytes } = views.memoryView(s.process);

    expect(small.total_bytes).toBe(small.arenas_current * small.arena_bytes);
    expect(
      small.bytes_in_allocated_blocks +
        small.bytes_in_available_blocks +
        small.unused_pool_bytes +
        small.bytes_lost_to_pool_headers +
        small.bytes_lost_to_quantization +
        small.bytes_lost_to_arena_alignment,
    ).toBe(small.total_bytes);
    expect(resident_bytes).toBe(small.total_bytes + system.break_bytes + system.mapped_bytes);
    expect(system.bytes_in_use).toBeGreaterThanOrEqual(100_000);
    expect(text).toContain('Small block threshold = 512, in 32 size classes.');
  });

  test('an arena is shown pool by pool', () => {
    const s = scenario({ python: '3.9' });
    s.run(list('a'), list('b', 'a'));

    const view = views.arenaView(s.process, 0);

    expect(view).toMatchObject({
      arena: 0,
      slot: 0,
      size_bytes: 262144,
      pools: 64,
      pools_untouched: 62,
      pools_free: 62,
    });
    expect(view?.pool_list).toHaveLength(64);
    expect(
      view?.pool_list
        .slice(0, 3)
        .map(({ state, block_bytes, blocks_used }) => [state, block_bytes, blocks_used]),
    ).toEqual([
      ['used', 64, 2],
      ['used', 16, 1],
      ['untouched', null, 0],
    ]);
    expect(views.arenaView(s.process, 1)).toBeUndefined();
  });

  test('a pool is shown block by block, each with its owner', () => {
    const s = scenario({ python: '3.9' });
    s.run(list('a'), list('b', 'a'), list('c'), unbind('b'));
    const address = Number(s.ask({ op: 'id', of: 'a' }));

    const view = views.poolView(s.process, address);

    expect(view?.block_list.slice(0, 4).map(({ state, object }) => [state, object])).toEqual([
      ['used', '#1'],
      ['used', null],
      ['used', '#3'],
      ['free', null],
    ]);
    // The header of a dead list is kept for the next one: in use, and nobody's.
    expect(view).toMatchObject({ state: 'used', blocks_used: 3, header_bytes: 48, blocks: 63 });
    expect(view?.free_list).toEqual([view?.block_list[3]?.address]);
    expect(views.poolView(s.process, 16)).toBeUndefined();
  });

  test('items lie in blocks of their own, which belong to their list', () => {
    const s = scenario();
    s.run(list('a', lit(1), lit(2)));
    const items = views.objectView(s.process, 1)?.blocks[1];

    const view = views.poolView(s.process, Number(items?.address));

    expect(view?.block_list[0]).toMatchObject({ address: items?.address, object: '#1' });
  });

  test('size classes show their pools with room, in the order of use', () => {
    const s = scenario({ python: '3.9', check: 'end' });
    s.run(list('l'), repeat(200, list('x'), append('l', 'x')));

    const { size_classes: classes } = views.sizeClassesView(s.process);
    const headers = classes.find(({ block_bytes: size }) => size === 64);

    expect(headers).toMatchObject({ size_class: 3, pools: 4, blocks_used: 201 });
    expect(headers?.used_pools).toHaveLength(1);
    expect(views.poolView(s.process, Number(headers?.used_pools[0]))).toMatchObject({ state: 'used' });
  });
});
