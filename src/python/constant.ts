/**
 * Constants as descriptors: what a literal means, before any object exists for it.
 *
 * The evaluator makes one heap object per descriptor *object*: two places of one compilation that hold the same
 * descriptor (by JavaScript identity) hold the same Python object (compile.c:merge_const_one and `c_const_cache`).
 * A str descriptor keeps UTF-16 text; a lone surrogate is kept as such.
 */
import type { CodeObject } from './compile/code-object.ts';

export type ConstValue =
  | { readonly type: 'none' }
  | { readonly type: 'ellipsis' }
  | { readonly type: 'bool'; readonly value: boolean }
  | { readonly type: 'int'; readonly value: bigint }
  | { readonly type: 'float'; readonly value: number }
  | { readonly type: 'complex'; readonly real: number; readonly imag: number }
  | { readonly type: 'str'; readonly value: string }
  | { readonly type: 'bytes'; readonly value: Uint8Array }
  | { readonly type: 'tuple'; readonly items: readonly ConstValue[] }
  | { readonly type: 'frozenset'; readonly items: readonly ConstValue[] }
  | { readonly type: 'code'; readonly code: CodeObject };

export const NONE: ConstValue = { type: 'none' };
export const ELLIPSIS: ConstValue = { type: 'ellipsis' };
export const TRUE: ConstValue = { type: 'bool', value: true };
export const FALSE: ConstValue = { type: 'bool', value: false };

export function intConst(value: bigint | number): ConstValue {
  return { type: 'int', value: BigInt(value) };
}

export function strConst(value: string): ConstValue {
  return { type: 'str', value };
}

export function tupleConst(items: readonly ConstValue[]): ConstValue {
  return { type: 'tuple', items };
}

/** A frozenset of constants: of equal ones (1, 1.0 and True are) the first stays. */
export function frozensetConst(items: readonly ConstValue[]): ConstValue {
  const seen = new Map<string, ConstValue>();
  for (const item of items) {
    const key = equalityKey(item);
    if (!seen.has(key)) seen.set(key, item);
  }
  return { type: 'frozenset', items: [...seen.values()] };
}

/** A text that is equal for two constants exactly when Python's `==` holds between them. */
function equalityKey(constant: ConstValue): string {
  switch (constant.type) {
    case 'bool':
      return constant.value ? 'n1' : 'n0';
    case 'int':
      return `n${constant.value}`;
    case 'float':
      return Number.isInteger(constant.value) ? `n${BigInt(constant.value)}` : `f${constant.value}`;
    case 'complex':
      return constant.imag === 0
        ? equalityKey({ type: 'float', value: constant.real })
        : constantKey(constant, () => '');
    case 'tuple':
    case 'frozenset':
      return `${constant.type}(${constant.items.map(equalityKey).join(';')})`;
    default:
      return constantKey(constant, () => '');
  }
}

/** Whether CPython interns this string when a code object is made (codeobject.c:all_name_chars): [A-Za-z0-9_]*. */
export function isInternedConstant(value: string): boolean {
  return /^[A-Za-z0-9_]*$/.test(value);
}

/** The number of code points, which is what `len` of the Python string is. */
export function codePointLength(value: string): number {
  let count = 0;
  for (const _ of value) count++;
  return count;
}

function numberKey(value: number): string {
  if (Number.isNaN(value)) return 'nan';
  return Object.is(value, -0) ? '-0' : String(value);
}

/**
 * A text that is equal for two constants exactly when CPython merges them (codeobject.c:_PyCode_ConstantKey):
 * 1, 1.0 and True differ, so do 0.0 and -0.0, and tuples are compared item by item.
 */
export function constantKey(constant: ConstValue, codeKey: (code: CodeObject) => string): string {
  switch (constant.type) {
    case 'none':
    case 'ellipsis':
      return constant.type;
    case 'bool':
      return constant.value ? 'True' : 'False';
    case 'int':
      return `i${constant.value}`;
    case 'float':
      return `f${numberKey(constant.value)}`;
    case 'complex':
      return `c${numberKey(constant.real)},${numberKey(constant.imag)}`;
    case 'str':
      return `s${JSON.stringify(constant.value)}`;
    case 'bytes':
      return `b${Array.from(constant.value).join(',')}`;
    case 'tuple':
      return `(${constant.items.map((item) => constantKey(item, codeKey)).join(';')})`;
    case 'frozenset':
      return `{${constant.items
        .map((item) => constantKey(item, codeKey))
        .sort()
        .join(';')}}`;
    case 'code':
      return `code ${codeKey(constant.code)}`;
  }
}
