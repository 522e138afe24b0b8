import { generationOf } from '../generation-of.ts';
import { reference, spellReference } from '../reference.ts';
import { reader, verb } from '../verb.ts';

export const generation = verb({
  op: 'generation',
  question: true,
  summary: 'The generation that an object is in: 0, 1, 2, "permanent", or null when it is not tracked.',
  fields: { of: reference },
  python: (o) => `# generation of ${spellReference(o.of)}`,
  compile: (o, process) => {
    const target = reader(process, o.of);
    return (out) => {
      const ref = target();
      out.value = generationOf(process, ref);
    };
  },
});
