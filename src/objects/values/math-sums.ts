/** Sums of floats: math.fsum, and what sum() does with floats. */
import { overflowError, valueError } from './python-raise.ts';
import type { ValueProfile } from './value-profile.ts';

/** math.fsum (mathmodule.c:math_fsum): Shewchuk's partial sums, rounded once at the end. */
export function mathFsum(values: Iterable<number>): number {
  const partials: number[] = [];
  let specials = 0;
  let infinities = 0;
  for (const value of values) {
    if (addPartial(partials, value)) continue;
    if (Number.isFinite(value)) throw overflowError('intermediate overflow in fsum');
    if (!Number.isNaN(value)) infinities += value;
    specials += value;
    partials.length = 0;
  }
  if (specials !== 0) {
    if (Number.isNaN(infinities)) throw valueError('-inf + inf in fsum');
    return specials;
  }
  return roundPartials(partials);
}

/** False where the sum leaves the finite numbers. Partials do not overlap and grow in size. */
function addPartial(partials: number[], value: number): boolean {
  let x = value;
  let count = 0;
  for (const partial of partials) {
    let y = partial;
    if (Math.abs(x) < Math.abs(y)) [x, y] = [y, x];
    const high = x + y;
    const low = y - (high - x);
    if (low !== 0) partials[count++] = low;
    x = high;
  }
  partials.length = count;
  if (x === 0) return true;
  if (!Number.isFinite(x)) return false;
  partials.push(x);
  return true;
}

/** From the largest down; a tie is decided by the sign of what follows. */
function roundPartials(partials: readonly number[]): number {
  let n = partials.length;
  if (n === 0) return 0;
  let high = partials[--n] as number;
  let low = 0;
  while (n > 0) {
    const x = high;
    const y = partials[--n] as number;
    high = x + y;
    low = y - (high - x);
    if (low !== 0) break;
  }
  const next = n > 0 ? (partials[n - 1] as number) : 0;
  if ((low < 0 && next < 0) || (low > 0 && next > 0)) {
    const doubled = low * 2;
    const x = high + doubled;
    if (doubled === x - high) high = x;
  }
  return high;
}

/**
 * The float part of sum() (bltinmodule.c:builtin_sum_impl): compensated as by Neumaier since 3.12,
 * plain before. Add every float or int in turn, then take `total`.
 */
export class FloatSum {
  readonly #compensates: boolean;
  #sum: number;
  #compensation = 0;

  constructor(start: number, profile: ValueProfile) {
    this.#compensates = profile.sumCompensates;
    this.#sum = start;
  }

  add(x: number): void {
    const total = this.#sum + x;
    if (this.#compensates) {
      if (Math.abs(this.#sum) >= Math.abs(x)) this.#compensation += this.#sum - total + x;
      else this.#compensation += x - total + this.#sum;
    }
    this.#sum = total;
  }

  /** An int that fits C's long is added without compensation. */
  addInt(x: number): void {
    this.#sum += x;
  }

  get total(): number {
    const usable = this.#compensation !== 0 && Number.isFinite(this.#compensation);
    return usable ? this.#sum + this.#compensation : this.#sum;
  }
}
