import { verb } from '../verb.ts';

export const tracemallocGetTracebackLimit = verb({
  op: 'tracemalloc.get_traceback_limit',
  question: true,
  summary: 'Frames that are kept of a traceback.',
  fields: {},
  python: () => 'tracemalloc.get_traceback_limit()',
  compile: (_, process) => (out) => {
    out.value = process.heap.memory.tracemalloc.limit;
  },
});
