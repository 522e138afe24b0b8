/** The one way for this room to report a bug of its own: an equation that must hold does not. */
export class FrontEndBug extends Error {
  override readonly name = 'FrontEndBug';
}

export function invariant(condition: boolean, mustHold: string): asserts condition {
  if (!condition) throw new FrontEndBug(mustHold);
}
