/** Why an object is alive, in sentences. */
import {
  type Explanation,
  explain,
  type HeapRoot,
  type ObjectSummary,
  paragraph,
  rootWords,
  type WhyAliveView,
} from '../../contract/index.ts';
import type { Process } from '../../objects/index.ts';
import { summariesOf } from './summary.ts';

/** Of a long cycle, so many are asked for their generation. */
const MOST_LOOKED_AT = 1000;

type Facts = Omit<WhyAliveView, 'explanation'>;

/** @param cycle the objects of the cycle of the view, all of them */
export function whyWords(process: Process, facts: Facts, cycle: readonly number[]): Explanation {
  return paragraph([
    ...(facts.path === null ? cycleWords(process, facts, cycle) : pathWords(facts, facts.path)),
    ...dependenceWords(facts),
    ...referenceWords(facts),
  ]);
}

export function rootText(root: HeapRoot): Explanation {
  return rootWords(root.kind, { name: root.name ?? '?', function: root.function ?? '?' });
}

const UNDYING: ReadonlySet<HeapRoot['kind']> = new Set([
  'class',
  'immortal',
  'interned',
  'before_session',
  'collector',
]);

function pathWords({ in_cycle, cycle }: Facts, path: NonNullable<Facts['path']>): Explanation[] {
  const root = rootText(path.root);
  const words: Explanation[] = [];
  if (path.length === 0)
    words.push(explain(UNDYING.has(path.root.kind) ? 'never_dies' : 'held_name', { root }));
  else if (path.python !== null) words.push(explain('held_path', { root, path: path.python }));
  else words.push(explain('held_way', { root, steps: path.length }));
  if (in_cycle) words.push(explain('also_cycle', { size: cycle?.length ?? 0 }));
  return words;
}

function cycleWords(process: Process, { in_cycle, cycle }: Facts, refs: readonly number[]): Explanation[] {
  const words = [explain(in_cycle ? 'only_cycle' : 'behind_cycle', { size: cycle?.length ?? 0 })];
  const generations = summariesOf(process, refs.slice(0, MOST_LOOKED_AT)).map((one) => one.generation);
  words.push(...collectionWords(process, generations));
  return words;
}

/** Which collection finds a cycle whose objects are in these generations. */
function collectionWords(
  process: Process,
  generations: readonly ObjectSummary['generation'][],
): Explanation[] {
  if (generations.includes(null)) return [explain('untracked_cycle')];
  if (generations.includes('permanent')) return [explain('frozen')];
  const generation = Math.max(...generations.map(Number));
  return [explain(process.heap.collector.enabled ? 'collectable' : 'collector_off', { generation })];
}

function dependenceWords({ dominator, path, retained }: Facts): Explanation[] {
  const words: Explanation[] = [];
  if (dominator !== null) {
    const { objects, bytes } = dominator.retained;
    words.push(explain('dominated', { holder: named(dominator), objects, bytes }));
  } else if (path !== null && path.length > 0) words.push(explain('not_dominated'));
  const { objects, bytes } = retained;
  if (objects > 1) words.push(explain('frees', { objects, bytes }));
  else if (objects === 1) words.push(explain('frees_nothing', { bytes }));
  return words;
}

function referenceWords({ weakrefs, referrers }: Facts): Explanation[] {
  const words: Explanation[] = [];
  if (weakrefs.length > 0) words.push(explain('weakly', { count: weakrefs.length }));
  const untracked = referrers.objects.find((one) => !one.tracked);
  if (untracked !== undefined) words.push(explain('untracked_referrer', { holder: named(untracked) }));
  return words;
}

function named({ id, type }: { readonly id: string; readonly type: string }): string {
  return `${id} (${type})`;
}
