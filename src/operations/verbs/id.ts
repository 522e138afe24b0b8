import { reference, spellReference } from '../reference.ts';
import { reader, verb } from '../verb.ts';

export const id = verb({
  op: 'id',
  question: true,
  summary: 'Address of an object, in hexadecimal.',
  fields: { of: reference },
  python: (o) => `id(${spellReference(o.of)})`,
  compile: (o, process) => {
    const target = reader(process, o.of);
    return (out) => {
      const ref = target();
      out.value = `0x${process.addressOf(ref).toString(16)}`;
    };
  },
});
