/**
 * The full state of a process as an `observe` step has it (FORMAT.md): everything that names, the collector's lists,
 * `resurrected` and gc.garbage reach, under the vector's labels. Only looks.
 */
import {
  A,
  FINALIZED,
  forEachObject,
  GENERATION_HEADS,
  IMMORTAL,
  KIND,
  META,
  PERMANENT_HEAD,
  REFCNT,
  traverse,
} from '../../heap/index.ts';
import { type Process, sizeOf } from '../../objects/index.ts';
import { byLabel, dictOwners, type GcLabels } from './gc-labels.ts';

type Labelled<T> = Readonly<Record<string, T>>;

/** Names that a vector's `names` leaves out: classes, functions, saved ids. */
export type Hidden = ReadonlySet<string>;

export function observe(
  process: Process,
  labels: GcLabels,
  hidden: Hidden,
): Readonly<Record<string, unknown>> {
  const { heap } = process;
  const { collector } = heap;
  const names = [...process.globals.entries()].filter(([name]) => !hidden.has(name));
  const lists = GENERATION_HEADS.map((head) => collector.list(head));
  const permanent = collector.list(PERMANENT_HEAD);
  const garbage = process.itemsOf(process.garbage);
  const resurrected = process.itemsOf(process.resurrected);
  const found = closure(process, [
    ...names.map(([, ref]) => ref),
    ...lists.flat(),
    ...permanent,
    ...garbage,
    ...resurrected,
  ]);
  const owners = ownersIn(process);
  const labelOf = (ref: number): string | undefined => labels.of(ref, owners);
  const mine = new Map<string, number>();
  for (const ref of found) {
    const label = labelOf(ref);
    if (label !== undefined) mine.set(label, ref);
  }
  const ordered = [...mine].sort(([a], [b]) => byLabel(a, b));
  const containers = ordered.filter(([, ref]) => heap.typeOf(ref).gc);
  const shown = (refs: readonly number[]): (string | null)[] => refs.map((ref) => labelOf(ref) ?? null);
  return {
    names: Object.fromEntries(names.map(([name, ref]) => [name, labelOf(ref) ?? process.repr(ref)])),
    generations: lists.map(shown),
    permanent: shown(permanent),
    untracked: containers.filter(([, ref]) => !heap.isTracked(ref)).map(([label]) => label),
    finalized: containers
      .filter(([, ref]) => ((heap.words[ref + META] as number) & FINALIZED) !== 0)
      .map(([label]) => label),
    refcounts: each(ordered, (ref) => refcount(process, ref)),
    sizes: each(ordered, (ref) => sizeOf(process, ref)),
    referents: each(containers, (ref) => ownReferents(process, ref, labelOf)),
    weakrefs: weakrefsOf(process, containers, labelOf),
    garbage: shown(garbage),
    resurrected: shown(resurrected),
    ...counters(process),
  };
}

/** The collector's numbers, as `observe` has them. */
function counters(process: Process): Readonly<Record<string, unknown>> {
  const { collector } = process.heap;
  return {
    count: [...collector.counts],
    threshold: [...collector.thresholds],
    enabled: collector.enabled,
    long_lived: [collector.longLivedTotal, collector.longLivedPending],
    stats: collector.stats.map((one) => [one.collections, one.collected, one.uncollectable]),
  };
}

/** Every object that can be reached from `roots`, the roots included. */
function closure(process: Process, roots: readonly number[]): Set<number> {
  const seen = new Set<number>();
  const queue = [...roots];
  for (let ref = queue.pop(); ref !== undefined; ref = queue.pop()) {
    if (seen.has(ref)) continue;
    seen.add(ref);
    traverse(process.heap, ref, (referent) => void queue.push(referent));
  }
  return seen;
}

/** Attribute dictionaries by ref; an instance that nothing reaches any more may still be a dictionary's owner. */
export function ownersIn(process: Process): Map<number, number> {
  const refs: number[] = [];
  forEachObject(process.heap, (ref) => void refs.push(ref));
  return dictOwners(process.heap, refs);
}

function each<T>(labelled: readonly [string, number][], value: (ref: number) => T): Labelled<T> {
  return Object.fromEntries(labelled.map(([label, ref]) => [label, value(ref)]));
}

export function refcount(process: Process, ref: number): number | 'immortal' {
  const count = process.heap.words[ref + REFCNT] as number;
  return count >= IMMORTAL ? 'immortal' : count;
}

/** The referents that the trace made, in the order of the traversal; of a set by label. */
function ownReferents(process: Process, ref: number, labelOf: (ref: number) => string | undefined): string[] {
  const found: string[] = [];
  traverse(process.heap, ref, (referent) => {
    const label = labelOf(referent);
    if (label !== undefined) found.push(label);
  });
  return process.heap.typeOf(ref).kind === KIND.SET ? found.sort(byLabel) : found;
}

function weakrefsOf(
  process: Process,
  containers: readonly [string, number][],
  labelOf: (ref: number) => string | undefined,
): Labelled<string | null> {
  const { heap } = process;
  const weakrefs = containers.filter(([, ref]) => heap.typeOf(ref).kind === KIND.WEAKREF);
  return each(weakrefs, (ref) => {
    const referent = heap.words[ref + A] as number;
    return referent === 0 ? null : (labelOf(referent) ?? null);
  });
}
