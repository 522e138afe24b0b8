/**
 * Arithmetic on constants (ast_opt.c:fold_binop, fold_unaryop) with CPython's limits: results that would be large are
 * left to run time. Null stands for "not folded".
 */
import type { ConstValue } from '../constant.ts';
import { codePointLength, FALSE, TRUE, tupleConst } from '../constant.ts';
import type { BinaryOperator, UnaryOperator } from '../parse/ast-expressions.ts';

const MAX_INT_BITS = 128;
const MAX_COLLECTION = 256;
const MAX_STRING = 4096;
const MAX_TOTAL_ITEMS = 1024;

type Complex = { readonly type: 'complex'; readonly real: number; readonly imag: number };

export function isTruthy(constant: ConstValue): boolean {
  switch (constant.type) {
    case 'none':
      return false;
    case 'bool':
      return constant.value;
    case 'int':
      return constant.value !== 0n;
    case 'float':
      return constant.value !== 0;
    case 'complex':
      return constant.real !== 0 || constant.imag !== 0;
    case 'str':
    case 'bytes':
      return constant.value.length > 0;
    case 'tuple':
    case 'frozenset':
      return constant.items.length > 0;
    default:
      return true;
  }
}

/** The integer that an int or bool is. */
function asInt(constant: ConstValue): bigint | null {
  if (constant.type === 'int') return constant.value;
  return constant.type === 'bool' ? BigInt(constant.value) : null;
}

function asFloat(constant: ConstValue): number | null {
  if (constant.type === 'float') return constant.value;
  const int = asInt(constant);
  if (int === null) return null;
  const value = Number(int);
  return Number.isFinite(value) ? value : null;
}

function asComplex(constant: ConstValue): Complex | null {
  if (constant.type === 'complex') return constant;
  const real = asFloat(constant);
  return real === null ? null : { type: 'complex', real, imag: 0 };
}

export function foldUnary(op: UnaryOperator, operand: ConstValue): ConstValue | null {
  if (op === 'not') return isTruthy(operand) ? FALSE : TRUE;
  const int = asInt(operand);
  if (int !== null) return { type: 'int', value: op === '-' ? -int : op === '~' ? ~int : int };
  if (op === '~') return null;
  const sign = op === '-' ? -1 : 1;
  if (operand.type === 'float') return { type: 'float', value: sign * operand.value };
  if (operand.type === 'complex')
    return { type: 'complex', real: sign * operand.real, imag: sign * operand.imag };
  return null;
}

export function foldBinary(op: BinaryOperator, left: ConstValue, right: ConstValue): ConstValue | null {
  const a = asInt(left);
  const b = asInt(right);
  if (a !== null && b !== null) return foldInts(op, a, b, left.type === 'bool' && right.type === 'bool');
  if (op === '+') {
    const joined = concatenate(left, right);
    if (joined !== null) return joined;
  }
  if (op === '*' && (a !== null || b !== null)) {
    const repeated = a === null ? repeat(left, b ?? 0n) : repeat(right, a);
    if (repeated !== null) return repeated;
  }
  if (left.type === 'complex' || right.type === 'complex')
    return foldComplex(op, asComplex(left), asComplex(right));
  const x = asFloat(left);
  const y = asFloat(right);
  return x === null || y === null ? null : foldFloats(op, x, y);
}

function bits(value: bigint): number {
  return (value < 0n ? -value : value).toString(2).length;
}

function foldInts(op: BinaryOperator, a: bigint, b: bigint, bools: boolean): ConstValue | null {
  if (bools && (op === '&' || op === '|' || op === '^')) {
    const value = op === '&' ? a & b : op === '|' ? a | b : a ^ b;
    return value === 1n ? TRUE : FALSE;
  }
  if (op === '/') return b === 0n ? null : foldTrueDivision(a, b);
  if (op === '**' && b < 0n) return a === 0n ? null : foldFloats('**', Number(a), Number(b));
  const value = intResult(op, a, b);
  return value === null ? null : { type: 'int', value };
}

function intResult(op: BinaryOperator, a: bigint, b: bigint): bigint | null {
  switch (op) {
    case '+':
      return a + b;
    case '-':
      return a - b;
    case '*':
      return a !== 0n && b !== 0n && bits(a) + bits(b) > MAX_INT_BITS ? null : a * b;
    case '//':
      return b === 0n ? null : floorDivide(a, b);
    case '%':
      return b === 0n ? null : a - floorDivide(a, b) * b;
    case '**':
      return a !== 0n && b > 0n && BigInt(bits(a)) * b > BigInt(MAX_INT_BITS) ? null : a ** b;
    case '<<':
      return b < 0n || (a !== 0n && (b > BigInt(MAX_INT_BITS) || bits(a) + Number(b) > MAX_INT_BITS))
        ? null
        : a << (a === 0n ? 0n : b);
    case '>>':
      return b < 0n ? null : b > 100000n ? (a < 0n ? -1n : 0n) : a >> b;
    case '&':
      return a & b;
    case '|':
      return a | b;
    case '^':
      return a ^ b;
    default:
      return null;
  }
}

function floorDivide(a: bigint, b: bigint): bigint {
  const quotient = a / b;
  return a % b !== 0n && a < 0n !== b < 0n ? quotient - 1n : quotient;
}

/** Exact only where both fit a double; beyond, run time decides. */
function foldTrueDivision(a: bigint, b: bigint): ConstValue | null {
  if (bits(a) > 53 || bits(b) > 53) return null;
  return { type: 'float', value: Number(a) / Number(b) };
}

function foldFloats(op: BinaryOperator, x: number, y: number): ConstValue | null {
  const value = floatResult(op, x, y);
  return value === null ? null : { type: 'float', value };
}

function floatResult(op: BinaryOperator, x: number, y: number): number | null {
  switch (op) {
    case '+':
      return x + y;
    case '-':
      return x - y;
    case '*':
      return x * y;
    case '/':
      return y === 0 ? null : x / y;
    case '//':
      return y === 0 ? null : floorDivideFloats(x, y);
    case '%':
      return y === 0 ? null : floatModulo(x, y);
    case '**':
      return floatPower(x, y);
    default:
      return null;
  }
}

function floatModulo(x: number, y: number): number {
  const remainder = x % y;
  if (remainder === 0) return y < 0 ? -0 : 0;
  return remainder < 0 !== y < 0 ? remainder + y : remainder;
}

/** floatobject.c:_float_div_mod: the floor of the exact quotient. */
function floorDivideFloats(x: number, y: number): number {
  const quotient = (x - floatModulo(x, y)) / y;
  if (quotient === 0) return x / y < 0 || Object.is(x / y, -0) ? -0 : 0;
  const floor = Math.floor(quotient);
  return quotient - floor > 0.5 ? floor + 1 : floor;
}

/** A result that overflows is an OverflowError, a negative base with a fractional exponent is complex: run time's. */
function floatPower(x: number, y: number): number | null {
  if ((x < 0 && !Number.isInteger(y)) || (x === 0 && y < 0)) return null;
  if (x === 1 || y === 0) return 1;
  const value = x ** y;
  return Number.isFinite(value) || !Number.isFinite(x) || !Number.isFinite(y) ? value : null;
}

function foldComplex(op: BinaryOperator, a: Complex | null, b: Complex | null): ConstValue | null {
  if (a === null || b === null) return null;
  switch (op) {
    case '+':
      return { type: 'complex', real: a.real + b.real, imag: a.imag + b.imag };
    case '-':
      return { type: 'complex', real: a.real - b.real, imag: a.imag - b.imag };
    case '*':
      return {
        type: 'complex',
        real: a.real * b.real - a.imag * b.imag,
        imag: a.real * b.imag + a.imag * b.real,
      };
    default:
      return null;
  }
}

function concatenate(left: ConstValue, right: ConstValue): ConstValue | null {
  if (left.type === 'str' && right.type === 'str') return { type: 'str', value: left.value + right.value };
  if (left.type === 'tuple' && right.type === 'tuple') return tupleConst([...left.items, ...right.items]);
  if (left.type !== 'bytes' || right.type !== 'bytes') return null;
  return { type: 'bytes', value: Uint8Array.from([...left.value, ...right.value]) };
}

/** ast_opt.c:safe_multiply. */
function repeat(sequence: ConstValue, times: bigint): ConstValue | null {
  const length =
    sequence.type === 'str'
      ? codePointLength(sequence.value)
      : sequence.type === 'bytes'
        ? sequence.value.length
        : 0;
  const count = times < 0n ? 0 : Number(times > 1_000_000n ? 1_000_000n : times);
  if (sequence.type === 'str' || sequence.type === 'bytes') {
    if (length > 0 && (times < 0n || count > MAX_STRING / length)) return null;
    if (sequence.type === 'str')
      return { type: 'str', value: sequence.value.repeat(length === 0 ? 0 : count) };
    const bytes = new Uint8Array(length * (length === 0 ? 0 : count));
    for (let i = 0; i < bytes.length; i++) bytes[i] = sequence.value[i % length] ?? 0;
    return { type: 'bytes', value: bytes };
  }
  if (sequence.type !== 'tuple') return null;
  const { items } = sequence;
  if (items.length > 0 && (times < 0n || count > MAX_COLLECTION / items.length)) return null;
  if (count > 0 && totalItems(items, MAX_TOTAL_ITEMS / count) < 0) return null;
  return tupleConst(Array.from({ length: items.length === 0 ? 0 : count }, () => items).flat());
}

/** ast_opt.c:check_complexity: what is left of `limit` after all nested items; negative if too many. */
function totalItems(items: readonly ConstValue[], limit: number): number {
  let left = limit - items.length;
  for (const item of items) {
    if (left < 0) return left;
    if (item.type === 'tuple') left = totalItems(item.items, left);
  }
  return left;
}

/** `constant[constant]`. */
export function foldSubscript(value: ConstValue, index: ConstValue): ConstValue | null {
  const at = asInt(index);
  if (at === null) return null;
  const items =
    value.type === 'str'
      ? Array.from(value.value)
      : value.type === 'tuple'
        ? value.items
        : value.type === 'bytes'
          ? value.value
          : null;
  if (items === null) return null;
  const place = at < 0n ? at + BigInt(items.length) : at;
  if (place < 0n || place >= BigInt(items.length)) return null;
  const item = items[Number(place)];
  if (typeof item === 'string') return { type: 'str', value: item };
  if (typeof item === 'number') return { type: 'int', value: BigInt(item) };
  return item ?? null;
}
