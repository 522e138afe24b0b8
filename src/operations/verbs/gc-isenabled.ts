import { verb } from '../verb.ts';

export const gcIsenabled = verb({
  op: 'gc.isenabled',
  question: true,
  summary: 'Is automatic collection on?',
  fields: {},
  python: () => 'gc.isenabled()',
  compile: (_, process) => (out) => {
    out.value = process.heap.collector.enabled;
  },
});
