import { IMMORTAL, REFCNT } from '../../heap/index.ts';
import { reference, spellReference } from '../reference.ts';
import { reader, verb } from '../verb.ts';

export const immortal = verb({
  op: 'immortal',
  question: true,
  summary: 'Does the reference count of the object never change (Python 3.12 and later)?',
  fields: { of: reference },
  python: (o) => `sys.getrefcount(${spellReference(o.of)}) >= 2**31`,
  compile: (o, process) => {
    const target = reader(process, o.of);
    return (out) => {
      const ref = target();
      out.value = (process.heap.words[ref + REFCNT] as number) >= IMMORTAL;
    };
  },
});
