/**
 * `npm run chaos`: everything that may break does, and every promise is checked.
 *
 *   npm run chaos                      the full run, some minutes
 *   npm run chaos -- --short           the same in small
 *   npm run chaos -- --seed 7          another sequence of accidents
 *   npm run chaos -- --only kill,flips some of the experiments
 *
 * It ends with 1 when anything was wrong, and names the seed that repeats the run.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { Chronicle, type Experiment, FULL, SHORT } from './chronicle.ts';
import { failAppends, fillDisk } from './faults.ts';
import { flipBits } from './flips.ts';
import { killUnderLoad } from './kill.ts';
import { dropAnswers } from './retries.ts';

const EXPERIMENTS: Readonly<Record<string, (experiment: Experiment) => Promise<void>>> = {
  kill: killUnderLoad,
  retries: dropAnswers,
  flips: flipBits,
  appends: failAppends,
  full: fillDisk,
};

const { values } = parseArgs({
  options: {
    short: { type: 'boolean', default: false },
    seed: { type: 'string', default: '1' },
    only: { type: 'string', default: Object.keys(EXPERIMENTS).join(',') },
  },
});

const chronicle = new Chronicle(
  (line) => console.log(line),
  () => performance.now(),
);
const seed = Number(values.seed);
const scale = values.short ? SHORT : FULL;
chronicle.say(`seed ${seed}, ${values.short ? 'short' : 'full'}: ${values.only}`);
for (const name of values.only.split(',')) {
  const experiment = EXPERIMENTS[name];
  if (experiment === undefined)
    throw new Error(`there is no experiment ${name}: ${Object.keys(EXPERIMENTS).join(', ')}`);
  const directory = mkdtempSync(join(tmpdir(), `heaplab-${name}-`));
  chronicle.say(`-- ${name}`);
  try {
    await experiment({ chronicle, scale, seed, directory });
  } catch (error) {
    chronicle.blame(
      `${name} broke: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
    );
  }
  if (chronicle.wrong.length === 0) rmSync(directory, { recursive: true, force: true });
  else chronicle.say(`the journal is left in ${directory}`);
}
if (chronicle.wrong.length > 0) {
  console.log(`\n${chronicle.wrong.length} promises were broken; --seed ${seed} repeats the run:`);
  for (const line of chronicle.wrong) console.log(`  ${line}`);
  process.exit(1);
}
chronicle.say('every promise was kept');
process.exit(0);
