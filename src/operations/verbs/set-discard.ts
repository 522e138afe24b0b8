import { sets } from '../../objects/index.ts';
import { runMethod } from '../of-programs.ts';
import { operandSchema, spellOperand } from '../operand.ts';
import { reference, spellReference } from '../reference.ts';
import { operand, reader, verb } from '../verb.ts';

export const setDiscard = verb({
  op: 'set_discard',
  summary: 'Removes an object from a set if it is there.',
  fields: { set: reference, item: operandSchema },
  python: (o) => `${spellReference(o.set)}.discard(${spellOperand(o.item)})`,
  compile: (o, process) => {
    const set = reader(process, o.set);
    const item = operand(process, o.item);
    return () => {
      const receiver = set();
      if (process.heap.typeOf(receiver) !== process.types.set)
        return runMethod(process, receiver, 'discard', () => [item()]);
      const key = item();
      const isSet = process.heap.typeOf(key) === process.types.set;
      const discard = isSet ? sets.setDiscardSet : sets.setDiscard;
      discard(process, receiver, key);
      process.check();
    };
  },
});
