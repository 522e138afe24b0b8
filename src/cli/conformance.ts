/**
 * `npm run conformance -- DIR... [--seconds 600]`: runs every vector and every recorded program found in the folders, for every
 * version that it was recorded in, and says what differs from CPython. The last line is `N passed, N failed`; exit status 1 if
 * anything differs or nothing was found.
 */
import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { findPrograms } from './conformance/find-programs.ts';
import { findVectors } from './conformance/find-vectors.ts';
import { checkPrograms } from './conformance/program-pool.ts';
import { type Outcome, runFile } from './conformance/run-file.ts';
import { Tally } from './conformance/tally.ts';

const SHOWN_IN_FULL = 10;
const USAGE = `usage: npm run conformance -- DIR... [--seconds 600]
  folders, at any depth, of vectors (*.json and *.json.gz) and of programs (NAME.py with NAME.out.VERSION.txt or
  NAME.masked.VERSION.txt beside it, NAME.err.VERSION.txt where it fails, compare.json where output varies)`;

type Print = (line: string) => void;

interface Settings {
  readonly paths: readonly string[];
  readonly seconds: number;
}

export async function main(args: readonly string[], print: Print): Promise<number> {
  const settings = settingsOf(args, print);
  if (settings === undefined) return 2;
  const tally = new Tally();
  runVectors(settings, tally, print);
  await runPrograms(settings, tally, print);
  if (tally.passed + tally.failed === 0) print('no vectors and no recorded programs were found');
  tally.print(print);
  return tally.failed > 0 || tally.passed === 0 ? 1 : 0;
}

function settingsOf(args: readonly string[], print: Print): Settings | undefined {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { seconds: { type: 'string', default: '600' } },
    });
    const seconds = Number(values.seconds);
    if (!(seconds > 0)) throw new RangeError('--seconds must be a positive number');
    const missing = positionals.find((path) => !existsSync(path));
    if (missing !== undefined) throw new RangeError(`${missing} does not exist`);
    if (positionals.length > 0) return { paths: positionals, seconds };
  } catch (error) {
    print(`conformance: ${error instanceof Error ? error.message : String(error)}`);
  }
  print(USAGE);
  return undefined;
}

function runVectors({ paths }: Settings, tally: Tally, print: Print): void {
  let shown = 0;
  for (const file of findVectors(paths)) {
    for (const outcome of runFile(file.path)) {
      tally.progress(file.folder, print);
      tally.add(file.folder, outcome);
      if (outcome.differences.length > 0 && shown++ < SHOWN_IN_FULL) printInFull(file.path, outcome, print);
    }
  }
}

async function runPrograms({ paths, seconds }: Settings, tally: Tally, print: Print): Promise<void> {
  const cases = findPrograms(paths);
  let done = 0;
  for await (const [one, difference] of checkPrograms(cases, { seconds })) {
    tally.progress(one.folder, print);
    tally.add(one.folder, { version: one.version, differences: difference === null ? [] : [difference] });
    if (difference !== null) print(`FAILED ${one.folder}/${one.name}.py (${one.version})\n  ${difference}`);
    if (++done % 20 === 0) print(`  ${done} of ${cases.length} runs of programs`);
  }
}

function printInFull(path: string, outcome: Outcome, print: Print): void {
  print(`FAILED ${path} (${outcome.version})`);
  for (const difference of outcome.differences.slice(0, SHOWN_IN_FULL)) print(`  ${difference}`);
  const more = outcome.differences.length - SHOWN_IN_FULL;
  if (more > 0) print(`  and ${more} more`);
}

if (import.meta.main) process.exitCode = await main(process.argv.slice(2), (line) => console.log(line));
