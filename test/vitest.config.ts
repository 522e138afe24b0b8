/**
 * How the tests run: `npm test`, or `npm test -- test/heap` for a part of them.
 *
 * One seed serves all generated tests of a run; it is printed first, and `FC_SEED=<seed> npm test` repeats them.
 */
import { defineConfig } from 'vitest/config';

const seed = process.env['FC_SEED'] ?? String(Math.floor(Math.random() * 0x7fff_ffff));
console.log(`fast-check seed ${seed} (FC_SEED=${seed} repeats this run)`);

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    env: { FC_SEED: seed },
    setupFiles: ['test/support/fast-check-seed.ts', 'src/character-names.ts'],
    reporters: [['default', { summary: false }], './test/support/summary-reporter.ts'],
    pool: 'forks',
    maxWorkers: '100%',
    testTimeout: 60_000,
    hookTimeout: 60_000,
    teardownTimeout: 10_000,
  },
});
