/**
 * What a simulated process's memory is made of, as plain data: the constants that CPython fixes when it is compiled,
 * and the addresses that the operating system would choose.
 *
 * Profiles (one per Python version) and a session's what-if settings produce it; whether a what-if value makes sense
 * to a user is checked by them. Here only what the arithmetic needs is asserted (`pymalloc/geometry.ts`).
 */

/** When a wholly free arena goes back to the system (obmalloc.c:insert_to_freepool; 3.9 added the exception). */
export type ArenaReleaseRule = 'always' | 'unless_rightmost';

/**
 * How the interpreter finds out that an address is its own: not at all by address (3.8, 3.9: `none`), or a radix tree
 * over this many address bits: 32 (one flat array), 48 (3.10) or 64 (3.11 and later).
 */
export type ArenaMapKind = 'none' | 32 | 48 | 64;

/**
 * Where arenas come to lie: position k is at `first + k * step` (step may be negative).
 * `consecutive`: the n-th arena takes position n. `lowest_free`: an arena takes the lowest position that is not in use.
 */
export interface ArenaBases {
  readonly mode: 'consecutive' | 'lowest_free';
  readonly first: number;
  readonly step: number;
}

/** Where the system allocator's heap starts (it grows upwards) and below which address it maps large blocks. */
export interface SystemBases {
  readonly heap: number;
  readonly mapped: number;
}

export interface MemoryConfig {
  readonly arenaBytes: number;
  readonly poolBytes: number;
  /** Distance of two size classes, and alignment of every block. */
  readonly alignment: number;
  /** Size of a pointer: the pool header is four of them and sixteen bytes. */
  readonly wordBytes: 4 | 8;
  /** The largest request that a pool serves. */
  readonly smallRequestThreshold: number;
  readonly arenaReleaseRule: ArenaReleaseRule;
  readonly arenaMap: ArenaMapKind;
  readonly arenaBases: ArenaBases;
  /** Arenas that may be live at once; null: as many as the address space holds. */
  readonly arenaLimit: number | null;
  readonly systemBases: SystemBases;
}

/** The part of a configuration that says where things lie. */
export type AddressPlan = Pick<MemoryConfig, 'arenaBases' | 'systemBases'>;

const PAGE_BYTES = 4096;

/** Where the kernel's random choices would start, and how many pages they vary, on Linux x86-64 and i386. */
const LAYOUT_64 = { arenas: 0x7f00_0000_0000, heap: 0x5500_0000_0000, pages: 2 ** 28, mappedBelow: 2 ** 36 };
const LAYOUT_32 = { arenas: 0xf000_0000, heap: 0x0900_0000, pages: 2 ** 13, mappedBelow: 2 ** 30 };

/**
 * Addresses as Linux with address space randomisation would give them, chosen by `seed` alone: arenas are page aligned
 * and descend without gaps from a random place below the stack (a released one leaves a gap that the next one fills),
 * the break starts near the program. A 16 KiB pool therefore usually costs each arena its first pool (3.10 and later),
 * a 4 KiB pool never does.
 */
export function addressPlan(
  seed: number,
  sizes: Pick<MemoryConfig, 'arenaBytes' | 'wordBytes'>,
): AddressPlan {
  const layout = sizes.wordBytes === 8 ? LAYOUT_64 : LAYOUT_32;
  const first = layout.arenas + (scramble(seed, 1) % layout.pages) * PAGE_BYTES;
  return {
    arenaBases: { mode: 'lowest_free', first, step: -sizes.arenaBytes },
    systemBases: {
      heap: layout.heap + (scramble(seed, 2) % layout.pages) * PAGE_BYTES,
      mapped: first - layout.mappedBelow,
    },
  };
}

/** A well mixed uint32 out of any safe integer (the finalizer of MurmurHash3 over both halves). */
function scramble(seed: number, stream: number): number {
  const high = Math.floor(seed / 2 ** 32) | 0;
  return mix(mix((seed | 0) ^ Math.imul(stream, 0x9e3779b9)) ^ high) >>> 0;
}

function mix(value: number): number {
  let h = value;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return h ^ (h >>> 16);
}
