/**
 * Where a fork parts from the session that it grows from.
 *
 * The fork shares the whole batches before the moment; of a batch that the moment lies in, it has the first operations as a
 * batch of its own. Nothing else is copied, and the heap is loaded when the fork is first asked for something: from the newest
 * snapshot before the moment, however long the history is.
 */
import { type Outcome, type Position, refuse } from '../contract/index.ts';
import { type Beginning, type JournalBatch, JournalError } from './ports.ts';
import type { Session } from './session.ts';

export interface ForkPoint {
  readonly forkOf: NonNullable<Beginning['forkOf']>;
  /** The operations of a batch that the moment lies in. */
  readonly batches: readonly JournalBatch[];
  readonly position: Position;
}

/** @param at the moment when so many operations had been applied; undefined: now */
export async function forkPointOf(session: Session, at: number | undefined): Promise<Outcome<ForkPoint>> {
  const { seq } = session.position;
  if (at !== undefined && at > seq) return refuse('no_such_moment', { seq, at });
  if (at === undefined || at === seq) {
    const present = await presentPoint(session, at);
    if (!present.ok) return present;
    if (present.value !== undefined) return { ok: true, value: present.value };
  }
  try {
    return await pastPoint(session, at ?? seq);
  } catch (error) {
    if (error instanceof JournalError) return refuse(error.code);
    throw error;
  }
}

/** Undefined when the session has moved on before it was our turn. */
async function presentPoint(
  session: Session,
  at: number | undefined,
): Promise<Outcome<ForkPoint | undefined>> {
  const present = await session.present();
  if (!present.ok) return present;
  const { position, batches } = present.value;
  if (at !== undefined && position.seq !== at) return { ok: true, value: undefined };
  return { ok: true, value: { forkOf: { session: session.id, batches }, batches: [], position } };
}

async function pastPoint(session: Session, at: number): Promise<Outcome<ForkPoint>> {
  const { source } = session;
  const point = await session.pointAt(at);
  if (!point.ok) return point;
  const { batch, offset } = point.value;
  const position = { seq: at, epoch: session.record.epoch, offset };
  const forkOf = { session: session.id, batches: batch };
  for await (const { operations, seq } of source.journal.read(session.id, batch)) {
    if (seq >= at) break;
    const applied = at - seq;
    const begun = { operations: operations.slice(0, applied), applied, offset: position.offset };
    return { ok: true, value: { forkOf, batches: [begun], position } };
  }
  return { ok: true, value: { forkOf, batches: [], position } };
}
