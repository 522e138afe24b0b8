import { equalKeys, lists, PythonRaise } from '../../objects/index.ts';
import { runMethod } from '../of-programs.ts';
import { operandSchema, spellOperand } from '../operand.ts';
import { reference, spellReference } from '../reference.ts';
import { operand, reader, verb } from '../verb.ts';

export const remove = verb({
  op: 'remove',
  summary: 'Removes the first item of a list that equals the object.',
  fields: { list: reference, item: operandSchema },
  python: (o) => `${spellReference(o.list)}.remove(${spellOperand(o.item)})`,
  compile: (o, process) => {
    const list = reader(process, o.list);
    const item = operand(process, o.item);
    return () => {
      const receiver = list();
      if (process.heap.typeOf(receiver) !== process.types.list)
        return runMethod(process, receiver, 'remove', () => [item()]);
      const value = item();
      const at = lists.indexOf(process, receiver, (candidate) => equalKeys(process, candidate, value));
      if (at < 0) throw new PythonRaise('ValueError', 'list.remove(x): x not in list');
      lists.removeAt(process, receiver, at);
      process.check();
    };
  },
});
