/**
 * Frames that were serialised a moment ago, so that all subscribers of a session with the same topics share the bytes: also
 * those that wait in their sockets, so that many slow subscribers take little more memory than one.
 *
 * The key says which session, which topics, after which offset, and up to where events could be taken. A few frames are enough:
 * whoever is up to date asks for the newest one, and those who catch up together ask for the same.
 */
import {
  CHUNK_EVENTS,
  type EventChunk,
  eventsIn,
  type Process,
  recentEvents,
  type Session,
  type TopicFilter,
} from '../session/index.ts';
import { eventsFrameText } from './protocol.ts';

const FRAMES_KEPT = 64;

export interface CachedFrame {
  readonly chunk: EventChunk;
  readonly frame: Buffer | undefined;
}

export class FrameCache {
  readonly #frames = new Map<string, CachedFrame>();

  /** The next frame after `after`; undefined when the ring has lost its beginning. */
  next(session: Session, after: number, filter: TopicFilter): CachedFrame | undefined {
    const { epoch, offset: visible } = session.position;
    return this.#cached({ epoch, after, visible }, filter, () => recentEvents(session, after, filter));
  }

  /** The next frame after `after` from a ring of the past. */
  past(session: Session, process: Process, after: number, filter: TopicFilter): CachedFrame | undefined {
    const { epoch, offset } = session.position;
    const visible = Math.min(offset, process.heap.ring.offset);
    return this.#cached({ epoch, after, visible }, filter, () =>
      eventsIn(process, { after, visible }, filter),
    );
  }

  #cached({ epoch, after, visible }: Stretch, filter: TopicFilter, fetch: () => EventChunk | undefined) {
    // A chunk of all topics ends after so many events, however many more can be seen.
    const end = filter.all ? Math.min(visible, after + CHUNK_EVENTS + 1) : visible;
    const key = `${epoch} ${after} ${end} ${filter.key}`;
    const known = this.#frames.get(key);
    if (known !== undefined) return known;
    const chunk = fetch();
    if (chunk === undefined) return undefined;
    const text = eventsFrameText(epoch, chunk);
    const made = { chunk, frame: text === undefined ? undefined : Buffer.from(text) };
    this.#frames.set(key, made);
    if (this.#frames.size > FRAMES_KEPT) this.#frames.delete(this.#frames.keys().next().value ?? key);
    return made;
  }
}

interface Stretch {
  readonly epoch: string;
  readonly after: number;
  readonly visible: number;
}
