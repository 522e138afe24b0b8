import { reference, spellReference } from '../reference.ts';
import { reader, verb } from '../verb.ts';

export const gcIsTracked = verb({
  op: 'gc.is_tracked',
  question: true,
  summary: 'Is the object in one of the lists of the collector?',
  fields: { of: reference },
  python: (o) => `gc.is_tracked(${spellReference(o.of)})`,
  compile: (o, process) => {
    const target = reader(process, o.of);
    return (out) => {
      const ref = target();
      out.value = process.isTracked(ref);
    };
  },
});
