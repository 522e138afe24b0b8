import { verb } from '../verb.ts';

export const tracemallocResetPeak = verb({
  op: 'tracemalloc.reset_peak',
  summary: 'The peak begins again at what is traced now.',
  fields: {},
  python: () => 'tracemalloc.reset_peak()',
  compile: (_, process) => () => {
    process.heap.memory.tracemalloc.resetPeak();
    process.check();
  },
});
