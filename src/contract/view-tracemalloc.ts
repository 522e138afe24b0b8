/** Views of tracemalloc: what is recorded now, snapshots, their statistics and what differs between two of them. */
import { z } from 'zod';
import { sequenceNumber } from './ids.ts';

const count = z.int().min(0);

const traceFrame = z
  .strictObject({
    filename: z
      .string()
      .meta({ description: 'A file of a program, or `<session>`, whose lines are its operations.' }),
    lineno: count,
  })
  .meta({ id: 'TraceFrame', description: 'A line of code, or an operation.' });

const statisticShape = {
  traceback: z
    .array(traceFrame)
    .meta({ description: 'Oldest frame first, as in Python. By file, lines are 0.' }),
  size: count.meta({ description: 'Bytes.' }),
  count: count.meta({ description: 'Blocks.' }),
  text: z.string().meta({ description: 'As Python prints it.' }),
};

export const traceStatistic = z
  .strictObject(statisticShape)
  .meta({ id: 'TraceStatistic', description: 'Blocks that have their place of allocation in common.' });

export const traceStatisticDiff = z
  .strictObject({ ...statisticShape, size_diff: z.int(), count_diff: z.int() })
  .meta({ id: 'TraceStatisticDiff', description: 'Blocks of one place now, and how many more than before.' });

export const traceKey = z
  .enum(['lineno', 'filename', 'traceback'])
  .meta({ id: 'TraceKey', description: 'What the blocks of one statistic have in common.' });

export const traceSnapshot = z
  .strictObject({
    snapshot: z.int().min(1).meta({ description: 'Its number: they are counted as they are taken.' }),
    seq: sequenceNumber.meta({ description: 'The operation that took it, itself or in a program.' }),
    traceback_limit: count,
    blocks: count,
    bytes: count,
  })
  .meta({ id: 'TraceSnapshot', description: 'What tracemalloc had recorded at one moment.' });

export const tracemallocView = z
  .strictObject({
    tracing: z.boolean(),
    traceback_limit: count.meta({ description: 'As tracemalloc.get_traceback_limit.' }),
    traced_memory: count.meta({ description: 'Bytes of the blocks that are recorded now.' }),
    peak: count,
    tracemalloc_memory: count.meta({ description: 'As tracemalloc.get_tracemalloc_memory.' }),
    blocks: count,
    top: z.array(traceStatistic).meta({ description: 'The ten lines that have allocated most.' }),
    snapshots: count.meta({ description: 'How many are kept.' }),
  })
  .meta({ id: 'TracemallocView', description: 'What tracemalloc records now.' });

export const traceSnapshotsView = z
  .strictObject({
    snapshots: z
      .array(traceSnapshot)
      .meta({ description: 'Oldest first; the oldest of very many are forgotten.' }),
  })
  .meta({ id: 'TraceSnapshotsView', description: 'The snapshots that operations and programs have taken.' });

const groupedShape = {
  by: traceKey,
  cumulative: z.boolean(),
  total: count.meta({ description: 'Statistics in all; as many as `limit` allows are listed.' }),
};

export const traceStatisticsView = z
  .strictObject({ ...traceSnapshot.shape, ...groupedShape, statistics: z.array(traceStatistic) })
  .meta({ id: 'TraceStatisticsView', description: 'Snapshot.statistics: the largest first.' });

export const traceComparisonView = z
  .strictObject({
    snapshot: traceSnapshot,
    compared_with: traceSnapshot,
    ...groupedShape,
    statistics: z.array(traceStatisticDiff),
  })
  .meta({
    id: 'TraceComparisonView',
    description:
      'Snapshot.compare_to: what the one has more, or less, than the other; the largest difference first.',
  });

export type TraceKey = z.infer<typeof traceKey>;
export type TraceStatistic = z.infer<typeof traceStatistic>;
export type TraceStatisticDiff = z.infer<typeof traceStatisticDiff>;
export type TraceSnapshotSummary = z.infer<typeof traceSnapshot>;
export type TracemallocView = z.infer<typeof tracemallocView>;
export type TraceSnapshotsView = z.infer<typeof traceSnapshotsView>;
export type TraceStatisticsView = z.infer<typeof traceStatisticsView>;
export type TraceComparisonView = z.infer<typeof traceComparisonView>;
