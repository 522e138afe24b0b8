/**
 * `==`, `<` and their kin: the values of built-in types, or the methods of classes, reflected ones first for subclasses
 * (object.c:do_richcompare). Other files add comparisons of their classes to `vm.comparers` (by layout of the left operand).
 */
import { KIND, type TypeInfo } from '../../../heap/index.ts';
import {
  bytesMethods,
  dicts,
  ints,
  PythonRaise,
  points,
  sets,
  storedHashesOf,
  withHashes,
} from '../../../objects/index.ts';
import { specialFrame, specialSteps } from '../calls/call-steps.ts';
import { ROOM } from '../calls/native-depth.ts';
import { aroundSlot, slotIsGeneric } from '../calls/slot-wrappers.ts';
import { owning, type Steps } from '../calls/waiting.ts';
import type { WaitingComparer } from '../containers.ts';
import { goThroughBoth } from '../effort.ts';
import type { Interpreter } from '../interpreter.ts';
import { equalRuns } from './equal-runs.ts';
import { withKey } from './key-questions.ts';
import { asksMethods } from './operators.ts';
import { asksBothSets, compareSetsSteps } from './set-steps.ts';
import { COMPARISON_SIGNS } from './signs.ts';
import { answerSteps } from './truth.ts';

const METHODS: { readonly [operator: string]: string } = Object.fromEntries(
  Object.entries(COMPARISON_SIGNS).map(([name, sign]) => [sign, `__${name}__`]),
);
const COMPARISONS = Object.values(METHODS);
const REFLECTED: { readonly [operator: string]: string } = {
  '<': '>',
  '<=': '>=',
  '==': '==',
  '!=': '!=',
  '>': '<',
  '>=': '<=',
};

/** PyObject_RichCompare: one more C call, which matters where it leads to others. */
export function compareObjects(vm: Interpreter, a: number, b: number, operator: string): number {
  if (asksMethods(vm, a, b)) return vm.finish(compareSteps(vm, a, b, operator));
  const room = canHold(vm.heap.typeOf(a).kind) ? ROOM.COMPARISON : 0;
  vm.nativeDepth.enter('COMPARISON', room);
  try {
    return (
      compareBySlot(vm, a, b, operator) ||
      compareBySlot(vm, b, a, REFLECTED[operator] as string) ||
      fallback(vm, a, b, operator)
    );
  } finally {
    vm.nativeDepth.leave(room);
  }
}

/** The same in steps, where one of the two is of a class of the program's. */
export function* compareSteps(vm: Interpreter, a: number, b: number, operator: string): Steps {
  const left = vm.classes.of(a);
  const right = vm.classes.of(b);
  const reflected = REFLECTED[operator] as string;
  const room = canHold(vm.heap.typeOf(a).kind) ? ROOM.COMPARISON : 0;
  vm.nativeDepth.enter('COMPARISON', room);
  try {
    if (left !== right && right.mro.includes(left)) {
      return (
        (yield* compareByMethod(vm, b, a, reflected)) ||
        (yield* compareByMethod(vm, a, b, operator)) ||
        fallback(vm, a, b, operator)
      );
    }
    return (
      (yield* compareByMethod(vm, a, b, operator)) ||
      (yield* compareByMethod(vm, b, a, reflected)) ||
      fallback(vm, a, b, operator)
    );
  } finally {
    vm.nativeDepth.leave(room);
  }
}

function canHold(kind: number): boolean {
  return kind === KIND.LIST || kind === KIND.TUPLE || kind === KIND.DICT || kind === KIND.SET;
}

/** 0: NotImplemented. */
function* compareByMethod(vm: Interpreter, a: number, b: number, operator: string): Steps {
  const type = vm.classes.of(a);
  const method = type.dict === 0 ? 0 : vm.overrideIn(type, METHODS[operator] as string);
  if (method !== 0) {
    if (vm.isNone(method)) return 0;
    const frame = specialFrame(vm, method, a, [b]);
    const answer = frame === null ? yield* specialSteps(vm, method, a, [b]) : yield frame;
    if (!vm.isNotImplemented(answer)) return answer;
    vm.decref(answer);
    return 0;
  }
  const bySlot = (): Steps => slotSteps(vm, a, b, operator);
  return yield* slotIsGeneric(vm, type, COMPARISONS) ? aroundSlot(vm, a, [b], bySlot) : bySlot();
}

/** Its `__ne__` is object's, which asks `__eq__`. */
function inheritsDifference(vm: Interpreter, a: number): boolean {
  const type = vm.classes.of(a);
  const objects = vm.classes.lookup(vm.classes.named('object'), '__ne__');
  return type.dict !== 0 && vm.classes.lookup(type, '__ne__') === objects;
}

/** What the built-in class of the left operand says; object says that things differ which are not equal (object_richcompare). */
export function* slotSteps(vm: Interpreter, a: number, b: number, operator: string): Steps {
  if (asksItsKind(vm, a)) {
    const steps = (vm.waitingComparers[vm.infoOf(a).id] as WaitingComparer).steps(vm, a, b, operator);
    return steps === null ? 0 : vm.bool(yield* steps);
  }
  if (isRunPair(vm, a, b)) {
    goThroughBoth(vm, a, b);
    return vm.bool(yield* compareRuns(vm, a, b, operator));
  }
  if (isDictPair(vm, a, b) && (operator === '==' || operator === '!=')) {
    goThroughBoth(vm, a, b);
    return vm.bool((yield* equalDicts(vm, a, b)) === (operator === '=='));
  }
  if (asksBothSets(vm, a, b)) return vm.bool(yield* compareSetsSteps(vm, a, b, operator));
  if (operator !== '!=' || !inheritsDifference(vm, a)) return compareBySlot(vm, a, b, operator);
  return yield* differSteps(vm, a, b);
}

/** object_richcompare for Py_NE: what equality says, turned round. */
export function* differSteps(vm: Interpreter, a: number, b: number): Steps {
  const answer = yield* compareByMethod(vm, a, b, '==');
  if (answer === 0) return 0;
  return vm.bool(!(yield* answerSteps(vm, answer)));
}

/** The same of what is of a built-in class. */
function compareBySlot(vm: Interpreter, a: number, b: number, operator: string): number {
  const native = compareNative(vm, a, b, operator);
  return native === null ? 0 : vm.bool(native);
}

function fallback(vm: Interpreter, a: number, b: number, operator: string): number {
  if (operator === '==') return vm.bool(a === b);
  if (operator === '!=') return vm.bool(a !== b);
  const names = `'${vm.typeName(a)}' and '${vm.typeName(b)}'`;
  throw new PythonRaise('TypeError', `'${operator}' not supported between instances of ${names}`);
}

export function equalObjects(vm: Interpreter, a: number, b: number): boolean {
  const left = vm.heap.typeOf(a);
  if (left === vm.heap.typeOf(b) && left === vm.process.types.atoms.str) {
    goThroughBoth(vm, a, b);
    return vm.text(a) === vm.text(b);
  }
  const answer = compareObjects(vm, a, b, '==');
  return vm.guard(answer, () => vm.truth(answer));
}

/** The same in steps. */
export function* equalSteps(vm: Interpreter, a: number, b: number): Steps<boolean> {
  if (!asksToCompare(vm, a, b)) return equalObjects(vm, a, b);
  return yield* answerSteps(vm, yield* compareSteps(vm, a, b, '=='));
}

/** `a < b` in steps. */
export function* lessSteps(vm: Interpreter, a: number, b: number): Steps<boolean> {
  return yield* answerSteps(vm, yield* answerTo(vm, a, b, '<'));
}

export function holds(order: number, operator: string): boolean {
  switch (operator) {
    case '<':
      return order < 0;
    case '<=':
      return order <= 0;
    case '==':
      return order === 0;
    case '!=':
      return order !== 0;
    case '>':
      return order > 0;
    default:
      return order >= 0;
  }
}

/** Of two built-in values; null where their types say nothing about each other. */
export function compareNative(vm: Interpreter, a: number, b: number, operator: string): boolean | null {
  const left = vm.infoOf(a);
  const right = vm.infoOf(b);
  const known = vm.comparers[left.id];
  if (known !== undefined) return known(vm, a, b, operator);
  if (isNumber(vm, left)) return isNumber(vm, right) ? compareNumbers(vm, a, b, operator) : null;
  goThroughBoth(vm, a, b);
  const { atoms, bytearray } = vm.process.types;
  if (left === atoms.str)
    return right === atoms.str ? holds(points.compareStrings(vm.text(a), vm.text(b)), operator) : null;
  if (left === atoms.bytes || left === bytearray) {
    // bytes_richcompare knows bytes only; bytearray_richcompare knows both.
    if (right !== atoms.bytes && (right !== bytearray || left !== bytearray)) return null;
    return holds(bytesMethods.compareBytes(vm.anyBytes(a), vm.anyBytes(b)), operator);
  }
  if (isRunPair(vm, a, b)) return vm.finish(compareRuns(vm, a, b, operator));
  if (left.kind === KIND.DICT) return right.kind === KIND.DICT ? compareDicts(vm, a, b, operator) : null;
  if (left.kind === KIND.SET) return right.kind === KIND.SET ? compareSets(vm, a, b, operator) : null;
  return null;
}

function isNumber(vm: Interpreter, info: TypeInfo): boolean {
  const { atoms, float } = vm.process.types;
  return info === atoms.int || info === atoms.bool || info === float || info === atoms.complex;
}

function compareNumbers(vm: Interpreter, a: number, b: number, operator: string): boolean | null {
  const { atoms } = vm.process.types;
  if (vm.infoOf(a) === atoms.complex || vm.infoOf(b) === atoms.complex) {
    if (operator !== '==' && operator !== '!=') return null;
    const [x, y] = [a, b].map((ref) => {
      if (vm.infoOf(ref) === atoms.complex) return vm.heap.payload(ref) as { re: number; im: number };
      return { re: vm.isFloat(ref) ? vm.heap.number(ref) : vm.int(ref), im: 0 };
    });
    // oxlint-disable-next-line eqeqeq -- a number and a bigint compare by value
    return (x?.re == y?.re && x?.im === y?.im) === (operator === '==');
  }
  const x = vm.isFloat(a) ? vm.heap.number(a) : vm.int(a);
  const y = vm.isFloat(b) ? vm.heap.number(b) : vm.int(b);
  if (!vm.isFloat(a) && !vm.isFloat(b)) return holds(ints.intCompare(x, y), operator);
  switch (operator) {
    case '<':
      return x < y;
    case '<=':
      return x <= y;
    case '==':
      // oxlint-disable-next-line eqeqeq -- a number and a bigint compare by value
      return x == y;
    case '!=':
      // oxlint-disable-next-line eqeqeq -- a number and a bigint compare by value
      return x != y;
    case '>':
      return x > y;
    default:
      return x >= y;
  }
}

/** list_richcompare, tuplerichcompare: the first item that differs decides; a list's are held while they are asked for equality. */
function* compareRuns(vm: Interpreter, a: number, b: number, operator: string): Steps<boolean> {
  vm.tick();
  if (operator === '==' || operator === '!=') return (yield* equalRuns(vm, a, b)) === (operator === '==');
  const isList = vm.isList(a);
  for (let at = 0; at < vm.listSize(a) && at < vm.listSize(b); at++) {
    const x = vm.itemAt(a, at);
    const y = vm.itemAt(b, at);
    if (yield* equalItems(vm, x, y, isList)) continue;
    return yield* answerSteps(vm, yield* answerTo(vm, x, y, operator));
  }
  return holds(vm.listSize(a) - vm.listSize(b), operator);
}

/** vm.compare in steps. */
export function* answerTo(vm: Interpreter, a: number, b: number, operator: string): Steps {
  return asksToCompare(vm, a, b)
    ? yield* compareSteps(vm, a, b, operator)
    : compareObjects(vm, a, b, operator);
}

/** PyObject_RichCompareBool for equality, of what a container holds; `held` meanwhile where the comparison can change that. */
export function* equalItems(vm: Interpreter, x: number, y: number, held: boolean): Steps<boolean> {
  if (x === y) return true;
  if (!asksToCompare(vm, x, y)) return held ? holding(vm, [x, y], () => vm.equal(x, y)) : vm.equal(x, y);
  return held ? yield* owning(vm, [vm.own(x), vm.own(y)], equalSteps(vm, x, y)) : yield* equalSteps(vm, x, y);
}

/** Do objects of its kind ask Python code when they are compared, and is it to be waited for? */
export function asksItsKind(vm: Interpreter, ref: number): boolean {
  const waiting = vm.waitingComparers[vm.infoOf(ref).id];
  return waiting !== undefined && (!waiting.watchedOnly || vm.lines.watched);
}

/** May Python code say whether they are equal: methods of theirs, or of what they hold? */
export function asksToCompare(vm: Interpreter, a: number, b: number): boolean {
  if (asksItsKind(vm, a)) return true;
  return asksMethods(vm, a, b) || (canHold(vm.heap.typeOf(a).kind) && canHold(vm.heap.typeOf(b).kind));
}

/** Lists with lists, tuples with tuples. */
function isRunPair(vm: Interpreter, a: number, b: number): boolean {
  const [left, right] = [vm.infoOf(a), vm.infoOf(b)];
  const { list, tuple } = vm.process.types;
  if (left.kind !== KIND.TUPLE && left !== list) return false;
  return left === right || (left === tuple && right.kind === KIND.TUPLE);
}

function isDictPair(vm: Interpreter, a: number, b: number): boolean {
  return (
    vm.infoOf(a).kind === KIND.DICT &&
    vm.infoOf(b).kind === KIND.DICT &&
    vm.comparers[vm.infoOf(a).id] === undefined
  );
}

function holding(vm: Interpreter, refs: readonly number[], ask: () => boolean): boolean {
  for (const ref of refs) vm.incref(ref);
  try {
    return ask();
  } finally {
    vm.dropAll(refs);
  }
}

/** dict_equal: a key and both its values are held while the values are compared. */
function compareDicts(vm: Interpreter, a: number, b: number, operator: string): boolean | null {
  if (operator !== '==' && operator !== '!=') return null;
  return vm.finish(equalDicts(vm, a, b)) === (operator === '==');
}

function* equalDicts(vm: Interpreter, a: number, b: number): Steps<boolean> {
  if (vm.listSize(a) !== vm.listSize(b)) return false;
  const stored = storedHashesOf(vm.process, a);
  const find = (key: number): number =>
    withHashes(vm.process, stored, () => dicts.dictGet(vm.process, b, key));
  for (const [key, value] of dicts.dictEntries(vm.process, a))
    if (!(yield* owning(vm, [vm.own(value), vm.own(key)], equalEntries(vm, find, key, value)))) return false;
  return true;
}

function* equalEntries(
  vm: Interpreter,
  find: (key: number) => number,
  key: number,
  value: number,
): Steps<boolean> {
  vm.tick();
  const other = yield* withKey(vm, key, () => find(key));
  return other !== 0 && (yield* owning(vm, [vm.own(other)], equalItems(vm, value, other, false)));
}

function compareSets(vm: Interpreter, a: number, b: number, operator: string): boolean {
  const within = (x: number, y: number): boolean =>
    vm.listSize(x) <= vm.listSize(y) &&
    sets.everyKey(vm.process, x, (key) => sets.setHas(vm.process, y, key));
  switch (operator) {
    case '<':
      return vm.listSize(a) < vm.listSize(b) && within(a, b);
    case '<=':
      return within(a, b);
    case '==':
      return vm.listSize(a) === vm.listSize(b) && within(a, b);
    case '!=':
      return vm.listSize(a) !== vm.listSize(b) || !within(a, b);
    case '>':
      return vm.listSize(a) > vm.listSize(b) && within(b, a);
    default:
      return within(b, a);
  }
}
