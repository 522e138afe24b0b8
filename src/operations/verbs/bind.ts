import { binder } from '../binding.ts';
import { nameSchema, operandSchema, spellOperand } from '../operand.ts';
import { operand, verb } from '../verb.ts';

export const bind = verb({
  op: 'bind',
  summary: 'Binds a name to an object.',
  fields: { name: nameSchema, to: operandSchema },
  python: (o) => `${o.name} = ${spellOperand(o.to)}`,
  compile: (o, process) => {
    const value = operand(process, o.to);
    const bindName = binder(process, o.name);
    return (out) => {
      const object = value();
      process.heap.addReference(object, 0);
      out.object = object;
      bindName(object);
    };
  },
});
