import { PERMANENT_HEAD } from '../../heap/index.ts';
import { verb } from '../verb.ts';

export const gcGetFreezeCount = verb({
  op: 'gc.get_freeze_count',
  question: true,
  summary: 'Number of objects in the permanent generation.',
  fields: {},
  python: () => 'gc.get_freeze_count()',
  compile: (_, process) => (out) => {
    out.value = process.heap.collector.sizeOf(PERMANENT_HEAD);
  },
});
