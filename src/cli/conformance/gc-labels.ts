/**
 * The names that vectors give to objects: `oN` for what the Nth executed `new` or `weakref.ref` step made, `oN.__dict__` for
 * the attribute dictionary of an instance.
 */
import { A, GC_HEAD_BYTES, type Heap, KIND } from '../../heap/index.ts';
import type { Process } from '../../objects/index.ts';
import type { GcStep } from './gc-format.ts';

export class GcLabels {
  readonly #process: Process;
  readonly #heap: Heap;
  #byAddress = false;
  readonly #labels = new Map<number, string>();
  /** By id: the newest labelled object there, if it was a dict. */
  readonly #dictAt = new Map<number, string>();
  #executed = 0;

  constructor(process: Process) {
    this.#process = process;
    this.#heap = process.heap;
  }

  /**
   * A `new` or `weakref.ref` step was executed: its object gets the next label, unless it has one already or is shared by
   * the whole interpreter. The number is used up in any case. `block` is where the
   * object's block lies.
   */
  made(step: GcStep, serial: number, block?: number): { readonly label?: string; readonly reused: boolean } {
    const label = `o${this.#executed++}`;
    const known = this.#labels.get(serial);
    if (known !== undefined) return { label: known, reused: true };
    if (isShared(step) || serial <= 0) return { reused: false };
    this.#labels.set(serial, label);
    if (block !== undefined) this.#placed(step, block, label);
    return { label, reused: false };
  }

  /**
   * Some recordings of 3.11 and 3.12 call an attribute dictionary that lies where a labelled dict died by the dead one's
   * label. Does `look` under such names.
   */
  namingByAddress<T>(look: () => T): T {
    this.#byAddress = true;
    const seen = look();
    this.#byAddress = false;
    return seen;
  }

  keep(serial: number, label: string): void {
    this.#labels.set(serial, label);
  }

  ofSerial(serial: number): string | undefined {
    return this.#labels.get(serial);
  }

  /** The label of a living object; nothing when no step made it. */
  of(ref: number, owners: ReadonlyMap<number, number>): string | undefined {
    const heap = this.#heap;
    const label = this.#labels.get(heap.serialOf(ref));
    if (label !== undefined) return label;
    const owner = this.#labels.get(heap.serialOf(owners.get(ref) ?? 0));
    if (owner === undefined) return undefined;
    const former = this.#byAddress ? this.#dictAt.get(this.#process.addressOf(ref)) : undefined;
    return former ?? `${owner}.__dict__`;
  }

  #placed(step: GcStep, block: number, label: string): void {
    const head =
      step.type === 'instance' ? this.#process.classNamed(String(step.class))?.headBytes : GC_HEAD_BYTES;
    const id = block + (ATOMS.has(String(step.type)) ? 0 : (head ?? 0));
    if (step.type === 'dict') this.#dictAt.set(id, label);
    else this.#dictAt.delete(id);
  }
}

const ATOMS = new Set(['int', 'float', 'complex', 'str', 'bytes', 'bytearray', 'object', 'range']);

/** Whether a step returns, or may return, an object that the whole interpreter shares: vectors give these no label. */
function isShared(step: GcStep): boolean {
  if (step.op !== 'new') return false;
  if (step.literal === true || step.how !== undefined) return true;
  switch (step.type) {
    case 'tuple':
    case 'frozenset':
      return (step.items as readonly unknown[]).length === 0;
    case 'int':
      return Number(step.value) >= -5 && Number(step.value) <= 256;
    case 'str':
    case 'bytes':
      return String(step.value).length < 2;
    default:
      return false;
  }
}

/** The instance of each attribute dictionary that exists as an object. */
export function dictOwners(heap: Heap, refs: Iterable<number>): Map<number, number> {
  const owners = new Map<number, number>();
  for (const ref of refs) {
    const dict = heap.words[ref + A] as number;
    if (heap.typeOf(ref).kind === KIND.INSTANCE && dict < 0) owners.set(-dict, ref);
  }
  return owners;
}

/** o2 before o10, and an instance before its dictionary. */
export function byLabel(a: string, b: string): number {
  const difference = Number.parseInt(a.slice(1), 10) - Number.parseInt(b.slice(1), 10);
  return difference || (a < b ? -1 : Number(a > b));
}
