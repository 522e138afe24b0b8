import { PythonRaise, typeLabel } from '../../objects/index.ts';
import { bind } from '../binding.ts';
import { nameSchema } from '../operand.ts';
import { reference, spellReference } from '../reference.ts';
import { reader, verb } from '../verb.ts';

export const sysIntern = verb({
  op: 'sys.intern',
  summary: 'Interns a string: binds a name to the one object of this text.',
  fields: { of: reference, as: nameSchema },
  python: (o) => `${o.as} = sys.intern(${spellReference(o.of)})`,
  compile: (o, process) => {
    const target = reader(process, o.of);
    return (out) => {
      const str = target();
      const type = process.heap.typeOf(str);
      if (type !== process.types.atoms.str) {
        const given = str === process.none ? 'None' : typeLabel(process, str);
        throw new PythonRaise('TypeError', `intern() argument must be str, not ${given}`);
      }
      const interned = process.shared.intern(str);
      process.check();
      out.object = interned;
      bind(process, o.as, interned);
    };
  },
});
