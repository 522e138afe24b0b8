/** The short run of `npm run chaos` is part of the tests. */
import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { runSeed } from '../support/random.ts';

const MAIN = fileURLToPath(new URL('main.ts', import.meta.url));

test('in a short run of chaos every promise is kept', async () => {
  const run = promisify(execFile)(process.execPath, [MAIN, '--short', '--seed', String(runSeed())], {
    timeout: 110_000,
  });

  // A broken promise ends the run with 1, and what was said until then is in the error.
  expect((await run).stdout).toContain('every promise was kept');
}, 120_000);
