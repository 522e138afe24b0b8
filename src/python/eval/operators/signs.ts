/** The signs of the operators by the names of their methods, without underscores (typeobject.c: slotdefs). */

export const BINARY_SIGNS = {
  add: '+',
  sub: '-',
  mul: '*',
  matmul: '@',
  truediv: '/',
  floordiv: '//',
  mod: '%',
  pow: '**',
  lshift: '<<',
  rshift: '>>',
  and: '&',
  or: '|',
  xor: '^',
} as const;

export const COMPARISON_SIGNS = { lt: '<', le: '<=', eq: '==', ne: '!=', gt: '>', ge: '>=' } as const;

const HOLDS: { readonly [sign: string]: (order: number) => boolean } = {
  '<': (order) => order < 0,
  '<=': (order) => order <= 0,
  '==': (order) => order === 0,
  '!=': (order) => order !== 0,
  '>': (order) => order > 0,
  '>=': (order) => order >= 0,
};

export function binarySign(name: string): string {
  return (BINARY_SIGNS as { readonly [name: string]: string })[name] as string;
}

/**
 * Is this comparison true of two things in this order (below 0, 0, above 0)? Of no order, NaN, only `!=` is (Py_RETURN_RICHCOMPARE).
 * null: the sign is none of a comparison.
 */
export function trueOfOrder(sign: string, order: number): boolean | null {
  return HOLDS[sign]?.(order) ?? null;
}
