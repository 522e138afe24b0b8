/**
 * The host's side of one worker: tasks out, answers in, and the journal's door.
 *
 * The thread is started by the first task. When it dies, everything that waited for it fails as lost, everybody who lived there
 * has moved out, and the next task starts another.
 */
import { Worker } from 'node:worker_threads';
import type { JournalReader } from '../replay.ts';
import { errorOf, failureOf, WorkerLost } from './failure.ts';
import { askJournal } from './journal-door.ts';
import type { FromWorker, JournalAnswer, Task, Tasks, ToWorker } from './messages.ts';
import type { WorkerSettings } from './serve-workshop.ts';

export interface ThreadSettings extends WorkerSettings {
  /** The module that a worker runs; it calls `serveWorkshop`. */
  readonly entry: URL;
  /** Somebody may want to know that a worker died. */
  readonly lost: (reason: string) => void;
}

/** Whose task it is, and where that session's operations are, should the task ask for them. */
export interface Whose {
  readonly session: string;
  readonly journal: JournalReader;
}

interface Waiting extends Whose {
  readonly resolve: (value: never) => void;
  readonly reject: (error: Error) => void;
}

const MIB = 1_048_576;

export class WorkerThread {
  readonly #settings: ThreadSettings;
  readonly #waiting = new Map<number, Waiting>();
  #thread: Worker | undefined;
  #generation = 0;
  #closed = false;
  #next = 0;

  constructor(settings: ThreadSettings) {
    this.#settings = settings;
  }

  /** Counts up with each death: who moved in before has to move in again. */
  get generation(): number {
    return this.#generation;
  }

  get waiting(): number {
    return this.#waiting.size;
  }

  get threadId(): number | undefined {
    return this.#thread?.threadId;
  }

  async do<Kind extends Task['kind']>(
    whose: Whose,
    task: Extract<Task, { kind: Kind }>,
  ): Promise<Tasks[Kind]['answer']> {
    if (this.#closed) throw new WorkerLost('the server stops');
    const thread = this.#running();
    return new Promise((resolve, reject) => {
      const id = ++this.#next;
      this.#waiting.set(id, { ...whose, resolve, reject });
      if (this.#waiting.size === 1) thread.ref();
      this.#post(thread, { kind: 'task', id, session: whose.session, task });
    });
  }

  async close(): Promise<void> {
    const thread = this.#thread;
    this.#closed = true;
    this.#gone(thread, 'the server stops');
    await thread?.terminate();
  }

  #running(): Worker {
    if (this.#thread !== undefined) return this.#thread;
    const { entry, memoryBytes, past, stackMib } = this.#settings;
    const thread = new Worker(entry, {
      workerData: { memoryBytes, past, stackMib } satisfies WorkerSettings,
      resourceLimits: {
        maxOldGenerationSizeMb: Math.max(16, Math.ceil(memoryBytes / MIB)),
        ...(stackMib === undefined ? {} : { stackSizeMb: stackMib }),
      },
    });
    thread.on('message', (message: FromWorker) => this.#received(thread, message));
    thread.on('error', (error) => this.#died(thread, error.message));
    thread.on('exit', (code) => this.#died(thread, `exit ${code}`));
    this.#thread = thread;
    return thread;
  }

  #received(thread: Worker, message: FromWorker): void {
    if (thread !== this.#thread) return;
    if (message.kind === 'journal') {
      void this.#serveJournal(thread, message); // It answers for itself.
      return;
    }
    const waiting = this.#waiting.get(message.id);
    this.#waiting.delete(message.id);
    if (this.#waiting.size === 0) thread.unref();
    if (message.kind === 'done') waiting?.resolve(message.value as never);
    else waiting?.reject(errorOf(message.failure));
  }

  async #serveJournal(thread: Worker, asked: Extract<FromWorker, { kind: 'journal' }>): Promise<void> {
    const answer = await this.#askJournal(asked);
    if (thread !== this.#thread) return;
    const { value } = answer.ok ? answer : {};
    const transfer = value !== undefined && 'bytes' in value ? [value.bytes.buffer] : [];
    this.#post(thread, { kind: 'journal', id: asked.id, answer }, transfer);
  }

  #post(thread: Worker, message: ToWorker, transfer: ArrayBuffer[] = []): void {
    thread.postMessage(message, transfer);
  }

  async #askJournal(asked: Extract<FromWorker, { kind: 'journal' }>): Promise<JournalAnswer> {
    try {
      const whose = [...this.#waiting.values()].find(({ session }) => session === asked.session);
      if (whose === undefined) throw new Error(`no task of ${asked.session} is under way`);
      return { ok: true, value: await askJournal(whose.journal, asked.session, asked.question) };
    } catch (error) {
      return { ok: false, failure: failureOf(error) };
    }
  }

  #died(thread: Worker, reason: string): void {
    if (thread !== this.#thread) return;
    this.#settings.lost(reason);
    this.#gone(thread, reason);
  }

  #gone(thread: Worker | undefined, reason: string): void {
    if (thread !== this.#thread) return;
    this.#thread = undefined;
    this.#generation++;
    const waiting = [...this.#waiting.values()];
    this.#waiting.clear();
    for (const { reject } of waiting) reject(new WorkerLost(reason));
  }
}
