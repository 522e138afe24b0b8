import { z } from 'zod';
import { lists, type Process } from '../../objects/index.ts';
import { bind } from '../binding.ts';
import { callMethod } from '../of-programs.ts';
import { nameSchema } from '../operand.ts';
import { reference, spellReference } from '../reference.ts';
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
      const item = popped(process, list(), o.index);
      out.object = item;
      if (o.as === undefined) process.heap.dropReference(item, 0);
      else bind(process, o.as, item);
    };
  },
});

function popped(process: Process, receiver: number, index: number | undefined): number {
  if (process.heap.typeOf(receiver) !== process.types.list)
    return callMethod(process, receiver, 'pop', () =>
      index === undefined ? [] : [process.constants.int(index)],
    );
  const item = lists.pop(process, receiver, index ?? -1);
  process.check();
  return item;
}
