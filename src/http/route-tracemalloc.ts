/** tracemalloc: what it records, the snapshots that operations and programs have taken, their statistics and differences. */
import { z } from 'zod';
import {
  refuse,
  traceComparisonView,
  traceKey,
  tracemallocView,
  traceSnapshotsView,
  traceStatisticsView,
} from '../contract/index.ts';
import * as views from '../operations/index.ts';
import { AT_QUERY } from './moment.ts';
import type { Route } from './route.ts';
import { SESSION_PARAMS } from './route-sessions.ts';
import { viewRoute } from './view-route.ts';

const DEFAULT_LISTED = 100;

const snapshotNumber = z
  .string()
  .regex(/^[1-9][0-9]{0,8}$/)
  .meta({
    description: 'Number of a snapshot: they are counted as they are taken, from 1.',
    examples: ['1'],
  });

const SNAPSHOT_PARAMS = z.strictObject({ ...SESSION_PARAMS.shape, snapshot: snapshotNumber });
const COMPARE_PARAMS = z.strictObject({ ...SNAPSHOT_PARAMS.shape, other: snapshotNumber });

const LONGEST_PATTERN = 200;
const MOST_PATTERNS = 20;

const patterns = z
  .array(z.string().min(1).max(LONGEST_PATTERN))
  .max(MOST_PATTERNS)
  .optional()
  .meta({ examples: [['*main.py', '*/lib/*:12']] });

const STATISTICS_QUERY = z.strictObject({
  ...AT_QUERY.shape,
  by: traceKey.optional().meta({ description: '`lineno` when left out.' }),
  cumulative: z
    .boolean()
    .optional()
    .meta({ description: 'Count every frame of a traceback; not by `traceback`.' }),
  include: patterns.meta({
    description:
      'Only traces of these files: patterns as `fnmatch` has them, each with a line after a colon where that is meant; as `Filter(True, ...)`.',
  }),
  exclude: patterns.meta({ description: 'No traces of these files; as `Filter(False, ...)`.' }),
  all_frames: z
    .boolean()
    .optional()
    .meta({ description: 'Any frame of a trace may be of such a file, not only the most recent one.' }),
  limit: z.int().min(1).max(1000).optional().meta({ description: 'Statistics to list; 100 when left out.' }),
});

type StatisticsQuery = z.infer<typeof STATISTICS_QUERY>;

function asked({
  by = 'lineno',
  cumulative = false,
  limit = DEFAULT_LISTED,
  include = [],
  exclude = [],
  all_frames: allFrames = false,
}: StatisticsQuery): views.TraceAsked {
  const filters = {
    include: include.map(views.tracePattern),
    exclude: exclude.map(views.tracePattern),
    allFrames,
  };
  return { by, cumulative: cumulative && by !== 'traceback', limit, filters };
}

const noSnapshot = (...numbers: string[]) => refuse('no_such_snapshot', { snapshot: numbers.join(', ') });

export const TRACEMALLOC_ROUTES: readonly Route[] = [
  viewRoute(
    {
      path: '/tracemalloc',
      name: 'read_tracemalloc',
      tag: 'memory',
      params: SESSION_PARAMS,
      query: AT_QUERY,
      view: tracemallocView,
    },
    (process) => ({ ok: true, value: views.tracemallocView(process) }),
  ),
  viewRoute(
    {
      path: '/tracemalloc/snapshots',
      name: 'list_trace_snapshots',
      tag: 'memory',
      params: SESSION_PARAMS,
      query: AT_QUERY,
      view: traceSnapshotsView,
    },
    (process) => ({ ok: true, value: views.traceSnapshotsView(process) }),
  ),
  viewRoute(
    {
      path: '/tracemalloc/snapshots/{snapshot}/statistics',
      name: 'read_trace_statistics',
      tag: 'memory',
      params: SNAPSHOT_PARAMS,
      query: STATISTICS_QUERY,
      view: traceStatisticsView,
      faults: ['no_such_snapshot'],
    },
    (process, { params, query }) => {
      const value = views.traceStatisticsView(process, Number(params.snapshot), asked(query));
      return value === undefined ? noSnapshot(params.snapshot) : { ok: true, value };
    },
  ),
  viewRoute(
    {
      path: '/tracemalloc/snapshots/{snapshot}/compare/{other}',
      name: 'compare_trace_snapshots',
      tag: 'memory',
      params: COMPARE_PARAMS,
      query: STATISTICS_QUERY,
      view: traceComparisonView,
      faults: ['no_such_snapshot'],
    },
    (process, { params, query }) => {
      const numbers = [Number(params.snapshot), Number(params.other)] as const;
      const value = views.traceComparisonView(process, numbers, asked(query));
      return value === undefined ? noSnapshot(params.snapshot, params.other) : { ok: true, value };
    },
  ),
];
