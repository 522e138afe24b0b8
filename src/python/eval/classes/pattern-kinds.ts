/**
 * What a class is to the match statement: a sequence, a mapping, or neither (Py_TPFLAGS_SEQUENCE, Py_TPFLAGS_MAPPING, 3.10). A class has it of
 * the first class in its mro that has one; those of collections.abc give theirs to whatever is registered with them.
 */

import type { Interpreter } from '../interpreter.ts';
import type { PyType } from './class-table.ts';

export type PatternKind = 'sequence' | 'mapping';

const BUILT_IN: Readonly<Record<string, PatternKind>> = {
  list: 'sequence',
  tuple: 'sequence',
  range: 'sequence',
  memoryview: 'sequence',
  'array.array': 'sequence',
  'collections.deque': 'sequence',
  dict: 'mapping',
  mappingproxy: 'mapping',
};

/** Bits of `__abc_tpflags__` (_abc.c). */
const FLAGS: readonly (readonly [bit: number, kind: PatternKind])[] = [
  [1 << 5, 'sequence'],
  [1 << 6, 'mapping'],
];

export function patternKindOf(vm: Interpreter, type: PyType): PatternKind | null {
  for (const one of type.mro) {
    const kind = one.dict === 0 ? BUILT_IN[one.name] : vm.patternKinds.get(one);
    if (kind !== undefined) return kind;
  }
  return null;
}

function typeOf(vm: Interpreter, ref: number): PyType {
  const type = vm.classes.forObject(ref);
  if (type === undefined) throw new TypeError('an abstract class is a class');
  return type;
}

/** _abc_init: `__abc_tpflags__` of the class that ABCMeta makes. */
export function setKind(vm: Interpreter, cls: number, flags: number): void {
  const found = FLAGS.find(([bit]) => (flags & bit) !== 0);
  if (found !== undefined) vm.patternKinds.set(typeOf(vm, cls), found[1]);
}

/** _abc__abc_register: a class that a program can change gets the kind, unless it has one. */
export function giveKind(vm: Interpreter, cls: number, registered: number): void {
  const kind = patternKindOf(vm, typeOf(vm, cls));
  const type = typeOf(vm, registered);
  if (kind !== null && type.dict !== 0 && patternKindOf(vm, type) === null) vm.patternKinds.set(type, kind);
}
