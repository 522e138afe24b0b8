/**
 * Leaks: what there is, what has come and gone since an earlier moment, what only a collection would free, and what is suspicious.
 * Nothing is collected: what is unreachable is found by a dry run. Suspects are suspects.ts's.
 */
import type { LeaksView, ObjectBrief } from '../../contract/index.ts';
import { findUnreachable } from '../../heap/index.ts';
import { lists, type Process } from '../../objects/index.ts';
import { sumOf } from '../graph/measure.ts';
import { nodeOf } from '../graph/object-graph.ts';
import { briefOf } from './brief.ts';
import { type Census, censusOf, growthSince } from './census.ts';
import { suspectsOf } from './suspects.ts';

/** The moment that is compared with. */
export interface Since {
  readonly seq: number;
  readonly mark: string | null;
  readonly census: Census;
  /** What containers of today held then, by serial number. */
  readonly lengths: readonly (readonly [number, number])[];
}

const MOST_TYPES = 100;
const MOST_LISTED = 100;
const OLDEST_GENERATION = 2;

export function leaksView(process: Process, since: Since | undefined): LeaksView {
  const { types } = censusOf(process);
  const garbage = lists.listItems(process, process.garbage);
  const unreachable = findUnreachable(process.heap, OLDEST_GENERATION);
  const lost = new Set(unreachable.map(nodeOf));
  const growth = since === undefined ? null : growthOf(process, since);
  return {
    total: sumOf(process, () => true),
    census: types.slice(0, MOST_TYPES),
    types: types.length,
    growth,
    garbage: { total: garbage.length, objects: briefs(process, garbage) },
    unreachable: {
      ...sumOf(process, (node) => lost.has(node)),
      list: briefs(process, unreachable),
    },
    suspects: suspectsOf(process, { since, garbage, unreachable, grown: growth?.by_type ?? [] }),
  };
}

function briefs(process: Process, refs: readonly number[]): ObjectBrief[] {
  return refs.slice(0, MOST_LISTED).map((ref) => briefOf(process, ref));
}

function growthOf(process: Process, { seq, mark, census }: Since): NonNullable<LeaksView['growth']> {
  const types = growthSince(process, census);
  const all = censusOf(process).types;
  const sum = (of: (one: (typeof types)[number]) => number): number =>
    types.reduce((total, one) => total + of(one), 0);
  const unchanged = new Set(types.map((one) => one.type));
  const kept = all.filter((one) => !unchanged.has(one.type)).reduce((total, one) => total + one.objects, 0);
  return {
    since: seq,
    mark,
    new: sum((one) => one.new),
    gone: sum((one) => one.gone),
    survived: kept + sum((one) => one.survived),
    bytes: sum((one) => one.bytes_now - one.bytes_before),
    by_type: types.slice(0, MOST_TYPES),
  };
}
