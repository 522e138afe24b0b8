/**
 * Decimal digits of a double, rounded correctly (to nearest, ties to even) at any position:
 * what Python/dtoa.c gives in modes 2 and 3. JavaScript's toFixed and toExponential are exact too but
 * round ties away from zero and stop at 100 digits, so ties and long requests take a bigint path.
 * Arguments are finite and not negative; signs are the callers' business.
 */
import { integerMantissa } from './float-bits.ts';

/** value = 0.DIGITS * 10**point; no digits at all for zero. */
export interface Decimal {
  readonly digits: string;
  readonly point: number;
}

/** Every digit of x: a double has at most 767 of them. */
export function exactDecimal(x: number): Decimal {
  const { mantissa, exponent } = integerMantissa(x);
  if (mantissa === 0n) return { digits: '', point: 0 };
  if (exponent >= 0) {
    const digits = (mantissa << BigInt(exponent)).toString();
    return { digits, point: digits.length };
  }
  const digits = (mantissa * 5n ** BigInt(-exponent)).toString();
  return { digits, point: digits.length + exponent };
}

/** Keeps `count` digits of an exact decimal (none or a carry into a new digit if count is 0). */
function roundDecimal(exact: Decimal, count: number): Decimal {
  const { digits, point } = exact;
  if (count < 0) return { digits: '', point };
  if (count >= digits.length) return exact;
  const kept = digits.slice(0, count);
  const next = digits.charCodeAt(count) - 48;
  const tail = /[1-9]/.test(digits.slice(count + 1));
  const odd = count > 0 && (digits.charCodeAt(count - 1) & 1) === 1;
  if (next < 5 || (next === 5 && !tail && !odd)) return { digits: kept, point };
  const raised = (BigInt(kept === '' ? '0' : kept) + 1n).toString();
  return { digits: raised.padStart(count, '0'), point: point + (raised.length > count ? 1 : 0) };
}

/** '%.{precision}f' without a sign. */
export function fixedText(x: number, precision: number): string {
  if (precision <= 99 && x < 1e21 && !isTie(x, precision)) return x.toFixed(precision);
  const exact = exactDecimal(x);
  const { digits, point } = roundDecimal(exact, exact.point + precision);
  const padded = point > 0 ? digits : '0'.repeat(1 - point) + digits;
  const whole = Math.max(1, point);
  const all = padded.padEnd(whole + precision, '0').slice(0, whole + precision);
  return precision === 0 ? all : `${all.slice(0, whole)}.${all.slice(whole)}`;
}

/** Exactly `count` significant digits of x, and where the point is; zero has `count` zeros and point 1. */
export function significantDigits(x: number, count: number): Decimal {
  if (x === 0) return { digits: '0'.repeat(count), point: 1 };
  if (count <= 100) {
    const text = x.toExponential(count - 1);
    const mark = text.indexOf('e');
    const exponent = Number(text.slice(mark + 1));
    if (!isTie(x, count - 1 - exponent) && !isTie(x, count - exponent)) {
      return { digits: text.charAt(0) + text.slice(2, mark), point: exponent + 1 };
    }
  }
  const exact = exactDecimal(x);
  const rounded = roundDecimal(exact, count);
  return { digits: rounded.digits.padEnd(count, '0').slice(0, count), point: rounded.point };
}

/**
 * Whether x lies exactly between two neighbours with `places` digits after the point: an odd mantissa
 * times 2**-k has exactly k digits there, the last one a 5. May say yes wrongly, never no wrongly.
 */
function isTie(x: number, places: number): boolean {
  if (places >= 0) return places < 1000 && Math.abs((x * 2 ** (places + 1)) % 2) === 1;
  if (x >= 2 ** 53) return true;
  const unit = 10 ** -places;
  return x % unit === unit / 2;
}

/** The fewest digits that read back as x, the nearest of them (Python/dtoa.c, mode 0). */
export function shortestDigits(x: number): Decimal {
  if (x === 0) return { digits: '0', point: 1 };
  const text = x.toExponential();
  const mark = text.indexOf('e');
  return { digits: text.charAt(0) + text.slice(2, mark), point: Number(text.slice(mark + 1)) + 1 };
}
