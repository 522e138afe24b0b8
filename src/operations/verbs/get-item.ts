import { bind } from '../binding.ts';
import { takeItem } from '../items.ts';
import { interpreterFor } from '../of-programs.ts';
import { keyReader, keySchema, nameSchema, spellKey } from '../operand.ts';
import { reference, spellReference } from '../reference.ts';
import { reader, verb } from '../verb.ts';

export const getItem = verb({
  op: 'get_item',
  summary: 'Binds a name to the item under a key of a dict or at a position of a sequence.',
  fields: { of: reference, key: keySchema, as: nameSchema },
  python: (o) => `${o.as} = ${spellReference(o.of)}[${spellKey(o.key)}]`,
  compile: (o, process) => {
    const target = reader(process, o.of);
    const key = keyReader(process, o.key, (text) => reader(process, text));
    return (out) => {
      const owner = target();
      const vm = interpreterFor(process, owner);
      const item = vm === undefined ? takeItem(process, owner, key()) : vm.getItem(owner, key());
      out.object = item;
      bind(process, o.as, item);
    };
  },
});
