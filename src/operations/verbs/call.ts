import { z } from 'zod';
import { EV } from '../../heap/index.ts';
import { enter, PythonRaise } from '../../objects/index.ts';
import { nameSchema, operandSchema, spellOperand } from '../operand.ts';
import { argumentCountError } from '../statement.ts';
import { operand, verb } from '../verb.ts';

/** The module's own frame is one of the 1000 of sys.getrecursionlimit(). */
const DEEPEST = 999;

export const call = verb({
  op: 'call',
  summary: 'Calls a function: until `return`, operations run inside it and its parameters are local names.',
  fields: {
    function: nameSchema,
    args: z.array(operandSchema).max(255).default([]),
    params: z.array(nameSchema).max(255).optional().meta({
      description:
        'Names of the parameters, for a function that was not defined before; p0, p1, ... otherwise.',
    }),
  },
  python: (o) => `${o.function}(${(o.args ?? []).map(spellOperand).join(', ')})`,
  compile: (o, process) => {
    const args = (o.args ?? []).map((arg) => operand(process, arg));
    return () => {
      const called = process.functionNamed(o.function, o.params ?? args.map((_, at) => `p${at}`));
      const values = args.map((read) => read());
      if (called.parameters.length !== values.length) throw argumentCountError(called, values.length);
      if (process.frames.length >= DEEPEST)
        throw new PythonRaise('RecursionError', 'maximum recursion depth exceeded');
      const { ring } = process.heap;
      ring.emit(EV.FRAME_ENTERED, ring.symbol(called.name), process.frames.length + 1, 0);
      process.frames.push(enter(process, called, values, 'Python'));
      process.check();
    };
  },
});
