/** Instructions of the match statement. */

import { dicts, lists, PythonRaise } from '../../../objects/index.ts';
import { type PatternKind, patternKindOf } from '../classes/pattern-kinds.ts';
import type { Frame } from '../frames/frame.ts';
import type { Interpreter } from '../interpreter.ts';
import type { OpTable } from './handlers.ts';
import { peek, pop, push } from './ops-names.ts';

/** Classes whose one positional pattern is the object itself. */
const SELF_MATCHING = new Set([
  'bool',
  'bytearray',
  'bytes',
  'dict',
  'float',
  'frozenset',
  'int',
  'list',
  'set',
  'str',
  'tuple',
]);

function kindOfTop(vm: Interpreter, frame: Frame): PatternKind | null {
  return patternKindOf(vm, vm.classes.of(peek(frame, 1)));
}

/** match_keys: what was seen is in a set, the values go into a tuple, which is there before it is known whether all keys are. */
function matchKeys(vm: Interpreter, frame: Frame): void {
  const subject = peek(frame, 2);
  const keys = vm.items(peek(frame, 1));
  if (keys.length === 0) return push(frame, vm.newTuple([]));
  const found = vm.guard(vm.newSet(), () =>
    vm.withTuple(
      keys.map(() => vm.process.none),
      () => valuesOf(vm, subject, keys),
    ),
  );
  push(frame, found === null ? vm.none() : vm.tupleOf(found));
}

/** The values of these keys, new references; null when one is missing. */
function valuesOf(vm: Interpreter, subject: number, keys: readonly number[]): number[] | null {
  const values: number[] = [];
  try {
    for (const [at, key] of keys.entries()) {
      if (keys.slice(0, at).some((one) => vm.equal(one, key)))
        throw new PythonRaise('ValueError', `mapping pattern checks duplicate key (${vm.repr(key)})`);
      const value = valueOf(vm, subject, key);
      if (value === 0) {
        vm.dropAll(values);
        return null;
      }
      values.push(value);
    }
    return values;
  } catch (error) {
    vm.dropAll(values);
    throw error;
  }
}

/** Asked of `get()`, with an object that nobody else has for what is missing. */
function valueOf(vm: Interpreter, subject: number, key: number): number {
  if (vm.infoOf(subject) === vm.process.types.dict) {
    const value = dicts.dictGet(vm.process, subject, key);
    return value === 0 ? 0 : vm.own(value);
  }
  return vm.guard(vm.instantiate(vm.classes.named('object'), []), (missing) => {
    const value = vm.callMethod(subject, 'get', [key, missing]);
    if (value !== missing) return value;
    vm.decref(value);
    return 0;
  });
}

/** match_class: what was seen is in a set, the attributes are gathered in a list. */
function matchClass(vm: Interpreter, frame: Frame, positional: number): void {
  const names = pop(frame);
  const wanted = pop(frame);
  const subject = pop(frame);
  try {
    push(frame, matched(vm, subject, wanted, vm.items(names), positional));
  } finally {
    vm.dropAll([names, wanted, subject]);
  }
}

function matched(
  vm: Interpreter,
  subject: number,
  wanted: number,
  names: readonly number[],
  positional: number,
): number {
  const type = vm.classes.forObject(wanted);
  if (type === undefined) throw new PythonRaise('TypeError', 'called match pattern must be a class');
  if (!vm.isInstance(subject, wanted)) return vm.none();
  const seen = vm.newSet();
  const list = vm.newList([]);
  try {
    const values = attributesOf(vm, subject, wanted, names, positional);
    if (values === null) return vm.none();
    for (const value of values) lists.append(vm.process, list, value);
    vm.dropAll(values);
    return vm.newTuple(vm.items(list));
  } finally {
    vm.dropAll([list, seen]);
  }
}

/** The values that the sub-patterns look at, new references; null when one is missing. */
function attributesOf(
  vm: Interpreter,
  subject: number,
  wanted: number,
  names: readonly number[],
  positional: number,
): number[] | null {
  const values: number[] = [];
  const attributes = positional === 0 ? [] : positionalNames(vm, wanted, positional);
  if (attributes === null) values.push(vm.own(subject));
  const asked = [...(attributes ?? []), ...names.map((one) => vm.text(one))];
  for (const [at, name] of asked.entries()) {
    if (asked.indexOf(name) < at) {
      vm.dropAll(values);
      const words = `${vm.classes.forObject(wanted)?.name}() got multiple sub-patterns for attribute '${name}'`;
      throw new PythonRaise('TypeError', words);
    }
    const value = vm.findAttr(subject, name);
    if (value === 0) {
      vm.dropAll(values);
      return null;
    }
    values.push(value);
  }
  return values;
}

/** Names of the positional patterns by __match_args__; null: the subject itself is the only one. */
function positionalNames(vm: Interpreter, wanted: number, count: number): string[] | null {
  const type = vm.classes.forObject(wanted);
  const args = vm.findAttr(wanted, '__match_args__');
  if (args === 0) {
    const self = type !== undefined && SELF_MATCHING.has(type.native.name);
    if (self && count === 1) return null;
    const most = self ? 1 : 0;
    throw new PythonRaise(
      'TypeError',
      `${type?.name}() accepts ${most} positional sub-pattern${most === 1 ? '' : 's'} (${count} given)`,
    );
  }
  return vm.guard(args, () => {
    if (!vm.isTuple(args)) {
      const words = `${type?.name}.__match_args__ must be a tuple (got ${vm.typeName(args)})`;
      throw new PythonRaise('TypeError', words);
    }
    const all = vm.items(args);
    if (all.length >= count) return all.slice(0, count).map((one) => attributeName(vm, one));
    throw new PythonRaise(
      'TypeError',
      `${type?.name}() accepts ${all.length} positional sub-pattern${all.length === 1 ? '' : 's'} (${count} given)`,
    );
  });
}

function attributeName(vm: Interpreter, ref: number): string {
  if (vm.isStr(ref)) return vm.text(ref);
  throw new PythonRaise('TypeError', `__match_args__ elements must be strings (got ${vm.typeName(ref)})`);
}

export const MATCH_OPS: OpTable = {
  MATCH_MAPPING: (vm, frame) => push(frame, vm.bool(kindOfTop(vm, frame) === 'mapping')),
  MATCH_SEQUENCE: (vm, frame) => push(frame, vm.bool(kindOfTop(vm, frame) === 'sequence')),
  MATCH_KEYS: matchKeys,
  MATCH_CLASS: matchClass,
  COPY_DICT_WITHOUT_KEYS: (vm, frame) => {
    const keys = pop(frame);
    const rest = vm.newDict();
    vm.updateDict(rest, peek(frame, 1));
    for (const key of vm.items(keys)) dicts.dictDelete(vm.process, rest, key);
    vm.decref(keys);
    push(frame, rest);
  },
};
