import { z } from 'zod';
import { PythonRaise } from '../../objects/index.ts';
import { verb } from '../verb.ts';

export const gcCollect = verb({
  op: 'gc.collect',
  summary: 'Runs a collection now; answers the number of unreachable objects found.',
  fields: { generation: z.int().min(-2147483648).max(2147483647).default(2) },
  python: (o) => `gc.collect(${o.generation ?? 2})`,
  compile: (o, process) => (out) => {
    const generation = o.generation ?? 2;
    if (generation < 0 || generation > 2) throw new PythonRaise('ValueError', 'invalid generation');
    out.value = process.heap.collector.collect(generation);
    process.check();
  },
});
