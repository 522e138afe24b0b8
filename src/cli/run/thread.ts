/** What the thread of `heaplab run` does: reads the command line and runs the program. */
import '../../character-names.ts';
import { workerData } from 'node:worker_threads';
import { haveStack } from '../../python/index.ts';
import { STACK_MIB } from '../../thread-with-room.ts';
import { execute } from './execute.ts';
import { runOptions, UsageError } from './options.ts';
import { USAGE } from './words.ts';
import { writeAll } from './write-all.ts';

const STDOUT = 1;
const STDERR = 2;

function main(args: readonly string[], interrupts: Int32Array): number {
  try {
    const options = runOptions(args);
    if (options !== undefined) return execute(options, interrupts);
    writeAll(STDOUT, USAGE);
    return 0;
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    writeAll(STDERR, `heaplab: ${error.message}\n`);
    return 2;
  }
}

haveStack(STACK_MIB);
// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- what heaplab.ts hands over.
process.exitCode = main(process.argv.slice(2), workerData as Int32Array);
