import { z } from 'zod';
import { DEBUG_COLLECTABLE, DEBUG_SAVEALL, DEBUG_STATS, DEBUG_UNCOLLECTABLE } from '../../heap/index.ts';
import { verb } from '../verb.ts';

const FLAGS = {
  STATS: DEBUG_STATS,
  COLLECTABLE: DEBUG_COLLECTABLE,
  UNCOLLECTABLE: DEBUG_UNCOLLECTABLE,
  SAVEALL: DEBUG_SAVEALL,
  LEAK: DEBUG_COLLECTABLE | DEBUG_UNCOLLECTABLE | DEBUG_SAVEALL,
} as const;

export const gcSetDebug = verb({
  op: 'gc.set_debug',
  summary: 'Sets the debugging flags of the collector; none switches debugging off.',
  fields: { flags: z.array(z.enum(Object.keys(FLAGS) as [keyof typeof FLAGS])).max(5) },
  python: (o) =>
    `gc.set_debug(${o.flags.length === 0 ? '0' : o.flags.map((flag) => `gc.DEBUG_${flag}`).join(' | ')})`,
  compile: (o, process) => () => {
    process.heap.collector.debug = o.flags.reduce((all, flag) => all | FLAGS[flag], 0);
    process.check();
  },
});
