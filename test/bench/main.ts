/**
 * `npm run bench`: measures what docs/performance.md speaks of, prints the table and writes it as JSON.
 *
 *   --quick        a tenth of everything, to see that it works; its numbers are not to be quoted
 *   --only NAMES   some of heap, programs, allocator, http, live, isolation, durable, memory (comma between them)
 *   --program WORD of the programs, those whose names contain it
 *   --json FILE    where the JSON goes; dist/bench.json unless said
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { parseArgs } from 'node:util';
import { measureAllocator } from './allocator.ts';
import { progress } from './clock.ts';
import { measureDurable } from './durable.ts';
import { measureHttp } from './http.ts';
import { measureIsolation } from './isolation.ts';
import { measureLive } from './live.ts';
import { findCpython, measureLoops } from './loops.ts';
import { measureMemory } from './memory.ts';
import { programSources } from './program-sources.ts';
import { measurePrograms } from './programs.ts';
import { environment, meets, type Row, table } from './report.ts';
import { workloads } from './workloads.ts';

const { values: options } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    only: { type: 'string', default: 'heap,programs,allocator,http,live,isolation,durable,memory' },
    program: { type: 'string', default: '' },
    json: { type: 'string', default: 'dist/bench.json' },
  },
});
const { quick } = options;
const rounds = quick ? 2 : 5;
const interpreter = findCpython();
const cpython = interpreter === undefined ? 'none found' : `${interpreter.release} (${interpreter.command})`;
if (interpreter === undefined) progress('No CPython found: the heap is measured alone, without ratios.');

const SECTIONS: Readonly<Record<string, () => Row[] | Promise<Row[]>>> = {
  heap: () => {
    const all = quick ? workloads(100_000, 100_000) : workloads(1_000_000, 1_000_000);
    return measureLoops(all, rounds, interpreter);
  },
  programs: () => {
    const all = quick ? programSources(100_000, 100_000) : programSources(10_000_000, 1_000_000);
    const chosen = all.filter(({ name }) => name.includes(options.program));
    return measurePrograms(chosen, quick ? 1 : 3, interpreter);
  },
  allocator: () => measureAllocator(rounds, quick ? 3 : Number.POSITIVE_INFINITY),
  http: () => measureHttp(rounds, quick ? 0.1 : 1),
  live: () => measureLive(quick ? 0.2 : 1),
  isolation: () => measureIsolation(quick ? 0.1 : 1),
  durable: () => measureDurable(quick ? 0.1 : 1),
  memory: () => measureMemory(quick ? 50 : 300),
};

const rows: Row[] = [];
for (const name of options.only.split(',')) {
  const measure = SECTIONS[name.trim()];
  if (measure === undefined) throw new Error(`--only knows ${Object.keys(SECTIONS).join(', ')}, not ${name}`);
  progress(name);
  rows.push(...(await measure()));
}

const where = environment(cpython, quick);
console.log(
  `\n${where.machine}, ${where.cores} cores, ${where.memoryGiB} GiB; Node ${where.node}, V8 ${where.v8}`,
);
console.log(
  `Heaplab ${where.heaplab}; CPython ${where.cpython}; medians of CPU time${quick ? '; --quick' : ''}\n`,
);
console.log(table(rows));
const judged = rows.map(meets).filter((met) => met !== undefined);
console.log(`\n${judged.filter(Boolean).length} of ${judged.length} goals met`);

const report = { environment: where, rows: rows.map((row) => ({ ...row, met: meets(row) })) };
mkdirSync(dirname(options.json), { recursive: true });
writeFileSync(options.json, `${JSON.stringify(report, null, 2)}\n`);
progress(`written to ${options.json}`);
