/**
 * `heaplab run FILE.py --python 3.12`: prints what that Python prints and exits as it does. It needs no server.
 */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { PYTHON_VERSIONS, type PythonVersion } from '../heap/index.ts';
import { createProcess } from '../operations/index.ts';
import { runProgram } from '../python/index.ts';

const USAGE = 'usage: heaplab run FILE.py [--python 3.12] [-- ARGUMENT ...]\n';

function isVersion(text: string): text is PythonVersion {
  return (PYTHON_VERSIONS as readonly string[]).includes(text);
}

function main(args: readonly string[]): number {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { python: { type: 'string', default: '3.9' } },
  });
  const [command, file, ...rest] = positionals;
  const { python } = values;
  if (command !== 'run' || file === undefined || !isVersion(python)) {
    process.stderr.write(USAGE);
    return 2;
  }
  const simulated = createProcess({ python, keptEvents: 1 << 10 });
  const result = runProgram(simulated, readFileSync(file, 'utf8'), {
    filename: resolve(file),
    argv: [file, ...rest],
  });
  process.stdout.write(result.stdout);
  process.stderr.write(result.stderr);
  if (result.spent !== null) process.stderr.write(`heaplab: the budget of ${result.spent} ran out\n`);
  return result.exit;
}

process.exitCode = main(process.argv.slice(2));
