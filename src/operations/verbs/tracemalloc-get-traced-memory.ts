import { verb } from '../verb.ts';

export const tracemallocGetTracedMemory = verb({
  op: 'tracemalloc.get_traced_memory',
  question: true,
  summary: 'Bytes of the blocks that are recorded now, and the most that there were.',
  fields: {},
  python: () => 'tracemalloc.get_traced_memory()',
  compile: (_, process) => (out) => {
    out.value = [process.heap.memory.tracemalloc.traced, process.heap.memory.tracemalloc.peak];
  },
});
