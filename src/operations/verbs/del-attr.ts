import { instances } from '../../objects/index.ts';
import { interpreterFor } from '../of-programs.ts';
import { nameSchema } from '../operand.ts';
import { reference, spellReference } from '../reference.ts';
import { attributeTarget } from '../statement.ts';
import { reader, verb } from '../verb.ts';

export const delAttr = verb({
  op: 'del_attr',
  summary: 'Deletes an attribute of an instance.',
  fields: { of: reference, name: nameSchema },
  python: (o) => `del ${spellReference(o.of)}.${o.name}`,
  compile: (o, process) => {
    const target = reader(process, o.of);
    return () => {
      const owner = target();
      const vm = interpreterFor(process, owner);
      if (vm !== undefined) return vm.delAttr(owner, o.name);
      instances.deleteAttribute(process, attributeTarget(process, owner, o.name), o.name);
    };
  },
});
