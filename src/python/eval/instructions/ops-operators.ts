/** Instructions for operators, comparisons and subscripts. */
import { dicts, ints, newComplex, PythonRaise } from '../../../objects/index.ts';
import { BINARY_OPERATORS, COMPARE_OPERATORS, Op } from '../../compile/opcodes.ts';
import { runSpecial } from '../calls/call-steps.ts';
import { asksForNumber, converting } from '../calls/conversions.ts';
import { consumed, runSteps, type Steps, type Then } from '../calls/waiting.ts';
import type { Subscripts } from '../containers.ts';
import { warn } from '../exceptions/warnings.ts';
import { atEnd, waitsAfter } from '../frames/finalizing.ts';
import type { Frame } from '../frames/frame.ts';
import type { Interpreter } from '../interpreter.ts';
import { asksToCompare, compareNative, compareSteps } from '../operators/comparing.ts';
import { invertedRoom, withRoom } from '../operators/int-room.ts';
import { asksToIterate } from '../operators/iteration-steps.ts';
import { answered, asksForKey } from '../operators/key-questions.ts';
import {
  asksToOperate,
  binarySteps,
  extendsInPlace,
  inplaceOperation,
  inplaceSteps,
} from '../operators/operators.ts';
import { asksForMember, containsSteps } from '../operators/searching.ts';
import { appendsText } from '../operators/str-append.ts';
import { asksForItem, asksToStoreSlice, itemSteps, storeSliceSteps } from '../operators/subscripts.ts';
import { truthSteps } from '../operators/truth.ts';
import { percentSteps } from '../texts/percent.ts';
import type { OpTable } from './handlers.ts';
import { entersGetItem } from './inlined-accessors.ts';
import { peek, pop, push } from './ops-names.ts';
import { quickContains, quickStoreItem } from './quick-values.ts';

/** What an operator does with its operands, which it borrows; `arg` is the instruction's. */
type Operation = (vm: Interpreter, a: number, b: number, arg: number) => number;

function twoOperands(vm: Interpreter, frame: Frame, operation: Operation, arg = 0): void {
  const b = pop(frame);
  const a = pop(frame);
  let result: number;
  try {
    result = operation(vm, a, b, arg);
  } catch (error) {
    throw vm.raised(error);
  } finally {
    vm.decref(a);
    vm.decref(b);
  }
  push(frame, result);
}

/** The same in steps, where a method of the program's answers. */
function inSteps(vm: Interpreter, frame: Frame, use: (a: number, b: number) => Steps): void {
  const b = pop(frame);
  const a = pop(frame);
  runSteps(vm, consumed(vm, [a, b], use(a, b)), pushResult);
}

const pushResult: Then = (vm, result) => push(vm.frame as Frame, result);

/** Drops the operands after the operation; an exception that is an object from the start is made before they go. */
function dropping<T>(vm: Interpreter, operands: readonly number[], operation: () => T): T {
  try {
    return operation();
  } catch (error) {
    throw vm.raised(error);
  } finally {
    vm.dropAll(operands);
  }
}

const ADD = BINARY_OPERATORS.indexOf('+');
const REMAINDER = BINARY_OPERATORS.indexOf('%');

function binary(vm: Interpreter, frame: Frame, arg: number): void {
  if (arg === ADD && appendsText(vm, frame)) return;
  const [left, right] = [peek(frame, 2), peek(frame, 1)];
  if (arg === REMAINDER && vm.heap.typeOf(left) === vm.process.types.atoms.str && !vm.isStr(right))
    return inSteps(vm, frame, (a, b) => percentSteps(vm, a, b));
  if (!asksToOperate(vm, left, right)) return twoOperands(vm, frame, binaryOf, arg);
  inSteps(vm, frame, (a, b) => binarySteps(vm, a, b, BINARY_OPERATORS[arg] as string));
}

function inplace(vm: Interpreter, frame: Frame, arg: number): void {
  if (arg === ADD && appendsText(vm, frame)) return;
  const [a, b] = [peek(frame, 2), peek(frame, 1)];
  const extended = arg === ADD && extendsInPlace(vm, a, '+') && asksToIterate(vm, b);
  if (!extended && !asksToOperate(vm, a, b)) return twoOperands(vm, frame, inplaceOf, arg);
  inSteps(vm, frame, (x, y) => inplaceSteps(vm, x, y, BINARY_OPERATORS[arg] as string));
}

function comparison(vm: Interpreter, frame: Frame, arg: number): void {
  if (!asksToCompare(vm, peek(frame, 2), peek(frame, 1))) return twoOperands(vm, frame, comparisonAt, arg);
  inSteps(vm, frame, (a, b) => compareSteps(vm, a, b, COMPARE_OPERATORS[arg] as string));
}

function subscript(vm: Interpreter, frame: Frame): void {
  if (entersGetItem(vm, frame)) return;
  const method = vm.override(peek(frame, 2), '__getitem__');
  if (method === 0 && (asksForItem(vm, peek(frame, 2), peek(frame, 1)) || asksForNumber(vm, peek(frame, 1))))
    return inSteps(vm, frame, (a, b) => itemSteps(vm, a, b));
  if (method === 0) return twoOperands(vm, frame, itemOf);
  const key = pop(frame);
  const object = pop(frame);
  runSpecial(vm, method, [object, key], [object, key], pushResult);
}

function membership(vm: Interpreter, frame: Frame, negated: number): void {
  const { slots, sp } = frame;
  const item = slots[sp - 2] as number;
  const container = slots[sp - 1] as number;
  const answer = quickContains(vm, container, item);
  if (answer < 0) {
    if (!asksForMember(vm, container, item)) return twoOperands(vm, frame, memberOf, negated);
    return inSteps(vm, frame, (a, b) => memberSteps(vm, b, a, negated === 1));
  }
  slots[sp - 1] = 0;
  slots[sp - 2] = vm.bool((answer === 1) !== (negated === 1));
  frame.sp = sp - 1;
  vm.decref(item);
  vm.decref(container);
}

function* memberSteps(vm: Interpreter, container: number, item: number, negated: boolean): Steps {
  return vm.bool((yield* containsSteps(vm, container, item)) !== negated);
}

// Made once: a function for each operation that runs would be more to make than most operations.
const binaryOf: Operation = (vm, a, b, arg) => vm.binary(a, b, BINARY_OPERATORS[arg] as string);
const inplaceOf: Operation = (vm, a, b, arg) => inplaceOperation(vm, a, b, BINARY_OPERATORS[arg] as string);
const identityOf: Operation = (vm, a, b, arg) => vm.bool((a === b) !== (arg === 1));
const memberOf: Operation = (vm, a, b, arg) => vm.bool(vm.contains(b, a) !== (arg === 1));
const itemOf: Operation = (vm, a, b) => vm.getItem(a, b);

function storeItem(vm: Interpreter, frame: Frame): void {
  const key = pop(frame);
  const object = pop(frame);
  const value = pop(frame);
  if (quickStoreItem(vm, object, key, value)) {
    waitsAfter(vm, value, object, key);
    return;
  }
  const method = vm.override(object, '__setitem__');
  if (method !== 0) return runSpecial(vm, method, [object, key, value], [value, object, key], dropResult);
  if (looksUp(vm, object, key))
    return runSteps(
      vm,
      consumed(
        vm,
        [value, object, key],
        answered(vm, () => dicts.dictSet(vm.process, object, key, value)),
      ),
      () => undefined,
    );
  if (asksToStoreSlice(vm, object, key, value))
    return runSteps(
      vm,
      consumed(vm, [value, object, key], storeSliceSteps(vm, object, key, value)),
      () => undefined,
    );
  const storing = keyedSteps(vm, object)?.setSteps;
  if (storing !== undefined)
    return runSteps(vm, consumed(vm, [value, object, key], storing(vm, object, key, value)), () => undefined);
  if (asksForNumber(vm, key)) return storeConverting(vm, object, key, value);
  try {
    vm.setItem(object, key, value);
  } catch (error) {
    throw vm.raised(error);
  } finally {
    vm.decref(value);
    vm.decref(object);
    vm.decref(key);
  }
}

/** The operands are taken over. */
function storeConverting(vm: Interpreter, object: number, key: number, value: number): void {
  const steps = converting(vm, () => vm.setItem(object, key, value));
  runSteps(vm, consumed(vm, [value, object, key], steps), () => undefined);
}

/** How a class of a module stores in steps, where somebody watches lines. */
function keyedSteps(vm: Interpreter, object: number): Subscripts | undefined {
  return vm.lines.watched ? vm.subscripts[vm.infoOf(object).id] : undefined;
}

/** Is it a dict that asks the key for its hash, or whether it is equal to another one? */
function looksUp(vm: Interpreter, object: number, key: number): boolean {
  return vm.heap.typeOf(object) === vm.process.types.dict && asksForKey(vm, key);
}

function deleteItem(vm: Interpreter, frame: Frame): void {
  const key = pop(frame);
  const object = pop(frame);
  const method = vm.override(object, '__delitem__');
  if (method !== 0) return runSpecial(vm, method, [object, key], [object, key], dropResult);
  if (looksUp(vm, object, key))
    return runSteps(
      vm,
      consumed(
        vm,
        [object, key],
        answered(vm, () => vm.delItem(object, key)),
      ),
      () => undefined,
    );
  const deleting = keyedSteps(vm, object)?.deleteSteps;
  if (deleting !== undefined)
    return runSteps(vm, consumed(vm, [object, key], deleting(vm, object, key)), () => undefined);
  if (asksForNumber(vm, key)) {
    const steps = converting(vm, () => vm.delItem(object, key));
    return runSteps(vm, consumed(vm, [object, key], steps), () => undefined);
  }
  const info = vm.heap.typeOf(object);
  if (info === vm.process.types.dict || info === vm.process.types.list)
    return atEnd(vm, () => vm.delItem(object, key), [object, key]);
  dropping(vm, [object, key], () => vm.delItem(object, key));
}

const dropResult: Then = (vm, result) => vm.decref(result);

const UNARY = { '-': '__neg__', '+': '__pos__', '~': '__invert__' } as const;

export function unary(vm: Interpreter, ref: number, operator: '-' | '+' | '~'): number {
  const name = UNARY[operator];
  const own = vm.override(ref, name);
  if (own !== 0) return vm.callSpecial(own, ref);
  const { atoms, float } = vm.process.types;
  const exact = vm.heap.typeOf(ref);
  if (operator === '+' && (exact === atoms.int || exact === float)) return vm.own(ref);
  if (vm.isInt(ref)) {
    const { invertedBool } = vm.words;
    if (operator === '~' && invertedBool !== null && vm.infoOf(ref) === vm.process.types.atoms.bool)
      warn(vm, 'DeprecationWarning', invertedBool);
    const value = vm.int(ref);
    if (operator === '~') return withRoom(vm, ints.intInvert(value), invertedRoom(value));
    return vm.newInt(operator === '-' ? ints.intNegate(value) : value);
  }
  if (vm.isFloat(ref) && operator !== '~')
    return vm.newFloat(operator === '-' ? -vm.heap.number(ref) : vm.heap.number(ref));
  if (vm.infoOf(ref) === atoms.complex && operator !== '~') {
    const { re, im } = vm.heap.payload(ref) as { re: number; im: number };
    return newComplex(vm.process, operator === '-' ? { re: -re, im: -im } : { re, im });
  }
  const method = vm.special(ref, name);
  if (method !== 0) return vm.callSpecial(method, ref);
  throw new PythonRaise('TypeError', `bad operand type for unary ${operator}: '${vm.typeName(ref)}'`);
}

/** A comparison of numbers or texts that decides a jump has an instruction of its own, which calls nothing (COMPARE_OP_INT_JUMP, 3.11). */
function comparisonAt(vm: Interpreter, a: number, b: number, arg: number): number {
  const operator = COMPARE_OPERATORS[arg] as string;
  const { nativeDepth, rules } = vm;
  const atLimit = vm.depth + nativeDepth.besideFrames >= vm.recursionLimit;
  const same = vm.heap.typeOf(a) === vm.heap.typeOf(b);
  if (!atLimit || !same || rules.comparisonsNest === 'always' || !jumpsNext(vm.frame as Frame))
    return vm.compare(a, b, operator);
  const answer = compareNative(vm, a, b, operator);
  return answer === null ? vm.compare(a, b, operator) : vm.bool(answer);
}

function jumpsNext({ runtime, ip }: Frame): boolean {
  const next = runtime.ops[ip * 2];
  return next === Op.POP_JUMP_IF_FALSE || next === Op.POP_JUMP_IF_TRUE;
}

function oneOperand(vm: Interpreter, frame: Frame, use: (a: number) => number): void {
  const a = pop(frame);
  const result = dropping(vm, [a], () => use(a));
  push(frame, result);
}

function unaryAt(vm: Interpreter, frame: Frame, operator: keyof typeof UNARY): void {
  const method = vm.override(peek(frame, 1), UNARY[operator]);
  if (method === 0) return oneOperand(vm, frame, (a) => unary(vm, a, operator));
  const a = pop(frame);
  runSpecial(vm, method, [a], [a], pushResult);
}

function negation(vm: Interpreter, frame: Frame): void {
  if (vm.classes.of(peek(frame, 1)).dict === 0)
    return oneOperand(vm, frame, (value) => vm.bool(!vm.truth(value)));
  const a = pop(frame);
  runSteps(vm, consumed(vm, [a], truthSteps(vm, a)), (_vm, truth) => push(frame, vm.bool(!truth)));
}

export const OPERATOR_OPS: OpTable = {
  BINARY_OP: binary,
  INPLACE_OP: inplace,
  COMPARE_OP: comparison,
  IS_OP: (vm, frame, arg) => twoOperands(vm, frame, identityOf, arg),
  CONTAINS_OP: membership,
  UNARY_NEGATIVE: (vm, frame) => unaryAt(vm, frame, '-'),
  UNARY_POSITIVE: (vm, frame) => unaryAt(vm, frame, '+'),
  UNARY_INVERT: (vm, frame) => unaryAt(vm, frame, '~'),
  UNARY_NOT: negation,
  BINARY_SUBSCR: subscript,
  STORE_SUBSCR: storeItem,
  DELETE_SUBSCR: deleteItem,
  BINARY_SLICE: (vm, frame) => {
    const slice = sliceOf(vm, frame);
    const object = pop(frame);
    const method = vm.override(object, '__getitem__');
    if (method !== 0) return runSpecial(vm, method, [object, slice], [slice, object], pushResult);
    if (asksForNumber(vm, slice))
      return runSteps(vm, consumed(vm, [slice, object], itemSteps(vm, object, slice)), pushResult);
    const item = dropping(vm, [slice, object], () => vm.getItem(object, slice));
    push(frame, item);
  },
  STORE_SLICE: (vm, frame) => {
    const slice = sliceOf(vm, frame);
    const object = pop(frame);
    const value = pop(frame);
    const method = vm.override(object, '__setitem__');
    if (method !== 0)
      return runSpecial(vm, method, [object, slice, value], [slice, value, object], dropResult);
    if (asksToStoreSlice(vm, object, slice, value)) {
      const steps = storeSliceSteps(vm, object, slice, value);
      return runSteps(vm, consumed(vm, [slice, value, object], steps), () => undefined);
    }
    if (asksForNumber(vm, slice)) return storeConverting(vm, object, slice, value);
    dropping(vm, [slice, value, object], () => vm.setItem(object, slice, value));
  },
  BUILD_SLICE: (vm, frame, arg) => {
    const step = arg === 3 ? pop(frame) : vm.none();
    const stop = pop(frame);
    const start = pop(frame);
    push(frame, vm.newSlice([start, stop, step]));
  },
};

/** The slice of BINARY_SLICE: it comes and goes within the instruction, in the block that is kept for it. */
function sliceOf(vm: Interpreter, frame: Frame): number {
  const stop = pop(frame);
  const start = pop(frame);
  return vm.newSlice([start, stop, vm.none()]);
}
