/**
 * The tools of memory in sessions that run programs: every object of the evaluator is reached by a way that Python can spell, and what
 * a frame holds is held by a root. The expressions were evaluated by CPython 3.8 to 3.13 in these programs: each gives that object.
 */
import { describe, expect, test } from 'vitest';
import * as schemas from '../../src/contract/index.ts';
import { forEachEdge, forEachObject, forEachOwned } from '../../src/heap/index.ts';
import { type Process, saveProcess } from '../../src/objects/index.ts';
import { ROOT, refOf } from '../../src/operations/graph/object-graph.ts';
import { heldGraph } from '../../src/operations/graph/roots.ts';
import * as views from '../../src/operations/index.ts';
import { difference } from '../support/difference.ts';
import { WIDE_LIMITS } from '../support/laws.ts';
import { program, runAll } from '../support/programs.ts';

const TARGET = ['class Target:', '    def __init__(self, name):', '        self.name = name'];

const PLACES = program([
  ...TARGET,
  'class Slotted:',
  "    __slots__ = ('inner',)",
  'def closure():',
  "    kept = Target('closure')",
  '    def inner():',
  '        return kept',
  '    return inner',
  'def generate():',
  "    mine = Target('generator')",
  '    yield mine',
  "def default(x=Target('default')):",
  '    return x',
  'class WithAttr:',
  "    attr = Target('class')",
  'class MyList(list): pass',
  'f = closure()',
  'g = generate(); next(g)',
  "s = Slotted(); s.inner = Target('slot')",
  "bound = Target('method').__init__",
  "ml = MyList(); ml.extra = Target('beside'); ml.append(Target('item'))",
  "d = {'k': {1: [Target('nested')]}}",
  "st = {Target('member')}",
  'try:',
  '    def boom():',
  "        local = Target('frame')",
  "        raise ValueError(Target('argument'))",
  '    boom()',
  'except ValueError as e:',
  '    err = e',
  'def func(): pass',
  "func.tag = Target('function')",
  "it = iter([Target('iterated')])",
  'from collections import deque, defaultdict',
  "q = deque([0, Target('queued')])",
  "dd = defaultdict(Target('factory').__init__)",
  'class Sub(dict):',
  "    __slots__ = ('part',)",
  "sub = Sub(); sub.part = Target('part')",
]);

const TRACED_FRAME = "err.__traceback__.tb_next.tb_frame.f_locals['local']";

const EXPRESSIONS: readonly (readonly [string, string | null])[] = [
  ['closure', 'f.__closure__[0].cell_contents'],
  ['generator', "g.gi_frame.f_locals['mine']"],
  ['default', 'default.__defaults__[0]'],
  ['class', 'WithAttr.attr'],
  ['slot', 's.inner'],
  ['method', 'bound.__self__'],
  ['beside', 'ml.extra'],
  ['item', 'ml[0]'],
  ['nested', "d['k'][1][0]"],
  ['member', null],
  ['frame', TRACED_FRAME],
  ['argument', 'err.args[0]'],
  ['function', 'func.tag'],
  ['iterated', null],
  ['queued', 'q[1]'],
  ['factory', 'dd.default_factory.__self__'],
  ['part', 'sub.part'],
];

/** Serial numbers of the objects of a class, by what their attribute `name` says. */
function targets(process: Process): Map<string, number> {
  const { heap } = process;
  const found = new Map<string, number>();
  forEachObject(heap, (ref) => {
    if (heap.typeOf(ref).name !== 'Target') return;
    const view = views.graphView(process, {
      object: heap.serialOf(ref),
      direction: 'referents',
      depth: 2,
      nodes: 50,
    });
    const name = view?.edges.find(({ label }) => label === '.name' || label === "['name']")?.to ?? -1;
    found.set(String(view?.nodes[name]?.label).slice(1, -1), heap.serialOf(ref));
  });
  return found;
}

/** Objects that the graph has a root for which says no more than `interpreter`. */
function heldWithoutName(process: Process): { serial: number; type: string }[] {
  const { graph, rootsOf } = heldGraph(process);
  const nodes = [...graph.targets.subarray(graph.starts[ROOT], graph.starts[ROOT + 1])];
  return nodes
    .filter((node) => rootsOf(node).some(({ kind, name }) => kind === 'interpreter' && name === null))
    .map((node) => ({
      serial: process.heap.serialOf(refOf(node)),
      type: process.heap.typeOf(refOf(node)).name,
    }));
}

/** Names and documentation of library classes, and the empty frozenset, of which there is one up to 3.9. */
const INTERPRETERS_OWN = new Set(['str', 'frozenset']);

describe.each(['3.8', '3.9', '3.11', '3.12', '3.13'] as const)('Python %s', (python) => {
  test('every object of a program is reached as Python would write it', () => {
    const { process, outcomes } = runAll([PLACES], { python });
    const serials = targets(process);

    const written = EXPRESSIONS.map(([name]) => {
      const view = schemas.whyAliveView.parse(views.whyAliveView(process, serials.get(name) ?? 0));
      return [name, view.path?.python];
    });

    expect(outcomes).toMatchObject([{ exception: null, exit: 0 }]);
    expect(written).toEqual(EXPRESSIONS);
  });

  test('edges are the references that are owned', () => {
    const { heap } = runAll([PLACES], { python }).process;

    forEachObject(heap, (ref) => {
      const owned: number[] = [];
      const edges: number[] = [];
      forEachOwned(heap, ref, (child) => void owned.push(child));
      forEachEdge(heap, ref, (child) => void edges.push(child));
      expect(edges.toSorted((a, b) => a - b)).toEqual(owned.toSorted((a, b) => a - b));
    });
  });

  test('when the program has ended, the interpreter holds nothing of the program without a name', () => {
    const { process } = runAll([PLACES], { python });

    const held = new Set<string>();
    for (const { serial, type } of heldWithoutName(process))
      if (!INTERPRETERS_OWN.has(type)) held.add(`${type} #${serial}`);

    expect([...held]).toEqual([]);
  });

  test('locals, value stacks and waiting generators of a running program are seen', () => {
    const source = program([
      ...TARGET,
      'def outer(param):',
      "    kept = Target('local')",
      "    return [Target('stack'), inner(), kept]",
      'def inner():',
      '    while True: pass',
      "outer(Target('parameter'))",
    ]);
    const process = views.createProcess({ python, keptEvents: 1000 });
    const execution = new views.Execution(process, [source], { seq: 0, limits: WIDE_LIMITS });
    execution.run(20_000);
    const serials = targets(process);

    const roots = ['local', 'parameter', 'stack'].map((name) => {
      const root = views.whyAliveView(process, serials.get(name) ?? 0)?.path?.root;
      return [root?.kind, root?.name, root?.function];
    });

    expect(roots).toEqual([
      ['local', 'kept', 'outer'],
      ['local', 'param', 'outer'],
      ['stack', null, 'outer'],
    ]);
  });
});

test('what leaks tells the line that made it, where tracemalloc looked', () => {
  const lines = [
    'import tracemalloc',
    'class Node: pass',
    'tracemalloc.start()',
    'a = Node()',
    'a.me = a',
    'del a',
  ];
  const { process } = runAll([program(lines, { filename: 'leak.py' })]);

  const { suspects } = schemas.leaksView.parse(views.leaksView(process, undefined));

  expect(suspects.filter(({ type }) => type === 'Node')).toMatchObject([
    { reason: 'unreachable', allocated: { seq: 1, line: { file: 'leak.py', line: 4 } } },
  ]);
});

test('classes, functions and modules are named, and no view changes the process', () => {
  const { process } = runAll([PLACES, program(['import types'])]);
  const before = saveProcess(process);

  const { nodes, edges } = schemas.graphView.parse(
    views.graphView(process, { object: 0, direction: 'referents', depth: 2, nodes: 200 }),
  );
  schemas.leaksView.parse(views.leaksView(process, undefined));
  schemas.memoryView.parse(views.memoryView(process));

  const named = (name: string): string | undefined => {
    const edge = edges.find(({ from, label }) => nodes[from]?.kind === 'root' && label === name);
    return nodes[edge?.to ?? -1]?.label;
  };
  expect(['Target', 'closure', 'types'].map(named)).toEqual([
    "class '__main__.Target'",
    'function closure',
    "module 'types'",
  ]);
  expect(difference(before, saveProcess(process))).toBeNull();
});

test('a drawing goes into a module or a class only where it begins there', () => {
  const { process } = runAll([program(['class Node:', '    limit = 7', 'n = Node()', 'def f(): pass'])]);
  const labels = (object: number): string[] =>
    (views.graphView(process, { object, direction: 'referents', depth: 2, nodes: 100 })?.nodes ?? []).map(
      ({ label }) => label,
    );
  const whole = views.graphView(process, { object: 0, direction: 'referents', depth: 2, nodes: 100 });
  const node = whole?.nodes.find(({ label }) => label === "class '__main__.Node'");

  expect(whole?.nodes.map(({ label }) => label).toSorted()).toEqual([
    '<module>',
    'Node',
    "class '__main__.Node'",
    'function f',
  ]);
  expect(labels(Number(node?.object?.slice(1)))).toContain('7');
});
