/**
 * `npm run demo`: the story of a reference cycle, told by a real server to a real subscriber.
 *
 * Two lists hold each other; both names are dropped; the counts do not reach zero; the collector finds both.
 */
import { readConfig } from '../config.ts';
import {
  type HeapEvent,
  type OperationResult,
  type Receipt,
  type ServerFrame,
  type SessionResource,
  SUBPROTOCOL,
} from '../contract/index.ts';
import { startServer } from '../server.ts';
import { describeEvent } from './demo-words.ts';

interface Step {
  readonly python: string;
  readonly operation: object;
  /** What to say about the answer. */
  readonly answer?: (result: OperationResult) => string;
}

const STORY: readonly Step[] = [
  { python: 'a = []', operation: { op: 'new', type: 'list', as: 'a' } },
  { python: 'b = []', operation: { op: 'new', type: 'list', as: 'b' } },
  { python: 'a.append(b)', operation: { op: 'append', list: 'a', item: 'b' } },
  { python: 'b.append(a)', operation: { op: 'append', list: 'b', item: 'a' } },
  {
    python: 'sys.getrefcount(a)',
    operation: { op: 'sys.getrefcount', of: 'a' },
    answer: ({ value, reported }) =>
      `${String(value)} references (Python prints ${reported}: its argument is one more)`,
  },
  { python: 'del a', operation: { op: 'unbind', name: 'a' } },
  { python: 'del b', operation: { op: 'unbind', name: 'b' } },
  {
    python: 'gc.get_count()',
    operation: { op: 'gc.get_count' },
    answer: ({ value }) => `${JSON.stringify(value)}: both lists are still there, and nobody can reach them`,
  },
  {
    python: 'gc.collect()',
    operation: { op: 'gc.collect' },
    answer: ({ value }) => `${String(value)} objects collected`,
  },
];

/** Prints events as they arrive and knows how far it has come. */
class Watcher {
  readonly #socket: WebSocket;
  #offset = 0;
  #wake: () => void = () => undefined;

  constructor(url: string) {
    this.#socket = new WebSocket(url, SUBPROTOCOL);
    this.#socket.addEventListener('message', ({ data }) => {
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- our own server speaks its own protocol.
      this.#receive(JSON.parse(String(data)) as ServerFrame);
    });
    this.#socket.addEventListener('close', ({ code }) => {
      if (code !== 1000) console.error(`the stream was closed with ${code}`);
    });
  }

  /** Resolves when every event up to the offset has been printed. */
  async until(offset: number): Promise<void> {
    while (this.#offset < offset) await new Promise<void>((resolve) => (this.#wake = resolve));
  }

  async subscribed(): Promise<void> {
    await new Promise<void>((resolve, reject) => {
      this.#wake = resolve;
      this.#socket.addEventListener('error', () => reject(new Error('the stream could not be opened')));
    });
  }

  async close(): Promise<void> {
    const closed = new Promise((resolve) => this.#socket.addEventListener('close', resolve));
    this.#socket.close(1000);
    await closed;
  }

  #receive(frame: ServerFrame): void {
    if (frame.type === 'hello') this.#socket.send(JSON.stringify({ type: 'subscribe' }));
    if (frame.type === 'events') for (const event of frame.events) printEvent(event);
    if (frame.type === 'events' || frame.type === 'bookmark') this.#offset = frame.position.offset;
    if (frame.type !== 'hello') this.#wake();
  }
}

function printEvent(event: HeapEvent): void {
  const words = describeEvent(event);
  if (words !== undefined) console.log(`      ${String(event.offset).padStart(3)}  ${words}`);
}

async function post<Answer>(url: string, body: object): Promise<Answer> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  const answer: unknown = await response.json();
  if (!response.ok) throw new Error(`${url} answered ${response.status}: ${JSON.stringify(answer)}`);
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- our own server answers by its own contract.
  return answer as Answer;
}

async function tell(url: string): Promise<OperationResult | undefined> {
  const session = await post<SessionResource>(`${url}/v1/sessions`, { python: '3.12', label: 'demo' });
  console.log(`Session ${session.id} simulates CPython ${session.release}. Events come over a WebSocket.\n`);
  const here = `/v1/sessions/${session.id}`;
  const watcher = new Watcher(`${url.replace('http', 'ws')}${here}/events`);
  await watcher.subscribed();
  let last: OperationResult | undefined;
  for (const { python, operation, answer } of STORY) {
    console.log(`  >>> ${python}`);
    const receipt = await post<Receipt>(`${url}${here}/operations`, operation);
    await watcher.until(receipt.offset);
    last = receipt.results[0];
    if (last !== undefined && answer !== undefined) console.log(`      ${answer(last)}`);
  }
  await watcher.close();
  return last;
}

async function main(): Promise<void> {
  const read = readConfig({ HOST: '127.0.0.1', PORT: '0', LOG_LEVEL: 'silent', HEAPLAB_JOURNAL: 'memory' });
  if (!read.ok) throw new Error(read.errors.join('; '));
  const server = await startServer({ config: read.config });
  try {
    const last = await tell(server.url);
    if (last?.value !== 2) throw new Error(`the collector should have found 2, not ${JSON.stringify(last)}`);
    console.log('\nThat is the whole story: reference counting alone would have kept both lists for ever.');
  } finally {
    await server.stop();
  }
}

await main();
