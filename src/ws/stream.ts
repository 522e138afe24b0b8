/**
 * One live stream: the socket's shell around the protocol.
 *
 * It feeds the protocol, carries out what it answers, and fetches chunks while the socket takes them. Memory is bounded by the socket's
 * buffer: events that the socket does not take stay in the session's ring, or are derived again, or are lost to a subscriber
 * that is too slow, who is told so.
 */
import type { WebSocket } from 'ws';
import type { CloseCode } from '../contract/index.ts';
import {
  type EndReason,
  type EventChunk,
  JournalError,
  pastRing,
  replayedEvents,
  type Session,
  type TopicFilter,
} from '../session/index.ts';
import type { FrameCache } from './frame-cache.ts';
import { eventsFrameText, type Moment, type Output, type StreamProtocol } from './protocol.ts';

const END_CODES: Record<EndReason, CloseCode> = { deleted: 4410, retired: 1011, stopping: 1012 };

/** How long a closing handshake may take before the socket is cut. */
const CLOSE_GRACE_MS = 1_000;

/** How long a replay waits for a socket that takes nothing; then others have its place, and it begins again when the socket takes more. */
const DRAIN_PATIENCE_MS = 500;
const DRAIN_POLL_MS = 20;

export interface StreamPorts {
  readonly session: Session;
  readonly protocol: StreamProtocol;
  readonly frames: FrameCache;
  readonly socketBufferBytes: number;
  readonly now: () => number;
  readonly sent: (events: number) => void;
  readonly failed: (error: unknown) => void;
  /** May it go on? */
  readonly holds: () => boolean;
}

export class Stream {
  readonly #socket: WebSocket;
  readonly #ports: StreamPorts;
  #fetching = false;

  constructor(socket: WebSocket, ports: StreamPorts) {
    this.#socket = socket;
    this.#ports = ports;
    const { protocol } = ports;
    socket.on('message', (message: Buffer, isBinary: boolean) =>
      this.#guard(() => {
        const outputs = isBinary
          ? protocol.receivedBinary()
          : protocol.received(message.toString(), this.#moment());
        this.#carryOut(outputs);
        this.#sendAll();
      }),
    );
    socket.on('pong', () => protocol.ponged(ports.now()));
    socket.on('close', () => protocol.gone());
    this.#carryOut(protocol.opened(this.#moment()));
  }

  get filter(): TopicFilter | undefined {
    return this.#ports.protocol.wants?.filter;
  }

  /** Time passes. */
  tick(): void {
    this.#guard(() => {
      if (!this.#ports.holds()) {
        this.#carryOut(this.#ports.protocol.ended(4401));
        return;
      }
      const newest = this.#ports.session.position.offset;
      this.#carryOut(this.#ports.protocol.tick(this.#ports.now(), { blocked: this.#blocked, newest }));
    });
  }

  end(reason: EndReason): void {
    this.pump();
    this.#carryOut(this.#ports.protocol.ended(END_CODES[reason]));
  }

  /** Sends what there is while the socket takes it. */
  pump(): void {
    this.#guard(() => this.#sendAll());
  }

  /** A bug in one stream ends that stream, and nothing else. */
  #guard(work: () => void): void {
    try {
      work();
    } catch (error) {
      this.#fail(error);
    }
  }

  #fail(error: unknown): void {
    this.#ports.failed(error);
    this.#ports.protocol.gone();
    this.#socket.close(1011, 'internal_error');
  }

  #sendAll(): void {
    const { protocol, frames, session } = this.#ports;
    while (!this.#fetching && !this.#blocked) {
      const wanted = protocol.wants;
      if (wanted === undefined || wanted.after >= session.position.offset) return;
      const fetched = frames.next(session, wanted.after, wanted.filter);
      if (fetched === undefined) {
        this.#catchUp(wanted.after, wanted.filter);
        return;
      }
      this.#deliver(fetched.chunk, fetched.frame);
    }
  }

  get #blocked(): boolean {
    return this.#socket.bufferedAmount > this.#ports.socketBufferBytes;
  }

  /** The ring has lost the next event: derive it again, if it is not too far back. */
  #catchUp(after: number, filter: TopicFilter): void {
    const { session, protocol } = this.#ports;
    const to = session.position.offset;
    if (after < session.oldestRecoverable) {
      this.#carryOut(protocol.lagged(to));
      return;
    }
    this.#fetching = true;
    this.#replay(after, to, filter)
      .catch((error: unknown) => {
        if (error instanceof JournalError) this.#carryOut(protocol.ended(1011));
        else this.#fail(error);
      })
      .finally(() => {
        this.#fetching = false;
        this.pump();
      });
  }

  /** From rings that are replayed for all who catch up, as far as they go. */
  async #replay(after: number, to: number, filter: TopicFilter): Promise<void> {
    const { session, frames } = this.#ports;
    let from = after;
    while (from < to) {
      const ring = await pastRing(session, from, to);
      if (ring === undefined) return this.#replayAlone(from, to, filter);
      if (!(await this.#ready(filter))) return;
      const fetched = frames.past(session, ring, from, filter);
      if (fetched === undefined) return;
      this.#deliver(fetched.chunk, fetched.frame);
      from = fetched.chunk.offset;
    }
  }

  async #replayAlone(after: number, to: number, filter: TopicFilter): Promise<void> {
    const { session } = this.#ports;
    const range = { after, to, limit: Number.POSITIVE_INFINITY };
    for await (const chunk of replayedEvents(session, range, filter)) {
      if (!(await this.#ready(filter))) return;
      this.#deliver(chunk, eventsFrameText(session.position.epoch, chunk));
    }
  }

  /** Does the socket take more, and does anybody still want it? */
  async #ready(filter: TopicFilter): Promise<boolean> {
    return (await this.#drained()) && this.#ports.protocol.wants?.filter === filter;
  }

  /** Does the socket take more, now or in a moment? */
  async #drained(): Promise<boolean> {
    for (let waited = 0; this.#blocked && !this.#ports.protocol.closed; waited += DRAIN_POLL_MS) {
      if (waited >= DRAIN_PATIENCE_MS) return false;
      await new Promise((resolve) => setTimeout(resolve, DRAIN_POLL_MS));
    }
    return true;
  }

  #deliver(chunk: EventChunk, events: string | Uint8Array | undefined): void {
    if (events !== undefined) this.#ports.sent(chunk.events.length);
    this.#carryOut(this.#ports.protocol.delivered(chunk, events));
  }

  #moment(): Moment {
    const { session, now } = this.#ports;
    return { nowMs: now(), position: session.position, oldestRecoverable: session.oldestRecoverable };
  }

  #carryOut(outputs: readonly Output[]): void {
    for (const output of outputs) {
      if ('send' in output) this.#send(output.send);
      else if ('ping' in output) this.#socket.ping();
      else this.#close(output.close, output.reason);
    }
  }

  #send(content: string | Uint8Array): void {
    if (this.#socket.readyState !== this.#socket.OPEN) return;
    this.#socket.send(content, { binary: false }, () => this.pump());
  }

  #close(code: CloseCode, reason: string): void {
    const socket = this.#socket;
    if (socket.readyState === socket.CLOSED) return;
    socket.close(code, reason);
    const cut = setTimeout(() => socket.terminate(), CLOSE_GRACE_MS);
    cut.unref();
    socket.once('close', () => clearTimeout(cut));
  }
}
