import { verb } from '../verb.ts';

export const gcGetStats = verb({
  op: 'gc.get_stats',
  question: true,
  summary: 'Totals of each generation since the session began.',
  fields: {},
  python: () => 'gc.get_stats()',
  compile: (_, process) => (out) => {
    out.value = process.heap.collector.stats.map((one) => ({ ...one }));
  },
});
