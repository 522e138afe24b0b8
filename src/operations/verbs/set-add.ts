import { sets } from '../../objects/index.ts';
import { runMethod } from '../of-programs.ts';
import { operandSchema, spellOperand } from '../operand.ts';
import { reference, spellReference } from '../reference.ts';
import { operand, reader, verb } from '../verb.ts';

export const setAdd = verb({
  op: 'set_add',
  summary: 'Adds an object to a set.',
  fields: { set: reference, item: operandSchema },
  python: (o) => `${spellReference(o.set)}.add(${spellOperand(o.item)})`,
  compile: (o, process) => {
    const set = reader(process, o.set);
    const item = operand(process, o.item);
    return () => {
      const receiver = set();
      if (process.heap.typeOf(receiver) !== process.types.set)
        return runMethod(process, receiver, 'add', () => [item()]);
      sets.setAdd(process, receiver, item());
      process.check();
    };
  },
});
