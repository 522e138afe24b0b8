import { verb } from '../verb.ts';

export const gcUnfreeze = verb({
  op: 'gc.unfreeze',
  summary: 'Moves the permanent objects back to the oldest generation.',
  fields: {},
  python: () => 'gc.unfreeze()',
  compile: (_, process) => () => {
    process.heap.collector.unfreeze();
    process.check();
  },
});
