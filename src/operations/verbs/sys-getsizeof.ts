import { sizeOf } from '../../objects/index.ts';
import { reference, spellReference } from '../reference.ts';
import { reader, verb } from '../verb.ts';

export const sysGetsizeof = verb({
  op: 'sys.getsizeof',
  question: true,
  summary: 'Size of an object in bytes, as Python reports it.',
  fields: { of: reference },
  python: (o) => `sys.getsizeof(${spellReference(o.of)})`,
  compile: (o, process) => {
    const target = reader(process, o.of);
    return (out) => {
      const ref = target();
      out.value = process.program?.outlook.sizeOf(ref) ?? sizeOf(process, ref);
    };
  },
});
