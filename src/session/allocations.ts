/** Which operations made objects that are older than the events that are kept: their events are derived again. */
import { type Outcome, refuse } from '../contract/index.ts';
import { JournalError } from './ports.ts';
import type { Session } from './session.ts';
import { WorkerLost } from './threads/failure.ts';
import { TopicFilter } from './topic-filter.ts';

/** Events that are searched at most; what is further back costs more than it says. */
const MOST_EVENTS = 2_000_000;

/** By object id, for those that were made by one of the last two million events up to `offset`. */
export async function allocatedBy(
  session: Session,
  objects: ReadonlySet<string>,
  offset: number,
): Promise<Outcome<ReadonlyMap<string, number>>> {
  const found = new Map<string, number>();
  const { past } = session.source;
  if (!past.open) return refuse('session_busy', { maximum: past.limits.readers });
  const range = { after: Math.max(0, offset - MOST_EVENTS), to: offset, limit: Number.POSITIVE_INFINITY };
  try {
    for await (const { events } of session.replayedEvents(range, new TopicFilter(['object']))) {
      for (const event of events) {
        if (event.type === 'object.allocated' && objects.has(event.object))
          found.set(event.object, event.seq);
      }
      if (found.size === objects.size) break;
    }
  } catch (error) {
    if (error instanceof JournalError) return refuse(error.code);
    if (error instanceof WorkerLost) return refuse('worker_lost');
    throw error;
  }
  return { ok: true, value: found };
}
