/**
 * A workshop behind a port: what a worker thread runs.
 *
 * V8 ends a worker whose objects outgrow their limit. What heaps are made of lies outside of V8's heap, so that is looked at
 * here: when much is held, heaps that nobody uses go back to the journal, and a worker that holds too much even so ends itself,
 * before the whole server has to.
 */
import { getHeapStatistics } from 'node:v8';
import type { MessagePort } from 'node:worker_threads';
import type { Views } from '../home.ts';
import type { PastLimits } from '../past-moments.ts';
import { withSessionViews } from '../session-views.ts';
import { failureOf } from './failure.ts';
import { JournalDoor } from './journal-door.ts';
import type { FromWorker, NumberedTask, ToWorker } from './messages.ts';
import { Workshop } from './workshop.ts';

/** Share of the memory from which on heaps that nobody uses have to go. */
const CRAMPED = 0.6;

/** What the host tells a worker when it starts. */
export interface WorkerSettings {
  /** Of what V8 manages, and of what it does not, each. */
  readonly memoryBytes: number;
  readonly past: PastLimits;
  /** Of the thread; undefined: what threads have. */
  readonly stackMib?: number | undefined;
}

export interface WorkshopSettings extends WorkerSettings {
  readonly views: Views;
  /** Ends this worker at once. */
  readonly end: () => void;
}

export function serveWorkshop(port: MessagePort, { views, memoryBytes, past, end }: WorkshopSettings): void {
  const post = (message: FromWorker, transfer: ArrayBuffer[] = []): void =>
    port.postMessage(message, transfer);
  const journal = new JournalDoor((session, id, question) =>
    post({ kind: 'journal', id, session, question }),
  );
  const turn = async (): Promise<void> => {
    if (heldBytes() > memoryBytes) end();
    await new Promise((resolve) => setImmediate(resolve));
  };
  const cramped = (): boolean => heldBytes() > memoryBytes * CRAMPED;
  const workshop = new Workshop({ journal, turn, views: withSessionViews(views), past, cramped });
  const work = async ({ id, session, task }: NumberedTask): Promise<void> => {
    try {
      const value = await workshop.do(session, task);
      post({ kind: 'done', id, value }, value instanceof Uint8Array ? [value.buffer] : []);
    } catch (error) {
      if (isOutOfMemory(error)) end();
      post({ kind: 'failed', id, failure: failureOf(error) });
    }
  };
  port.on('message', (message: ToWorker) => {
    if (message.kind === 'journal') journal.answered(message.id, message.answer);
    else void work(message); // It answers for itself.
  });
}

/** Outside of V8's heap. */
function heldBytes(): number {
  return getHeapStatistics().external_memory;
}

/** V8 found no room for a typed array. */
function isOutOfMemory(error: unknown): boolean {
  return error instanceof RangeError && /allocation failed|Invalid typed array length/.test(error.message);
}
