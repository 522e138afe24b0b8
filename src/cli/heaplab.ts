/**
 * `heaplab run FILE.py --python 3.12`: prints what that Python prints and exits as it does. It needs no server.
 */
import { execute } from './run/execute.ts';
import { runOptions, UsageError } from './run/options.ts';
import { USAGE } from './run/words.ts';

async function main(args: readonly string[]): Promise<number> {
  try {
    const options = runOptions(args);
    if (options !== undefined) return await execute(options);
    process.stdout.write(USAGE);
    return 0;
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    process.stderr.write(`heaplab: ${error.message}\n`);
    return 2;
  }
}

process.exitCode = await main(process.argv.slice(2));
