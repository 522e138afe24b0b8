/** The allocator alone, on the recorded traces of a hundred thousand steps; what it answers is compared by the tests, not here. */
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { configOf } from '../../src/cli/conformance/pymalloc-reading.ts';
import {
  expandSteps,
  parseVector,
  STEP_MALLOC,
  STEP_REALLOC,
} from '../../src/cli/conformance/pymalloc-vector.ts';
import { EventRing, Memory, type MemoryConfig } from '../../src/heap/index.ts';
import { collectGarbage, cpuNs, median, progress } from './clock.ts';
import type { Row } from './report.ts';

const TRACES = fileURLToPath(new URL('../conformance/pymalloc', import.meta.url));
const KEPT_EVENTS = 131_072;

export function measureAllocator(rounds: number, most: number): Row[] {
  const names = readdirSync(TRACES)
    .filter((name) => name.includes('-100k-'))
    .sort();
  const perTrace = names.slice(0, most).map((name) => {
    progress(`  ${basename(name, '.json.gz')}`);
    return measureTrace(join(TRACES, name), rounds);
  });
  const [least, greatest] = [Math.min(...perTrace), Math.max(...perTrace)];
  return [
    {
      group: 'allocator',
      workload: `a step of ${perTrace.length} recorded traces of 100,000`,
      unit: 'ns',
      heaplab: median(perTrace),
      note: `${least.toFixed(0)} to ${greatest.toFixed(0)} ns by trace`,
    },
  ];
}

function measureTrace(path: string, rounds: number): number {
  const vector = parseVector(gunzipSync(readFileSync(path)).toString('utf8'));
  const steps = expandSteps(vector.steps);
  const config = configOf(vector);
  const times: number[] = [];
  for (let round = 0; round <= rounds; round++) {
    collectGarbage();
    const start = cpuNs();
    replay(config, steps);
    times.push((cpuNs() - start) / (steps.length / 3));
  }
  return median(times.slice(1));
}

function replay(config: MemoryConfig, steps: Int32Array): void {
  const memory = new Memory(config, new EventRing(KEPT_EVENTS));
  const handles: number[] = [];
  for (let at = 0; at < steps.length; at += 3) {
    const kind = steps[at] as number;
    const id = steps[at + 1] as number;
    const size = steps[at + 2] as number;
    if (kind === STEP_MALLOC) handles[id] = memory.alloc(size);
    else if (kind === STEP_REALLOC) handles[id] = memory.realloc(handles[id] ?? 0, size);
    else {
      memory.free(handles[id] ?? 0);
      handles[id] = 0;
    }
  }
}
