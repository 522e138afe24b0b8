/**
 * Arithmetic and comparison of what loops are made of: two ints below 2**53, or floats, of exactly these types.
 *
 * Everything else is operators.ts's and comparing.ts's, whose results these are to the last bit: what could come out different (a sum
 * past 2**53, a division by zero) is left to them. Nothing here runs Python code or raises.
 */
import * as heapRoom from '../../../heap/index.ts';
import * as objectsRoom from '../../../objects/index.ts';
import { BINARY_OPERATORS, COMPARE_OPERATORS } from '../../compile/opcodes.ts';
import type { Interpreter } from '../interpreter.ts';
import * as values from './quick-values.ts';

// Local copies are folded into the machine code; an imported constant is loaded at every use.
const { A, HAS_PAYLOAD, META, TYPE_MASK } = heapRoom;
const { newFloat, newInt, newIntWithRoom } = objectsRoom;
const { quickEqual } = values;
/** The type of an object, told apart from the same type with its value in the table of payloads. */
const PLAIN = TYPE_MASK | HAS_PAYLOAD;
const MOST = Number.MAX_SAFE_INTEGER;
const DIGIT = 2 ** 30;
/** Larger ints are not shared. */
const LARGEST_SHARED = 256;
const ADD = BINARY_OPERATORS.indexOf('+');
const SUBTRACT = BINARY_OPERATORS.indexOf('-');
const MULTIPLY = BINARY_OPERATORS.indexOf('*');
const DIVIDE = BINARY_OPERATORS.indexOf('/');
const MODULO = BINARY_OPERATORS.indexOf('%');
const POWER = BINARY_OPERATORS.indexOf('**');
const FLOOR_DIVIDE = BINARY_OPERATORS.indexOf('//');
const AND = BINARY_OPERATORS.indexOf('&');
const LESS = COMPARE_OPERATORS.indexOf('<');
const LESS_OR_EQUAL = COMPARE_OPERATORS.indexOf('<=');
const EQUAL = COMPARE_OPERATORS.indexOf('==');
const NOT_EQUAL = COMPARE_OPERATORS.indexOf('!=');
const GREATER = COMPARE_OPERATORS.indexOf('>');

/**
 * a OP b, a new reference; 0: ask operators.ts. `operator` indexes BINARY_OPERATORS.
 *
 * @param dying what the caller drops as soon as the result is there, 0 for nothing. Below 0, the result is minus the reference, and this
 *   has been dropped: it was the last reference to a number of the same type.
 */
export function quickBinary(vm: Interpreter, a: number, b: number, operator: number, dying: number): number {
  const { words, floats } = vm.heap;
  const left = (words[a + META] as number) & PLAIN;
  const right = (words[b + META] as number) & PLAIN;
  const { intId, floatId } = vm;
  if (left === intId) {
    if (right === intId)
      return intsOf(vm, floats[(a + A) >> 1] as number, floats[(b + A) >> 1] as number, operator, dying);
    if (right !== floatId) return 0;
  } else if (left !== floatId || (right !== floatId && right !== intId)) return 0;
  return floatsOf(vm, floats[(a + A) >> 1] as number, floats[(b + A) >> 1] as number, operator, dying);
}

function intsOf(vm: Interpreter, x: number, y: number, operator: number, dying: number): number {
  // Sizes of results of more than one digit are int-room.ts's to know where somebody counts the bytes.
  if (vm.heap.memory.tracemalloc.tracing && !(isDigit(x) && isDigit(y))) return 0;
  let value: number;
  switch (operator) {
    case ADD:
      value = x + y;
      break;
    case SUBTRACT:
      value = x - y;
      break;
    case MULTIPLY:
      value = x * y + 0;
      break;
    case MODULO:
      if (y === 0 || !isDigit(y)) return 0;
      // The remainder of two int32 is one instruction; of two doubles it is a call.
      value = (x | 0) === x && (y | 0) === y ? ((x | 0) % (y | 0)) | 0 : (x % y) + 0;
      if (value !== 0 && value < 0 !== y < 0) value += y;
      break;
    case FLOOR_DIVIDE:
      if (y === 0) return 0;
      value = Math.floor(x / y) + 0;
      if (x > MOST_EXACT || x < -MOST_EXACT) return 0;
      break;
    case AND:
      if ((x | 0) !== x || (y | 0) !== y) return 0;
      value = x & y;
      break;
    case POWER:
      if (y !== 2 || (vm.rules.powerCopies && vm.heap.memory.tracemalloc.tracing)) return 0;
      value = x * x;
      break;
    case DIVIDE:
      return y === 0 ? 0 : newFloat(vm.process, x / y);
    default:
      return 0;
  }
  if (value > LARGEST_SHARED && value < DIGIT) return intFor(vm, value, dying);
  if (value < DIGIT && value > -DIGIT) return newInt(vm.process, value);
  return value <= MOST && value >= -MOST ? newIntWithRoom(vm.process, value, room(x, y, operator)) : 0;
}

function isDigit(x: number): boolean {
  return x < DIGIT && x > -DIGIT;
}

/** int-room.ts for operands and results of at most two digits: a sum with a carry, and products, are built with three. */
function room(x: number, y: number, operator: number): number {
  if (isDigit(x) && isDigit(y)) return 0;
  const sums = operator === ADD ? x < 0 === y < 0 : operator === SUBTRACT && x < 0 !== y < 0;
  return sums || operator === MULTIPLY || operator === POWER ? 3 : 0;
}

/** Below this the quotient of two ints, rounded, is on the same side of every whole number as the quotient itself. */
const MOST_EXACT = 2 ** 52;

function floatsOf(vm: Interpreter, x: number, y: number, operator: number, dying: number): number {
  switch (operator) {
    case ADD:
      return floatFor(vm, x + y, dying);
    case SUBTRACT:
      return floatFor(vm, x - y, dying);
    case MULTIPLY:
      return floatFor(vm, x * y, dying);
    case DIVIDE:
      return y === 0 ? 0 : floatFor(vm, x / y, dying);
    default:
      return 0;
  }
}

function intFor(vm: Interpreter, value: number, dying: number): number {
  const { numbers } = vm.heap;
  const exchanged = dying === 0 ? 0 : numbers.exchangeInt(dying, value);
  return exchanged === 0 ? numbers.makeInt(value) : -exchanged;
}

function floatFor(vm: Interpreter, value: number, dying: number): number {
  const { numbers } = vm.heap;
  const exchanged = dying === 0 ? 0 : numbers.exchangeFloat(dying, value);
  return exchanged === 0 ? numbers.makeFloat(value) : -exchanged;
}

/** a OP b of numbers, or whether short texts are equal: 1 or 0; -1: ask comparing.ts. `operator` indexes COMPARE_OPERATORS. */
export function quickCompare(vm: Interpreter, a: number, b: number, operator: number): number {
  if (vm.depth + vm.nativeDepth.counted >= vm.recursionLimit) return -1;
  const { words, floats } = vm.heap;
  const left = (words[a + META] as number) & PLAIN;
  const right = (words[b + META] as number) & PLAIN;
  const { intId, floatId } = vm;
  if ((left !== intId && left !== floatId) || (right !== intId && right !== floatId)) {
    if (operator !== EQUAL && operator !== NOT_EQUAL) return -1;
    const equal = quickEqual(vm, a, b);
    return equal < 0 ? -1 : (equal === 1) === (operator === EQUAL) ? 1 : 0;
  }
  const x = floats[(a + A) >> 1] as number;
  const y = floats[(b + A) >> 1] as number;
  switch (operator) {
    case LESS:
      return x < y ? 1 : 0;
    case LESS_OR_EQUAL:
      return x <= y ? 1 : 0;
    case EQUAL:
      return x === y ? 1 : 0;
    case NOT_EQUAL:
      return x !== y ? 1 : 0;
    case GREATER:
      return x > y ? 1 : 0;
    default:
      return x >= y ? 1 : 0;
  }
}
