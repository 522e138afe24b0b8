import { unbinder } from '../binding.ts';
import { nameSchema } from '../operand.ts';
import { verb } from '../verb.ts';

export const unbind = verb({
  op: 'unbind',
  summary: 'Deletes a name.',
  fields: { name: nameSchema },
  python: (o) => `del ${o.name}`,
  compile: (o, process) => unbinder(process, o.name),
});
