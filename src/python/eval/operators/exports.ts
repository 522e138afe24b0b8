/**
 * Who looks into whose buffer (PEP 3118): what has been exported cannot change its size.
 *
 * An exporter that is looked at is known by its record and its serial number, so that nothing has to be told when a view dies.
 */
import { PythonRaise } from '../../../objects/index.ts';
import type { Interpreter } from '../interpreter.ts';

/** A buffer as a view sees it. */
export interface Exporter {
  /** What it holds, alive or as a copy. */
  readonly bytes: (vm: Interpreter, ref: number) => Uint8Array;
  /** Puts bytes at a place; null where it cannot be written. */
  readonly write: ((vm: Interpreter, ref: number, at: number, bytes: Uint8Array) => void) | null;
  /** Character of struct, and bytes of an item. */
  readonly format: (vm: Interpreter, ref: number) => string;
  readonly itemsize: (vm: Interpreter, ref: number) => number;
  /** A view looks at it now, for those who ask `vm.exports` when they change their size. */
  readonly exported?: (vm: Interpreter, ref: number) => void;
}

interface Held {
  readonly ref: number;
  readonly serial: number;
}

/** The managed buffers that may still hold a buffer. */
export class Exports {
  readonly #vm: Interpreter;
  readonly #holders = new Map<number, Held[]>();

  constructor(vm: Interpreter) {
    this.#vm = vm;
  }

  add(exporter: number, holder: number): void {
    const others = this.#alive(exporter);
    this.#holders.set(exporter, [...others, { ref: holder, serial: this.#vm.heap.serialOf(holder) }]);
  }

  has(exporter: number): boolean {
    const alive = this.#alive(exporter);
    if (alive.length === 0) this.#holders.delete(exporter);
    return alive.length > 0;
  }

  /** A holder that is gone has another serial number in its place, or none, and one that let go has no object. */
  #alive(exporter: number): readonly Held[] {
    const held = this.#holders.get(exporter) ?? [];
    return held.filter(
      ({ ref, serial }) => isStill(this.#vm, ref, serial) && this.#vm.field(ref, 0) === exporter,
    );
  }
}

export function isStill(vm: Interpreter, ref: number, serial: number): boolean {
  return vm.heap.isObject(ref) && vm.heap.serialOf(ref) === serial;
}

/** PyByteArray_Resize: not while somebody looks at it. */
export function checkResizable(vm: Interpreter, bytearray: number, length: number): void {
  if (vm.bytearrayBytes(bytearray).length !== length && vm.exports.has(bytearray)) throw resizeRefused();
}

export function resizeRefused(): PythonRaise {
  return new PythonRaise('BufferError', 'Existing exports of data: object cannot be re-sized');
}
