import { z } from 'zod';
import { lists } from '../../objects/index.ts';
import { runMethod } from '../of-programs.ts';
import { operandSchema, spellOperand } from '../operand.ts';
import { reference, spellReference } from '../reference.ts';
import { operand, reader, verb } from '../verb.ts';

export const insert = verb({
  op: 'insert',
  summary: 'Inserts an object before a position of a list.',
  fields: { list: reference, index: z.int().min(-2147483648).max(2147483647), item: operandSchema },
  python: (o) => `${spellReference(o.list)}.insert(${o.index}, ${spellOperand(o.item)})`,
  compile: (o, process) => {
    const list = reader(process, o.list);
    const item = operand(process, o.item);
    return () => {
      const receiver = list();
      if (process.heap.typeOf(receiver) !== process.types.list)
        return runMethod(process, receiver, 'insert', () => [process.constants.int(o.index), item()]);
      lists.insert(process, receiver, o.index, item());
      process.check();
    };
  },
});
