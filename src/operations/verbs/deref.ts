import { A, KIND } from '../../heap/index.ts';
import { PythonRaise } from '../../objects/index.ts';
import { bind } from '../binding.ts';
import { nameSchema } from '../operand.ts';
import { reference, spellReference } from '../reference.ts';
import { reader, verb } from '../verb.ts';

export const deref = verb({
  op: 'deref',
  summary: 'Calls a weak reference: binds a name to its object, or to None when that is gone.',
  fields: { weakref: reference, as: nameSchema },
  python: (o) => `${o.as} = ${spellReference(o.weakref)}()`,
  compile: (o, process) => {
    const target = reader(process, o.weakref);
    return (out) => {
      const weakref = target();
      const type = process.heap.typeOf(weakref);
      if (type.kind !== KIND.WEAKREF)
        throw new PythonRaise('TypeError', `'${type.name}' object is not callable`);
      const referent = (process.heap.words[weakref + A] as number) || process.none;
      process.heap.addReference(referent, 0);
      process.check();
      out.object = referent;
      bind(process, o.as, referent);
    };
  },
});
