/**
 * The constants of the code object that is being run: literals that operations write (FACTS 11).
 *
 * Equal constants of the same type are one object within a code unit, 0.0 and -0.0 are two; the unit holds a reference to
 * each. A new unit starts with `compile_unit`; the old one's constants then lose that reference.
 */
import { META, OUTSIDE } from '../heap/index.ts';
import { storeInt } from './numbers.ts';
import type { Process } from './process.ts';
import { SharedObjects } from './shared-objects.ts';
import type { Complex } from './values/complex.ts';
import type { PyInt } from './values/py-int.ts';

export class Constants {
  readonly #process: Process;
  /** From 3.11: the frame object that a traceback has made of the unit while it runs, 0 when none has. */
  frame = 0;
  readonly #known = new Map<string, number>();

  constructor(process: Process) {
    this.#process = process;
  }

  int(value: PyInt): number {
    if (typeof value === 'number' && value >= -5 && value <= 256) return this.#process.smallInt(value);
    return this.#constant(`int ${value}`, () => {
      const int = this.#process.heap.newOutside(this.#process.types.atoms.int, 1);
      storeInt(this.#process, int, value);
      return int;
    });
  }

  float(value: number): number {
    return this.#constant(`float ${Object.is(value, -0) ? '-0' : value}`, () => {
      const float = this.#process.heap.newOutside(this.#process.types.float, 1);
      this.#process.heap.setNumber(float, value);
      return float;
    });
  }

  complex(value: Complex): number {
    return this.#constant(`complex ${value.re} ${value.im}`, () => {
      const complex = this.#process.heap.newOutside(this.#process.types.atoms.complex, 1);
      this.#process.heap.setPayload(complex, value);
      return complex;
    });
  }

  str(text: string): number {
    if (SharedObjects.isInternable(text)) {
      const { shared } = this.#process;
      return this.#process.lookup(text) === 0 ? shared.constant(text) : shared.name(text);
    }
    const one = this.#process.sharedStr(text);
    if (one !== 0) return one;
    return this.#constant(`str ${text}`, () => {
      const str = this.#process.heap.newOutside(this.#process.types.atoms.str, 1);
      this.#process.heap.setPayload(str, text);
      return str;
    });
  }

  bytes(value: Uint8Array): number {
    const shared = this.#process.sharedBytes(value);
    if (shared !== 0) return shared;
    return this.#constant(`bytes ${value.join()}`, () => {
      const bytes = this.#process.heap.newOutside(this.#process.types.atoms.bytes, 1);
      this.#process.heap.setPayload(bytes, value);
      return bytes;
    });
  }

  /** The following statements are compiled as a new code object. */
  newUnit(): void {
    this.#known.clear();
    const { frame } = this;
    this.frame = 0;
    if (frame !== 0) this.#process.heap.decref(frame);
  }

  /** Counted references of the unit to objects of the session; its own constants come from outside. */
  held(): number[] {
    const { heap } = this.#process;
    const known = [...this.#known.values(), ...(this.frame === 0 ? [] : [this.frame])];
    return known.filter((ref) => ((heap.words[ref + META] as number) & OUTSIDE) === 0);
  }

  save(): readonly (readonly [string, number])[] {
    return [...this.#known];
  }

  restore(known: readonly (readonly [string, number])[]): void {
    this.#known.clear();
    for (const [key, ref] of known) this.#known.set(key, ref);
  }

  #constant(key: string, make: () => number): number {
    let ref = this.#known.get(key);
    if (ref === undefined) {
      ref = make();
      this.#known.set(key, ref);
    }
    return ref;
  }
}
