/** Instructions of the match statement. */
import { dicts, lists, PythonRaise } from '../../../objects/index.ts';
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

function matchKeys(vm: Interpreter, frame: Frame): void {
  const keys = peek(frame, 1);
  const subject = peek(frame, 2);
  const values: number[] = [];
  for (const key of vm.items(keys)) {
    const value = vm.isDict(subject) ? dicts.dictGet(vm.process, subject, key) : 0;
    if (value === 0) {
      vm.dropAll(values);
      return push(frame, vm.none());
    }
    values.push(vm.own(value));
  }
  push(frame, vm.tupleOf(values));
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
  for (const name of [...(attributes ?? []), ...names.map((one) => vm.text(one))]) {
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
    const all = vm.items(args).map((one) => vm.text(one));
    if (all.length >= count) return all.slice(0, count);
    throw new PythonRaise(
      'TypeError',
      `${type?.name}() accepts ${all.length} positional sub-pattern${all.length === 1 ? '' : 's'} (${count} given)`,
    );
  });
}

export const MATCH_OPS: OpTable = {
  MATCH_MAPPING: (vm, frame) => push(frame, vm.bool(vm.isDict(peek(frame, 1)))),
  MATCH_SEQUENCE: (vm, frame) => {
    const name = vm.infoOf(peek(frame, 1)).name;
    push(frame, vm.bool(['list', 'tuple', 'range', 'deque', 'memoryview', 'array'].includes(name)));
  },
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
