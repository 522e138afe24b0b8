/** Which operations, and lines of programs, made objects that are older than the events that are kept: their events are derived again. */
import { type Outcome, refuse } from '../contract/index.ts';
import { JournalError } from './ports.ts';
import type { Session } from './session.ts';
import { WorkerLost } from './threads/failure.ts';
import { TopicFilter } from './topic-filter.ts';

/** Events that are searched at most; what is further back costs more than it says. */
const MOST_EVENTS = 2_000_000;

/** The operation, and the line of the program that had begun last in it. */
export interface Making {
  readonly seq: number;
  readonly line: { readonly file: string; readonly line: number } | null;
}

/** By object id, for those that were made by one of the last two million events up to `offset`. */
export async function allocatedBy(
  session: Session,
  objects: ReadonlySet<string>,
  offset: number,
): Promise<Outcome<ReadonlyMap<string, Making>>> {
  const found = new Map<string, Making>();
  let begun: Making = { seq: 0, line: null };
  const { past } = session.source;
  if (!past.open) return refuse('session_busy', { maximum: past.limits.readers });
  const range = { after: Math.max(0, offset - MOST_EVENTS), to: offset, limit: Number.POSITIVE_INFINITY };
  try {
    for await (const { events } of session.replayedEvents(range, new TopicFilter(['object', 'program']))) {
      for (const event of events) {
        if (event.type === 'program.line')
          begun = { seq: event.seq, line: { file: event.filename, line: event.line } };
        if (event.type === 'object.allocated' && objects.has(event.object))
          found.set(event.object, { seq: event.seq, line: begun.seq === event.seq ? begun.line : null });
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
