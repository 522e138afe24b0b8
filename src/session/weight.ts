/**
 * What makes a session heavy: more than anybody else should have to wait for in the thread that answers everybody.
 *
 * The figures are those of docs/adr/0007-heavy-sessions-move-to-workers.md: a slice takes about a millisecond, collecting so many
 * objects about five. Each step and each object has written an event, so the number of events bounds what a replay may cost.
 */
export interface Weight {
  /** Slices that a batch may take. */
  readonly slices: number;
  /** Objects that may be alive. */
  readonly objects: number;
  /** Events that the past may have. */
  readonly events: number;
}

export const LIGHT: Weight = { slices: 10, objects: 20_000, events: 100_000 };
export const ANY_WEIGHT: Weight = { slices: Infinity, objects: Infinity, events: Infinity };
