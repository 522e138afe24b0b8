/** What the benchmark found: rows of a table, and where and with what they were measured. */
import { execFileSync } from 'node:child_process';
import { cpus, totalmem } from 'node:os';

/** One measurement, where it can be beside what it is measured against. */
export interface Row {
  readonly group: string;
  readonly workload: string;
  readonly unit: string;
  readonly heaplab: number;
  readonly other?: number | undefined;
  /** heaplab / other, or other / heaplab where more is better; the number that a goal speaks of. */
  readonly ratio?: number | undefined;
  readonly goal?: Goal | undefined;
  readonly note?: string | undefined;
}

export interface Goal {
  readonly of: 'ratio' | 'heaplab';
  readonly atMost?: number;
  readonly atLeast?: number;
}

export interface Environment {
  readonly machine: string;
  readonly cores: number;
  readonly memoryGiB: number;
  readonly node: string;
  readonly v8: string;
  readonly heaplab: string;
  readonly cpython: string;
  readonly quick: boolean;
}

export function environment(cpython: string, quick: boolean): Environment {
  return {
    machine: cpus()[0]?.model.trim() ?? 'unknown',
    cores: cpus().length,
    memoryGiB: Math.round(totalmem() / 2 ** 30),
    node: process.versions.node,
    v8: process.versions.v8,
    heaplab: revision(),
    cpython,
    quick,
  };
}

export function meets({ goal, ratio, heaplab }: Row): boolean | undefined {
  if (goal === undefined) return undefined;
  const value = goal.of === 'ratio' ? ratio : heaplab;
  if (value === undefined) return undefined;
  return value <= (goal.atMost ?? Number.POSITIVE_INFINITY) && value >= (goal.atLeast ?? 0);
}

/** The table as Markdown, so that it can stand in docs/performance.md as it is. */
export function table(rows: readonly Row[]): string {
  const cells = rows.map((row) => [
    row.group,
    row.workload,
    `${figure(row.heaplab)} ${row.unit}`,
    row.other === undefined ? '' : `${figure(row.other)} ${row.unit}`,
    row.ratio === undefined ? '' : figure(row.ratio),
    goalText(row),
    row.note ?? '',
  ]);
  const head = ['', 'workload', 'Heaplab', 'against', 'ratio', 'goal', 'note'];
  const widths = head.map((title, at) => Math.max(title.length, ...cells.map((row) => row[at]?.length ?? 0)));
  const line = (row: readonly string[]): string =>
    `| ${row.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join(' | ')} |`;
  return [line(head), line(widths.map((width) => '-'.repeat(width))), ...cells.map(line)].join('\n');
}

function goalText(row: Row): string {
  const { goal } = row;
  if (goal === undefined) return '';
  const met = meets(row);
  const bar = goal.atMost === undefined ? `>= ${goal.atLeast}` : `<= ${goal.atMost}`;
  return `${bar} ${met === undefined ? 'not measured' : met ? 'met' : 'NOT met'}`;
}

function figure(value: number): string {
  if (value >= 1000) return Math.round(value).toLocaleString('en-US');
  if (value >= 100) return value.toFixed(0);
  return value >= 10 ? value.toFixed(1) : value.toFixed(2);
}

function revision(): string {
  try {
    return execFileSync('git', ['rev-parse', '--short', 'HEAD'], { encoding: 'utf8', stdio: 'pipe' }).trim();
  } catch {
    return 'unknown';
  }
}
