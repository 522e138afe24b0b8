/**
 * The codes of heap events, as they stand in the ring: `[code, seq, a, b, c]`.
 *
 * What a, b and c mean is said beside each code; `contract/event.ts` holds the public shape that each becomes.
 * A "serial" is an object's public number (`#17`), a "symbol" is an index into the ring's table of strings,
 * an "arena serial" counts arenas in the order in which they were obtained, offsets are bytes from the arena's base.
 * Codes are part of the journal's contract (replay gives the same numbers): never renumber, only add.
 */
export const EV = {
  /** a: symbol of the operation's name; last event of every operation that completed. */
  OPERATION_APPLIED: 1,
  /** a: symbol of the operation's name, b: symbol of the exception's type, c: symbol of its message. */
  OPERATION_FAILED: 2,
  /** a: symbol of the label. */
  MARK_PLACED: 3,

  /** a: symbol of the name, b: object's serial, c: depth of the frame (0 = globals). */
  NAME_BOUND: 8,
  /** a: symbol of the name, b: object's serial, c: depth of the frame. */
  NAME_UNBOUND: 9,
  /** a: symbol of the function's name, b: depth of the new frame. */
  FRAME_ENTERED: 10,
  /** a: symbol of the function's name, b: depth of the frame that ended. */
  FRAME_LEFT: 11,

  /** a: symbol of the file's name. */
  PROGRAM_STARTED: 12,
  /** a: line, b: symbol of the code's name, c: symbol of the file's name; the line is about to run. */
  PROGRAM_LINE: 13,
  /** a: symbol of the text, b: 1 standard output, 2 standard error. */
  PROGRAM_PRINTED: 14,
  /** a: exit status, b: 1 + symbol of the exception that nobody caught, 0: none, c: 1 + symbol of the budget that ran out, 0: none. */
  PROGRAM_ENDED: 15,

  /** a: serial, b: (type symbol << 16) | high 16 bits of the address, c: low 32 bits of the address. */
  OBJECT_ALLOCATED: 16,
  /** a: serial, b: type symbol. */
  OBJECT_DEALLOCATED: 17,
  /** a: serial; its finalizer was called. */
  OBJECT_FINALIZED: 18,
  /** a: serial; alive again after its finalizer. */
  OBJECT_RESURRECTED: 19,
  /** a: serial; entered the list of generation 0. */
  OBJECT_TRACKED: 20,
  /** a: serial; left the collector's lists while alive. */
  OBJECT_UNTRACKED: 21,

  /** a: serial, b: the new reference count, c: serial of the holder (0: a name, a frame or the interpreter). */
  REFERENCE_ADDED: 24,
  /** a: serial, b: the new reference count, c: serial of the holder (0: a name, a frame or the interpreter). */
  REFERENCE_DROPPED: 25,

  /** a: type symbol, b: length of the list after it; the dead object's header is kept for the next one. */
  FREE_LIST_PUSHED: 28,
  /** a: type symbol, b: length of the list after it. */
  FREE_LIST_POPPED: 29,
  /** a: number of kept headers given back by a full collection. */
  FREE_LIST_CLEARED: 30,

  /** a: arena serial, b: byte offset, c: requested bytes. */
  BLOCK_ALLOCATED: 32,
  /** a: arena serial, b: byte offset, c: block size in bytes. */
  BLOCK_FREED: 33,

  /** a: arena serial, b: byte offset of the pool, c: size class; a never-used pool was initialised. */
  POOL_CARVED: 40,
  /** a: arena serial, b: byte offset, c: (last size class << 16) | size class; a free pool initialised anew. */
  POOL_REUSED: 41,
  /** a: arena serial, b: byte offset, c: size class; a free pool taken again by the class it had: keeps its free list. */
  POOL_RESUMED: 42,
  /** a: arena serial, b: byte offset, c: size class; its last block was handed out. */
  POOL_FILLED: 43,
  /** a: arena serial, b: byte offset, c: size class; it was full and a block came back. */
  POOL_REOPENED: 44,
  /** a: arena serial, b: byte offset, c: size class; its last block came back. */
  POOL_EMPTIED: 45,

  /** a: arena serial, b: slot, c: pools it can hold. */
  ARENA_ALLOCATED: 48,
  /** a: arena serial, b: slot. */
  ARENA_FREED: 49,
  /** a: old number of slots, b: new number. */
  ARENA_SLOTS_GROWN: 50,

  /** a: low 32 bits of the address, b: high bits, c: requested bytes; from the system allocator. */
  RAW_ALLOCATED: 56,
  /** a: low 32 bits of the address, b: high bits, c: bytes given back. */
  RAW_FREED: 57,
  /** a: resident size of the system allocator's heap in KiB before, b: after; the break moved. */
  RAW_BREAK_MOVED: 58,

  /** a: generation; 3.12+: an allocation passed the threshold, the collection waits for the next check. */
  GC_SCHEDULED: 64,
  /** a: generation, b: 1 when asked for by gc.collect() and 0 when automatic, c: objects in its list. */
  GC_STARTED: 65,
  /** a: serial of an object found unreachable, b: generation. */
  GC_FOUND: 66,
  /** a: generation, b: collected, c: uncollectable. */
  GC_FINISHED: 67,
  /** a: from generation, b: to generation, c: number of objects that moved. */
  GC_PROMOTED: 68,
  /** a: number of objects moved to the permanent generation. */
  GC_FROZEN: 69,
  /** a: number of objects moved back to generation 2. */
  GC_UNFROZEN: 70,
  /** a: 1 enabled, 0 disabled. */
  GC_SWITCHED: 71,
  /** a, b, c: the new thresholds. */
  GC_THRESHOLD_SET: 72,
  /** a: serial of an object that was put into gc.garbage. */
  GC_SAVED: 73,

  /** a: serial of the weak reference, b: serial of its referent. */
  WEAKREF_CREATED: 80,
  /** a: serial of the weak reference, b: serial of the referent that it lost. */
  WEAKREF_CLEARED: 81,
  /** a: serial of the weak reference; its callback was called. */
  WEAKREF_CALLED: 82,
} as const;

export type EventCode = (typeof EV)[keyof typeof EV];
