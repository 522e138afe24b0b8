/**
 * Python code that the heap has come to: a finalizer, the callback of a weak reference, gc.callbacks.
 *
 * Deallocations and collections that can be stopped hand it out and go on when they are asked again; whoever cannot wait runs it at once.
 */
import type { HeapHooks } from './heap-hooks.ts';

export interface Finalizer {
  readonly what: 'finalizer';
  readonly ref: number;
}

/** A weak reference whose referent is gone, and what is to be called with it. */
export interface Callback {
  readonly what: 'callback';
  readonly weakref: number;
  readonly callback: number;
}

export interface CollectorPhase {
  readonly what: 'phase';
  readonly phase: 'start' | 'stop';
  readonly generation: number;
  readonly collected: number;
}

export type DueCode = Finalizer | Callback | CollectorPhase;

/** What was handed out has run when the next is asked for. */
export type DueCodes<Result = void> = Generator<DueCode, Result, void>;

export function runNow(hooks: HeapHooks, due: DueCode): void {
  if (due.what === 'finalizer') hooks.finalize(due.ref);
  else if (due.what === 'callback') hooks.weakrefDied(due.weakref, due.callback);
  else hooks.collecting(due.phase, due.generation, due.collected);
}

export function finishNow<Result>(hooks: HeapHooks, codes: DueCodes<Result>): Result {
  let next = codes.next();
  for (; next.done !== true; next = codes.next()) runNow(hooks, next.value);
  return next.value;
}
