import { instances, type Process, PythonRaise } from '../../objects/index.ts';
import { interpreterOf } from '../../python/index.ts';
import { bind } from '../binding.ts';
import { nameSchema } from '../operand.ts';
import { readAttribute, reference, spellReference } from '../reference.ts';
import { noAttribute } from '../statement.ts';
import { reader, verb } from '../verb.ts';

export const getAttr = verb({
  op: 'get_attr',
  summary:
    'Binds a name to an attribute of an instance; `__dict__` is its dict of attributes, made when first asked for.',
  fields: { of: reference, name: nameSchema, as: nameSchema },
  python: (o) => `${o.as} = ${spellReference(o.of)}.${o.name}`,
  compile: (o, process) => {
    const target = reader(process, o.of);
    return (out) => {
      const owner = target();
      let value: number;
      if (o.name === '__dict__') {
        if (!instances.isInstance(process, owner)) throw noAttribute(process, owner, o.name);
        value = instances.attributeDict(process, owner);
      } else {
        value = attributeOf(process, owner, o.name);
      }
      out.object = value;
      bind(process, o.as, value);
    };
  },
});

/** Owned. What the operations know of no class, the interpreter of a session with programs may: methods, properties, `e.args`. */
function attributeOf(process: Process, owner: number, name: string): number {
  const vm = interpreterOf(process);
  try {
    const value = readAttribute(process, owner, name);
    process.heap.addReference(value, 0);
    return value;
  } catch (error) {
    if (vm === undefined || !(error instanceof PythonRaise)) throw error;
    return vm.getAttr(owner, name);
  }
}
