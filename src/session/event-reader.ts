/**
 * Reads a session's events from a position on: from the ring while they are in it, else by replay.
 *
 * What it hands out is exactly the wanted events in the order of their offsets; `offset` says how far the search has come, so
 * that a reader who wanted none of them knows it too. Nothing beyond the session's visible position is read.
 */
import { type HeapEvent, type Outcome, refuse } from '../contract/index.ts';
import type { Process } from './engine.ts';
import { JournalError } from './ports.ts';
import {
  CHUNK_EVENTS,
  type EventChunk,
  type EventRange,
  eventsOf,
  type ReplaySource,
  replayEvents,
} from './replay.ts';
import type { Session } from './session.ts';
import { WorkerLost } from './threads/failure.ts';
import type { TopicFilter } from './topic-filter.ts';

/** The next chunk after `after`, or undefined when the ring has lost its beginning. */
export function recentEvents(session: Session, after: number, filter: TopicFilter): EventChunk | undefined {
  const visible = session.position.offset;
  if (after >= visible) return { events: [], offset: visible };
  const process = session.readableProcess;
  if (process === undefined || process.heap.ring.firstKept > after + 1)
    return session.spills.next(after, filter);
  return eventsIn(process, { after, visible }, filter);
}

/** The next chunk of a ring that holds what comes after `after`. */
export function eventsIn(
  process: Process,
  { after, visible }: { readonly after: number; readonly visible: number },
  filter: TopicFilter,
): EventChunk {
  let from = after;
  while (from < visible) {
    const to = chunkEnd(process, from, visible);
    const events = eventsOf(process, from + 1, to, filter);
    if (events.length > 0) return { events, offset: to };
    from = to;
  }
  return { events: [], offset: visible };
}

/** Where a chunk that begins after `from` ends: at the end of an operation, unless the operation is longer than a chunk. */
function chunkEnd(process: Process, from: number, visible: number): number {
  const to = from + CHUNK_EVENTS;
  if (to >= visible) return visible;
  let end = from;
  let previous = -1;
  process.heap.ring.forEach(from + 1, to + 1, (offset, _code, seq) => {
    if (seq !== previous && offset > from + 1) end = offset - 1;
    previous = seq;
  });
  return end === from ? to : end;
}

/** So many rings are shared with others before a replay of one's own is the shorter way. */
const SHARED_RINGS = 16;

/**
 * A process with what comes after `after`, replayed for all who ask; undefined when a replay of one's own is the shorter way, or
 * when others share it in a worker.
 */
export async function pastRing(session: Session, after: number, to: number): Promise<Process | undefined> {
  if (session.pastIsAway) return undefined;
  return sharedRing(session.source, { after, to, newest: session.position.offset });
}

async function sharedRing(
  source: ReplaySource,
  { after, to, newest }: Omit<SeenRange, 'limit'>,
): Promise<Process | undefined> {
  const short = to - after <= SHARED_RINGS * (source.record.settings.limits.events_kept >> 2);
  return short ? source.past.events(source, after, newest) : undefined;
}

/** Every wanted event of a range by a replay of its own, or in a worker, whichever way is shorter there. */
export function replayedEvents(
  session: Session,
  range: EventRange,
  filter: TopicFilter,
): AsyncGenerator<EventChunk> {
  return session.replayedEvents(range, filter);
}

export interface SeenRange extends EventRange {
  /** Offset of the newest event that may be seen. */
  readonly newest: number;
}

/** Every wanted event of a range, in this thread, whichever way is shorter. */
export async function* derivedEvents(
  source: ReplaySource,
  range: SeenRange,
  filter: TopicFilter,
): AsyncGenerator<EventChunk> {
  let { after, limit } = range;
  const end = filter.all ? Math.min(range.to, after + limit) : range.to;
  while (after < range.to && limit > 0) {
    const process = await sharedRing(source, { after, to: end, newest: range.newest });
    if (process === undefined) break;
    const visible = Math.min(range.to, process.heap.ring.offset);
    const chunk = eventsIn(process, { after, visible }, filter);
    yield chunk;
    after = chunk.offset;
    limit -= chunk.events.length;
  }
  if (after < range.to && limit > 0) yield* replayEvents(source, { after, to: range.to, limit }, filter);
}

function pastEvents(session: Session, range: EventRange, filter: TopicFilter): AsyncGenerator<EventChunk> {
  if (session.pastIsAway) return session.replayedEvents(range, filter);
  return derivedEvents(session.source, { ...range, newest: session.position.offset }, filter);
}

/** One page of events: at most `limit` of them, with the offset to go on after. */
export async function eventPage(
  session: Session,
  range: EventRange,
  filter: TopicFilter,
): Promise<Outcome<EventChunk>> {
  try {
    return await readPage(session, range, filter);
  } catch (error) {
    if (error instanceof JournalError) return refuse(error.code);
    if (error instanceof WorkerLost) return refuse('worker_lost');
    throw error;
  }
}

async function readPage(
  session: Session,
  range: EventRange,
  filter: TopicFilter,
): Promise<Outcome<EventChunk>> {
  const to = Math.min(range.to, session.position.offset);
  const events: HeapEvent[] = [];
  let offset = Math.min(range.after, to);
  while (offset < to && events.length < range.limit) {
    const chunk = recentEvents(session, offset, filter);
    if (chunk === undefined) break;
    for (const event of chunk.events) if (event.offset <= to) events.push(event);
    offset = Math.min(chunk.offset, to);
  }
  if (offset < to && events.length < range.limit) {
    const { past } = session.source;
    if (!past.open) return refuse('session_busy', { maximum: past.limits.readers });
    const rest = { after: offset, to, limit: range.limit - events.length };
    for await (const chunk of pastEvents(session, rest, filter)) {
      events.push(...chunk.events);
      offset = chunk.offset;
    }
  }
  if (events.length <= range.limit) return { ok: true, value: { events, offset } };
  const page = events.slice(0, range.limit);
  return { ok: true, value: { events: page, offset: page.at(-1)?.offset ?? offset } };
}
