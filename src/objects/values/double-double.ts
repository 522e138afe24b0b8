/**
 * Arithmetic with about 106 bits: a number as the unevaluated sum of two doubles, |low| <= ulp(high) / 2
 * (Dekker 1971, Knuth's two-sum). JavaScript has no fused multiply-add, so products are split by hand;
 * factors must stay below 2**990.
 */
export interface DoubleDouble {
  readonly high: number;
  readonly low: number;
}

export function dd(high: number, low = 0): DoubleDouble {
  return { high, low };
}

/** a + b exactly. */
export function twoSum(a: number, b: number): DoubleDouble {
  const high = a + b;
  const part = high - a;
  return { high, low: a - (high - part) + (b - part) };
}

/** a + b exactly, where |a| >= |b|. */
function quickSum(a: number, b: number): DoubleDouble {
  const high = a + b;
  return { high, low: b - (high - a) };
}

const SPLITTER = 2 ** 27 + 1;

/** a * b exactly. */
export function twoProduct(a: number, b: number): DoubleDouble {
  const high = a * b;
  const scaledA = SPLITTER * a;
  const aHigh = scaledA - (scaledA - a);
  const aLow = a - aHigh;
  const scaledB = SPLITTER * b;
  const bHigh = scaledB - (scaledB - b);
  const bLow = b - bHigh;
  return { high, low: aHigh * bHigh - high + aHigh * bLow + aLow * bHigh + aLow * bLow };
}

export function ddAdd(a: DoubleDouble, b: DoubleDouble): DoubleDouble {
  const sum = twoSum(a.high, b.high);
  const tail = twoSum(a.low, b.low);
  const first = quickSum(sum.high, sum.low + tail.high);
  return quickSum(first.high, first.low + tail.low);
}

export function ddNegate(a: DoubleDouble): DoubleDouble {
  return { high: -a.high, low: -a.low };
}

export function ddMultiply(a: DoubleDouble, b: DoubleDouble): DoubleDouble {
  const product = twoProduct(a.high, b.high);
  return quickSum(product.high, product.low + (a.high * b.low + a.low * b.high));
}

/** a times a power of two. */
export function ddScale(a: DoubleDouble, factor: number): DoubleDouble {
  return { high: a.high * factor, low: a.low * factor };
}

export function ddDivide(a: DoubleDouble, b: DoubleDouble): DoubleDouble {
  const first = a.high / b.high;
  const rest = ddAdd(a, ddNegate(ddMultiply(b, dd(first))));
  const second = rest.high / b.high;
  const last = ddAdd(rest, ddNegate(ddMultiply(b, dd(second))));
  return ddAdd(quickSum(first, second), dd(last.high / b.high));
}

export function ddSqrt(a: DoubleDouble): DoubleDouble {
  if (a.high <= 0) return dd(0);
  const root = Math.sqrt(a.high);
  const rest = ddAdd(a, ddNegate(twoProduct(root, root)));
  return quickSum(root, rest.high / (2 * root));
}

/** 1 / n! for n below 30. */
export const INVERSE_FACTORIALS: readonly DoubleDouble[] = (() => {
  const inverses = [dd(1)];
  for (let n = 1; n < 30; n++) inverses.push(ddDivide(inverses[n - 1] as DoubleDouble, dd(n)));
  return inverses;
})();
