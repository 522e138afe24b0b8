import { EV } from '../../heap/index.ts';
import { verb } from '../verb.ts';

export const gcDisable = verb({
  op: 'gc.disable',
  summary: 'Switches automatic collection off.',
  fields: {},
  python: () => 'gc.disable()',
  compile: (_, process) => () => {
    process.heap.collector.enabled = false;
    process.heap.ring.emit(EV.GC_SWITCHED, 0, 0, 0);
    process.check();
  },
});
