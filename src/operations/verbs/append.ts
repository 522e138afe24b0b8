import { lists, strings } from '../../objects/index.ts';
import { runMethod } from '../of-programs.ts';
import { operandSchema, spellOperand } from '../operand.ts';
import { reference, spellReference } from '../reference.ts';
import { noteCallSite } from '../statement.ts';
import { operand, reader, verb } from '../verb.ts';

export const append = verb({
  op: 'append',
  summary:
    'Appends an object to a list, or a byte to a bytearray; of objects that only programs make, calls their method.',
  fields: { list: reference, item: operandSchema },
  python: (o) => `${spellReference(o.list)}.append(${spellOperand(o.item)})`,
  compile: (o, process) => {
    const list = reader(process, o.list);
    const item = operand(process, o.item);
    const site = noteCallSite(process);
    const { types, heap } = process;
    return () => {
      const receiver = list();
      const type = heap.typeOf(receiver);
      if (type === types.list) {
        lists.appendResizing(process, receiver, item());
        site.listAppend();
      } else if (type === types.bytearray) {
        strings.appendByte(process, receiver, item());
        process.check();
      } else {
        runMethod(process, receiver, 'append', () => [item()]);
      }
    };
  },
});
