import { z } from 'zod';
import { EV, newTuple } from '../../heap/index.ts';
import { verb } from '../verb.ts';

const threshold = z.int().min(0).max(2147483647);

export const gcSetThreshold = verb({
  op: 'gc.set_threshold',
  summary: 'Sets the thresholds of one, two or all generations; its arguments pass through a tuple.',
  fields: { thresholds: z.array(threshold).min(1).max(3) },
  python: (o) => `gc.set_threshold(${o.thresholds.join(', ')})`,
  compile: (o, process) => () => {
    const { heap } = process;
    const { thresholds } = heap.collector;
    const args = newTuple(
      heap,
      o.thresholds.map((value) => process.constants.int(value)),
    );
    for (const [at, value] of o.thresholds.entries()) thresholds[at] = value;
    heap.ring.emit(
      EV.GC_THRESHOLD_SET,
      thresholds[0] as number,
      thresholds[1] as number,
      thresholds[2] as number,
    );
    heap.decref(args);
    process.check();
  },
});
