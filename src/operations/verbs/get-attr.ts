import { instances } from '../../objects/index.ts';
import { bind } from '../binding.ts';
import { nameSchema } from '../operand.ts';
import { readAttribute, reference, spellReference } from '../reference.ts';
import { noAttribute } from '../statement.ts';
import { reader, verb } from '../verb.ts';

export const getAttr = verb({
  op: 'get_attr',
  summary:
    'Binds a name to an attribute of an instance; `__dict__` is its dict of attributes, made when first asked for.',
  fields: { of: reference, name: nameSchema, as: nameSchema },
  python: (o) => `${o.as} = ${spellReference(o.of)}.${o.name}`,
  compile: (o, process) => {
    const target = reader(process, o.of);
    return (out) => {
      const owner = target();
      let value: number;
      if (o.name === '__dict__') {
        if (!instances.isInstance(process, owner)) throw noAttribute(process, owner, o.name);
        value = instances.attributeDict(process, owner);
      } else {
        value = readAttribute(process, owner, o.name);
        process.heap.addReference(value, 0);
      }
      out.object = value;
      bind(process, o.as, value);
    };
  },
});
