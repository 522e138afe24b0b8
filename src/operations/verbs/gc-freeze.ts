import { verb } from '../verb.ts';

export const gcFreeze = verb({
  op: 'gc.freeze',
  summary: 'Moves all tracked objects to the permanent generation.',
  fields: {},
  python: () => 'gc.freeze()',
  compile: (_, process) => () => {
    process.heap.collector.freeze();
    process.check();
  },
});
