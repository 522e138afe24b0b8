/**
 * A program that runs long is applied in parts, each of them durable, and then visible, before the next one runs
 * (docs/adr/0010-long-programs-are-kept-in-parts.md).
 *
 *   | run, part: N | continue, part: N | ... | continue |      one batch each; only the last one counts as applied
 *
 * What lies between the first and the last is in no moment: it belongs to the operation that is on its way.
 */
import type { ApplyRequest } from './batch.ts';
import type { Operation } from './engine.ts';
import type { StoredBatch } from './ports.ts';

/** Some hundredths of a second: no more events than a subscriber can be kept, and soon enough to look live. */
const WATCHED_INSTRUCTIONS = 200_000;
/** Some tenths of a second. */
const UNWATCHED_INSTRUCTIONS = 5_000_000;
const IN_PARTS: ReadonlySet<string> = new Set(['run', 'program.step']);

export function runsInParts({ operations, onError }: ApplyRequest): boolean {
  return operations.length === 1 && onError === 'stop' && IN_PARTS.has((operations[0] as Operation).op);
}

function instructions(watched: boolean): number {
  return watched ? WATCHED_INSTRUCTIONS : UNWATCHED_INSTRUCTIONS;
}

export function firstPart(request: ApplyRequest, watched: boolean): ApplyRequest {
  return {
    ...request,
    operations: [{ ...(request.operations[0] as Operation), part: instructions(watched) }],
  };
}

/** The answer is that of the whole, so it is kept with the last part, under the same key. */
export function nextPart({ onError, key }: ApplyRequest, watched: boolean): ApplyRequest {
  return { operations: [{ op: 'program.continue', part: instructions(watched) }], onError, key };
}

/** Ends a program that the journal has a beginning of and no end: whoever ran it is gone. */
export const LOST: ApplyRequest = { operations: [{ op: 'program.continue', lost: true }], onError: 'stop' };

/** A part after which there are more. */
export function isUnfinishedPart({
  applied,
  operations,
}: Pick<StoredBatch, 'applied' | 'operations'>): boolean {
  return applied === 0 && operations.at(-1)?.['part'] !== undefined;
}
