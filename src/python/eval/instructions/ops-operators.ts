/** Instructions for operators, comparisons and subscripts. */
import { ints, newComplex, PythonRaise } from '../../../objects/index.ts';
import { BINARY_OPERATORS, COMPARE_OPERATORS, Op } from '../../compile/opcodes.ts';
import { warn } from '../exceptions/warnings.ts';
import type { Frame } from '../frames/frame.ts';
import type { Interpreter } from '../interpreter.ts';
import { compareNative } from '../operators/comparing.ts';
import { inplaceOperation } from '../operators/operators.ts';
import { appendsText } from '../operators/str-append.ts';
import type { OpTable } from './handlers.ts';
import { entersGetItem } from './inlined-accessors.ts';
import { pop, push } from './ops-names.ts';
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

function binary(vm: Interpreter, frame: Frame, arg: number): void {
  if (arg === ADD && appendsText(vm, frame)) return;
  twoOperands(vm, frame, binaryOf, arg);
}

// Made once: a function for each operation that runs would be more to make than most operations.
const binaryOf: Operation = (vm, a, b, arg) => vm.binary(a, b, BINARY_OPERATORS[arg] as string);
const inplaceOf: Operation = (vm, a, b, arg) => inplaceOperation(vm, a, b, BINARY_OPERATORS[arg] as string);
const identityOf: Operation = (vm, a, b, arg) => vm.bool((a === b) !== (arg === 1));
const memberOf: Operation = (vm, a, b, arg) => vm.bool(vm.contains(b, a) !== (arg === 1));
const itemOf: Operation = (vm, a, b) => vm.getItem(a, b);

function contains(vm: Interpreter, frame: Frame, negated: number): void {
  const { slots, sp } = frame;
  const item = slots[sp - 2] as number;
  const container = slots[sp - 1] as number;
  const answer = quickContains(vm, container, item);
  if (answer < 0) return twoOperands(vm, frame, memberOf, negated);
  slots[sp - 1] = 0;
  slots[sp - 2] = vm.bool((answer === 1) !== (negated === 1));
  frame.sp = sp - 1;
  vm.decref(item);
  vm.decref(container);
}

function storeItem(vm: Interpreter, frame: Frame): void {
  const key = pop(frame);
  const object = pop(frame);
  const value = pop(frame);
  if (quickStoreItem(vm, object, key, value)) {
    vm.decref(value);
    vm.decref(object);
    vm.decref(key);
    return;
  }
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

export function unary(vm: Interpreter, ref: number, operator: '-' | '+' | '~'): number {
  const name = { '-': '__neg__', '+': '__pos__', '~': '__invert__' }[operator];
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
    return vm.newInt(
      operator === '-' ? ints.intNegate(value) : operator === '+' ? value : ints.intInvert(value),
    );
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

export const OPERATOR_OPS: OpTable = {
  BINARY_OP: binary,
  INPLACE_OP: (vm, frame, arg) => {
    if (arg === ADD && appendsText(vm, frame)) return;
    twoOperands(vm, frame, inplaceOf, arg);
  },
  COMPARE_OP: (vm, frame, arg) => twoOperands(vm, frame, comparisonAt, arg),
  IS_OP: (vm, frame, arg) => twoOperands(vm, frame, identityOf, arg),
  CONTAINS_OP: contains,
  UNARY_NEGATIVE: (vm, frame) => oneOperand(vm, frame, (a) => unary(vm, a, '-')),
  UNARY_POSITIVE: (vm, frame) => oneOperand(vm, frame, (a) => unary(vm, a, '+')),
  UNARY_INVERT: (vm, frame) => oneOperand(vm, frame, (a) => unary(vm, a, '~')),
  UNARY_NOT: (vm, frame) => oneOperand(vm, frame, (a) => vm.bool(!vm.truth(a))),
  BINARY_SUBSCR: (vm, frame) => {
    if (!entersGetItem(vm, frame)) twoOperands(vm, frame, itemOf);
  },
  STORE_SUBSCR: storeItem,
  DELETE_SUBSCR: (vm, frame) => {
    const key = pop(frame);
    const object = pop(frame);
    dropping(vm, [object, key], () => vm.delItem(object, key));
  },
  BINARY_SLICE: (vm, frame) => {
    const slice = sliceOf(vm, frame);
    const object = pop(frame);
    const item = dropping(vm, [slice, object], () => vm.getItem(object, slice));
    push(frame, item);
  },
  STORE_SLICE: (vm, frame) => {
    const slice = sliceOf(vm, frame);
    const object = pop(frame);
    const value = pop(frame);
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
