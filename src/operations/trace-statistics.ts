/** Statistics of traces as Lib/tracemalloc.py makes them: grouped, sorted, printed. */
import type { TraceKey, TraceStatistic, TraceStatisticDiff } from '../contract/index.ts';
import type { TraceFrame, TraceGroup } from '../heap/index.ts';

export interface Grouping {
  readonly by: TraceKey;
  /** Every frame of a traceback counts, not only the most recent one. Not by traceback. */
  readonly cumulative: boolean;
}

/** Oldest frame first. */
type Traceback = readonly TraceFrame[];

interface Sum {
  readonly traceback: Traceback;
  size: number;
  count: number;
}

export function statisticsOf(groups: readonly TraceGroup[], grouping: Grouping): TraceStatistic[] {
  return [...grouped(groups, grouping).values()]
    .sort((a, b) => b.size - a.size || b.count - a.count || compared(b.traceback, a.traceback))
    .map(({ traceback, size, count }) => ({
      traceback: shown(traceback),
      size,
      count,
      text: `${head(traceback)}: size=${sizeText(size)}, count=${count}${averageText(size, count)}`,
    }));
}

export function differencesOf(
  now: readonly TraceGroup[],
  before: readonly TraceGroup[],
  grouping: Grouping,
): TraceStatisticDiff[] {
  const old = grouped(before, grouping);
  const found = [...grouped(now, grouping)].map(([key, one]) => {
    const past = old.get(key);
    old.delete(key);
    return { ...one, sizeDiff: one.size - (past?.size ?? 0), countDiff: one.count - (past?.count ?? 0) };
  });
  for (const { traceback, size, count } of old.values())
    found.push({ traceback, size: 0, count: 0, sizeDiff: -size, countDiff: -count });
  return found
    .sort(
      (a, b) =>
        Math.abs(b.sizeDiff) - Math.abs(a.sizeDiff) ||
        b.size - a.size ||
        Math.abs(b.countDiff) - Math.abs(a.countDiff) ||
        b.count - a.count ||
        compared(b.traceback, a.traceback),
    )
    .map(({ traceback, size, count, sizeDiff, countDiff }) => ({
      traceback: shown(traceback),
      size,
      count,
      text: `${head(traceback)}: size=${sizeText(size)} (${signed(sizeDiff, sizeText)}), count=${count} (${signed(countDiff, String)})${averageText(size, count)}`,
      size_diff: sizeDiff,
      count_diff: countDiff,
    }));
}

/** Snapshot._group_by */
function grouped(groups: readonly TraceGroup[], { by, cumulative }: Grouping): Map<string, Sum> {
  const sums = new Map<string, Sum>();
  for (const { frames, sizeBytes, count } of groups) {
    for (const traceback of keysOf(frames, by, cumulative)) {
      const key = traceback.map(({ file, line }) => `${line}:${file}`).join('\0');
      const sum = sums.get(key);
      if (sum === undefined) sums.set(key, { traceback, size: sizeBytes, count });
      else {
        sum.size += sizeBytes;
        sum.count += count;
      }
    }
  }
  return sums;
}

function keysOf(frames: readonly TraceFrame[], by: TraceKey, cumulative: boolean): Traceback[] {
  if (by === 'traceback') return [frames.toReversed()];
  const counted = cumulative ? frames : frames.slice(0, 1);
  return counted.map((frame) => [by === 'lineno' ? frame : { file: frame.file, line: 0 }]);
}

function shown(traceback: Traceback): { filename: string; lineno: number }[] {
  return traceback.map(({ file, line }) => ({ filename: file, lineno: line }));
}

function head(traceback: Traceback): string {
  const [first] = traceback;
  return first === undefined ? '<unknown>:0' : `${first.file}:${first.line}`;
}

/** As tuples of tuples compare. */
function compared(a: Traceback, b: Traceback): number {
  for (let at = 0; at < Math.min(a.length, b.length); at++) {
    const [left, right] = [a[at] as TraceFrame, b[at] as TraceFrame];
    if (left.file !== right.file) return left.file < right.file ? -1 : 1;
    if (left.line !== right.line) return left.line - right.line;
  }
  return a.length - b.length;
}

const UNITS = ['B', 'KiB', 'MiB', 'GiB', 'TiB'] as const;

/** _format_size: three digits, or four and five. */
function sizeText(bytes: number): string {
  let size = bytes;
  for (const unit of UNITS) {
    if (Math.abs(size) < 100 && unit !== 'B') return `${rounded(size, 1)} ${unit}`;
    if (Math.abs(size) < 10 * 1024 || unit === 'TiB') return `${rounded(size, 0)} ${unit}`;
    size /= 1024;
  }
  return '';
}

/** As C's printf rounds: a tie goes to the even digit (toFixed takes it up). */
function rounded(value: number, digits: 0 | 1): string {
  if (digits === 1) return value.toFixed(1);
  const floor = Math.floor(value);
  const tie = value - floor === 0.5;
  return String(tie ? floor + (floor % 2 === 0 ? 0 : 1) : Math.round(value));
}

function signed(value: number, text: (value: number) => string): string {
  return value < 0 ? text(value) : `+${text(value)}`;
}

function averageText(size: number, count: number): string {
  return count === 0 ? '' : `, average=${sizeText(size / count)}`;
}
