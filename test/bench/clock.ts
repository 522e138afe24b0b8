/**
 * Time as the benchmark takes it: what the main thread computed, not how long it waited. On a machine that others use too, this is
 * stable where the clock on the wall is not, and CPython is asked for the same (time.thread_time_ns). It moves in steps of a few
 * milliseconds, so what is measured has to be long.
 */
export function cpuNs(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) * 1000;
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((one, other) => one - other);
  const middle = sorted.length >> 1;
  if (sorted.length % 2 === 1) return sorted[middle] ?? Number.NaN;
  return ((sorted[middle - 1] ?? Number.NaN) + (sorted[middle] ?? Number.NaN)) / 2;
}

/** Collects garbage, so that what an earlier measurement left behind is not swept in the next one. */
export function collectGarbage(): void {
  globalThis.gc?.();
}

export function progress(text: string): void {
  process.stderr.write(`${text}\n`);
}
