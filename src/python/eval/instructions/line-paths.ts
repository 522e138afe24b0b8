/**
 * Which lines a frame comes to on its way from one of our instructions to the next, where CPython's own code is known (3.11 and later):
 * the evaluator's place is followed on CPython's instructions, of which some have no counterpart here.
 *
 * A line begins where its number is not that of the instruction that ran before, and where a jump leads back (3.11:
 * ceval.c:maybe_call_line_trace; later instrumentation.c:_Py_call_instrumentation_line).
 */
import type { LineTrack } from '../../compile/native/line-track.ts';

/** A way that is longer, without an instruction of ours on it, is none. */
const LONGEST = 64;
/** So many instructions may follow one that the evaluator runs in one with them (packed-code.ts). */
const MOST_IN_ONE = 4;

/** Of one code object. */
export class LinePaths {
  readonly #track: LineTrack;
  /** The written place of each of our instructions. */
  readonly #written: Int32Array;
  readonly #kept: ReadonlySet<number>;
  /** The ways that have been gone, by where they begin and end: a loop goes the same ones again and again. */
  readonly #known = new Map<number, readonly number[]>();

  constructor(track: LineTrack, written: Int32Array) {
    const kept = new Set(written);
    this.#track = track;
    this.#kept = kept;
    // The jump back of a `while` whose test is decided stands for the test, too (lower.ts:testAtBottom).
    this.#written = written.map((one) => (track.places.has(one) || kept.has(one - 1) ? one : one - 1));
  }

  /**
   * The instructions that CPython comes to on the way from its instruction `from` to the one that stands for our instruction `ip`, which is
   * the last of them; none where nothing stands for it.
   */
  path(from: number, ip: number): readonly number[] {
    const key = (from + 1) * this.#written.length + ip;
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const path = this.#find(from, ip);
    this.#known.set(key, path);
    return path;
  }

  #find(from: number, ip: number): readonly number[] {
    const { places, idle } = this.#track;
    const wanted = this.#written[ip] as number;
    const known = wanted < 0 ? undefined : places.get(wanted);
    if (known === undefined) return [];
    const found = this.#shortest(from, wanted);
    if (found !== null) return found;
    // An exception leads there. A jump that cannot be come to is not on CPython's way.
    const direct = known.find((one) => one > from) ?? known[0] ?? 0;
    return idle[direct] === 1 ? [] : [direct];
  }

  /** The line that begins where `at` runs after `before`; 0: none. */
  lineAt(at: number, before: number): number {
    const { lines, prologue, quiet, targets } = this.#track;
    const line = lines[at] as number;
    if (line === 0 || at < prologue) return 0;
    if (before < prologue || lines[before] !== line) return line;
    return at <= before && targets[before] === at && quiet[before] === 0 ? line : 0;
  }

  /** Does CPython's instruction stand for ours? */
  isAt(at: number, ip: number): boolean {
    return at >= 0 && this.#track.origins[at] === this.#written[ip];
  }

  #shortest(from: number, wanted: number): readonly number[] | null {
    const { origins } = this.#track;
    const cameFrom = new Map<number, number>();
    let edge = from < 0 ? [0] : this.#after(from);
    for (const one of edge) cameFrom.set(one, -1);
    for (let length = 0; length < LONGEST && edge.length > 0; length++) {
      const next: number[] = [];
      for (const at of edge) {
        if (origins[at] === wanted) return wayTo(at, cameFrom);
        if (!this.#isPassed(at, from)) continue;
        for (const one of this.#after(at)) {
          if (cameFrom.has(one)) continue;
          cameFrom.set(one, at);
          next.push(one);
        }
      }
      edge = next;
    }
    return null;
  }

  #after(at: number): number[] {
    const { targets, goesOn, origins } = this.#track;
    const target = targets[at] as number;
    const found = target >= 0 ? [target] : [];
    if (goesOn[at] === 1 && at + 1 < origins.length) found.push(at + 1);
    return found;
  }

  /** No instruction of ours stops there. */
  #isPassed(at: number, from: number): boolean {
    const { origins, idle, branches } = this.#track;
    const origin = origins[at] as number;
    if (idle[at] === 1 || origin < 0 || !this.#kept.has(origin)) return true;
    if (from < 0 || origin === origins[from]) return from >= 0;
    return at > from && at <= from + MOST_IN_ONE && branches.subarray(from, at).every((one) => one === 0);
  }
}

function wayTo(end: number, cameFrom: ReadonlyMap<number, number>): number[] {
  const way: number[] = [];
  for (let at = end; at >= 0; at = cameFrom.get(at) ?? -1) way.push(at);
  return way.toReversed();
}
