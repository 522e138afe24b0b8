import { PythonRaise } from '../../objects/index.ts';
import { verb } from '../verb.ts';

export const tracemallocTakeSnapshot = verb({
  op: 'tracemalloc.take_snapshot',
  summary:
    'Keeps what is recorded now, to look at and to compare with later. Answers its number, and how many blocks and bytes it has.',
  fields: {},
  python: () => 'tracemalloc.take_snapshot()',
  compile: (_, process) => (out) => {
    const { tracemalloc } = process.heap.memory;
    if (!tracemalloc.tracing) {
      throw new PythonRaise(
        'RuntimeError',
        'the tracemalloc module must be tracing memory allocations to take a snapshot',
      );
    }
    const { number, groups } = tracemalloc.takeSnapshot(process.heap.ring.seq);
    out.value = {
      snapshot: number,
      blocks: groups.reduce((sum, one) => sum + one.count, 0),
      bytes: groups.reduce((sum, one) => sum + one.sizeBytes, 0),
    };
    process.check();
  },
});
