import { KIND } from '../../heap/index.ts';
import { reference, spellReference } from '../reference.ts';
import { noAttribute } from '../statement.ts';
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
      if (type.kind !== KIND.LIST && type.kind !== KIND.DICT && type !== types.set)
        throw noAttribute(process, receiver, 'clear');
      heap.dealloc.clear(receiver);
      process.check();
    };
  },
});
