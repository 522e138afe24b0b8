import { KIND } from '../../heap/index.ts';
import { dicts, lists, PythonRaise, typeLabel } from '../../objects/index.ts';
import { indexOf } from '../items.ts';
import { interpreterFor } from '../of-programs.ts';
import { keyReader, keySchema, operandSchema, spellKey, spellOperand } from '../operand.ts';
import { reference, spellReference } from '../reference.ts';
import { operand, reader, verb } from '../verb.ts';

export const setItem = verb({
  op: 'set_item',
  summary: 'Stores an object under a key of a dict or at a position of a list.',
  fields: { of: reference, key: keySchema, value: operandSchema },
  python: (o) => `${spellReference(o.of)}[${spellKey(o.key)}] = ${spellOperand(o.value)}`,
  compile: (o, process) => {
    const target = reader(process, o.of);
    const key = keyReader(process, o.key, (text) => reader(process, text));
    const value = operand(process, o.value);
    return () => {
      const item = value();
      const container = target();
      const vm = interpreterFor(process, container);
      if (vm !== undefined) return vm.setItem(container, key(), item);
      const type = process.heap.typeOf(container);
      if (type.kind === KIND.DICT) dicts.dictSet(process, container, key(), item);
      else if (type.kind === KIND.LIST)
        lists.setListItem(process, container, indexOf(process, key(), 'list'), item);
      else
        throw new PythonRaise(
          'TypeError',
          `'${typeLabel(process, container)}' object does not support item assignment`,
        );
    };
  },
});
