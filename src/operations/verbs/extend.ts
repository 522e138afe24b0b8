import { KIND } from '../../heap/index.ts';
import { lists } from '../../objects/index.ts';
import { interpreterFor, runMethod } from '../of-programs.ts';
import { iterate, reference, spellReference } from '../reference.ts';
import { reader, verb } from '../verb.ts';

export const extend = verb({
  op: 'extend',
  summary: 'Appends all items of a list, tuple, set or dict, or the characters of a str, to a list.',
  fields: { list: reference, items: reference },
  python: (o) => `${spellReference(o.list)}.extend(${spellReference(o.items)})`,
  compile: (o, process) => {
    const list = reader(process, o.list);
    const items = reader(process, o.items);
    return () => {
      const receiver = list();
      if (process.heap.typeOf(receiver) !== process.types.list)
        return runMethod(process, receiver, 'extend', () => [items()]);
      const source = items();
      if (interpreterFor(process, source) !== undefined)
        return runMethod(process, receiver, 'extend', () => [source]);
      const { kind } = process.heap.typeOf(source);
      if (process.heap.typeOf(source) === process.types.atoms.str) {
        lists.extendFromText(process, receiver, source);
        process.check();
        return;
      }
      const values = iterate(process, source);
      const direct =
        kind === KIND.LIST || kind === KIND.TUPLE || process.profile.growth.listExtendsFromTables;
      if (direct) lists.extend(process, receiver, values);
      else lists.extendFromIterator(process, receiver, source, values);
      process.check();
    };
  },
});
