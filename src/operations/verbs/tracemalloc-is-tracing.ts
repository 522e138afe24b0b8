import { verb } from '../verb.ts';

export const tracemallocIsTracing = verb({
  op: 'tracemalloc.is_tracing',
  question: true,
  summary: 'Are allocations recorded now?',
  fields: {},
  python: () => 'tracemalloc.is_tracing()',
  compile: (_, process) => (out) => {
    out.value = process.heap.memory.tracemalloc.tracing;
  },
});
