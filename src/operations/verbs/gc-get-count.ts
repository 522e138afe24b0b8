import { verb } from '../verb.ts';

export const gcGetCount = verb({
  op: 'gc.get_count',
  question: true,
  summary: 'The three counters of the collector.',
  fields: {},
  python: () => 'gc.get_count()',
  compile: (_, process) => (out) => {
    out.value = [...process.heap.collector.counts];
  },
});
