/**
 * Frames that were serialised a moment ago, so that all subscribers of a session with the same topics share the bytes: also
 * those that wait in their sockets, so that many slow subscribers take little more memory than one.
 *
 * The key says which session, which topics and after which offset; `visible` that nothing was added since. A few frames are
 * enough: whoever is up to date asks for the newest one.
 */
import { type EventChunk, recentEvents, type Session, type TopicFilter } from '../session/index.ts';
import { eventsFrameText } from './protocol.ts';

const FRAMES_KEPT = 16;

export interface CachedFrame {
  readonly chunk: EventChunk;
  readonly frame: Buffer | undefined;
}

export class FrameCache {
  readonly #frames = new Map<string, CachedFrame>();

  /** The next frame after `after`; undefined when the ring has lost its beginning. */
  next(session: Session, after: number, filter: TopicFilter): CachedFrame | undefined {
    const { epoch, offset } = session.position;
    const key = `${epoch} ${after} ${offset} ${filter.key}`;
    const known = this.#frames.get(key);
    if (known !== undefined) return known;
    const chunk = recentEvents(session, after, filter);
    if (chunk === undefined) return undefined;
    const text = eventsFrameText(epoch, chunk);
    const made = { chunk, frame: text === undefined ? undefined : Buffer.from(text) };
    this.#frames.set(key, made);
    if (this.#frames.size > FRAMES_KEPT) this.#frames.delete(this.#frames.keys().next().value ?? key);
    return made;
  }
}
