import type { DueCode } from './due-code.ts';

/** What the heap asks of whoever runs Python code. */
export interface HeapHooks {
  /** Runs the finalizer of `ref`, which is alive meanwhile; OBJECT_FINALIZED is written when its body begins. */
  finalize(ref: number): void;
  /** Is it Python code that can be waited for (Deallocator.deallocLast)? */
  waitsFor(due: DueCode): boolean;
  /** Calls the callback of a weak reference whose referent is gone; WEAKREF_CALLED is written when its body begins. */
  weakrefDied(weakref: number, callback: number): void;
  /** The collector prints: `gc.set_debug` with DEBUG_STATS, DEBUG_COLLECTABLE or DEBUG_UNCOLLECTABLE. */
  print(line: string): void;
  /** repr() for the collector's debug lines: type name and address. */
  describe(ref: number): string;
  /** Puts an object into gc.garbage (DEBUG_SAVEALL). */
  saveGarbage(ref: number): void;
  /** A frame object is dead: true when its code keeps the block. */
  keepFrame(frame: number): boolean;
  /** A class object is dead; its record is still there. */
  classDied(ref: number): void;
  /** An interned str is about to die. */
  internedDied(str: number): void;
  /** Nobody holds an object any more that was there before the program, or that takes none of its memory. */
  outsideDied(ref: number): void;
  /** The last values chunk that used these shared keys is gone. */
  keysUnshared(id: number): void;
  /** A full collection: how many objects survive it that are not kept on this heap. */
  survivingOutside(): number;
  /** gc.callbacks, when there are any. */
  collecting(phase: 'start' | 'stop', generation: number, collected: number): void;
}

export const SILENT_HOOKS: HeapHooks = {
  finalize: () => undefined,
  waitsFor: () => false,
  weakrefDied: () => undefined,
  print: () => undefined,
  describe: () => '',
  saveGarbage: () => undefined,
  keepFrame: () => false,
  classDied: () => undefined,
  internedDied: () => undefined,
  outsideDied: () => undefined,
  keysUnshared: () => undefined,
  survivingOutside: () => 0,
  collecting: () => undefined,
};
