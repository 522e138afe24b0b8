import { EV } from '../../heap/index.ts';
import { type Frame, leave, PythonRaise } from '../../objects/index.ts';
import { bind } from '../binding.ts';
import { nameSchema, operandSchema, spellOperand } from '../operand.ts';
import { operand, verb } from '../verb.ts';

export const returnFrom = verb({
  op: 'return',
  summary: 'Returns from the running function; the value is bound to `as` in the caller, or dropped.',
  fields: { value: operandSchema.nullable().default(null), as: nameSchema.nullable().default(null) },
  python: (o) => (o.value === null || o.value === undefined ? 'return' : `return ${spellOperand(o.value)}`),
  compile: (o, process) => {
    const value = o.value === null || o.value === undefined ? () => process.none : operand(process, o.value);
    return (out) => {
      if (process.frames.length === 0) throw new PythonRaise('SyntaxError', "'return' outside function");
      const { heap } = process;
      const result = value();
      heap.addReference(result, 0);
      const depth = process.frames.length;
      const frame = process.frames.pop() as Frame;
      leave(process, frame);
      heap.ring.emit(EV.FRAME_LEFT, heap.ring.symbol(frame.function.name), depth, 0);
      out.object = result;
      if (o.as === null || o.as === undefined) heap.dropReference(result, 0);
      else bind(process, o.as, result);
    };
  },
});
