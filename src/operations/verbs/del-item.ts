import { KIND } from '../../heap/index.ts';
import { dicts, lists, PythonRaise } from '../../objects/index.ts';
import { indexOf, noDeletion } from '../items.ts';
import { interpreterFor } from '../of-programs.ts';
import { keyReader, keySchema, spellKey } from '../operand.ts';
import { reference, spellReference } from '../reference.ts';
import { reader, verb } from '../verb.ts';

export const delItem = verb({
  op: 'del_item',
  summary: 'Deletes the item under a key of a dict or at a position of a list.',
  fields: { of: reference, key: keySchema },
  python: (o) => `del ${spellReference(o.of)}[${spellKey(o.key)}]`,
  compile: (o, process) => {
    const target = reader(process, o.of);
    const key = keyReader(process, o.key, (text) => reader(process, text));
    return () => {
      const container = target();
      const vm = interpreterFor(process, container);
      if (vm !== undefined) return vm.delItem(container, key());
      const type = process.heap.typeOf(container);
      if (type.kind === KIND.LIST) lists.deleteListItem(process, container, indexOf(process, key(), 'list'));
      else if (type.kind !== KIND.DICT)
        throw new PythonRaise('TypeError', noDeletion(process, container, key()));
      else if (!dicts.dictDelete(process, container, key())) throw dicts.keyError(process, key());
    };
  },
});
