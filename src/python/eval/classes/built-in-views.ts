/**
 * What a built-in class shows of itself that a class of a program keeps in its fields: the tuples of its bases and of its mro, and the dict
 * behind its `__dict__`. They were there before the program.
 */
import { dicts } from '../../../objects/index.ts';
import type { Interpreter } from '../interpreter.ts';
import type { PyType } from './class-table.ts';

interface Views {
  bases: number;
  mro: number;
  dict: number;
  /** Names in the dict: modules add some when they are first imported. */
  names: number;
}

const views = new WeakMap<PyType, Views>();

function viewsOf(type: PyType): Views {
  const known = views.get(type);
  if (known !== undefined) return known;
  const made = { bases: 0, mro: 0, dict: 0, names: 0 };
  views.set(type, made);
  return made;
}

/** Borrowed. */
export function tupleOfBuiltIn(vm: Interpreter, type: PyType, which: 'bases' | 'mro'): number {
  const known = viewsOf(type);
  if (known[which] === 0) known[which] = vm.newOutsideTuple(type[which].map((one) => vm.own(one.ref)));
  return known[which];
}

/** Borrowed; the dict takes over what the class holds of its methods. */
export function dictOfBuiltIn(vm: Interpreter, type: PyType): number {
  const known = viewsOf(type);
  if (known.names === type.natives.size) return known.dict;
  known.dict = vm.heap.newOutside(vm.process.types.dict, 1);
  known.names = type.natives.size;
  dicts.giveRoom(vm.process, known.dict, known.names);
  for (const [name, value] of type.natives) vm.put(known.dict, name, value);
  return known.dict;
}
