import { EV } from '../../heap/index.ts';
import { verb } from '../verb.ts';

export const gcEnable = verb({
  op: 'gc.enable',
  summary: 'Switches automatic collection on.',
  fields: {},
  python: () => 'gc.enable()',
  compile: (_, process) => () => {
    process.heap.collector.enabled = true;
    process.heap.ring.emit(EV.GC_SWITCHED, 1, 0, 0);
    process.check();
  },
});
