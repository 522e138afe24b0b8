/** float.hex and float.fromhex. */
import { floatBits, frexp, ldexp, ratioToFloat } from './float-bits.ts';
import { nonFiniteText } from './float-repr.ts';
import { overflowError, valueError } from './python-raise.ts';
import { stripAscii } from './unicode-digits.ts';

/** floatobject.c:float_hex_impl: always 13 hexadecimal digits after the point. */
export function floatHex(x: number): string {
  if (!Number.isFinite(x)) return nonFiniteText(x);
  const sign = x < 0 || Object.is(x, -0) ? '-' : '';
  if (x === 0) return `${sign}0x0.0p+0`;
  const fraction = (floatBits(x) & 0xfffffffffffffn).toString(16).padStart(13, '0');
  const exponent = Math.max(frexp(x).exponent - 1, -1022);
  const lead = Math.abs(x) < 2 ** -1022 ? '0' : '1';
  return `${sign}0x${lead}.${fraction}p${exponent < 0 ? '-' : '+'}${Math.abs(exponent)}`;
}

const HEX_TEXT = /^([+-]?)(?:(inf(?:inity)?)|(nan)|(?:0x)?([0-9a-f]*)(\.[0-9a-f]*)?(?:p([+-]?\d+))?)$/i;
const INVALID = 'invalid hexadecimal floating-point string';
const TOO_LARGE = 'hexadecimal value too large to represent as a float';

/** floatobject.c:float_fromhex. White space around is C's isspace. */
export function floatFromHex(text: string): number {
  const match = HEX_TEXT.exec(stripAscii(text));
  if (match === null) throw valueError(INVALID);
  const negative = match[1] === '-';
  if (match[3] !== undefined) return Number.NaN;
  if (match[2] !== undefined) return negative ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
  const fraction = (match[5] ?? '.').slice(1);
  const digits = (match[4] ?? '') + fraction;
  if (digits === '') throw valueError(INVALID);
  const size = hexValue(BigInt(`0x${digits}`), Number(match[6] ?? '0') - 4 * fraction.length);
  if (!Number.isFinite(size)) throw overflowError(TOO_LARGE);
  return negative ? -size : size;
}

function hexValue(mantissa: bigint, exponent: number): number {
  if (mantissa === 0n) return 0;
  const top = mantissa.toString(16).length * 4 + exponent;
  if (top > 1100) return Number.POSITIVE_INFINITY;
  if (top < -1200) return 0;
  if (mantissa < 2n ** 53n) return ldexp(Number(mantissa), exponent);
  if (exponent >= 0) return ratioToFloat(mantissa << BigInt(exponent), 1n);
  return ratioToFloat(mantissa, 1n << BigInt(-exponent));
}
