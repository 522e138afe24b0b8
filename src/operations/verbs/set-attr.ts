import { instances } from '../../objects/index.ts';
import { nameSchema, operandSchema, spellOperand } from '../operand.ts';
import { reference, spellReference } from '../reference.ts';
import { attributeTarget } from '../statement.ts';
import { operand, reader, verb } from '../verb.ts';

export const setAttr = verb({
  op: 'set_attr',
  summary: 'Stores an object in an attribute of an instance.',
  fields: { of: reference, name: nameSchema, value: operandSchema },
  python: (o) => `${spellReference(o.of)}.${o.name} = ${spellOperand(o.value)}`,
  compile: (o, process) => {
    const target = reader(process, o.of);
    const value = operand(process, o.value);
    return () => {
      const stored = value();
      const instance = attributeTarget(process, target(), o.name);
      instances.setAttribute(process, instance, o.name, stored);
    };
  },
});
