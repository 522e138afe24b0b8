/** Why objects are alive, how large they are, and pictures of the graph; values written out. */
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as schemas from '../../src/contract/index.ts';
import { forEachEdge, forEachObject, forEachOwned } from '../../src/heap/index.ts';
import { saveProcess } from '../../src/objects/index.ts';
import * as views from '../../src/operations/index.ts';
import { operationLists, PRELUDE, processSettings } from '../support/arbitrary-operations.ts';
import { difference } from '../support/difference.ts';
import * as ops from '../support/ops.ts';
import { program, runAll } from '../support/programs.ts';
import { Scenario, scenario } from '../support/scenario.ts';

const serialOf = (id: string): number => Number(id.slice(1));

function whyAlive(s: Scenario, id: string): schemas.WhyAliveView {
  const view = views.whyAliveView(s.process, serialOf(id));
  if (view === undefined) throw new Error(`${id} is not alive`);
  return schemas.whyAliveView.parse(view);
}

function sizes(s: Scenario, id: string): schemas.SizesView {
  return schemas.sizesView.parse(views.sizesView(s.process, serialOf(id)));
}

/** d['k'] and d[7] are #2, whose item is #1, whose `next` is #2. */
function ring(): Scenario {
  const s = scenario({ python: '3.12' });
  s.run(ops.defineClass('Node'), ops.instance('n'), ops.list('a', 'n'), ops.setAttr('n', 'next', 'a'));
  s.run(ops.dict('d', ['k', 'a'], [7, 'a']), ops.weakref('n', 'w'), ops.unbind('a'), ops.unbind('n'));
  return s;
}

describe('why an object is alive', () => {
  test('a shortest way from a name, each step as Python spells it', () => {
    const view = whyAlive(ring(), '#1');

    expect(view.alive).toBe('root');
    expect(view.path).toMatchObject({
      root: { kind: 'name', name: 'd', python: 'd' },
      first: { id: '#3', type: 'dict' },
      steps: [
        { edge: { kind: 'value', text: "['k']" }, id: '#2', type: 'list' },
        { edge: { kind: 'item', text: '[0]' }, id: '#1', type: 'Node' },
      ],
      length: 2,
      omitted: 0,
      python: "d['k'][0]",
    });
    expect(view.held_by).toEqual([]);
  });

  test('the cycle that it is in, what it depends on alone, and what would go with that', () => {
    const view = whyAlive(ring(), '#1');

    expect(view.cycle?.objects.map(({ edge, id }) => [edge.text, id])).toEqual([
      ['[0]', '#1'],
      ['.next', '#2'],
    ]);
    expect(view.dominator).toMatchObject({ id: '#2', retained: { objects: 2 } });
    expect(view.retained.objects).toBe(1);
    expect(view.weakrefs).toHaveLength(1);
    expect(view.explanation.en).toContain("the name d leads to it: d['k'][0].");
    expect(view.explanation.zh).toContain("从名字 d 可以到达它：d['k'][0]。");
  });

  test('only a cycle keeps it alive when nothing outside leads there', () => {
    const s = ring();
    s.run(ops.unbind('d'), ops.plain('gc.disable'));

    const view = whyAlive(s, '#2');

    expect(view).toMatchObject({ alive: 'cycle', path: null, in_cycle: true, cycle: { length: 2 } });
    expect(view.retained.objects).toBe(2);
    expect(view.dominator).toBeNull();
    expect(view.referrers.objects.map(({ id, reachable }) => [id, reachable])).toEqual([['#1', false]]);
    expect(view.explanation.en).toContain('alive only through a cycle');
    expect(view.explanation.en).toContain('switched off (gc.disable()), so it stays until gc.collect(0)');
    expect(view.explanation.zh).toContain('只靠循环引用存活');
  });

  test('the collection that will free it is named, or why none will', () => {
    const s = scenario();
    s.run(ops.list('a'), ops.append('a', 'a'), ops.collect(0), ops.unbind('a'));
    const young = whyAlive(s, '#1').explanation.en;
    s.run(ops.plain('gc.freeze'));
    const frozen = whyAlive(s, '#1').explanation.en;

    expect(young).toContain('gc.collect(1) frees it');
    expect(frozen).toContain('gc.unfreeze()');
  });

  test('what hangs on a lost cycle is not in it', () => {
    const s = scenario();
    s.run(
      ops.list('a'),
      ops.append('a', 'a'),
      ops.object('o'),
      ops.append('a', 'o'),
      ops.unbind('o'),
      ops.unbind('a'),
    );

    const view = whyAlive(s, '#2');

    expect(view).toMatchObject({
      alive: 'cycle',
      in_cycle: false,
      cycle: { length: 1, objects: [{ id: '#1' }] },
    });
    expect(view.explanation.en).toContain('only because a cycle of 1 objects leads to it');
  });

  test('whoever refers to it is listed, with each place and whether the collector tracks it', () => {
    const s = scenario({ python: '3.9' });
    s.run(
      ops.object('o'),
      ops.list('l', 'o', 'o'),
      ops.dict('d', ['k', ops.lit(1)]),
      ops.setItem('d', 'o', 'o'),
    );
    s.run(ops.tuple('t', 'o'), ops.collect(), ops.set('s', 'o'), ops.tuple('u', ops.lit(1)));

    const { referrers } = whyAlive(s, s.id('o'));

    expect(
      referrers.objects.map(({ type, edges, tracked }) => [type, edges.map(({ text }) => text), tracked]),
    ).toEqual([
      ['list', ['[0]', '[1]'], true],
      ['dict', ["['o']"], false],
      ['tuple', ['[0]'], false],
      ['set', ['element'], true],
    ]);
    expect(whyAlive(s, s.id('o')).explanation.en).toContain('gc.get_referrers() does not show it');
  });

  test.each(['3.9', '3.12'] as const)('Python %s: a local of a running function is a root', (python) => {
    const s = scenario({ python });
    s.run(ops.defineFunction('f', 'p'), ops.call('f', ops.lit(null)), ops.list('p', ops.lit(1)));

    const { path } = whyAlive(s, s.id('p'));

    // Up to 3.10 a running function has a frame object, and that holds its locals.
    const way = [path?.root.kind, path?.root.function, path?.steps.map(({ edge }) => edge.text)];
    expect(way).toEqual(python === '3.9' ? ['frame', 'f', [".f_locals['p']"]] : ['local', 'f', []]);
  });

  test('gc.garbage, classes and immortal objects are what they are', () => {
    const s = scenario({ python: '3.12' });
    s.run(
      ops.defineClass('Node'),
      ops.setDebug('SAVEALL'),
      ops.list('a'),
      ops.append('a', 'a'),
      ops.unbind('a'),
      ops.collect(),
    );
    s.run(ops.bind('n', ops.lit(null)), ops.instance('i'));

    expect(whyAlive(s, '#1').path).toMatchObject({ root: { kind: 'collector' }, python: 'gc.garbage[0]' });
    expect(whyAlive(s, s.id('Node')).path?.root).toMatchObject({
      kind: 'class',
      name: 'Node',
      python: 'Node',
    });
    expect(whyAlive(s, s.id('n')).object.repr).toBe('None');
  });

  test('a chain of many links is shown at its ends', () => {
    const s = scenario({ check: 'end', snapshots: 0 });
    s.run(
      ops.list('a'),
      ops.bind('deep', 'a'),
      ops.repeat(20_000, ops.list('a', 'a')),
      ops.unbind('deep'),
      ops.unbind('i'),
    );

    const view = whyAlive(s, '#1');

    expect(view.path).toMatchObject({ length: 20_000, omitted: 19_900, python: null });
    expect(view.path?.steps).toHaveLength(100);
    expect(view.dominator?.retained.objects).toBe(2);
  });

  test.each([0, 99, -99])('there is no object %i', (serial) => {
    const s = ring();

    expect(views.whyAliveView(s.process, serial)).toBeUndefined();
    expect(views.sizesView(s.process, serial)).toBeUndefined();
    expect(
      serial === 0
        ? undefined
        : views.graphView(s.process, { object: serial, direction: 'referents', depth: 1, nodes: 9 }),
    ).toBeUndefined();
  });
});

describe('sizes', () => {
  test('shallow, deep, shared and retained add up', () => {
    const s = scenario({ python: '3.9' });
    s.run(ops.list('inner'), ops.list('shared'), ops.list('outer', 'inner', 'shared'), ops.unbind('inner'));

    const view = sizes(s, s.id('outer'));

    expect(view.shallow).toEqual({ objects: 1, bytes: 72, block_bytes: 80 });
    expect(view.deep).toEqual({ objects: 3, bytes: 72 + 56 + 56, block_bytes: 80 + 64 + 64 });
    expect(view.shared).toEqual({ objects: 1, bytes: 56, block_bytes: 64 });
    expect(view.retained).toEqual({ objects: 2, bytes: 72 + 56, block_bytes: 80 + 64 });
    expect(view.reachable).toBe(true);
  });

  test('what nothing leads to retains all that nothing else leads to', () => {
    const s = scenario({ python: '3.9' });
    s.run(ops.list('a'), ops.list('b', 'a'), ops.append('a', 'b'), ops.unbind('a'), ops.unbind('b'));

    expect(sizes(s, '#1')).toMatchObject({
      reachable: false,
      retained: { objects: 2 },
      shared: { objects: 0 },
    });
  });
});

describe('suspects', () => {
  test('what gc.garbage holds, and what alone keeps much alive', () => {
    const s = scenario({ python: '3.12', snapshots: 1 });
    s.run(ops.setDebug('SAVEALL'), ops.list('a'), ops.append('a', 'a'), ops.unbind('a'), ops.collect());
    s.run(
      ops.list('l'),
      ops.repeat(100, ops.list('x'), ops.append('l', 'x')),
      ops.unbind('x'),
      ops.unbind('i'),
    );

    const view = schemas.leaksView.parse(views.leaksView(s.process, undefined));

    expect(view.garbage).toMatchObject({ total: 1, objects: [{ id: '#1' }] });
    expect(view.suspects.map(({ id, reason, retained }) => [id, reason, retained?.objects])).toEqual([
      ['#1', 'in_garbage', 1],
      [s.id('l'), 'keeps_much', 101],
    ]);
    expect(view.suspects[1]?.explanation.en).toContain('It alone keeps 101 objects');
    expect(view.suspects[1]?.explanation.zh).toContain('101 个对象');
  });

  test('not what an import made, however large', () => {
    const { process } = runAll([
      program(['import sys, collections, dataclasses', 'kept = [[] for _ in range(3000)]']),
    ]);

    const view = schemas.leaksView.parse(views.leaksView(process, undefined));

    expect(view.suspects.map(({ type, reason, allocated }) => [type, reason, allocated.line?.line])).toEqual([
      ['list', 'keeps_much', 2],
    ]);
  });
});

describe('pictures', () => {
  const ASK = { object: 0, direction: 'referents', depth: 3, nodes: 100 } as const;

  test('names and frames lead to everything; the text is what Graphviz reads', () => {
    const s = ring();
    s.run(ops.defineFunction('f', 'p'), ops.call('f', 'd'));

    const view = schemas.graphView.parse(views.graphView(s.process, { ...ASK, depth: 4 }));

    const label = (node: number): string => view.nodes[node]?.label ?? '';
    expect(view.complete).toBe(true);
    expect(view.edges.map(({ from, label: text, to }) => `${label(from)} ${text} ${label(to)}`)).toEqual([
      '<module> d dict',
      'f() at depth 1 p dict',
      '<module> w weakref',
      "dict ['k'], [7] list",
      'list [0] Node',
      'Node .next list',
      "Node .__class__ class 'Node'",
    ]);
    expect(views.dotText(view)).toContain('label="[\'k\'], [7]"');
  });

  test('a million items are twelve and a number', () => {
    const s = scenario({ check: 'end', snapshots: 0 });
    s.run(
      ops.list('a'),
      ops.repeat(20_000, ops.list('x'), ops.append('a', 'x')),
      ops.unbind('x'),
      ops.unbind('i'),
    );

    const view = views.graphView(s.process, { ...ASK, nodes: 50 });

    expect(view?.complete).toBe(false);
    expect(view?.nodes.at(-1)).toMatchObject({ kind: 'more', label: '... 19,988 more list', count: 19_988 });
    expect(view?.nodes).toHaveLength(15);
  });

  test('what leads to an object, up to its names', () => {
    const s = ring();

    const view = views.graphView(s.process, { ...ASK, object: 1, direction: 'referrers' });

    expect(view?.nodes.map(({ kind, label, distance }) => [kind, label, distance])).toEqual([
      ['object', 'Node', 0],
      ['object', 'list', 1],
      ['object', 'dict', 2],
      ['root', '<module>', 3],
    ]);
  });

  test('no name gets out of its quotes', () => {
    const s = scenario();
    const hostile = '"]; evil [label=" \\ & \u0000 \n </text><script>';
    s.run(ops.dict('d'), ops.setItem('d', hostile, 'd'), ops.str('t', hostile));

    const view = views.graphView(s.process, ASK);
    const text = view === undefined ? '' : views.dotText(view);

    for (const line of text.split('\n').filter((each) => each.includes('label='))) {
      expect(line).toMatch(
        /^ {2}n\d+ (?:-> n\d+ )?\[label="(?:[^"\\]|\\["\\n])*"(?:, [a-z]+=(?:"[^"]*"|[a-z0-9]+))*\];$/,
      );
    }
    expect(text).not.toContain('\u0000');
  });
});

test('edges are the references that are owned, whatever has happened; no view changes anything', () => {
  fc.assert(
    fc.property(processSettings, operationLists(40), (settings, operations) => {
      const s = new Scenario({ ...settings, check: 'end', snapshots: 0 });
      s.run(...PRELUDE, ...operations);
      const { process } = s;
      const { heap } = process;
      const before = saveProcess(process);

      forEachObject(heap, (ref) => {
        const owned: number[] = [];
        const edges: number[] = [];
        forEachOwned(heap, ref, (child) => void owned.push(child));
        forEachEdge(heap, ref, (child) => void edges.push(child));
        expect(edges.toSorted((a, b) => a - b)).toEqual(owned.toSorted((a, b) => a - b));
        const serial = heap.serialOf(ref);
        schemas.sizesView.parse(views.sizesView(process, serial));
        const why = schemas.whyAliveView.parse(views.whyAliveView(process, serial));
        for (const step of why.cycle?.objects ?? []) expect(step.edge.text).not.toContain('field');
        for (const direction of ['referents', 'referrers'] as const)
          schemas.graphView.parse(
            views.graphView(process, { object: serial, direction, depth: 3, nodes: 7 }),
          );
      });
      schemas.graphView.parse(
        views.graphView(process, { object: 0, direction: 'referents', depth: 9, nodes: 40 }),
      );
      schemas.leaksView.parse(views.leaksView(process, undefined));
      schemas.memoryView.parse(views.memoryView(process));

      expect(difference(before, saveProcess(process))).toBeNull();
    }),
    { numRuns: 30 },
  );
});
