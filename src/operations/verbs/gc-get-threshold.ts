import { verb } from '../verb.ts';

export const gcGetThreshold = verb({
  op: 'gc.get_threshold',
  question: true,
  summary: 'The three thresholds of the collector.',
  fields: {},
  python: () => 'gc.get_threshold()',
  compile: (_, process) => (out) => {
    out.value = [...process.heap.collector.thresholds];
  },
});
