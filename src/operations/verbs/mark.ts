import { z } from 'zod';
import { EV } from '../../heap/index.ts';
import { verb } from '../verb.ts';

export const mark = verb({
  op: 'mark',
  summary: 'Places a label in the stream of events, to compare with later.',
  fields: { label: z.string().min(1).max(200) },
  python: (o) => `# mark: ${o.label.replace(/\s+/gu, ' ')}`,
  compile: (o, process) => () =>
    process.heap.ring.emit(EV.MARK_PLACED, process.heap.ring.symbol(o.label), 0, 0),
});
