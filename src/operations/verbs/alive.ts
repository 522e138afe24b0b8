import { A, KIND } from '../../heap/index.ts';
import { PythonRaise } from '../../objects/index.ts';
import { reference, spellReference } from '../reference.ts';
import { reader, verb } from '../verb.ts';

export const alive = verb({
  op: 'alive',
  question: true,
  summary: 'Does the object of a weak reference still exist?',
  fields: { weakref: reference },
  python: (o) => `${spellReference(o.weakref)}() is not None`,
  compile: (o, process) => {
    const target = reader(process, o.weakref);
    return (out) => {
      const weakref = target();
      const type = process.heap.typeOf(weakref);
      if (type.kind !== KIND.WEAKREF)
        throw new PythonRaise('TypeError', `'${type.name}' object is not callable`);
      out.value = process.heap.words[weakref + A] !== 0;
    };
  },
});
