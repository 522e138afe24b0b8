import { verb } from '../verb.ts';

export const gcLongLived = verb({
  op: 'gc.long_lived',
  question: true,
  summary: 'The internal [long_lived_total, long_lived_pending], on which full collections depend.',
  fields: {},
  python: () => '(long_lived_total, long_lived_pending)  # internal',
  compile: (_, process) => (out) => {
    out.value = [process.heap.collector.longLivedTotal, process.heap.collector.longLivedPending];
  },
});
