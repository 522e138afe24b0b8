import { z } from 'zod';
import { lists } from '../../objects/index.ts';
import { bind } from '../binding.ts';
import { nameSchema } from '../operand.ts';
import { reference, spellReference } from '../reference.ts';
import { listReceiver } from '../statement.ts';
import { reader, verb } from '../verb.ts';

export const pop = verb({
  op: 'pop',
  summary: 'Takes an item out of a list, the last one unless an index is given; bound to `as` or dropped.',
  fields: {
    list: reference,
    index: z.int().min(-2147483648).max(2147483647).optional(),
    as: nameSchema.optional(),
  },
  python: (o) => `${o.as === undefined ? '' : `${o.as} = `}${spellReference(o.list)}.pop(${o.index ?? ''})`,
  compile: (o, process) => {
    const list = reader(process, o.list);
    return (out) => {
      const receiver = listReceiver(process, list(), 'pop');
      const item = lists.pop(process, receiver, o.index ?? -1);
      process.check();
      out.object = item;
      if (o.as === undefined) process.heap.dropReference(item, 0);
      else bind(process, o.as, item);
    };
  },
});
