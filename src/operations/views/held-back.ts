/**
 * Why the process is still as large as it is: which live blocks hold the arenas that are nearly empty, and which one stands at the top
 * of the system heap. Owners are found in one walk over all objects, for the few blocks that are shown.
 */
import {
  addressText,
  type Explanation,
  explain,
  type HeldBack,
  type HeldBlock,
  objectIdOf,
  paragraph,
} from '../../contract/index.ts';
import { forEachExtraBlock, forEachObject, type MemoryPoolView } from '../../heap/index.ts';
import type { Process } from '../../objects/index.ts';
import { roleOf } from './objects.ts';

type ArenaHold = HeldBack['arenas'][number];
type Owner = Pick<HeldBlock, 'held_by' | 'object' | 'type' | 'role' | 'name'>;

const ARENAS_SHOWN = 8;
const BLOCKS_SHOWN = 16;
/** More free bytes at the top go back to the system at once (glibc's M_TRIM_THRESHOLD). */
const TRIM_BYTES = 128 * 1024;
const NOBODY: Owner = { held_by: 'interpreter', object: null, type: null, role: null, name: null };

interface Place {
  readonly handle: number;
  readonly pool: number | null;
  readonly sizeClass: number | null;
}

export function heldBackView(process: Process): HeldBack {
  const { memory } = process.heap;
  const arenas = emptiestArenas(process);
  const last = memory.lastSystemBlock();
  const handles = arenas.flatMap(({ places }) => places.map(({ handle }) => handle));
  const owners = ownersOf(process, new Set(last === 0 ? handles : [...handles, last]));
  const describe = ({ handle, pool, sizeClass }: Place): HeldBlock => ({
    address: addressText(memory.addressOf(handle)),
    bytes: memory.sizeOf(handle),
    size_class: sizeClass,
    pool: pool === null ? null : addressText(pool),
    ...(owners.get(handle) ?? NOBODY),
  });
  const figures = memory.systemFigures();
  const system: HeldBack['system_heap'] = {
    free_bytes: figures.freeBytes,
    top_bytes: figures.topBytes,
    last: last === 0 ? null : describe({ handle: last, pool: null, sizeClass: null }),
  };
  const shown = arenas.map(({ places, ...arena }) => ({ ...arena, held: places.map(describe) }));
  return { arenas: shown, system_heap: system, explanation: wordsFor(process, shown, system) };
}

interface FoundArena extends Omit<ArenaHold, 'held'> {
  readonly places: readonly Place[];
}

/** Every live arena is looked at; of the emptiest the first blocks. */
function emptiestArenas({ heap: { memory } }: Process): FoundArena[] {
  const arenas = memory.arenas().map(({ serial, address }) => {
    const pools = (memory.arena(serial)?.pools ?? []).filter((pool) => pool.blocksInUse > 0);
    const blocks = total(pools, (pool) => pool.blocksInUse);
    return { serial, address, pools, blocks };
  });
  const emptiest = arenas.sort((a, b) => a.blocks - b.blocks).slice(0, ARENAS_SHOWN);
  return emptiest.map(({ serial, address, pools, blocks }) => {
    const inUse = total(pools, (pool) => pool.blocksInUse * pool.blockBytes);
    return {
      arena: serial,
      address: addressText(address),
      pools_in_use: pools.length,
      blocks,
      bytes_in_use: inUse,
      bytes_free: memory.config.arenaBytes - inUse,
      places: firstBlocks(memory, pools),
    };
  });
}

function firstBlocks(memory: Process['heap']['memory'], pools: readonly MemoryPoolView[]): Place[] {
  const places: Place[] = [];
  for (const { address, szidx } of pools) {
    const pool = memory.pool(address);
    if (pool === null) continue;
    for (const [index, state] of pool.blockStates.entries()) {
      if (state !== 'used') continue;
      if (places.length === BLOCKS_SHOWN) return places;
      const handle = memory.blockAt(address + pool.headerBytes + index * pool.blockBytes);
      places.push({ handle, pool: address, sizeClass: szidx });
    }
  }
  return places;
}

function total(pools: readonly MemoryPoolView[], of: (pool: MemoryPoolView) => number): number {
  let sum = 0;
  for (const pool of pools) sum += of(pool);
  return sum;
}

function ownersOf(process: Process, wanted: ReadonlySet<number>): Map<number, Owner> {
  const { heap } = process;
  const owners = new Map<number, Owner>();
  const note = (block: number, owner: () => Owner): void => {
    if (wanted.has(block)) owners.set(block, owner());
  };
  forEachObject(heap, (ref) => {
    const owned = (role: string) => (): Owner => ({
      held_by: 'object',
      object: objectIdOf(heap.serialOf(ref)),
      type: heap.typeOf(ref).name,
      role,
      name: null,
    });
    note(heap.blockOf(ref), owned('header'));
    forEachExtraBlock(heap, ref, (block) => note(block, owned(roleOf(heap, ref))));
  });
  const { list, dict, dictKeys, float, frame, slice, tuples } = heap.freeLists;
  const kept = { list, dict, 'dict keys': dictKeys, float, frame, slice, tuple: tuples.flat() };
  for (const [type, blocks] of Object.entries(kept))
    for (const block of blocks) note(block, () => ({ ...NOBODY, held_by: 'free_list', type }));
  for (const { name, keptFrame } of process.functions.values())
    note(keptFrame, () => ({ ...NOBODY, held_by: 'free_list', type: 'frame', name }));
  for (const [name, block] of process.blocks) note(block, () => ({ ...NOBODY, held_by: 'name', name }));
  return owners;
}

function wordsFor(
  { heap: { memory } }: Process,
  arenas: HeldBack['arenas'],
  system: HeldBack['system_heap'],
): Explanation {
  const resident = memory.residentBytes();
  const count = memory.arenas().length;
  const words: Explanation[] = [
    count === 0
      ? explain('resident_no_arenas')
      : explain('resident_arenas', { arenas: count, arena_bytes: memory.config.arenaBytes }),
  ];
  const emptiest = arenas[0];
  const first = emptiest?.held[0];
  if (emptiest !== undefined && first !== undefined) {
    const { arena, blocks, bytes_in_use: bytes } = emptiest;
    words.push(explain('arena_pinned', { arena, blocks, bytes, block: ownerText(first) }));
  }
  if (system.free_bytes > 0 && system.last !== null)
    words.push(explain('heap_pinned', { free: system.free_bytes, address: system.last.address }));
  if (system.top_bytes > 0) words.push(explain('heap_trim', { free: system.top_bytes, trim: TRIM_BYTES }));
  if (resident.mapped > 0) words.push(explain('mapped', { bytes: resident.mapped }));
  return paragraph(words);
}

function ownerText({ address, object, type, name, held_by: by }: HeldBlock): string {
  if (object !== null) return `${object} (${type}) @ ${address}`;
  return `${name ?? type ?? by} @ ${address}`;
}
