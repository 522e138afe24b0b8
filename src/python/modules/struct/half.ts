/** Floats of two bytes (floatobject.c:PyFloat_Pack2, PyFloat_Unpack2): a sign, five bits of exponent, ten of what follows the point. */
const BIAS = 15;
const LEAST_EXPONENT = -14;
const FRACTIONS = 1024;
const INFINITE = 0x7c00;
const NO_NUMBER = 0x7e00;

function halfEven(value: number): number {
  const below = Math.floor(value);
  const rest = value - below;
  return rest > 0.5 || (rest === 0.5 && below % 2 === 1) ? below + 1 : below;
}

/** The largest power of two that is not above it, as an exponent. */
function exponentOf(size: number): number {
  const near = Math.floor(Math.log2(size));
  if (2 ** near > size) return near - 1;
  return 2 ** (near + 1) <= size ? near + 1 : near;
}

/** The bits of the nearest float of two bytes. */
export function halfBits(value: number): number {
  if (Number.isNaN(value)) return NO_NUMBER;
  const sign = value < 0 || Object.is(value, -0) ? 0x8000 : 0;
  const size = Math.abs(value);
  if (size === Infinity) return sign | INFINITE;
  if (size < 2 ** LEAST_EXPONENT) return sign | halfEven(size * FRACTIONS * 2 ** -LEAST_EXPONENT);
  const exponent = exponentOf(size);
  return sign + ((exponent + BIAS) * FRACTIONS + halfEven((size / 2 ** exponent - 1) * FRACTIONS));
}

export function halfValue(bits: number): number {
  const sign = (bits & 0x8000) === 0 ? 1 : -1;
  const exponent = (bits >> 10) & 31;
  const fraction = bits & (FRACTIONS - 1);
  if (exponent === 31) return fraction === 0 ? sign * Infinity : Number.NaN;
  if (exponent === 0) return sign * (fraction / FRACTIONS) * 2 ** LEAST_EXPONENT;
  return sign * (1 + fraction / FRACTIONS) * 2 ** (exponent - BIAS);
}
