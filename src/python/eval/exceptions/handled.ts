/**
 * The exceptions being handled (tstate->exc_info, a _PyErr_StackItem for the main stack and one for each generator).
 *
 * Up to 3.10 an item holds the exception's class and traceback, too: what `e.__traceback__ = None` drops lives until the handler ends.
 */

import type { Interpreter } from '../interpreter.ts';
import { EXC } from './raise.ts';

/** A handled exception, and the one that was handled outside of the generator that runs. */
export interface Handled {
  exception: number;
  /** A handler has begun here once. */
  begun: boolean;
  /** Up to 3.10: class and traceback (0: none) of each exception that is handled here, the innermost last. */
  readonly triples: number[];
  readonly outer: Handled | null;
}

const NO_TRIPLES: number[] = [];

export function nothingHandled(vm: Interpreter, outer: Handled | null): Handled {
  return { exception: 0, begun: false, triples: vm.rules.handledAsTriple ? [] : NO_TRIPLES, outer };
}

/** A handler begins: the exception (borrowed) becomes the handled one. The one before it, now the caller's; 0 for none. */
export function beginHandling(vm: Interpreter, exception: number): number {
  const { handled } = vm;
  const previous = handled.exception;
  handled.exception = vm.own(exception);
  handled.begun = true;
  if (vm.rules.handledAsTriple) {
    const traceback = vm.field(exception, EXC.TRACEBACK);
    handled.triples.push(vm.own(vm.classes.of(exception).ref), traceback === 0 ? 0 : vm.own(traceback));
  }
  return previous;
}

/** A handler has ended: `previous` (taken over, 0 for none) is the handled exception again. What goes now, in this order; 0: nothing. */
export function endHandling(vm: Interpreter, previous: number): number[] {
  const { handled } = vm;
  const ended = handled.exception;
  handled.exception = previous;
  const { triples } = handled;
  const traceback = triples.length === 0 ? 0 : (triples.pop() as number);
  const type = triples.length === 0 ? 0 : (triples.pop() as number);
  return [type, ended, traceback];
}

/** Where the exception is that is being handled here or further out. */
function topmost(vm: Interpreter): Handled | null {
  let one: Handled | null = vm.handled;
  while (one !== null && one.exception === 0) one = one.outer;
  return one;
}

/** The exception that is being handled here or further out; borrowed, 0 for none. */
export function topmostHandled(vm: Interpreter): number {
  return topmost(vm)?.exception ?? 0;
}

/** The traceback that sys.exc_info() answers; borrowed, 0 for none. */
export function handledTraceback(vm: Interpreter): number {
  const one = topmost(vm);
  if (one === null) return 0;
  return one.triples.at(-1) ?? vm.field(one.exception, EXC.TRACEBACK);
}

/** No exception is being handled any more. */
export function forgetHandled(vm: Interpreter): void {
  for (const ref of heldByHandlers(vm)) vm.decref(ref);
  vm.handled = nothingHandled(vm, null);
}

/** Every reference that the running handlers hold. */
export function heldByHandlers(vm: Interpreter): number[] {
  const held: number[] = [];
  for (let one: Handled | null = vm.handled; one !== null; one = one.outer) held.push(...ownedBy(one));
  return held;
}

/** Every reference that it holds. */
export function ownedBy({ exception, triples }: Handled): number[] {
  return [exception, ...triples].filter((ref) => ref !== 0);
}

/** What the exc_info of a waiting generator visits (exc_state_traverse); borrowed. */
export function handledIn(vm: Interpreter, handled: Handled | null): number[] {
  if (handled === null) return [];
  if (handled.exception === 0) return vm.rules.handlersLeaveNone ? [vm.process.none] : [];
  const [type = 0, traceback = 0] = handled.triples.slice(-2);
  return [type, handled.exception, traceback];
}
