/**
 * Arithmetic: `a + b` and its kin for built-in types, or the methods of classes, reflected ones first for subclasses
 * (abstract.c:binary_op1, typeobject.c:SLOT1BINFULL). Other files add their classes to `vm.operators` (by layout of either operand).
 */
import { KIND, type TypeInfo } from '../../../heap/index.ts';
import {
  complexes,
  floatBits,
  floats,
  ints,
  intTrueDivide,
  newComplex,
  PythonRaise,
  zeroDivisionMessage,
} from '../../../objects/index.ts';
import { bytesOf } from '../../builtins/arguments.ts';
import { extendSteps } from '../../builtins/types/list-fill.ts';
import { specialFrame, specialSteps } from '../calls/call-steps.ts';
import { nativeOf } from '../calls/functions.ts';
import { slotIsGeneric } from '../calls/slot-wrappers.ts';
import type { Steps } from '../calls/waiting.ts';
import type { PyType } from '../classes/class-table.ts';
import { goThroughArithmetic, goThroughDigits } from '../effort.ts';
import type { Interpreter } from '../interpreter.ts';
import { NO_KEYWORDS } from '../native.ts';
import { percentFormat } from '../texts/percent.ts';
import { during, isTracing } from '../texts/text-writer.ts';
import { complexOperation } from './complex-operators.ts';
import { copyDict } from './dict-merge.ts';
import { appendBytes, inplaceSet, intersectSteps, repeatBytes, repeatList } from './inplace.ts';
import { besidePower, keepsDividend, powerRoom, roomOf, withRoom } from './int-room.ts';
import { concatenate, repeat } from './sequence-operators.ts';
import { asksBothSets, inplaceSetSteps } from './set-steps.ts';
import { BINARY_SIGNS } from './signs.ts';
import { indexObject } from './subscripts.ts';

const METHODS: { readonly [operator: string]: string } = Object.fromEntries(
  Object.entries(BINARY_SIGNS).map(([name, sign]) => [sign, name]),
);

export function binaryOperation(vm: Interpreter, a: number, b: number, operator: string): number {
  if (asksMethods(vm, a, b)) return vm.finish(binarySteps(vm, a, b, operator));
  const result = nativeOperation(vm, a, b, operator);
  if (result !== 0) return result;
  throw unsupported(vm, a, b, operator);
}

/** Is one of the operands of a class of the program's, whose methods answer? */
export function asksMethods(vm: Interpreter, a: number, b: number): boolean {
  return vm.classes.of(a).dict !== 0 || vm.classes.of(b).dict !== 0;
}

export function* binarySteps(vm: Interpreter, a: number, b: number, operator: string): Steps {
  const result = yield* tryBinary(vm, a, b, operator);
  if (result !== 0) return result;
  throw unsupported(vm, a, b, operator);
}

/** a OP= b: the in-place method, or the operation. */
export function inplaceOperation(vm: Interpreter, a: number, b: number, operator: string): number {
  if (asksMethods(vm, a, b)) return vm.finish(inplaceSteps(vm, a, b, operator));
  const result = inplaceNative(vm, a, b, operator) || nativeOperation(vm, a, b, operator);
  if (result !== 0) return result;
  throw unsupported(vm, a, b, `${operator}=`);
}

export function* inplaceSteps(vm: Interpreter, a: number, b: number, operator: string): Steps {
  const type = vm.classes.of(a);
  const method = type.dict === 0 ? 0 : vm.overrideIn(type, `__i${METHODS[operator]}__`);
  if (method !== 0) {
    const answer = yield* specialSteps(vm, method, a, [b]);
    if (!vm.isNotImplemented(answer)) return answer;
    vm.decref(answer);
  } else {
    if (extendsInPlace(vm, a, operator)) {
      yield* extendSteps(vm, a, b);
      return vm.own(a);
    }
    const info = vm.infoOf(a);
    const known =
      info === vm.process.types.set && asksBothSets(vm, a, b)
        ? yield* inplaceSetSteps(vm, a, b, operator, (x, y) => intersectSteps(vm, x, y))
        : inplaceNative(vm, a, b, operator);
    if (known !== 0) return known;
  }
  const keeps = operator === '*' && keepsFromRepeating(vm, a);
  const result =
    keeps && repeats(vm, b) ? yield* byMethod(vm, a, b, '__mul__') : yield* tryBinary(vm, a, b, operator);
  if (result !== 0) return result;
  throw unsupported(vm, a, b, `${operator}=`);
}

/** PyNumber_InPlaceMultiply asks the right operand to repeat itself only where the left one has no methods of sequences at all. */
function keepsFromRepeating(vm: Interpreter, a: number): boolean {
  return !repeats(vm, a) && (vm.classes.of(a).dict !== 0 || vm.special(a, '__len__') !== 0);
}

function* tryBinary(vm: Interpreter, a: number, b: number, operator: string): Steps {
  const left = vm.classes.of(a);
  const right = vm.classes.of(b);
  if (left.dict === 0 && right.dict === 0)
    return vm.lines.watched ? yield* nativeSteps(vm, a, b, operator) : nativeOperation(vm, a, b, operator);
  const name = METHODS[operator] as string;
  const reflectedFirst =
    left !== right && right.mro.includes(left) && overrides(vm, right, left, `__r${name}__`);
  if (reflectedFirst) {
    const answer = yield* byMethod(vm, b, a, `__r${name}__`);
    if (answer !== 0) return answer;
  }
  if (left.dict === 0 && !reflectedFirst && !right.mro.includes(left)) {
    const known = nativeOperation(vm, a, b, operator);
    if (known !== 0) return known;
  }
  const answer = yield* byMethod(vm, a, b, `__${name}__`);
  if (answer !== 0) return answer;
  if (!reflectedFirst && left !== right) {
    const reflected = yield* byMethod(vm, b, a, `__r${name}__`);
    if (reflected !== 0) return reflected;
  }
  const known = vm.lines.watched
    ? yield* nativeSteps(vm, a, b, operator)
    : nativeOperation(vm, a, b, operator);
  return known || (operator === '*' ? yield* repeatByIndex(vm, a, b) : 0);
}

/** What asks Python code in the middle is in steps, where somebody watches lines. */
function* nativeSteps(vm: Interpreter, a: number, b: number, operator: string): Steps {
  const steps = vm.waitingOperators[vm.infoOf(a).id]?.(vm, a, b, operator) ?? null;
  return steps === null ? nativeOperation(vm, a, b, operator) : yield* steps;
}

/** May methods of the program's say what comes out, of the operands or of what they hold? */
export function asksToOperate(vm: Interpreter, a: number, b: number): boolean {
  return asksMethods(vm, a, b) || (vm.lines.watched && vm.waitingOperators[vm.infoOf(a).id] !== undefined);
}

/** sq_repeat, which comes last, takes anything with `__index__` for the count (abstract.c:sequence_repeat). */
function* repeatByIndex(vm: Interpreter, a: number, b: number): Steps {
  const [sequence, count] = repeats(vm, a) ? [a, b] : [b, a];
  const index = repeats(vm, sequence) ? vm.special(count, '__index__') : 0;
  if (index === 0 || vm.isInt(count)) return 0;
  const times = yield* specialSteps(vm, index, count);
  return vm.guard(times, () => nativeOperation(vm, sequence, indexObject(vm, times), '*'));
}

function overrides(vm: Interpreter, sub: PyType, base: PyType, name: string): boolean {
  return vm.classes.lookup(sub, name) !== vm.classes.lookup(base, name);
}

function* byMethod(vm: Interpreter, a: number, b: number, name: string): Steps {
  const type = vm.classes.of(a);
  const own = type.dict === 0 ? 0 : vm.overrideIn(type, name);
  if (own !== 0 && vm.isNone(own)) return 0;
  const method = own === 0 ? wrapperBeside(vm, type, name) : own;
  if (method === 0) return 0;
  const frame = own === 0 ? null : specialFrame(vm, method, a, [b]);
  const answer =
    frame !== null
      ? yield frame
      : own === 0
        ? vm.call(method, [a, b])
        : yield* specialSteps(vm, method, a, [b]);
  if (!vm.isNotImplemented(answer)) return answer;
  vm.decref(answer);
  return 0;
}

/** The built-in class's method where Python code has only its counterpart: `__add__` beside `__radd__`, which share a slot. */
function wrapperBeside(vm: Interpreter, type: PyType, name: string): number {
  if (type.dict === 0) return 0;
  const counterpart =
    name.startsWith('__r') && !PLAIN_WITH_R.has(name) ? `__${name.slice(3)}` : `__r${name.slice(2)}`;
  return slotIsGeneric(vm, type, [counterpart]) ? vm.classes.lookup(type.native, name) : 0;
}

const PLAIN_WITH_R = new Set(['__rshift__']);

/** No operand knows the other. */
export function unsupported(vm: Interpreter, a: number, b: number, operator: string): PythonRaise {
  const plain = operator.replace(/=$/, '');
  const info = vm.infoOf(a);
  if (plain === '+') {
    if (vm.isStr(a)) return vm.typeError(`can only concatenate str (not "${vm.typeName(b)}") to str`);
    if (info === vm.process.types.list)
      return vm.typeError(`can only concatenate list (not "${vm.typeName(b)}") to list`);
    if (info === vm.process.types.tuple)
      return vm.typeError(`can only concatenate tuple (not "${vm.typeName(b)}") to tuple`);
    if (vm.isBytes(a) || info === vm.process.types.bytearray)
      return vm.typeError(`can't concat ${vm.typeName(b)} to ${vm.typeName(a)}`);
  }
  const inPlace = operator.endsWith('=');
  if (plain === '*' && (repeats(vm, a) || repeats(vm, b)) && !(inPlace && keepsFromRepeating(vm, a))) {
    const other = repeats(vm, a) ? b : a;
    return vm.typeError(`can't multiply sequence by non-int of type '${vm.typeName(other)}'`);
  }
  const power = inPlace ? vm.words.inPlacePower : '** or pow()';
  const shown = plain === '**' ? power : operator;
  return vm.typeError(
    `unsupported operand type(s) for ${shown}: '${vm.typeName(a)}' and '${vm.typeName(b)}'`,
  );
}

function repeats(vm: Interpreter, ref: number): boolean {
  return isSequence(vm, ref) || vm.repeatable.has(vm.infoOf(ref).id);
}

function isSequence(vm: Interpreter, ref: number): boolean {
  const info = vm.infoOf(ref);
  return (
    info.kind === KIND.LIST ||
    info.kind === KIND.TUPLE ||
    vm.isStr(ref) ||
    vm.isBytes(ref) ||
    info === vm.process.types.bytearray
  );
}

/** 0: these types do not go together. */
export function nativeOperation(vm: Interpreter, a: number, b: number, operator: string): number {
  const { atoms, float } = vm.process.types;
  const left = vm.infoOf(a);
  const right = vm.infoOf(b);
  const leftInt = left === atoms.int || left === atoms.bool;
  const rightInt = right === atoms.int || right === atoms.bool;
  if (leftInt && rightInt) return intOperation(vm, a, b, operator);
  if ((leftInt || left === float) && (rightInt || right === float)) return floatOperation(vm, a, b, operator);
  if (operator === '%' && isFormat(vm, left)) return percentFormat(vm, a, b);
  const [first, second] = [vm.operators[left.id], vm.operators[right.id]];
  const known = first?.(vm, a, b, operator) ?? 0;
  if (known !== 0) return known;
  if (second !== undefined && second !== first) return second(vm, a, b, operator);
  if (first !== undefined) return 0;
  if (left === atoms.complex || right === atoms.complex) return complexOperation(vm, a, b, operator);
  if (operator === '*') {
    if (isSequence(vm, a) && rightInt) return repeat(vm, a, b);
    return isSequence(vm, b) && leftInt ? repeat(vm, b, a) : 0;
  }
  if (operator === '+') {
    const joined = concatenate(vm, a, b);
    if (joined !== 0) return joined;
  }
  if (operator === '|' && left.kind === KIND.DICT && right.kind === KIND.DICT && vm.rules.dictsMerge)
    return mergeDicts(vm, a, b);
  return 0;
}

/** What formats with `%`, whatever stands on the right. */
function isFormat(vm: Interpreter, info: TypeInfo): boolean {
  const { atoms, bytearray } = vm.process.types;
  return info === atoms.str || info === atoms.bytes || info === bytearray;
}

function mergeDicts(vm: Interpreter, a: number, b: number): number {
  const merged = copyDict(vm, a);
  try {
    vm.updateDict(merged, b);
  } catch (error) {
    vm.decref(merged);
    throw error;
  }
  return merged;
}

function intOperation(vm: Interpreter, a: number, b: number, operator: string): number {
  const x = vm.int(a);
  const y = vm.int(b);
  const { atoms } = vm.process.types;
  goThroughDigits(vm, x, y);
  const bools = vm.heap.typeOf(a) === atoms.bool && vm.heap.typeOf(b) === atoms.bool;
  const built = (value: ints.PyInt): number => withRoom(vm, value, roomOf(vm, operator, x, y));
  switch (operator) {
    case '+':
      return built(ints.intAdd(x, y));
    case '-':
      return built(ints.intSubtract(x, y));
    case '*':
      return built(ints.intMultiply(x, y));
    case '//':
      return built(ints.intFloorDivide(x, y, zeroMessage(vm, '//', 'int')));
    case '%':
      if (keepsDividend(x, y) && vm.heap.typeOf(a) === atoms.int) return vm.own(a);
      return built(ints.intModulo(x, y, zeroMessage(vm, '%', 'int')));
    case '/':
      return vm.newFloat(trueDivide(vm, x, y));
    case '**':
      return intPower(vm, x, y);
    case '<<':
      return built(ints.intShiftLeft(x, y));
    case '>>':
      return built(ints.intShiftRight(x, y));
    case '&':
      return bools ? vm.bool(x !== 0 && y !== 0) : built(ints.intAnd(x, y));
    case '|':
      return bools ? vm.bool(x !== 0 || y !== 0) : built(ints.intOr(x, y));
    case '^':
      return bools ? vm.bool(x !== y) : built(ints.intXor(x, y));
    default:
      return 0;
  }
}

function zeroMessage(vm: Interpreter, operator: '/' | '//' | '%' | 'divmod', kind: 'int' | 'float'): string {
  return zeroDivisionMessage(kind, operator, vm.process.values);
}

function trueDivide(vm: Interpreter, x: ints.PyInt, y: ints.PyInt): number {
  if (typeof x === 'number' && typeof y === 'number')
    return floats.floatDivide(x, y, zeroMessage(vm, '/', 'int'));
  return intTrueDivide(x, y, zeroMessage(vm, '/', 'int'));
}

function intPower(vm: Interpreter, x: ints.PyInt, y: ints.PyInt): number {
  if (y < 0) {
    // oxlint-disable-next-line eqeqeq -- a number or a bigint
    if (x == 0) throw new PythonRaise('ZeroDivisionError', '0.0 cannot be raised to a negative power');
    return vm.newFloat(floats.floatPower(floatBits.intToFloat(x), floatBits.intToFloat(y)));
  }
  const bits = ints.intPowerBits(x, y);
  if (bits <= ints.MAX_BITS) goThroughArithmetic(vm, bits);
  const power = (): number => withRoom(vm, ints.intPower(x, y), powerRoom(x, y));
  const beside = isTracing(vm) ? besidePower(vm, x, y) : 0;
  return beside > 0 ? during(vm, beside, power) : power();
}

function floatOperation(vm: Interpreter, a: number, b: number, operator: string): number {
  const x = vm.float(a);
  const y = vm.float(b);
  switch (operator) {
    case '+':
      return vm.newFloat(x + y);
    case '-':
      return vm.newFloat(x - y);
    case '*':
      return vm.newFloat(x * y);
    case '/':
      return vm.newFloat(floats.floatDivide(x, y, zeroMessage(vm, '/', 'float')));
    case '//':
      return vm.newFloat(floats.floatFloorDivide(x, y, zeroMessage(vm, '//', 'float')));
    case '%':
      return vm.newFloat(floats.floatModulo(x, y, zeroMessage(vm, '%', 'float')));
    case '**':
      if (!floats.powerIsComplex(x, y)) return vm.newFloat(floats.floatPower(x, y));
      return newComplex(vm.process, complexes.complexPower({ re: x, im: 0 }, { re: y, im: 0 }));
    default:
      return 0;
  }
}

/** list_inplace_concat takes any iterable. */
export function extendsInPlace(vm: Interpreter, a: number, operator: string): boolean {
  return operator === '+' && vm.infoOf(a) === vm.process.types.list;
}

/** The in-place operation of the left operand's class of C; 0: it has none for these two. */
export function inplaceNative(vm: Interpreter, a: number, b: number, operator: string): number {
  const info = vm.infoOf(a);
  if (extendsInPlace(vm, a, operator)) {
    vm.extendList(a, b);
    return vm.own(a);
  }
  if (info === vm.process.types.list && operator === '*' && vm.isInt(b)) {
    repeatList(vm, a, vm.index(b));
    return vm.own(a);
  }
  if (info === vm.process.types.set && vm.isAnySet(b)) return inplaceSet(vm, a, b, operator);
  if (operator === '|' && info.name === 'mappingproxy' && vm.rules.proxiesUnite)
    throw vm.typeError("'|=' is not supported by mappingproxy; use '|' instead");
  if (operator === '|' && vm.isDict(a) && vm.rules.dictsMerge) {
    updateInPlace(vm, a, b);
    return vm.own(a);
  }
  if (info === vm.process.types.bytearray && operator === '*' && vm.isInt(b)) {
    repeatBytes(vm, a, vm.index(b));
    return vm.own(a);
  }
  if (info === vm.process.types.bytearray && operator === '+') {
    const more = bytesOf(vm, b);
    if (more !== null) return appendBytes(vm, a, b, more);
  }
  return inplaceOfModule(vm, a, b, operator);
}

/** dict_ior and odict_inplace_or: as the built-in class's own update(), which no call reaches: nothing is packed for it. */
function updateInPlace(vm: Interpreter, dict: number, source: number): void {
  const { native: type } = vm.classes.of(dict);
  if (type.name === 'dict') return vm.updateDict(dict, source);
  vm.decref(nativeOf(vm, vm.classes.lookup(type, 'update')).call(vm, [dict, source], NO_KEYWORDS));
}

/** Classes of modules have their in-place operations as methods. */
function inplaceOfModule(vm: Interpreter, a: number, b: number, operator: string): number {
  const { native: type } = vm.classes.of(a);
  if (type.module === 'builtins') return 0;
  const method = type.natives.get(`__i${METHODS[operator]}__`) ?? 0;
  return method === 0 ? 0 : vm.callSpecial(method, a, [b]);
}
