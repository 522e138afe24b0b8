/** Where a mark was placed: the journal knows it for ever, the ring only for a while. */
import { type Outcome, refuse } from '../contract/index.ts';
import type { Operation } from './engine.ts';
import { JournalError } from './ports.ts';
import type { Session } from './session.ts';

/** How many operations had been applied when the newest mark with this label had been placed, up to the moment `until`. */
export async function markedAt(session: Session, label: string, until?: number): Promise<Outcome<number>> {
  const last = Math.min(until ?? Number.POSITIVE_INFINITY, session.position.seq);
  const { journal, record } = session.source;
  let found: number | undefined;
  try {
    for await (const batch of journal.read(record.id, 0)) {
      if (batch.seq >= last) break;
      for (const [index, operation] of batch.operations.entries()) {
        const seq = batch.seq + index + 1;
        if (index < batch.applied && seq <= last && places(operation, label)) found = seq;
      }
    }
  } catch (error) {
    if (error instanceof JournalError) return refuse(error.code);
    throw error;
  }
  return found === undefined ? refuse('no_such_mark', { mark: label }) : { ok: true, value: found };
}

/** Also in a loop, which is one operation. */
function places(operation: Operation, label: string): boolean {
  const waiting: Operation[] = [operation];
  for (let one = waiting.pop(); one !== undefined; one = waiting.pop()) {
    if (one.op === 'mark' && 'label' in one && one.label === label) return true;
    if ('ops' in one && Array.isArray(one.ops)) waiting.push(...(one.ops as Operation[]));
  }
  return false;
}
