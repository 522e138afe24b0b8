/** Whatever is asked of a process, its invariants hold, replay is exact and a snapshot is as good as the process itself. */
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { operationLists, PRELUDE, processSettings } from '../support/arbitrary-operations.ts';
import { Scenario } from '../support/scenario.ts';

test('random operations keep the invariants, and replay and snapshots repeat them exactly', () => {
  fc.assert(
    fc.property(processSettings, operationLists(60), (settings, operations) => {
      const scenario = new Scenario(settings);
      scenario.run(...PRELUDE, ...operations);
      scenario.prove();
    }),
    { numRuns: Number(process.env['LAWS_RUNS'] ?? 150) },
  );
});

test('random operations of one long session keep the invariants', () => {
  fc.assert(
    fc.property(processSettings, operationLists(600), (settings, operations) => {
      const scenario = new Scenario({ ...settings, check: 'end', snapshots: 2 });
      scenario.run(...PRELUDE, ...operations);
      scenario.prove();
      expect(scenario.process.heap.liveObjects).toBeGreaterThanOrEqual(0);
    }),
    { numRuns: 10 },
  );
});
