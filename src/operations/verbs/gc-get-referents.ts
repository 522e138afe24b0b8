import { traverse } from '../../heap/index.ts';
import { objectId } from '../object-id.ts';
import { reference, spellReference } from '../reference.ts';
import { reader, verb } from '../verb.ts';

export const gcGetReferents = verb({
  op: 'gc.get_referents',
  question: true,
  summary: 'The objects that an object refers to, in the order of its traversal.',
  fields: { of: reference },
  python: (o) => `gc.get_referents(${spellReference(o.of)})`,
  compile: (o, process) => {
    const target = reader(process, o.of);
    return (out) => {
      const ref = target();
      const found: string[] = [];
      traverse(process.heap, ref, (child) => void found.push(objectId(process, child)));
      out.value = found;
    };
  },
});
