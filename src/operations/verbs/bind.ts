import { nameSchema, operandSchema, spellOperand } from '../operand.ts';
import { bind as bindName } from '../binding.ts';
import { operand, verb } from '../verb.ts';

export const bind = verb({
  op: 'bind',
  summary: 'Binds a name to an object.',
  fields: { name: nameSchema, to: operandSchema },
  python: (o) => `${o.name} = ${spellOperand(o.to)}`,
  compile: (o, process) => {
    const value = operand(process, o.to);
    return (out) => {
      const object = value();
      process.heap.addReference(object, 0);
      out.object = object;
      bindName(process, o.name, object);
    };
  },
});
