import { verb } from '../verb.ts';

export const tracemallocGetTracemallocMemory = verb({
  op: 'tracemalloc.get_tracemalloc_memory',
  question: true,
  summary: 'Bytes of the tables in which CPython would keep the records.',
  fields: {},
  python: () => 'tracemalloc.get_tracemalloc_memory()',
  compile: (_, process) => (out) => {
    out.value = process.heap.memory.tracemalloc.overheadBytes();
  },
});
