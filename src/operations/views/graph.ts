/**
 * A part of the object graph, small enough to be drawn: from one object, or from names and frames, breadth first to a depth.
 *
 * What there is no room for is counted: a node has at most so many neighbours of its own, further ones of one type are one node that
 * says how many there are; and when there are as many nodes as were asked for, everything further of a node is one such node.
 * Texts that are only keys of a dict are not shown: they are at the arrows; nor are a function's names, code and globals. Classes and
 * modules are shown and not gone into, unless the drawing begins there.
 * Always: at most `nodes` objects and roots, and at most twice as many nodes.
 */
import { type GraphEdge, type GraphNode, type GraphView, objectIdOf } from '../../contract/index.ts';
import { B, EDGE, type Edge, forEachEdge, IMMORTAL, KIND, REFCNT } from '../../heap/index.ts';
import type { Process } from '../../objects/index.ts';
import { bytesOf, isOutside } from '../graph/measure.ts';
import { type Graph, nodeOf, ROOT, reach, refOf, reversed } from '../graph/object-graph.ts';
import { type HeldGraph, heldGraph, type Root } from '../graph/roots.ts';
import { spellings } from '../graph/spelling.ts';
import { livingObject } from './objects.ts';
import { shortRepr } from './summary.ts';

export interface GraphQuestion {
  /** Serial number; 0: names and frames. */
  readonly object: number;
  readonly direction: GraphView['direction'];
  readonly depth: number;
  readonly nodes: number;
}

const NEIGHBOURS = 12;
const TYPES_APART = 3;
const EDGES_SPELLED = 3;
const LONGEST_LABEL = 40;

/** undefined when there is no such object. */
export function graphView(process: Process, question: GraphQuestion): GraphView | undefined {
  const start = question.object === 0 ? 0 : livingObject(process, question.object);
  if (question.object !== 0 && start === 0) return undefined;
  const drawing = new Drawing(heldGraph(process), question);
  if (start === 0) drawing.beginAtRoots();
  else drawing.beginAt(start);
  drawing.spread();
  const { nodes, edges, complete } = drawing;
  const object = start === 0 ? null : objectIdOf(process.heap.serialOf(start));
  return { object, direction: question.direction, nodes, edges, complete };
}

class Drawing {
  readonly nodes: GraphNode[] = [];
  readonly edges: GraphEdge[] = [];
  complete = true;
  readonly #held: HeldGraph;
  readonly #question: GraphQuestion;
  readonly #reached: Uint8Array;
  readonly #back: Graph | null;
  /** By ref: its node in the drawing. */
  readonly #placeOf = new Map<number, number>();
  readonly #rootPlaces = new Map<string, number>();
  readonly #queue: number[] = [];

  constructor(held: HeldGraph, question: GraphQuestion) {
    this.#held = held;
    this.#question = question;
    this.#reached = reach(held.graph, [ROOT]);
    this.#back = question.direction === 'referrers' ? reversed(held.graph) : null;
  }

  beginAt(ref: number): void {
    this.#addObject(ref, 0);
    if (this.#back !== null) this.#addRootsOf(ref, 0);
  }

  /** Whatever has a name, and what running frames hold. */
  beginAtRoots(): void {
    const { graph, rootsOf } = this.#held;
    for (let at = graph.starts[ROOT] as number; at < (graph.starts[ROOT + 1] as number); at++) {
      const node = graph.targets[at] as number;
      const ref = refOf(node);
      const roots = rootsOf(node).filter((root) => this.#isBeginning(root));
      if (roots.length === 0) continue;
      if (!this.#hasRoom()) {
        this.complete = false;
        return;
      }
      const place = this.#placeOf.get(ref) ?? this.#addObject(ref, 1);
      for (const root of roots) this.#addRoot(root, place, 0);
    }
  }

  /** gc.garbage is one when there is some; modules are not: their names are. */
  #isBeginning(root: Root): boolean {
    const { process } = this.#held;
    if (root.kind === 'collector') return process.heap.words[process.garbage + B] !== 0;
    return isScope(root) && root.kind !== 'module';
  }

  spread(): void {
    for (let next = this.#queue.shift(); next !== undefined; next = this.#queue.shift()) {
      const place = this.#placeOf.get(next) as number;
      const distance = (this.nodes[place] as GraphNode).distance + 1;
      if (this.#isThreshold(next)) continue;
      const neighbours = this.#neighboursOf(next);
      if (distance > this.#question.depth) {
        this.complete &&= neighbours.every((one) => this.#placeOf.has(one));
        for (const one of neighbours) if (this.#placeOf.has(one)) this.#connect(next, one);
      } else this.#expand(next, neighbours, distance);
    }
  }

  /** Classes and modules lead to everything; what they hold is shown where the drawing begins with them. */
  #isThreshold(ref: number): boolean {
    const { process } = this.#held;
    if (this.#back !== null || process.heap.serialOf(ref) === this.#question.object) return false;
    if (process.heap.typeOf(ref) === process.types.type) return true;
    const described = process.program?.outlook.describe(ref) ?? '';
    return described.startsWith('<class ') || described.startsWith('<module ');
  }

  #expand(ref: number, neighbours: readonly number[], distance: number): void {
    const hidden = new Map<string, number>();
    let added = 0;
    for (const one of neighbours) {
      if (this.#placeOf.has(one)) this.#connect(ref, one);
      else if (added < NEIGHBOURS && this.#hasRoom()) {
        added++;
        this.#addObject(one, distance);
        this.#connect(ref, one);
        if (this.#back !== null) this.#addRootsOf(one, distance);
      } else {
        const { name } = this.#held.process.heap.typeOf(one);
        hidden.set(name, (hidden.get(name) ?? 0) + 1);
      }
    }
    if (hidden.size > 0) this.#addMore(ref, hidden, distance);
  }

  #hasRoom(): boolean {
    return this.nodes.length < this.#question.nodes;
  }

  /** The types of which most are hidden have a node each, the others one together. */
  #addMore(ref: number, hidden: ReadonlyMap<string, number>, distance: number): void {
    this.complete = false;
    const types = [...hidden].sort(([, one], [, other]) => other - one);
    const apart = this.#hasRoom() ? types.slice(0, TYPES_APART) : [];
    const rest = types.slice(apart.length).reduce((sum, [, count]) => sum + count, 0);
    const groups: [string | null, number][] = [...apart];
    const [only] = types;
    if (types.length === 1 && only !== undefined && apart.length === 0) groups.push(only);
    else if (rest > 0) groups.push([null, rest]);
    for (const [type, count] of groups) {
      if (this.nodes.length >= 2 * this.#question.nodes) return;
      const label = `... ${count.toLocaleString('en')} more ${type ?? 'objects'}`;
      const blank = { object: null, refcount: null, size_bytes: null, reachable: true };
      const node = this.nodes.push({
        ...blank,
        node: this.nodes.length,
        kind: 'more',
        type,
        label,
        distance,
        count,
      });
      const place = this.#placeOf.get(ref) as number;
      this.#draw(this.#back === null ? [place, node - 1] : [node - 1, place], '', count);
    }
  }

  /** Distinct, in the order of the references. */
  #neighboursOf(ref: number): number[] {
    const found = new Set<number>();
    if (this.#back === null) {
      const { heap } = this.#held.process;
      forEachEdge(heap, ref, (child, edge) => {
        if (!isIncidental(this.#held.process, [ref, child], edge)) found.add(child);
      });
      return [...found];
    }
    const { starts, targets } = this.#back;
    const end = starts[nodeOf(ref) + 1] as number;
    for (let at = starts[nodeOf(ref)] as number; at < end; at++) found.add(refOf(targets[at] as number));
    found.delete(ROOT);
    return [...found];
  }

  #addObject(ref: number, distance: number): number {
    const { process } = this.#held;
    const { heap } = process;
    const type = heap.typeOf(ref);
    const refcnt = heap.words[ref + REFCNT] as number;
    const place = this.nodes.length;
    this.nodes.push({
      node: place,
      kind: 'object',
      object: objectIdOf(heap.serialOf(ref)),
      type: type.name,
      label: cut(labelOf(process, ref)),
      refcount: refcnt >= IMMORTAL ? null : refcnt,
      size_bytes: bytesOf(process, ref),
      distance,
      count: 1,
      reachable: this.#reached[nodeOf(ref)] === 1,
    });
    this.#placeOf.set(ref, place);
    this.#queue.push(ref);
    return place;
  }

  #addRootsOf(ref: number, distance: number): void {
    const place = this.#placeOf.get(ref) as number;
    for (const root of this.#held.rootsOf(nodeOf(ref)).slice(0, NEIGHBOURS))
      this.#addRoot(root, place, distance + 1);
  }

  /** Roots of one scope are one node; the name is at the arrow. */
  #addRoot(root: Root, object: number, distance: number): void {
    const label = scopeOf(root);
    let place = this.#rootPlaces.get(label);
    if (place === undefined) {
      if (this.nodes.length >= 2 * this.#question.nodes) return;
      place = this.nodes.length;
      this.#rootPlaces.set(label, place);
      const blank = { object: null, type: null, refcount: null, size_bytes: null };
      this.nodes.push({
        ...blank,
        node: place,
        kind: 'root',
        label: cut(label),
        distance,
        count: 1,
        reachable: true,
      });
    }
    this.#draw([place, object], cut(isScope(root) ? (root.name ?? root.kind) : ''), 1);
  }

  #connect(from: number, to: number): void {
    const [holder, child] = this.#back === null ? [from, to] : [to, from];
    const { shown, total } = spellings(this.#held.process, holder, child, EDGES_SPELLED);
    const texts = shown.map(({ text }) => text);
    const more = total > shown.length ? [`... ${(total - shown.length).toLocaleString('en')} more`] : [];
    const places = [this.#placeOf.get(holder) as number, this.#placeOf.get(child) as number] as const;
    this.#draw(places, [...texts, ...more].join(', '), Math.max(total, 1));
  }

  #draw([from, to]: readonly [number, number], label: string, count: number): void {
    this.edges.push({ from, to, label, count });
  }
}

/** Keys that are texts, and fields with what existed before the session: names, code, None, a function's globals. */
function isIncidental(process: Process, [holder, child]: readonly [number, number], edge: Edge): boolean {
  const { heap, types } = process;
  const isAtom = heap.typeOf(child).kind === KIND.ATOM;
  if (edge === EDGE.KEY) return isAtom;
  return (
    edge === EDGE.FIELD && isOutside(process, child) && (isAtom || heap.typeOf(holder) === types.function)
  );
}

const SCOPES: ReadonlySet<Root['kind']> = new Set([
  'name',
  'local',
  'stack',
  'frame',
  'module',
  'exception',
  'collector',
]);

function isScope({ kind }: Root): boolean {
  return SCOPES.has(kind);
}

function scopeOf(root: Root): string {
  if (root.kind === 'name') return '<module>';
  if (root.kind === 'module') return 'sys.modules';
  if (root.kind === 'collector') return 'gc';
  if (root.function !== null) return `${root.function}() at depth ${root.depth ?? 0}`;
  return root.kind.replaceAll('_', ' ');
}

/** The value of what is one, the name of a class or function, the type of everything else. */
function labelOf(process: Process, ref: number): string {
  const { heap, types } = process;
  const type = heap.typeOf(ref);
  const described = process.program?.outlook.describe(ref) ?? null;
  if (described !== null) return described.slice(1, -1).replace(/ at 0x[0-9a-f]+$/, '');
  if (type.kind === KIND.ATOM) return shortRepr(process, ref);
  const name = type === types.type ? process.classes.find((one) => one.object === ref)?.name : undefined;
  return name === undefined ? type.name : `class '${name}'`;
}

function cut(text: string): string {
  return text.length <= LONGEST_LABEL ? text : `${text.slice(0, LONGEST_LABEL).toWellFormed()}...`;
}
