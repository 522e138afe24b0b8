/** The words of a pool's record, which follow each other by pool id (pymalloc.ts says what always holds of them). */
export const POOL_WORDS = 12;
/** Blocks in use. */
export const POOL_COUNT = 0;
/** 1 + index of the block freed last; 0 when no block is ready. */
export const POOL_FREE = 1;
/** Blocks ever linked: the next virgin one has this index. */
export const POOL_CARVED = 2;
/** Size class; kept when the pool becomes free. */
export const POOL_CLASS = 3;
/** Next in the used list of the class, or in the arena's list of free pools. */
export const POOL_NEXT = 4;
export const POOL_PREV = 5;
/** Start of its run of links, and log2 of the run's length (0: it has none). */
export const POOL_RUN = 6;
export const POOL_RUN_LOG2 = 7;
/** Serial of its arena, and offset of its block 0 from the arena's base: for events, so that they need no division. */
export const POOL_SERIAL = 8;
export const POOL_BLOCKS = 9;
/** Address of its block 0, low and high 32 bits. A pool never crosses a multiple of 2 ** 32: it is aligned to its size. */
export const POOL_LOW = 10;
export const POOL_HIGH = 11;
