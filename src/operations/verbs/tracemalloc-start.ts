import { z } from 'zod';
import { verb } from '../verb.ts';

/** Lines of operations are numbers of operations, and few of them lie inside each other: more frames would only cost. */
const MOST_FRAMES = 65_535;

export const tracemallocStart = verb({
  op: 'tracemalloc.start',
  summary:
    'Begins to record where blocks are allocated, with up to `nframe` frames each: the file is `<session>`, a line is the number of an operation.',
  fields: {
    nframe: z
      .int()
      .min(1)
      .max(MOST_FRAMES)
      .optional()
      .meta({ description: 'Frames of a traceback; 1 when left out.' }),
  },
  python: (o) => `tracemalloc.start(${o.nframe ?? ''})`,
  compile: (o, process) => () => {
    process.heap.memory.tracemalloc.start(o.nframe ?? 1);
    process.check();
  },
});
