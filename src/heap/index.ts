/** The door of the heap: memory itself. Imports nothing from outside this room at run time. */
export { AllocationTrial, CollectionDue } from './allocation-trial.ts';
export { ANNEX_DICT, Annex } from './annex.ts';
export { DEBUG_COLLECTABLE, DEBUG_SAVEALL, DEBUG_STATS, DEBUG_UNCOLLECTABLE } from './debug-flags.ts';
export { type Callback, type CollectorPhase, type DueCode, type DueCodes, runNow } from './due-code.ts';
export { EDGE, type Edge, forEachEdge } from './edges.ts';
export { EV, type EventCode } from './event-codes.ts';
export { EventRing } from './event-ring.ts';
export {
  Heap,
  type HeapSettings,
  type HeapState,
} from './heap.ts';
export type { HeapHooks } from './heap-hooks.ts';
export { invariant } from './invariant.ts';
export * from './layout.ts';
export { FIRST_RECORD, GENERATION_HEADS, PERMANENT_HEAD } from './list-heads.ts';
export { Memory } from './memory.ts';
export * from './memory-config.ts';
export type { Profile, PythonVersion } from './profile.ts';
export { PROFILES, PYTHON_VERSIONS } from './profiles.ts';
export type { ArenaView as MemoryArenaView, PoolView as MemoryPoolView } from './pymalloc/views.ts';
export { type AtVersion, atVersion, type Minor, type Since, since } from './since.ts';
export {
  detachValues,
  dictTableCells,
  freeDictTable,
  freeValues,
  symbolOfKeys,
  usableOf,
  valuesBytes,
  valuesCells,
} from './tables.ts';
export type { TraceFrame } from './trace-sites.ts';
export type { TraceGroup, TraceSnapshot } from './trace-snapshots.ts';
export { traverse, type Visit } from './traverse.ts';
export { newTuple, newTupleFrom, tupleBytes } from './tuples.ts';
export type { TypeInfo } from './type-info.ts';
export { findUnreachable } from './unreachable.ts';
export { mayBeTracked } from './untrack.ts';
export { forEachExtraBlock, forEachObject, forEachOwned, validateHeap } from './validate.ts';
