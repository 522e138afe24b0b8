/** Deallocations that wait for Python code (dealloc.ts). */
import type { DueCode, DueCodes } from './due-code.ts';

/** Where a run of deallocations has stopped. */
export interface Stop {
  readonly due: DueCode;
  /** What is on top. */
  readonly ref: number;
  /** The callbacks of its weak references after this one; null while its finalizer is due. */
  readonly calls: DueCodes | null;
  /** Where the run ends. */
  base: number;
  /** What is dropped after the run; null for nothing. */
  rest: Rest | null;
}

/** References that are dropped one after the other, and what is done after the last. */
export interface Rest {
  readonly refs: readonly number[];
  /** Who has held them. */
  readonly holder: number;
  readonly finish: () => void;
  at: number;
}
