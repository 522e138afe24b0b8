/**
 * What may be leaked, and why: rings that only a collection frees, what gc.garbage holds, containers and types that grow, and
 * objects that alone keep much alive. Few of each, so that none hides the others.
 */
import { type Explanation, explain, type Suspect, type TypeGrowth } from '../../contract/index.ts';
import { EV, forEachObject, SERIAL } from '../../heap/index.ts';
import type { Process } from '../../objects/index.ts';
import { type Dominators, dominators, retained } from '../graph/dominators.ts';
import { blockBytesOf, bytesByNode, bytesOf, isOutside } from '../graph/measure.ts';
import { nodeOf, ROOT, reach, refOf, shortestCycle } from '../graph/object-graph.ts';
import { type HeldGraph, heldGraph } from '../graph/roots.ts';
import { briefOf } from './brief.ts';
import { lengthsOf } from './containers.ts';
import type { Since } from './leaks.ts';
import { livingObject } from './objects.ts';

export interface Findings {
  readonly since: Since | undefined;
  readonly garbage: readonly number[];
  readonly unreachable: readonly number[];
  readonly grown: readonly TypeGrowth[];
}

interface Reason {
  readonly ref: number;
  readonly reason: Suspect['reason'];
  readonly explanation: Explanation;
  readonly grown?: Suspect['grown'];
}

const EACH = 5;
const MOST = 20;
const TYPES = 3;
const LEAST_GROWTH = 8;
/** An object that keeps less alive than this is nothing to look at. */
const LEAST_BYTES = 4096;
const LEAST_SHARE = 0.05;

export function suspectsOf(process: Process, findings: Findings): Suspect[] {
  const held = heldGraph(process);
  const tree = dominators(held.graph);
  const kept = keptBy(process, tree, held.graph.nodes);
  const reasons = [
    ...lostCycles(held, findings.unreachable),
    ...findings.garbage
      .slice(0, EACH)
      .map((ref): Reason => ({ ref, reason: 'in_garbage', explanation: explain('in_garbage') })),
    ...growingContainers(process, findings.since),
    ...growingTypes(process, findings),
    ...keepers(process, tree, kept),
  ];
  const first = new Map<number, Reason>();
  for (const one of reasons) if (!first.has(one.ref)) first.set(one.ref, one);
  const chosen = [...first.values()].slice(0, MOST);
  const made = allocations(process, new Set(chosen.map(({ ref }) => process.heap.serialOf(ref))));
  return chosen.map(({ ref, reason, explanation, grown = null }) => ({
    ...briefOf(process, ref),
    reason,
    retained: tree.immediate[nodeOf(ref)] === -1 ? null : kept.figuresOf(nodeOf(ref)),
    grown,
    allocated: {
      seq: made.get(process.heap.serialOf(ref))?.seq ?? null,
      line:
        process.heap.memory.tracemalloc.lineOf(process.heap.blockOf(ref)) ??
        made.get(process.heap.serialOf(ref))?.line ??
        null,
    },
    explanation,
  }));
}

interface Kept {
  readonly bytes: Float64Array;
  figuresOf(node: number): NonNullable<Suspect['retained']>;
}

function keptBy(process: Process, tree: Dominators, nodes: number): Kept {
  const bytes = retained(tree, bytesByNode(process, nodes));
  const ones = new Float64Array(nodes);
  const blocks = new Float64Array(nodes);
  forEachObject(process.heap, (ref) => {
    if (isOutside(process, ref)) return;
    ones[nodeOf(ref)] = 1;
    blocks[nodeOf(ref)] = blockBytesOf(process, ref);
  });
  const objects = retained(tree, ones);
  const blockBytes = retained(tree, blocks);
  return {
    bytes,
    figuresOf: (node) => ({
      objects: objects[node] as number,
      bytes: bytes[node] as number,
      block_bytes: blockBytes[node] as number,
    }),
  };
}

/** One object of each ring that nothing leads to. */
function lostCycles({ graph }: HeldGraph, unreachable: readonly number[]): Reason[] {
  const found: Reason[] = [];
  const covered = reach(graph, [ROOT]);
  for (const ref of unreachable) {
    if (found.length === EACH) return found;
    if (covered[nodeOf(ref)] === 1) continue;
    const cycle = shortestCycle(graph, nodeOf(ref));
    if (cycle.length === 0) continue;
    reach(graph, [nodeOf(ref)], { into: covered });
    const explanation = explain('unreachable', { size: cycle.length });
    found.push({ ref, reason: 'unreachable', explanation });
  }
  return found;
}

function growingContainers(process: Process, since: Since | undefined): Reason[] {
  const before = new Map(since?.lengths ?? []);
  const grown = lengthsOf(process, [...before.keys()])
    .map(([serial, now]) => ({ serial, now, before: before.get(serial) ?? 0 }))
    .filter((one) => one.now - one.before >= LEAST_GROWTH)
    .sort((a, b) => b.now - b.before - (a.now - a.before));
  return grown.slice(0, EACH).map(({ serial, ...lengths }) => ({
    ref: livingObject(process, serial),
    reason: 'growing_container',
    explanation: explain('growing_container', lengths),
    grown: lengths,
  }));
}

/** The oldest of the new objects of the types that grew most. */
function growingTypes(process: Process, { since, grown }: Findings): Reason[] {
  if (since === undefined) return [];
  const { heap } = process;
  const types = grown.filter((one) => one.now - one.before >= LEAST_GROWTH).slice(0, TYPES);
  const oldest = new Map<string, number>();
  const wanted = new Set(types.map((one) => one.type));
  forEachObject(heap, (ref) => {
    const serial = heap.words[ref + SERIAL] as number;
    if (serial <= since.census.newest || isInterpreters(process, ref)) return;
    const { name } = heap.typeOf(ref);
    if (!wanted.has(name)) return;
    const known = oldest.get(name);
    if (known === undefined || serial < heap.serialOf(known)) oldest.set(name, ref);
  });
  return types.flatMap(({ type, now, before }): Reason[] => {
    const ref = oldest.get(type);
    if (ref === undefined) return [];
    const explanation = explain('growing_type', { type, count: now - before });
    return [{ ref, reason: 'growing_type', explanation }];
  });
}

/** What keeps most alive, none of which another of them keeps alive: whatever keeps an object alive keeps at least as much. */
function keepers(process: Process, { immediate, order }: Dominators, kept: Kept): Reason[] {
  const least = Math.max(LEAST_BYTES, LEAST_SHARE * (kept.bytes[ROOT] as number));
  const isLarge = (node: number): boolean =>
    node > ROOT &&
    (kept.bytes[node] as number) >= least &&
    !isOutside(process, refOf(node)) &&
    !isInterpreters(process, refOf(node)) &&
    process.heap.typeOf(refOf(node)) !== process.types.type &&
    (kept.bytes[node] as number) > bytesOf(process, refOf(node));
  const topmost = Array.from(order.filter((node) => isLarge(node) && !isLarge(immediate[node] as number)));
  const largest = topmost.sort((a, b) => (kept.bytes[b] as number) - (kept.bytes[a] as number));
  return largest.slice(0, EACH).map((node) => {
    const { objects, bytes } = kept.figuresOf(node);
    return { ref: refOf(node), reason: 'keeps_much', explanation: explain('keeps_much', { objects, bytes }) };
  });
}

/** What an import made is nobody's leak. */
function isInterpreters(process: Process, ref: number): boolean {
  return process.program?.outlook.isInterpreters(process.heap.serialOf(ref)) ?? false;
}

/** The operations that made these objects, and the lines of programs that had begun then, as far as the ring still knows. */
function allocations(
  { heap: { ring } }: Process,
  serials: ReadonlySet<number>,
): Map<number, Suspect['allocated']> {
  const found = new Map<number, Suspect['allocated']>();
  let begun = { seq: 0, line: 0, file: 0 };
  ring.forEach(ring.firstKept, ring.offset, (_offset, code, seq, a, _b, c) => {
    if (code === EV.PROGRAM_LINE) begun = { seq, line: a, file: c };
    if (code !== EV.OBJECT_ALLOCATED || !serials.has(a)) return;
    const line = begun.seq === seq ? { file: ring.text(begun.file), line: begun.line } : null;
    found.set(a, { seq, line });
  });
  return found;
}
