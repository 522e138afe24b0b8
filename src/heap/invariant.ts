/**
 * The one way to report a bug: an equation that must hold does not.
 * A fault is the client's mistake and a Python exception is Python's; neither comes through here.
 */
export class InvariantError extends Error {
  override readonly name = 'InvariantError';
}

/** Throws {@link InvariantError} unless `condition` holds; `mustHold` states the equation in words. */
export function invariant(condition: boolean, mustHold: string): asserts condition {
  if (!condition) throw new InvariantError(mustHold);
}
