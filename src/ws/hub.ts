/**
 * All live streams of the server: who is told when a session has more, once a turn; and the clock that every stream hears.
 *
 * A session that publishes many batches in one turn of the event loop costs each subscriber one frame.
 */
import type { WebSocket } from 'ws';
import type { Language, Outcome } from '../contract/index.ts';
import type { EndReason, Session } from '../session/index.ts';
import { FrameCache } from './frame-cache.ts';
import { Knock } from './knock.ts';
import { DEFAULT_TIMING, StreamProtocol, type StreamTiming } from './protocol.ts';
import { Stream } from './stream.ts';

const TICK_MS = 250;

export interface HubSettings {
  readonly timing?: StreamTiming;
  readonly socketBufferBytes: number;
  readonly now: () => number;
  readonly sent: (events: number) => void;
  readonly failed: (error: unknown) => void;
}

/** What a stream needs to begin. */
export interface StreamEntry {
  readonly session: Session;
  readonly language: Language;
  /** May it go on? Asked now and then. */
  readonly holds: () => boolean;
}

/** Sockets that wait to show a key; more are closed at once. */
const MAX_KNOCKING = 1_000;

export class StreamHub {
  readonly #settings: HubSettings;
  readonly #streams = new Set<Stream>();
  readonly #frames = new FrameCache();
  readonly #waiting = new Set<Stream>();
  readonly #knocking = new Set<Knock>();
  #flushing = false;
  /** Why there are no streams any more. */
  #ended: EndReason | undefined;
  #clock: NodeJS.Timeout | undefined;

  constructor(settings: HubSettings) {
    this.#settings = settings;
  }

  get count(): number {
    return this.#streams.size;
  }

  /** Takes over a socket that has been opened on a session; refuses when the session has streams enough. */
  open(socket: WebSocket, { session, language, holds }: StreamEntry): Outcome<void> {
    const { timing = DEFAULT_TIMING, socketBufferBytes, now, sent, failed } = this.#settings;
    const attached = session.attach({
      filter: () => stream.filter,
      published: () => this.#wake(stream),
      ended: (reason) => stream.end(reason),
    });
    if (!attached.ok) return attached;
    const protocol = new StreamProtocol({ session: session.id, language, timing });
    const ports = { session, protocol, frames: this.#frames, socketBufferBytes, now, sent, failed, holds };
    const stream = new Stream(socket, ports);
    this.#streams.add(stream);
    socket.on('close', () => {
      attached.value();
      this.#streams.delete(stream);
      this.#waiting.delete(stream);
      if (this.#streams.size === 0) this.#stopClock();
    });
    this.#startClock();
    if (this.#ended !== undefined) stream.end(this.#ended);
    return { ok: true, value: undefined };
  }

  /** Lets a socket show its key first. `admit` says what stands behind the key. */
  challenge(socket: WebSocket, language: Language, admit: (token: string) => Outcome<StreamEntry>): void {
    const { timing = DEFAULT_TIMING } = this.#settings;
    if (this.#ended !== undefined) {
      socket.close(1012, 'restarting');
      return;
    }
    if (this.#knocking.size >= MAX_KNOCKING) {
      socket.close(1013, 'too_many_subscribers');
      return;
    }
    const knock = new Knock(socket, { language, withinMs: timing.authTimeoutMs }, (token) => {
      const entry = admit(token);
      const opened = entry.ok ? this.open(socket, entry.value) : entry;
      return opened.ok ? undefined : opened.fault;
    });
    this.#knocking.add(knock);
    void knock.over.then(() => this.#knocking.delete(knock));
  }

  /** Ends every stream, also those whose handshake is still under way. */
  close(reason: EndReason): void {
    this.#ended = reason;
    for (const knock of this.#knocking) knock.end(1012);
    for (const stream of this.#streams) stream.end(reason);
  }

  #wake(stream: Stream): void {
    this.#waiting.add(stream);
    if (this.#flushing) return;
    this.#flushing = true;
    setImmediate(() => {
      this.#flushing = false;
      const awake = [...this.#waiting];
      this.#waiting.clear();
      for (const one of awake) one.pump();
    });
  }

  #startClock(): void {
    this.#clock ??= setInterval(() => {
      for (const stream of this.#streams) stream.tick();
    }, TICK_MS).unref();
  }

  #stopClock(): void {
    clearInterval(this.#clock);
    this.#clock = undefined;
  }
}
