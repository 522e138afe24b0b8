/** Containers that grow: those that were there at an earlier moment and hold more now. */
import { B, forEachObject, KIND, SERIAL } from '../../heap/index.ts';
import type { Process } from '../../objects/index.ts';
import { livingObject } from './objects.ts';

const GROWING: ReadonlySet<number> = new Set([KIND.LIST, KIND.DICT, KIND.SET]);
const MOST_CANDIDATES = 1000;

function lengthOf({ heap }: Process, ref: number): number {
  return GROWING.has(heap.typeOf(ref).kind) ? (heap.words[ref + B] as number) : 0;
}

/** Serial numbers of the longest containers that are not younger than `newest`. */
export function longContainers(process: Process, newest: number): number[] {
  const { heap } = process;
  const found: [number, number][] = [];
  const shorten = (): void => {
    found.sort(([, one], [, other]) => other - one);
    found.length = Math.min(found.length, MOST_CANDIDATES);
  };
  forEachObject(heap, (ref) => {
    const serial = heap.words[ref + SERIAL] as number;
    if (serial <= 0 || serial > newest) return;
    const length = lengthOf(process, ref);
    if (length > 0) found.push([serial, length]);
    if (found.length >= 2 * MOST_CANDIDATES) shorten();
  });
  shorten();
  return found.map(([serial]) => serial);
}

/** How many references each of them holds; 0 for what is no container. */
export function lengthsOf(process: Process, serials: readonly number[]): [number, number][] {
  return serials.map((serial) => {
    const ref = livingObject(process, serial);
    return [serial, ref === 0 ? 0 : lengthOf(process, ref)];
  });
}
