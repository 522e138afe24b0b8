/**
 * `npm run conformance -- DIR...`: runs every vector found in the folders, for every version that it records, and says
 * what differs from CPython. Exit status 1 if anything does.
 */
import { findVectors } from './conformance/find-vectors.ts';
import { type Outcome, runFile } from './conformance/run-file.ts';
import { Tally } from './conformance/tally.ts';

const SHOWN_IN_FULL = 10;

export function main(paths: readonly string[], print: (line: string) => void): number {
  if (paths.length === 0) {
    print('usage: npm run conformance -- DIR...   (folders of vectors, *.json and *.json.gz)');
    return 2;
  }
  const tally = new Tally();
  let shown = 0;
  for (const file of findVectors(paths)) {
    tally.progress(file.folder, print);
    for (const outcome of runFile(file.path)) {
      tally.add(file.folder, outcome);
      if (outcome.differences.length > 0 && shown++ < SHOWN_IN_FULL) printInFull(file.path, outcome, print);
    }
  }
  tally.print(print);
  return tally.failed > 0 || tally.passed === 0 ? 1 : 0;
}

function printInFull(path: string, outcome: Outcome, print: (line: string) => void): void {
  print(`FAILED ${path} (${outcome.version})`);
  for (const difference of outcome.differences.slice(0, SHOWN_IN_FULL)) print(`  ${difference}`);
  const more = outcome.differences.length - SHOWN_IN_FULL;
  if (more > 0) print(`  and ${more} more`);
}

if (import.meta.main) process.exitCode = main(process.argv.slice(2), (line) => console.log(line));
