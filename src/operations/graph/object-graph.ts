/**
 * All living objects and the counted references between them, as two typed arrays, so that a million objects are looked through in
 * a moment and without recursion.
 *
 *   node = record number (0: what holds objects without being one)      targets[starts[n] .. starts[n + 1]] = what n refers to
 *
 * A graph is a copy: the process may go on. Always: `starts` rises, its last entry is the number of edges; the references of one
 * object stand as often as they are counted.
 */
import { FIRST_RECORD, forEachObject, forEachOwned, type Heap, RECORD_SHIFT } from '../../heap/index.ts';

export interface Graph {
  /** Nodes have numbers below it. */
  readonly nodes: number;
  readonly starts: Int32Array;
  readonly targets: Int32Array;
}

/** The node of what holds objects without being one: names, frames, the interpreter. */
export const ROOT = 0;

export function nodeOf(ref: number): number {
  return ref >> RECORD_SHIFT;
}

export function refOf(node: number): number {
  return node << RECORD_SHIFT;
}

/** The objects' own references; the root has none yet. */
export function objectGraph(heap: Heap): Graph {
  const nodes = nodeOf(Math.max(heap.top, FIRST_RECORD));
  const starts = new Int32Array(nodes + 1);
  let count = 0;
  const add = (): void => {
    count++;
  };
  forEachObject(heap, (ref) => {
    count = 0;
    forEachOwned(heap, ref, add);
    starts[nodeOf(ref) + 1] = count;
  });
  for (let node = 0; node < nodes; node++)
    starts[node + 1] = (starts[node + 1] as number) + (starts[node] as number);
  const targets = new Int32Array(starts[nodes] as number);
  let at = 0;
  const put = (child: number): void => {
    targets[at++] = nodeOf(child);
  };
  forEachObject(heap, (ref) => forEachOwned(heap, ref, put));
  return { nodes, starts, targets };
}

/** The same graph with these references of the root, whose own come first in `targets`. */
export function withRoots(graph: Graph, roots: readonly number[]): Graph {
  const { nodes } = graph;
  const starts = new Int32Array(nodes + 1);
  for (let node = ROOT + 1; node <= nodes; node++)
    starts[node] = (graph.starts[node] as number) + roots.length;
  const targets = new Int32Array(roots.length + graph.targets.length);
  targets.set(roots);
  targets.set(graph.targets, roots.length);
  return { nodes, starts, targets };
}

/** Who refers to whom instead: the same edges the other way round. */
export function reversed({ nodes, starts, targets }: Graph): Graph {
  const into = new Int32Array(nodes + 1);
  for (const target of targets) into[target + 1] = (into[target + 1] as number) + 1;
  for (let node = 0; node < nodes; node++)
    into[node + 1] = (into[node + 1] as number) + (into[node] as number);
  const next = into.slice();
  const sources = new Int32Array(targets.length);
  for (let node = 0; node < nodes; node++) {
    const end = starts[node + 1] as number;
    for (let at = starts[node] as number; at < end; at++) {
      const target = targets[at] as number;
      const place = next[target] as number;
      sources[place] = node;
      next[target] = place + 1;
    }
  }
  return { nodes, starts: into, targets: sources };
}

/**
 * Which nodes can be reached from `from` without going through `avoided`: 1 for each, in an array by node. `into` may hold what is
 * not to be entered again.
 */
export function reach(
  { nodes, starts, targets }: Graph,
  from: readonly number[],
  { avoided = -1, into = new Uint8Array(nodes) }: { avoided?: number; into?: Uint8Array<ArrayBuffer> } = {},
): Uint8Array<ArrayBuffer> {
  const waiting = new Int32Array(nodes + 1);
  let last = 0;
  const enter = (node: number): void => {
    if (into[node] === 1 || node === avoided) return;
    into[node] = 1;
    waiting[last++] = node;
  };
  for (const node of from) enter(node);
  while (last > 0) {
    const node = waiting[--last] as number;
    const end = starts[node + 1] as number;
    for (let at = starts[node] as number; at < end; at++) enter(targets[at] as number);
  }
  return into;
}

/** Breadth first from a node: for each node the one before it on a shortest way, -1 where there is none, itself at the start. */
export function shortestWays({ nodes, starts, targets }: Graph, from: number): Int32Array {
  const before = new Int32Array(nodes).fill(-1);
  const queue = new Int32Array(nodes);
  before[from] = from;
  queue[0] = from;
  let last = 1;
  for (let first = 0; first < last; first++) {
    const node = queue[first] as number;
    const end = starts[node + 1] as number;
    for (let at = starts[node] as number; at < end; at++) {
      const target = targets[at] as number;
      if (before[target] !== -1) continue;
      before[target] = node;
      queue[last++] = target;
    }
  }
  return before;
}

/** The nodes from the start of `before` to `node`, both included. */
export function wayTo(before: Int32Array, node: number): number[] {
  const way = [node];
  for (let at = node; before[at] !== at; ) {
    at = before[at] as number;
    way.push(at);
  }
  return way.toReversed();
}

/** A shortest circle through `node`, which stands first and is not repeated; empty when it is in none. */
export function shortestCycle(graph: Graph, node: number): number[] {
  const before = shortestWays(graph, node);
  let best: number[] = [];
  let nearest = graph.nodes;
  const { starts, targets } = graph;
  const distances = distancesOf(before, node);
  for (let source = 0; source < graph.nodes; source++) {
    if (before[source] === -1 || (distances[source] as number) >= nearest) continue;
    const end = starts[source + 1] as number;
    for (let at = starts[source] as number; at < end; at++) {
      if (targets[at] !== node) continue;
      nearest = distances[source] as number;
      best = wayTo(before, source);
      break;
    }
  }
  return best;
}

function distancesOf(before: Int32Array, from: number): Int32Array {
  const distances = new Int32Array(before.length).fill(-1);
  distances[from] = 0;
  const open: number[] = [];
  for (let node = 0; node < before.length; node++) {
    if (before[node] === -1) continue;
    let at = node;
    while (distances[at] === -1) {
      open.push(at);
      at = before[at] as number;
    }
    let distance = distances[at] as number;
    for (let one = open.pop(); one !== undefined; one = open.pop()) distances[one] = ++distance;
  }
  return distances;
}
