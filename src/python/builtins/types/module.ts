/** module objects that a program makes (moduleobject.c). Fields: | dict |. */

import { PythonRaise } from '../../../objects/index.ts';
import type { Interpreter } from '../../eval/interpreter.ts';
import { native, type TypeDefinition } from '../../eval/native.ts';
import { moduleText } from '../../eval/texts/callable-repr.ts';
import { allocate, classArgument } from '../allocate.ts';
import { READING } from './attribute-slots.ts';

const MODULE_BYTES = 56;

/** A class with an `__init__` of its own fills its modules itself. */
function construct(
  vm: Interpreter,
  [ofClass = 0, ...given]: readonly number[],
  keywords: ReadonlyMap<string, number>,
): number {
  const type = classArgument(vm, ofClass);
  const filled = vm.overrideIn(type, '__init__') === 0;
  const name = given[0] ?? keywords.get('name') ?? 0;
  if (filled && name === 0)
    throw new PythonRaise('TypeError', "module() missing required argument 'name' (pos 1)");
  const made = allocate(vm, type, MODULE_BYTES);
  vm.fillFields(made, [vm.newDict()]);
  vm.heap.track(made);
  if (!filled) return made;
  try {
    vm.decref(init(vm, [made, name, given[1] ?? keywords.get('doc') ?? 0]));
  } catch (error) {
    vm.decref(made);
    throw error;
  }
  return made;
}

/** module___init__: the five names that every module has. */
function init(vm: Interpreter, [self = 0, name = 0, doc = 0]: readonly number[]): number {
  if (!vm.isStr(name))
    throw new PythonRaise('TypeError', `module() argument 'name' must be str, not ${vm.typeName(name)}`);
  const dict = vm.field(self, 0);
  vm.put(dict, '__name__', vm.own(name));
  vm.put(dict, '__doc__', doc === 0 ? vm.none() : vm.own(doc));
  for (const none of ['__package__', '__loader__', '__spec__']) vm.put(dict, none, vm.none());
  return vm.none();
}

export const MODULE: TypeDefinition = {
  name: 'module',
  construct: native(construct, { args: [0, Number.MAX_SAFE_INTEGER], anyKeywords: true, throughTuple: true }),
  methods: {
    __getattribute__: READING,
    __repr__: native((vm, [self = 0]) => vm.newStr(moduleText(vm, self))),
    __init__: native(init, { args: [1, 2], keywords: ['name', 'doc'] }),
  },
};
