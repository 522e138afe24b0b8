import { verb } from '../verb.ts';

export const tracemallocStop = verb({
  op: 'tracemalloc.stop',
  summary: 'Ends recording and forgets what was recorded; snapshots stay.',
  fields: {},
  python: () => 'tracemalloc.stop()',
  compile: (_, process) => () => {
    process.heap.memory.tracemalloc.stop();
    process.check();
  },
});
