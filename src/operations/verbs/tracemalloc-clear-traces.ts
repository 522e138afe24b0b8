import { verb } from '../verb.ts';

export const tracemallocClearTraces = verb({
  op: 'tracemalloc.clear_traces',
  summary: 'Forgets what was recorded so far and goes on recording.',
  fields: {},
  python: () => 'tracemalloc.clear_traces()',
  compile: (_, process) => () => {
    process.heap.memory.tracemalloc.clear();
    process.check();
  },
});
