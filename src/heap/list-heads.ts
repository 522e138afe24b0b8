/** Which records are the heads of the collector's lists: the first ones, which are no objects. */

/** The generations, youngest first. */
export const GENERATION_HEADS = [8, 16, 24] as const;
export const PERMANENT_HEAD = 32;
/** Heads of the collector's working lists, a set for each level of nested collections. */
export const WORKING_LISTS = [
  { unreachable: 40, seen: 48, callbacks: 56 },
  { unreachable: 64, seen: 72, callbacks: 80 },
] as const;
/** The records before it are list heads. */
export const FIRST_RECORD = 88;
