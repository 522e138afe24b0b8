/**
 * Prints `N passed, N failed` as the very last line of a test run, and makes the exit code agree with it.
 *
 * The line is written while the process exits, because other reporters and vitest itself still print after a run ends.
 */
import type { Reporter } from 'vitest/node';
import { lastLine, type Tally, tallyRun } from './tally.ts';

export default class SummaryReporter implements Reporter {
  #tally: Tally = { passed: 0, failed: 0 };

  onInit(): void {
    process.once('exit', () => {
      if (this.#tally.failed > 0) process.exitCode ||= 1;
      // A run that failed before any test did (nothing found, no worker started) must not read as a good one.
      else if (process.exitCode && process.exitCode !== 0) this.#tally = { ...this.#tally, failed: 1 };
      process.stdout.write(`${lastLine(this.#tally)}\n`);
    });
  }

  onTestRunEnd(...[modules, unhandledErrors]: Parameters<NonNullable<Reporter['onTestRunEnd']>>): void {
    this.#tally = tallyRun(modules, unhandledErrors.length);
  }
}
