import { runMethod } from '../of-programs.ts';
import { reference, spellReference } from '../reference.ts';
import { reader, verb } from '../verb.ts';

export const clear = verb({
  op: 'clear',
  summary: 'Empties a list, dict or set.',
  fields: { of: reference },
  python: (o) => `${spellReference(o.of)}.clear()`,
  compile: (o, process) => {
    const target = reader(process, o.of);
    const { types, heap } = process;
    return () => {
      const receiver = target();
      const type = heap.typeOf(receiver);
      if (type !== types.list && type !== types.dict && type !== types.set)
        return runMethod(process, receiver, 'clear', () => []);
      heap.dealloc.clear(receiver);
      process.check();
    };
  },
});
