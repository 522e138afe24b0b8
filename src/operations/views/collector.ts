/** The collector as others may look at it: its counters, its lists, and what it would find now. */
import { type GcView, type GenerationView, objectIdOf, type UnreachableView } from '../../contract/index.ts';
import { findUnreachable, GENERATION_HEADS, PERMANENT_HEAD } from '../../heap/index.ts';
import { lists, type Process } from '../../objects/index.ts';
import { type Page, type Paged, pageOf, summariesOf } from './summary.ts';

/** Views without pages list this many objects at most; their totals count all. */
const MOST_LISTED = 1000;

const three = (values: readonly number[]): [number, number, number] => [
  values[0] ?? 0,
  values[1] ?? 0,
  values[2] ?? 0,
];

export function gcView(process: Process): GcView {
  const { heap } = process;
  const { collector } = heap;
  const garbage = lists.listItems(process, process.garbage).slice(0, MOST_LISTED);
  return {
    enabled: collector.enabled,
    debug: collector.debug,
    count: three(collector.counts),
    thresholds: three(collector.thresholds),
    scheduled: collector.scheduled,
    generations: GENERATION_HEADS.map((head, generation) => ({
      generation,
      objects: collector.sizeOf(head),
      collections: collector.stats[generation]?.collections ?? 0,
      collected: collector.stats[generation]?.collected ?? 0,
      uncollectable: collector.stats[generation]?.uncollectable ?? 0,
    })),
    permanent: collector.sizeOf(PERMANENT_HEAD),
    garbage: garbage.map((ref) => objectIdOf(heap.serialOf(ref))),
  };
}

/** One of the collector's lists in its own order; `after` counts the objects of the pages before. */
export function generationView(
  process: Process,
  generation: GenerationView['generation'],
  page: Page,
): Paged<GenerationView> {
  const head = generation === 'permanent' ? PERMANENT_HEAD : (GENERATION_HEADS[generation] ?? PERMANENT_HEAD);
  return { generation, ...pageOf(process, process.heap.collector.list(head), page) };
}

/** What a collection of this generation would find now, in the order in which it would; nothing changes. */
export function unreachableView(process: Process, generation: number): UnreachableView {
  const found = findUnreachable(process.heap, generation);
  return { generation, total: found.length, objects: summariesOf(process, found.slice(0, MOST_LISTED)) };
}
