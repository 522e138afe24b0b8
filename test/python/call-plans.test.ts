/** What an instruction reads of a native is what the native's traits say. */
import { expect, test } from 'vitest';
import { createProcess } from '../../src/operations/index.ts';
import { Program } from '../../src/python/index.ts';

const IMPORTS =
  'import array, collections, functools, gc, itertools, math, operator, sys, tracemalloc, weakref\n';

test.each(['3.8', '3.13'] as const)(
  'every native of %s that was made from another one has a plan of its own',
  (python) => {
    const program = new Program(createProcess({ python, keptEvents: 16 }), IMPORTS);
    while (!program.run(1_000_000));
    const { natives, callPlans } = program.vm;

    expect(natives.length).toBeGreaterThan(1000);
    expect(callPlans).toHaveLength(natives.length);
    for (const [at, { call, direct = null, args = [0, 0], packs = false, keywords }] of natives.entries()) {
      const names = keywords?.filter((one) => one !== '*').length ?? 0;
      const most = keywords === undefined ? args[1] : keywords.includes('*') ? keywords.indexOf('*') : names;
      expect(callPlans[at]).toMatchObject({ call, direct, least: args[0], most, packs, names });
    }
  },
);
