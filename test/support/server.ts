/** A server on a free loopback port for one test, with ways to speak to it; it closes by itself when the test ends. */
import { pino } from 'pino';
import { onTestFinished } from 'vitest';
import { WebSocket } from 'ws';
import { readConfig } from '../../src/config.ts';
import type { HeapEvent, Problem, Receipt, ServerFrame, SessionResource } from '../../src/contract/index.ts';
import { type RunningServer, type ServerOptions, startServer } from '../../src/server.ts';

export interface TestAnswer<Body> {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Body;
}

export interface EventsPage {
  readonly events: HeapEvent[];
  readonly scanned: number;
  readonly next: string | null;
}

export interface TestServer extends RunningServer {
  call<Body = Problem>(
    method: string,
    path: string,
    body?: unknown,
    headers?: Record<string, string>,
  ): Promise<TestAnswer<Body>>;
  session(settings?: object): Promise<SessionResource>;
  apply(session: string, operations: readonly object[], extra?: object): Promise<Receipt>;
  subscriber(session: string): Promise<TestSubscriber>;
}

export async function testServer(
  env: Record<string, string> = {},
  options: Partial<ServerOptions> = {},
): Promise<TestServer> {
  const read = readConfig({
    HOST: '127.0.0.1',
    PORT: '0',
    LOG_LEVEL: 'silent',
    HEAPLAB_JOURNAL: 'memory',
    ...env,
  });
  if (!read.ok) throw new Error(read.errors.join('; '));
  const server = await startServer({
    config: read.config,
    // TEST_LOG=error shows why a server answered 500.
    logger: pino({ level: process.env['TEST_LOG'] ?? 'silent' }),
    ...options,
  });
  onTestFinished(() => server.stop());
  return speaking(server);
}

function speaking(server: RunningServer): TestServer {
  const call: TestServer['call'] = async (method, path, body, headers = {}) => {
    const text = body === undefined || typeof body === 'string' ? body : JSON.stringify(body);
    const type = text === undefined ? {} : { 'content-type': 'application/json' };
    const response = await fetch(server.url + path, {
      method,
      headers: { ...type, ...headers },
      ...(text === undefined ? {} : { body: text }),
    });
    const answer = await response.text();
    const json = /[/+]json\b/.test(response.headers.get('content-type') ?? '');
    return {
      status: response.status,
      headers: response.headers,
      body: (json && answer !== '' ? JSON.parse(answer) : answer) as never,
    };
  };
  return {
    ...server,
    call,
    session: async (settings = {}) => (await call<SessionResource>('POST', '/v1/sessions', settings)).body,
    apply: async (session, operations, extra = {}) =>
      (await call<Receipt>('POST', `/v1/sessions/${session}/operations`, { operations, ...extra })).body,
    subscriber: async (session) => TestSubscriber.open(server.url, session),
  };
}

/** A WebSocket client that remembers what came. */
export class TestSubscriber {
  readonly socket: WebSocket;
  readonly frames: ServerFrame[] = [];
  closed: { code: number; reason: string } | undefined;
  readonly #waiting: (() => void)[] = [];

  constructor(socket: WebSocket) {
    this.socket = socket;
    socket.on('message', (message: Buffer) => {
      this.frames.push(JSON.parse(message.toString()) as ServerFrame);
      this.#wake();
    });
    socket.on('error', () => undefined);
    socket.on('close', (code, reason) => {
      this.closed = { code, reason: reason.toString() };
      this.#wake();
    });
  }

  static async open(url: string, session: string): Promise<TestSubscriber> {
    const address = `${url.replace('http', 'ws')}/v1/sessions/${session}/events`;
    const subscriber = new TestSubscriber(new WebSocket(address, 'heaplab.v1'));
    onTestFinished(() => subscriber.socket.terminate());
    await subscriber.next('hello');
    return subscriber;
  }

  send(frame: object | string): void {
    this.socket.send(typeof frame === 'string' ? frame : JSON.stringify(frame));
  }

  /** Takes the next frame of a type, and everything before it, off the list. */
  async next<Type extends ServerFrame['type']>(type: Type): Promise<Extract<ServerFrame, { type: Type }>> {
    for (;;) {
      const index = this.frames.findIndex((frame) => frame.type === type);
      const found = this.frames[index];
      if (found !== undefined) {
        this.frames.splice(0, index + 1);
        return found as Extract<ServerFrame, { type: Type }>;
      }
      if (this.closed !== undefined) throw new Error(`closed with ${this.closed.code} before ${type}`);
      await this.#change();
    }
  }

  /** Events until the one with the given offset. */
  async eventsUntil(offset: number): Promise<Extract<ServerFrame, { type: 'events' }>['events']> {
    const events = [];
    for (;;) {
      const frame = await this.next('events');
      events.push(...frame.events);
      if (frame.position.offset >= offset) return events;
    }
  }

  async closing(): Promise<{ code: number; reason: string }> {
    while (this.closed === undefined) await this.#change();
    return this.closed;
  }

  async #change(): Promise<void> {
    await new Promise<void>((resolve) => this.#waiting.push(resolve));
  }

  #wake(): void {
    for (const waiting of this.#waiting.splice(0)) waiting();
  }
}
