/**
 * Dominators: for each node the last one that every way from the root to it passes. What an object alone keeps alive is what it
 * dominates: its retained size is the size of its part of this tree.
 *
 * Lengauer and Tarjan's algorithm with path compression, O(m log n), every walk with a stack of its own: chains of a million links and
 * a list of a million items are ordinary here. An iterative algorithm on sets needs n rounds on some heaps.
 */
import { type Graph, ROOT, reversed } from './object-graph.ts';

export interface Dominators {
  /** By node: its immediate dominator; -1 for what the root does not reach, and for the root. */
  readonly immediate: Int32Array;
  /** The reached nodes in an order in which each comes after its dominator. */
  readonly order: Int32Array;
}

interface DepthFirst {
  /** Nodes in the order of their discovery. */
  readonly order: Int32Array;
  /** By node: its place in that order, -1 for what is not reached. */
  readonly number: Int32Array;
  /** By place: the place of the node that it was discovered from. */
  readonly parent: Int32Array;
}

export function dominators(graph: Graph): Dominators {
  const found = depthFirst(graph);
  const { order } = found;
  const count = order.length;
  const above = dominatorPlaces(reversed(graph), found);
  const immediate = new Int32Array(graph.nodes).fill(-1);
  for (let place = 1; place < count; place++) {
    immediate[order[place] as number] = order[above[place] as number] as number;
  }
  return { immediate, order };
}

function depthFirst({ nodes, starts, targets }: Graph): DepthFirst {
  const number = new Int32Array(nodes).fill(-1);
  const order = new Int32Array(nodes);
  const parent = new Int32Array(nodes);
  const next = starts.slice();
  const stack = new Int32Array(nodes);
  let count = 0;
  let depth = 0;
  const enter = (node: number, from: number): void => {
    number[node] = count;
    parent[count] = from;
    order[count++] = node;
    stack[depth++] = node;
  };
  enter(ROOT, 0);
  while (depth > 0) {
    const node = stack[depth - 1] as number;
    const at = next[node] as number;
    if (at === starts[node + 1]) {
      depth--;
      continue;
    }
    next[node] = at + 1;
    const target = targets[at] as number;
    if (number[target] === -1) enter(target, number[node] as number);
  }
  return { order: order.slice(0, count), number, parent: parent.slice(0, count) };
}

/**
 * By place: the place of the immediate dominator. Semidominators are found last to first; a node waits in the bucket of its own until
 * that one's child on the way is linked.
 */
function dominatorPlaces({ starts, targets }: Graph, { order, number, parent }: DepthFirst): Int32Array {
  const count = order.length;
  const semi = upTo(count);
  const dominator = new Int32Array(count);
  const bucket = new Int32Array(count).fill(-1);
  const nextInBucket = new Int32Array(count).fill(-1);
  const forest = new Forest(semi);
  for (let place = count - 1; place > 0; place--) {
    const node = order[place] as number;
    let least = semi[place] as number;
    const end = starts[node + 1] as number;
    for (let at = starts[node] as number; at < end; at++) {
      const source = number[targets[at] as number] as number;
      if (source === -1) continue;
      const through = semi[forest.lowest(source)] as number;
      if (through < least) least = through;
    }
    semi[place] = least;
    nextInBucket[place] = bucket[least] as number;
    bucket[least] = place;
    const above = parent[place] as number;
    forest.link(above, place);
    for (let one = bucket[above] as number; one !== -1; one = nextInBucket[one] as number) {
      const through = forest.lowest(one);
      dominator[one] = (semi[through] as number) < (semi[one] as number) ? through : above;
    }
    bucket[above] = -1;
  }
  for (let place = 1; place < count; place++) {
    const one = dominator[place] as number;
    if (one !== semi[place]) dominator[place] = dominator[one] as number;
  }
  return dominator;
}

/** 0, 1, 2 ...: a loop, since Int32Array.from() takes ten times as long. */
function upTo(length: number): Int32Array {
  const places = new Int32Array(length);
  for (let place = 0; place < length; place++) places[place] = place;
  return places;
}

/** The nodes that were looked at, as trees; asks for the one with the least semidominator on the way up (link and eval). */
class Forest {
  readonly #semi: Int32Array;
  readonly #ancestor: Int32Array;
  readonly #label: Int32Array;
  readonly #path: Int32Array;

  constructor(semi: Int32Array) {
    this.#semi = semi;
    this.#ancestor = new Int32Array(semi.length).fill(-1);
    this.#label = upTo(semi.length);
    this.#path = new Int32Array(semi.length);
  }

  link(above: number, place: number): void {
    this.#ancestor[place] = above;
  }

  lowest(place: number): number {
    if (this.#ancestor[place] === -1) return place;
    this.#compress(place);
    return this.#label[place] as number;
  }

  /** Everything on the way up to the top of the tree then stands right below the top. */
  #compress(place: number): void {
    const ancestor = this.#ancestor;
    const label = this.#label;
    const semi = this.#semi;
    let length = 0;
    for (let at = place; ancestor[ancestor[at] as number] !== -1; at = ancestor[at] as number) {
      this.#path[length++] = at;
    }
    while (length > 0) {
      const at = this.#path[--length] as number;
      const above = ancestor[at] as number;
      if ((semi[label[above] as number] as number) < (semi[label[at] as number] as number))
        label[at] = label[above] as number;
      ancestor[at] = ancestor[above] as number;
    }
  }
}

/** By node: the sum of `own` over the node and all that it dominates. */
export function retained({ immediate, order }: Dominators, own: Float64Array): Float64Array {
  const sums = own.slice();
  for (let at = order.length - 1; at > 0; at--) {
    const node = order[at] as number;
    const above = immediate[node] as number;
    sums[above] = (sums[above] as number) + (sums[node] as number);
  }
  return sums;
}

/** By node: 1 for `node` and all that it dominates. */
export function dominatedBy({ immediate, order }: Dominators, node: number): Uint8Array {
  const members = new Uint8Array(immediate.length);
  members[node] = 1;
  for (const one of order) {
    if (one !== node) members[one] = members[immediate[one] as number] ?? 0;
  }
  return members;
}
