import { FINALIZED, META } from '../../heap/index.ts';
import { reference, spellReference } from '../reference.ts';
import { reader, verb } from '../verb.ts';

export const gcIsFinalized = verb({
  op: 'gc.is_finalized',
  question: true,
  summary: 'Was the finalizer of the object called (Python 3.9 and later can be asked)?',
  fields: { of: reference },
  python: (o) => `gc.is_finalized(${spellReference(o.of)})`,
  compile: (o, process) => {
    const target = reader(process, o.of);
    return (out) => {
      const ref = target();
      out.value = ((process.heap.words[ref + META] as number) & FINALIZED) !== 0;
    };
  },
});
