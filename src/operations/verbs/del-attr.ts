import { instances } from '../../objects/index.ts';
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
    return () => instances.deleteAttribute(process, attributeTarget(process, target(), o.name), o.name);
  },
});
