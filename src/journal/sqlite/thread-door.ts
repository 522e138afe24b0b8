/**
 * This side of the store's thread: jobs in, promises out.
 *
 * A thread that dies takes what waited with it, as unavailable, and the next job starts another.
 */
import { Worker } from 'node:worker_threads';
import { JournalError } from '../../session/index.ts';
import type { FailureText } from './failure.ts';
import type { AnswerOf, AskOf, Job, JobKind } from './jobs.ts';
import type { StoreOptions } from './store.ts';
import type { FromThread, ToThread } from './thread.ts';

interface Waiting {
  readonly resolve: (value: never) => void;
  readonly reject: (error: Error) => void;
}

export class ThreadDoor {
  readonly #options: StoreOptions;
  readonly #waiting = new Map<number, Waiting>();
  #thread: Promise<Worker> | undefined;
  #closed = false;
  #next = 0;

  constructor(options: StoreOptions) {
    this.#options = options;
  }

  /** Resolves when the store is open; throws a JournalError when it cannot be opened. */
  async open(): Promise<void> {
    await this.#running();
  }

  /** @param transfer buffers that are handed over and not used here again */
  async call<Kind extends JobKind>(
    kind: Kind,
    ask: AskOf<Kind>,
    transfer: readonly ArrayBuffer[] = [],
  ): Promise<AnswerOf<Kind>> {
    const thread = await this.#running();
    return new Promise((resolve, reject) => {
      const id = ++this.#next;
      this.#waiting.set(id, { resolve, reject });
      if (this.#waiting.size === 1) thread.ref();
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a kind and its question, as the parameters say.
      const job = { kind, ask } as unknown as Job;
      thread.postMessage({ id, job } satisfies ToThread, [...transfer]);
    });
  }

  /** What was asked before is done first. */
  async close(): Promise<void> {
    this.#closed = true;
    const thread = await this.#thread?.catch(() => undefined);
    if (thread === undefined) return;
    thread.ref();
    const gone = new Promise((resolve) => thread.once('exit', resolve));
    thread.postMessage('close' satisfies ToThread, []);
    await gone;
  }

  async #running(): Promise<Worker> {
    if (this.#closed) throw new JournalError('journal_unavailable', 'the journal is closed');
    this.#thread ??= this.#start();
    return this.#thread;
  }

  async #start(): Promise<Worker> {
    const thread = new Worker(new URL('./thread.ts', import.meta.url), { workerData: this.#options });
    return new Promise((resolve, reject) => {
      const failed = (error: Error): void => {
        this.#thread = undefined;
        for (const { reject: refuse } of this.#waiting.values()) refuse(error);
        this.#waiting.clear();
        reject(error);
      };
      thread.on('message', (message: FromThread) => {
        if (message.kind === 'done') this.#settle(thread, message.outcomes);
        else if (message.kind === 'failed') failed(errorOf(message.failure));
        else {
          thread.unref();
          resolve(thread);
        }
      });
      thread.on('error', (error) => failed(gone(error)));
      thread.on('exit', () => failed(gone()));
    });
  }

  #settle(thread: Worker, outcomes: Extract<FromThread, { kind: 'done' }>['outcomes']): void {
    for (const [id, outcome] of outcomes) {
      const waiting = this.#waiting.get(id);
      this.#waiting.delete(id);
      if (outcome.ok) waiting?.resolve(outcome.value as never);
      else waiting?.reject(errorOf(outcome.failure));
    }
    if (this.#waiting.size === 0) thread.unref();
  }
}

function errorOf({ code, message }: FailureText): Error {
  return code === 'bug' ? new Error(`the journal broke: ${message}`) : new JournalError(code, message);
}

function gone(cause?: unknown): JournalError {
  return new JournalError('journal_unavailable', "the journal's thread has ended", { cause });
}
