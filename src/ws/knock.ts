/**
 * A socket before it is a stream: its first frame must be `auth` with a key, within its time.
 *
 *   opened -> auth -> handed over (hello follows), or closed with the code of the fault
 *
 * Nothing is said before: who has no key learns nothing, not even whether there is such a session. The key is written nowhere.
 */
import type { WebSocket } from 'ws';
import {
  type CloseCode,
  FAULTS,
  type Fault,
  type Language,
  problemOf,
  type ServerFrame,
} from '../contract/index.ts';
import { parseFrame } from './protocol.ts';

export interface KnockSettings {
  readonly language: Language;
  readonly withinMs: number;
}

/** How long a closing handshake may take before the socket is cut. */
const CLOSE_GRACE_MS = 2_000;

export class Knock {
  /** Resolves when the socket is handed over or gone. */
  readonly over: Promise<void>;
  readonly #socket: WebSocket;
  readonly #language: Language;
  readonly #admit: (token: string) => Fault | undefined;
  readonly #timer: NodeJS.Timeout;
  #done: () => void = () => undefined;

  /** @param admit takes the socket over, or says why not */
  constructor(
    socket: WebSocket,
    { language, withinMs }: KnockSettings,
    admit: (token: string) => Fault | undefined,
  ) {
    this.#socket = socket;
    this.#language = language;
    this.#admit = admit;
    this.over = new Promise((resolve) => {
      this.#done = resolve;
    });
    this.#timer = setTimeout(() => this.#refuse({ code: 'key_required' }), withinMs).unref();
    socket.on('message', this.#received);
    socket.once('close', this.#finish);
  }

  /** Ends it from our side. */
  end(code: CloseCode, reason = 'restarting'): void {
    this.#finish();
    const socket = this.#socket;
    socket.close(code, reason);
    const cut = setTimeout(() => socket.terminate(), CLOSE_GRACE_MS).unref();
    socket.once('close', () => clearTimeout(cut));
  }

  readonly #received = (message: Buffer, isBinary: boolean): void => {
    const parsed = isBinary ? undefined : parseFrame(message.toString());
    if (parsed?.ok !== true || parsed.frame.type !== 'auth') {
      this.#refuse({ code: 'key_required' });
      return;
    }
    this.#finish();
    const refusal = this.#admit(parsed.frame.token);
    if (refusal !== undefined) this.#refuse(refusal);
  };

  readonly #finish = (): void => {
    clearTimeout(this.#timer);
    this.#socket.off('message', this.#received);
    this.#socket.off('close', this.#finish);
    this.#done();
  };

  /** Says why in the language of the client; the close code alone says it to programs. */
  #refuse(fault: Fault): void {
    const frame: ServerFrame = { type: 'error', problem: problemOf(fault, this.#language) };
    if (this.#socket.readyState === this.#socket.OPEN) this.#socket.send(JSON.stringify(frame));
    this.end(FAULTS[fault.code].close || 1011, fault.code);
  }
}
