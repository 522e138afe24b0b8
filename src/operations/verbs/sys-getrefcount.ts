import { IMMORTAL, REFCNT } from '../../heap/index.ts';
import { reference, spellReference } from '../reference.ts';
import { reader, verb } from '../verb.ts';

/** What sys.getrefcount answers for an immortal object (PEP 683). */
const IMMORTAL_REPORTED = 4294967295;

export const sysGetrefcount = verb({
  op: 'sys.getrefcount',
  question: true,
  summary:
    'Number of references to an object; `reported` is what Python prints, one more for its own argument.',
  fields: { of: reference },
  python: (o) => `sys.getrefcount(${spellReference(o.of)}) - 1`,
  compile: (o, process) => {
    const target = reader(process, o.of);
    return (out) => {
      const ref = target();
      const count = process.heap.words[ref + REFCNT] as number;
      out.value = count >= IMMORTAL ? 'immortal' : count;
      out.reported = count >= IMMORTAL ? IMMORTAL_REPORTED : count + 1;
    };
  },
});
