import { instances } from '../../objects/index.ts';
import { interpreterFor } from '../of-programs.ts';
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
      const owner = target();
      const vm = interpreterFor(process, owner);
      if (vm !== undefined) return vm.setAttr(owner, o.name, stored);
      instances.setAttribute(process, attributeTarget(process, owner, o.name), o.name, stored);
    };
  },
});
