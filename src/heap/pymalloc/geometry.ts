/**
 * The arithmetic of arenas, pools and size classes that follows from a configuration (obmalloc.c, the constants at its
 * head: ALIGNMENT, SMALL_REQUEST_THRESHOLD, ARENA_SIZE, POOL_SIZE, POOL_OVERHEAD, NB_SMALL_SIZE_CLASSES, INDEX2SIZE).
 *
 *   pool:  | header | block 0 | block 1 | ... | block N-1 | tail |
 *          0        headerBytes                                  poolBytes
 *
 * Always: headerBytes + N(c) * S(c) + quantization(c) === poolBytes, with 0 <= quantization(c) < S(c).
 *
 * A block handle is `(pool id << blockBits) | block index`; a pool id is `slot * poolsPerArena + index + 1`, so both
 * follow from the arena's slot and a handle is positive.
 */
import { invariant } from '../invariant.ts';
import type { MemoryConfig } from '../memory-config.ts';

export interface Geometry {
  readonly arenaBytes: number;
  readonly poolBytes: number;
  readonly headerBytes: number;
  readonly threshold: number;
  /** Pools of an arena that starts on a pool boundary; a power of two. */
  readonly poolsPerArena: number;
  /** log2(poolsPerArena). */
  readonly poolShift: number;
  /** log2(alignment). */
  readonly alignShift: number;
  /** Bits of a handle that hold the block's index. */
  readonly blockBits: number;
  readonly sizeClasses: number;
  /** S(c), by size class. */
  readonly blockSizes: Int32Array;
  /** N(c), by size class. */
  readonly blocksPerPool: Int32Array;
}

/** Sessions of one version have the same geometry; what-if settings are few enough to start over when they are many. */
const known = new Map<string, Geometry>();
const MOST_KNOWN = 64;

export function geometryOf(config: MemoryConfig): Geometry {
  const { arenaBytes, poolBytes, alignment, smallRequestThreshold, wordBytes } = config;
  const key = [arenaBytes, poolBytes, alignment, smallRequestThreshold, wordBytes].join();
  const geometry = known.get(key) ?? computeGeometry(config);
  if (known.size >= MOST_KNOWN) known.clear();
  known.set(key, geometry);
  return geometry;
}

function computeGeometry(config: MemoryConfig): Geometry {
  const { arenaBytes, poolBytes, alignment, smallRequestThreshold: threshold } = config;
  const poolsPerArena = arenaBytes / poolBytes;
  invariant(isPowerOfTwo(alignment) && isPowerOfTwo(poolBytes), 'alignment and pool size are powers of two');
  invariant(isPowerOfTwo(poolsPerArena) && poolsPerArena >= 4, 'an arena holds 4, 8, 16 ... pools');
  invariant(
    threshold > 0 && threshold % alignment === 0,
    'the small request threshold is a multiple of the alignment',
  );
  const headerBytes = roundUp(4 * config.wordBytes + 16, alignment);
  const sizeClasses = threshold / alignment;
  const blockSizes = Int32Array.from({ length: sizeClasses }, (_, szidx) => (szidx + 1) * alignment);
  const blocksPerPool = blockSizes.map((size) => Math.floor((poolBytes - headerBytes) / size));
  invariant((blocksPerPool.at(-1) ?? 0) >= 2, 'a pool holds at least two blocks of the largest class');
  const mostBlocks = blocksPerPool[0] ?? 0;
  invariant(mostBlocks < 0xffff, 'block indices fit in 16 bits');
  return {
    arenaBytes,
    poolBytes,
    headerBytes,
    threshold,
    poolsPerArena,
    poolShift: Math.log2(poolsPerArena),
    alignShift: Math.log2(alignment),
    blockBits: 32 - Math.clz32(mostBlocks - 1),
    sizeClasses,
    blockSizes,
    blocksPerPool,
  };
}

/** Bytes at the end of each pool of the class that no block covers. */
export function quantization(geometry: Geometry, szidx: number): number {
  const size = geometry.blockSizes[szidx] as number;
  return (geometry.poolBytes - geometry.headerBytes) % size;
}

function isPowerOfTwo(value: number): boolean {
  return Number.isSafeInteger(value) && value > 0 && Number.isInteger(Math.log2(value));
}

function roundUp(value: number, multiple: number): number {
  return Math.ceil(value / multiple) * multiple;
}
