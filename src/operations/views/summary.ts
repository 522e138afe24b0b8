/**
 * Objects as lists show them. Describing costs something, so a page describes its own objects and no others.
 *
 * Objects of the session have positive serial numbers; what existed before it (None, small ints, classes ...) negative ones.
 */
import { addressText, type ObjectSummary, objectIdOf } from '../../contract/index.ts';
import { GENERATION_HEADS, IMMORTAL, NEXT, PERMANENT_HEAD, RECORD_SHIFT, REFCNT } from '../../heap/index.ts';
import { bytesRepr, type Process, reprOf, strRepr } from '../../objects/index.ts';
import { bytesOf } from '../graph/measure.ts';

/** Where a page begins and how much it holds; what `after` counts is the view's own choice. */
export interface Page {
  readonly after: number;
  readonly limit: number;
}

/** A view whose next page is named by a number: the `after` that leads to it. */
export type Paged<View extends { readonly next: string | null }> = Omit<View, 'next'> & {
  readonly next: number | null;
};

type Generation = ObjectSummary['generation'];

/** Longer texts are cut: a listing shows what a value is, not all of it. */
const MOST_CHARACTERS = 200;
/** An int that takes more bytes is not written out: its decimal digits cost more time than a view may take. */
const LARGEST_INT_BYTES = 1000;

export function summariesOf(process: Process, refs: readonly number[]): ObjectSummary[] {
  const generations = generationsOf(process, refs);
  return refs.map((ref, at) => summaryOf(process, ref, generations[at] ?? null));
}

/** One page of `refs`, whose `after` counts the items of the pages before. */
export function pageOf(
  process: Process,
  refs: readonly number[],
  page: Page,
): { total: number; objects: ObjectSummary[]; next: number | null } {
  const end = page.after + page.limit;
  const objects = summariesOf(process, refs.slice(page.after, end));
  return { total: refs.length, objects, next: end < refs.length ? end : null };
}

/** repr() as far as a line has room for it. */
export function shortRepr(process: Process, ref: number): string {
  const { heap, types } = process;
  const type = heap.typeOf(ref);
  const payload = heap.payload(ref);
  if (type === types.atoms.str && typeof payload === 'string' && payload.length > MOST_CHARACTERS) {
    return `${strRepr(payload.slice(0, MOST_CHARACTERS).toWellFormed(), process.values)}...`;
  }
  if (type === types.atoms.bytes && payload instanceof Uint8Array && payload.length > MOST_CHARACTERS) {
    return `${bytesRepr(payload.subarray(0, MOST_CHARACTERS))}...`;
  }
  if (type === types.atoms.int) {
    const bytes = bytesOf(process, ref);
    if (bytes > LARGEST_INT_BYTES) return `<int of ${bytes} bytes>`;
  }
  return process.program?.outlook.describe(ref) ?? reprOf(process, ref);
}

function summaryOf(process: Process, ref: number, generation: Generation): ObjectSummary {
  const { heap } = process;
  const refcnt = heap.words[ref + REFCNT] as number;
  return {
    id: objectIdOf(heap.serialOf(ref)),
    type: heap.typeOf(ref).name,
    address: addressText(process.addressOf(ref)),
    refcount: refcnt >= IMMORTAL ? null : refcnt,
    size_bytes: bytesOf(process, ref),
    generation,
    repr: shortRepr(process, ref),
  };
}

/** The generation of each: one walk along the lists until all are met, since a record does not know its list. */
function generationsOf(process: Process, refs: readonly number[]): Generation[] {
  const { heap } = process;
  const found = new Map<number, Generation>();
  const wanted = new Uint8Array((heap.top >> RECORD_SHIFT) + 1);
  let missing = 0;
  for (const ref of refs) {
    if (!heap.isTracked(ref) || wanted[ref >> RECORD_SHIFT] === 1) continue;
    wanted[ref >> RECORD_SHIFT] = 1;
    missing++;
  }
  const { words } = heap;
  for (const [at, head] of [...GENERATION_HEADS, PERMANENT_HEAD].entries()) {
    for (
      let ref = words[head + NEXT] as number;
      missing > 0 && ref !== head;
      ref = words[ref + NEXT] as number
    ) {
      if (wanted[ref >> RECORD_SHIFT] === 0) continue;
      found.set(ref, head === PERMANENT_HEAD ? 'permanent' : at);
      missing--;
    }
  }
  return refs.map((ref) => found.get(ref) ?? null);
}
