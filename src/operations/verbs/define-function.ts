import { z } from 'zod';
import { nameSchema } from '../operand.ts';
import { verb } from '../verb.ts';

export const defineFunction = verb({
  op: 'define_function',
  summary:
    'Defines a function, as if before the session; what it does is told by the operations between `call` and `return`.',
  fields: { as: nameSchema, params: z.array(nameSchema).max(255).default([]) },
  python: (o) => `def ${o.as}(${(o.params ?? []).join(', ')}):\n    ...`,
  compile: (o, process) => () => {
    process.functions.set(o.as, { name: o.as, parameters: o.params ?? [], keptFrame: 0 });
  },
});
