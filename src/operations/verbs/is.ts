import { operandSchema, spellOperand } from '../operand.ts';
import { operand, verb } from '../verb.ts';

export const is = verb({
  op: 'is',
  question: true,
  summary: 'Are two references to the same object?',
  fields: { a: operandSchema, b: operandSchema },
  python: (o) => `${spellOperand(o.a)} is ${spellOperand(o.b)}`,
  compile: (o, process) => {
    const a = operand(process, o.a);
    const b = operand(process, o.b);
    return (out) => {
      out.value = a() === b();
    };
  },
});
