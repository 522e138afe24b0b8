/**
 * For whoever profiles: runs the programs of the benchmark whose names contain a word, and says how long each took.
 * `node --cpu-prof --cpu-prof-dir=dist test/bench/one-program.ts WORD [STEPS] [ROUNDS]`
 */
import { createProcess } from '../../src/operations/index.ts';
import { Program } from '../../src/python/index.ts';
import { programSources } from './program-sources.ts';

const [, , word = '', steps = '300000', rounds = '5'] = process.argv;
for (const { name, source, units } of programSources(Number(steps), Number(steps))) {
  if (!name.includes(word)) continue;
  const times: string[] = [];
  for (let round = 0; round < Number(rounds); round++) {
    const simulated = createProcess({ python: '3.11', keptEvents: 131_072 });
    const program = new Program(simulated, source, {
      filename: 'program.py',
      budgets: { steps: Infinity, heapBytes: Infinity },
    });
    const start = process.threadCpuUsage();
    while (!program.run(100_000));
    const { user, system } = process.threadCpuUsage(start);
    const each = units === 1 ? (user + system) / 1000 : ((user + system) * 1000) / units;
    times.push(each.toFixed(1));
  }
  console.log(name.padEnd(50), times.join(' '), units === 1 ? 'ms' : 'ns');
}
