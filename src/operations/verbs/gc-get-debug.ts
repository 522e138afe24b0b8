import { verb } from '../verb.ts';

export const gcGetDebug = verb({
  op: 'gc.get_debug',
  question: true,
  summary: 'The debugging flags of the collector, as Python numbers them.',
  fields: {},
  python: () => 'gc.get_debug()',
  compile: (_, process) => (out) => {
    out.value = process.heap.collector.debug;
  },
});
