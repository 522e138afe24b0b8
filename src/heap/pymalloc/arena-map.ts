/**
 * The radix tree that tells an interpreter's own addresses from foreign ones (3.10 and later, obmalloc.c:
 * arena_map_mark_used), reduced to what can be observed: how many nodes it has and what they cost.
 *
 *   address:  | root index | mid index | bot index | offset in the arena |
 *               interior     interior    the rest    log2(arenaBytes)
 *
 * Interior levels have ceil((addressBits - arenaBits) / 3) bits each: 10/10/8 over 48 bits (3.10), 15/15/14 over 64
 * (3.11 and later) with 1 MiB arenas. A 32-bit build has one flat array of pairs instead and counts no nodes.
 * Nodes are never freed. An arena whose base is no multiple of its size touches the leaf after its own as well.
 */
import type { ArenaMapKind } from '../memory-config.ts';

export interface ArenaMapFigures {
  /** null where the map is one flat array, which has no inner nodes to count. */
  readonly nodes: { readonly mid: number; readonly bot: number } | null;
  readonly rootBytes: number;
  readonly midBytes: number;
  readonly botBytes: number;
}

export interface ArenaMapState {
  readonly mids: readonly number[];
  readonly bots: readonly number[];
}

/** A leaf is a pair of 32-bit offsets, an inner entry a 64-bit pointer. */
const ENTRY_BYTES = 8;

export class ArenaMap {
  readonly #kind: ArenaMapKind;
  readonly #arenaBytes: number;
  readonly #interiorBits: number;
  readonly #botBits: number;
  readonly #mids = new Set<number>();
  readonly #bots = new Set<number>();

  constructor(kind: ArenaMapKind, arenaBytes: number) {
    this.#kind = kind;
    this.#arenaBytes = arenaBytes;
    const bits = (kind === 'none' ? 0 : kind) - Math.log2(arenaBytes);
    this.#interiorBits = kind === 48 || kind === 64 ? Math.floor((bits + 2) / 3) : 0;
    this.#botBits = bits - 2 * this.#interiorBits;
  }

  /** A new arena is entered. */
  enter(base: number): void {
    if (this.#interiorBits === 0) return;
    this.#touch(base);
    if (base % this.#arenaBytes !== 0) this.#touch(base + this.#arenaBytes);
  }

  /** null for versions without the tree. */
  figures(): ArenaMapFigures | null {
    if (this.#kind === 'none') return null;
    const botBytes = 2 ** this.#botBits * ENTRY_BYTES;
    if (this.#interiorBits === 0) return { nodes: null, rootBytes: botBytes, midBytes: 0, botBytes: 0 };
    const innerBytes = 2 ** this.#interiorBits * ENTRY_BYTES;
    return {
      nodes: { mid: this.#mids.size, bot: this.#bots.size },
      rootBytes: innerBytes,
      midBytes: this.#mids.size * innerBytes,
      botBytes: this.#bots.size * botBytes,
    };
  }

  save(): ArenaMapState {
    return { mids: [...this.#mids], bots: [...this.#bots] };
  }

  restore(state: ArenaMapState): void {
    this.#mids.clear();
    this.#bots.clear();
    for (const mid of state.mids) this.#mids.add(mid);
    for (const bot of state.bots) this.#bots.add(bot);
  }

  #touch(address: number): void {
    const bot = Math.floor(address / this.#arenaBytes / 2 ** this.#botBits);
    this.#bots.add(bot);
    this.#mids.add(Math.floor(bot / 2 ** this.#interiorBits));
  }
}
