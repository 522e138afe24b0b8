/**
 * A subscriber that loses its connection again and again, and always comes back with its position.
 *
 * It keeps no events, only what it takes to prove that it saw each of them once: the newest offset, and a running hash.
 */
import { crc32 } from 'node:zlib';
import { WebSocket } from 'ws';
import type { HeapEvent, ServerFrame, StreamPosition } from '../../src/contract/index.ts';

const COME_BACK_MS = 5;

/** The running hash of a list of events: equal for equal lists, sent in whatever frames. */
export function eventsHash(events: readonly HeapEvent[], before = 0): number {
  return events.reduce((hash, event) => crc32(JSON.stringify(event), hash), before);
}

export class ReturningSubscriber {
  /** What should never happen: gaps, repetitions, refusals. */
  readonly complaints: string[] = [];
  position: StreamPosition;
  hash = 0;
  returns = 0;
  lagged = 0;
  readonly closes: number[] = [];
  readonly #address: () => string;
  #socket: WebSocket | undefined;
  #stopped = false;
  #returning = false;
  readonly #waiting = new Set<() => void>();

  /** @param address of the stream; asked at each attempt, since a server that comes back may have another */
  constructor(address: () => string, position: StreamPosition) {
    this.#address = address;
    this.position = position;
  }

  /** Connects, and from now on again whenever the connection is lost. */
  start(): void {
    const socket = new WebSocket(this.#address(), 'heaplab.v1');
    this.#socket = socket;
    socket.on('open', () => socket.send(JSON.stringify({ type: 'subscribe', since: this.position })));
    socket.on('message', (message: Buffer) => {
      // What was in the air when the connection was cut is not ours any more.
      if (this.#socket === socket) this.#read(JSON.parse(message.toString()) as ServerFrame);
    });
    socket.on('error', () => undefined);
    socket.on('close', (code) => {
      if (this.#socket !== socket) return;
      this.closes.push(code);
      this.#comeBack();
    });
  }

  /** Cuts the connection without a word; false when there is none at the moment. */
  cut(): boolean {
    const socket = this.#socket;
    if (socket === undefined || this.#returning) return false;
    this.#socket = undefined;
    socket.terminate();
    this.#comeBack();
    return true;
  }

  stop(): void {
    this.#stopped = true;
    this.#socket?.terminate();
    this.#socket = undefined;
  }

  /** Resolves when everything up to an offset has come. */
  async reaches(offset: number): Promise<void> {
    while (this.position.offset < offset && this.complaints.length === 0) {
      await new Promise<void>((resolve) => this.#waiting.add(resolve));
    }
  }

  #comeBack(): void {
    if (this.#stopped || this.#returning) return;
    this.returns++;
    this.#returning = true;
    setTimeout(() => {
      this.#returning = false;
      if (!this.#stopped) this.start();
    }, COME_BACK_MS);
  }

  #read(frame: ServerFrame): void {
    if (frame.type === 'subscribed' && (!frame.recovered || frame.position.offset !== this.position.offset)) {
      this.#complain(`came back at ${this.position.offset}, answered ${JSON.stringify(frame)}`);
    }
    if (frame.type === 'lagged') this.lagged++;
    if (frame.type !== 'events') return;
    for (const [index, { offset }] of frame.events.entries()) {
      const expected = this.position.offset + index + 1;
      if (offset !== expected) return this.#complain(`event ${offset} came in the place of ${expected}`);
    }
    this.hash = eventsHash(frame.events, this.hash);
    this.position = frame.position;
    this.#wake();
  }

  #complain(what: string): void {
    this.complaints.push(what);
    this.#wake();
  }

  #wake(): void {
    for (const wake of this.#waiting) wake();
    this.#waiting.clear();
  }
}
