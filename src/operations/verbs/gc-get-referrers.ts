import { objectId } from '../object-id.ts';
import { reference, spellReference } from '../reference.ts';
import { referrersOf } from '../referrers.ts';
import { reader, verb } from '../verb.ts';

export const gcGetReferrers = verb({
  op: 'gc.get_referrers',
  question: true,
  summary: 'The tracked objects that refer to an object, in the order of the generations.',
  fields: { of: reference },
  python: (o) => `gc.get_referrers(${spellReference(o.of)})`,
  compile: (o, process) => {
    const target = reader(process, o.of);
    return (out) => {
      const ref = target();
      out.value = referrersOf(process, ref).map((holder) => objectId(process, holder));
    };
  },
});
