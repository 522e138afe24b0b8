/** tracemalloc as others may look at it: what it records now, and the snapshots that were taken. */
import type {
  TraceComparisonView,
  TracemallocView,
  TraceSnapshotSummary,
  TraceSnapshotsView,
  TraceStatisticsView,
} from '../../contract/index.ts';
import type { TraceSnapshot } from '../../heap/index.ts';
import type { Process } from '../../objects/index.ts';
import { filtered, type TraceFilters } from '../trace-filters.ts';
import { differencesOf, type Grouping, statisticsOf } from '../trace-statistics.ts';

const TOP = 10;

type Groups = TraceSnapshot['groups'];

export interface TraceAsked extends Grouping {
  readonly limit: number;
  /** Left out: every trace counts. */
  readonly filters?: TraceFilters;
}

export function tracemallocView(process: Process): TracemallocView {
  const { tracemalloc } = process.heap.memory;
  const groups = tracemalloc.groups();
  return {
    tracing: tracemalloc.tracing,
    traceback_limit: tracemalloc.limit,
    traced_memory: tracemalloc.traced,
    peak: tracemalloc.peak,
    tracemalloc_memory: tracemalloc.overheadBytes(),
    blocks: groups.reduce((sum, one) => sum + one.count, 0),
    top: statisticsOf(groups, { by: 'lineno', cumulative: false }).slice(0, TOP),
    snapshots: tracemalloc.snapshots.kept.length,
  };
}

export function traceSnapshotsView(process: Process): TraceSnapshotsView {
  return { snapshots: process.heap.memory.tracemalloc.snapshots.kept.map(summary) };
}

/** Undefined: there is no such snapshot. */
export function traceStatisticsView(
  process: Process,
  number: number,
  { by, cumulative, limit, filters }: TraceAsked,
): TraceStatisticsView | undefined {
  const snapshot = snapshotOf(process, number);
  if (snapshot === undefined) return undefined;
  const statistics = statisticsOf(filtered(snapshot.groups, filters), { by, cumulative });
  const total = statistics.length;
  return { ...summary(snapshot), by, cumulative, total, statistics: statistics.slice(0, limit) };
}

/** What the first has more than the second. Undefined: one of them is not there. */
export function traceComparisonView(
  process: Process,
  [first, second]: readonly [number, number],
  { by, cumulative, limit, filters }: TraceAsked,
): TraceComparisonView | undefined {
  const [now, before] = [snapshotOf(process, first), snapshotOf(process, second)];
  if (now === undefined || before === undefined) return undefined;
  const [more, less] = [now, before].map(({ groups }) => filtered(groups, filters)) as [Groups, Groups];
  const statistics = differencesOf(more, less, { by, cumulative });
  return {
    snapshot: summary(now),
    compared_with: summary(before),
    by,
    cumulative,
    total: statistics.length,
    statistics: statistics.slice(0, limit),
  };
}

function snapshotOf(process: Process, number: number): TraceSnapshot | undefined {
  return process.heap.memory.tracemalloc.snapshots.kept.find((one) => one.number === number);
}

function summary({ number, seq, limit, groups }: TraceSnapshot): TraceSnapshotSummary {
  return {
    snapshot: number,
    seq,
    traceback_limit: limit,
    blocks: groups.reduce((sum, one) => sum + one.count, 0),
    bytes: groups.reduce((sum, one) => sum + one.sizeBytes, 0),
  };
}
