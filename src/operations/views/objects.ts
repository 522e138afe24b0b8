/** The objects of a session, page by page and one by one. */
import { addressText, type ObjectsView, type ObjectView, objectIdOf } from '../../contract/index.ts';
import {
  FINALIZED,
  FIRST_RECORD,
  forEachExtraBlock,
  type Heap,
  KIND,
  type Kind,
  META,
  RECORD_WORDS,
  SERIAL,
  SPLIT,
  TYPE_MASK,
} from '../../heap/index.ts';
import { localsOf, type Process } from '../../objects/index.ts';
import { type Page, type Paged, summariesOf } from './summary.ts';

export interface ObjectsPage extends Page {
  readonly type?: string | undefined;
}

/** What lies in the block beside an object's header. */
const ROLES: { readonly [kind in Kind]?: string } = {
  [KIND.LIST]: 'items',
  [KIND.SET]: 'table',
  [KIND.INSTANCE]: 'values',
  [KIND.BUFFER]: 'buffer',
};

/** Objects made in the session, oldest first; `after` is the serial number of the last one seen. */
export function objectsView(process: Process, page: ObjectsPage): Paged<ObjectsView> {
  const { heap } = process;
  const isWanted = typeFilter(heap, page.type);
  const { total, refs } = youngestAfter(heap, page, isWanted);
  const objects = summariesOf(process, refs.slice(0, page.limit));
  const last = refs[page.limit - 1];
  return {
    total,
    objects,
    next: refs.length > page.limit && last !== undefined ? heap.serialOf(last) : null,
  };
}

/** One object with its memory; undefined when no living object has this serial number. */
export function objectView(process: Process, serial: number): ObjectView | undefined {
  const ref = livingObject(process, serial);
  if (ref === 0) return undefined;
  const { heap } = process;
  const [summary] = summariesOf(process, [ref]);
  if (summary === undefined) return undefined;
  return {
    ...summary,
    finalized: ((heap.words[ref + META] as number) & FINALIZED) !== 0,
    names: namesOf(process, ref),
    weakrefs: heap.weakrefs.of(ref).map((weakref) => objectIdOf(heap.serialOf(weakref))),
    blocks: blocksOf(heap, ref),
  };
}

/** The record of a living object, 0 when there is none. */
export function livingObject(process: Process, serial: number): number {
  return serial === 0 ? 0 : process.objectOf(serial);
}

function blocksOf(heap: Heap, ref: number): ObjectView['blocks'] {
  const { memory } = heap;
  const blocks: ObjectView['blocks'] = [];
  const add = (role: string, block: number): void => {
    if (block === 0) return;
    const address = addressText(memory.addressOf(block));
    blocks.push({ role, address, bytes: memory.sizeOf(block), in_pool: block > 0 });
  };
  add('header', heap.blockOf(ref));
  forEachExtraBlock(heap, ref, (block) => add(roleOf(heap, ref), block));
  return blocks;
}

export function roleOf(heap: Heap, ref: number): string {
  const { kind } = heap.typeOf(ref);
  if (kind === KIND.DICT) return ((heap.words[ref + META] as number) & SPLIT) === 0 ? 'keys' : 'values';
  return ROLES[kind] ?? 'extra';
}

function namesOf(process: Process, ref: number): { depth: number; name: string }[] {
  const names: { depth: number; name: string }[] = [];
  const scopes = [process.globals.entries(), ...process.frames.map((frame) => localsOf(process, frame))];
  for (const [depth, scope] of scopes.entries()) {
    for (const [name, value] of scope) if (value === ref) names.push({ depth, name });
  }
  return names;
}

/** By the ids of the types of that name: two classes may share one. */
function typeFilter(heap: Heap, name: string | undefined): ((meta: number) => boolean) | null {
  if (name === undefined) return null;
  const ids = new Set(heap.types.all.filter((type) => type.name === name).map((type) => type.id));
  return (meta) => ids.has(meta & TYPE_MASK);
}

/**
 * The `limit + 1` smallest serials after a given one, in order, and how many objects there are in all. Records are reused, so
 * their order says nothing of age; candidates are cut back whenever they have grown to twice what is asked for.
 */
function youngestAfter(
  heap: Heap,
  { after, limit }: Page,
  isWanted: ((meta: number) => boolean) | null,
): { total: number; refs: number[] } {
  const { words } = heap;
  const bySerial = (a: number, b: number): number => heap.serialOf(a) - heap.serialOf(b);
  let total = 0;
  let refs: number[] = [];
  let beyond = Number.POSITIVE_INFINITY;
  for (let ref = FIRST_RECORD; ref < heap.top; ref += RECORD_WORDS) {
    const serial = words[ref + SERIAL] as number;
    if (serial <= 0 || (isWanted !== null && !isWanted(words[ref + META] as number))) continue;
    total++;
    if (serial <= after || serial > beyond) continue;
    refs.push(ref);
    if (refs.length < 2 * (limit + 1)) continue;
    refs = refs.sort(bySerial).slice(0, limit + 1);
    beyond = heap.serialOf(refs[limit] as number);
  }
  return { total, refs: refs.sort(bySerial).slice(0, limit + 1) };
}
