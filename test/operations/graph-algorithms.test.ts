/** Dominators and retained sizes against their definition, on random graphs; and their bounds on large ones. */
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { dominatedBy, dominators, retained } from '../../src/operations/graph/dominators.ts';
import {
  type Graph,
  ROOT,
  reach,
  reversed,
  shortestCycle,
  shortestWays,
  wayTo,
  withRoots,
} from '../../src/operations/graph/object-graph.ts';

type Edges = readonly (readonly [from: number, to: number])[];

function graphOf(nodes: number, edges: Edges): Graph {
  const starts = new Int32Array(nodes + 1);
  for (const [from] of edges) starts[from + 1] = (starts[from + 1] as number) + 1;
  for (let node = 0; node < nodes; node++)
    starts[node + 1] = (starts[node] as number) + (starts[node + 1] as number);
  const targets = Int32Array.from(
    edges.toSorted(([one], [other]) => one - other),
    ([, to]) => to,
  );
  return { nodes, starts, targets };
}

/** By the definition: what the root does not reach without a node, that node dominates. */
function naive({ nodes, ...graph }: Graph): { immediate: number[]; dominated: boolean[][] } {
  const all = reach({ nodes, ...graph }, [ROOT]);
  const dominated = Array.from({ length: nodes }, (_, one) => {
    if (one === ROOT || all[one] === 0) return Array.from({ length: nodes }, () => false);
    const others = reach({ nodes, ...graph }, [ROOT], { avoided: one });
    return Array.from({ length: nodes }, (__, each) => all[each] === 1 && others[each] === 0);
  });
  const immediate = Array.from({ length: nodes }, (_, node) => {
    if (node === ROOT || all[node] === 0) return -1;
    const above = dominated.flatMap((of, one) => (one !== node && of[node] === true ? [one] : []));
    return above.find((one) => above.every((each) => each === one || dominated[each]?.[one])) ?? ROOT;
  });
  return { immediate, dominated };
}

const graphs = fc.integer({ min: 1, max: 12 }).chain((nodes) =>
  fc
    .array(fc.tuple(fc.integer({ min: 0, max: nodes - 1 }), fc.integer({ min: 0, max: nodes - 1 })), {
      maxLength: 30,
    })
    .map((edges) => graphOf(nodes, edges)),
);

test('the dominator tree is what the definition says, and so are the sums along it', () => {
  fc.assert(
    fc.property(graphs, (graph) => {
      const expected = naive(graph);
      const tree = dominators(graph);
      const own = Float64Array.from({ length: graph.nodes }, (_, node) => 1 + node * node);

      expect([...tree.immediate]).toEqual(expected.immediate);
      const sums = retained(tree, own);
      for (const [node, dominated] of expected.dominated.entries()) {
        if (node === ROOT || tree.immediate[node] === -1) continue;
        expect([...dominatedBy(tree, node)]).toEqual(dominated.map(Number));
        expect(sums[node]).toBe(
          dominated.reduce((sum, is, each) => sum + (is ? (own[each] as number) : 0), 0),
        );
      }
    }),
    { numRuns: 2000 },
  );
});

test('a graph turned round twice has the same edges', () => {
  fc.assert(
    fc.property(graphs, (graph) => {
      const twice = reversed(reversed(graph));
      for (let node = 0; node < graph.nodes; node++) {
        const of = (one: Graph): number[] =>
          [...one.targets.subarray(one.starts[node], one.starts[node + 1])].toSorted((a, b) => a - b);
        expect(of(twice)).toEqual(of(graph));
      }
    }),
  );
});

test('a shortest cycle is one, begins where it should, and none is shorter', () => {
  fc.assert(
    fc.property(graphs, fc.nat(11), (graph, wanted) => {
      const node = wanted % graph.nodes;
      const edges = new Set<string>();
      for (let from = 0; from < graph.nodes; from++)
        for (const to of graph.targets.subarray(graph.starts[from], graph.starts[from + 1]))
          edges.add(`${from} ${to}`);

      const cycle = shortestCycle(graph, node);

      // Steps until the node is met again, by walking all ways at once.
      let front = new Set([node]);
      let steps = 0;
      do {
        front = new Set(
          [...front].flatMap((from) => [
            ...graph.targets.subarray(graph.starts[from], graph.starts[from + 1]),
          ]),
        );
        steps++;
      } while (!front.has(node) && steps <= graph.nodes);
      expect(cycle.length).toBe(front.has(node) ? steps : 0);
      for (const [at, one] of cycle.entries())
        expect(edges).toContain(`${one} ${cycle[(at + 1) % cycle.length]}`);
      if (cycle.length > 0) expect(cycle[0]).toBe(node);
    }),
  );
});

const MILLION = 1_000_000;

/** Time of the processor: other tests may run beside this one. */
function timed<T>(work: () => T): { value: T; elapsedMs: number } {
  const start = process.cpuUsage();
  const value = work();
  const { user, system } = process.cpuUsage(start);
  return { value, elapsedMs: (user + system) / 1000 };
}

test('a chain of a million links has its dominators in a moment, without a deep stack', () => {
  const starts = Int32Array.from({ length: MILLION + 1 }, (_, node) => Math.min(node, MILLION - 1));
  const chain = {
    nodes: MILLION,
    starts,
    targets: Int32Array.from({ length: MILLION - 1 }, (_, node) => node + 1),
  };

  const { value: tree, elapsedMs } = timed(() => dominators(chain));
  const sums = retained(tree, new Float64Array(MILLION).fill(1));

  expect(sums[1]).toBe(MILLION - 1);
  expect(wayTo(shortestWays(chain, ROOT), MILLION - 1)).toHaveLength(MILLION);
  expect(elapsedMs).toBeLessThan(20_000);
});

test('a million objects with a reference to others at random have theirs within seconds', () => {
  let state = 1;
  const random = (): number => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return state % MILLION;
  };
  const starts = Int32Array.from({ length: MILLION + 1 }, (_, node) => 2 * node);
  const targets = Int32Array.from({ length: 2 * MILLION }, (_, at) =>
    at % 2 === 0 ? (at / 2 + 1) % MILLION : random(),
  );
  const graph = withRoots({ nodes: MILLION, starts, targets }, [1, 2, 3]);

  const { value: tree, elapsedMs } = timed(() => dominators(graph));

  expect(tree.order.length).toBe(MILLION);
  expect(elapsedMs).toBeLessThan(20_000);
});
