/**
 * The thread that the store runs on, so that nobody else waits for the disk.
 *
 * While a commit waits, the jobs that come meanwhile gather; they go into the next commit together.
 */
import { parentPort, type Transferable, workerData } from 'node:worker_threads';
import { failureOf } from './failure.ts';
import type { AnswerOf, Job } from './jobs.ts';
import { type JobOutcome, Store, type StoreOptions } from './store.ts';

export type ToThread = { readonly id: number; readonly job: Job } | 'close';

export type FromThread =
  | { readonly kind: 'ready' }
  | { readonly kind: 'failed'; readonly failure: ReturnType<typeof failureOf> }
  | { readonly kind: 'done'; readonly outcomes: readonly (readonly [id: number, outcome: JobOutcome])[] };

const MOST_TOGETHER = 1_000;

function serve(options: StoreOptions): void {
  const port = parentPort;
  if (port === null) return;
  const answer = (message: FromThread, transfer: readonly Transferable[] = []): void =>
    port.postMessage(message, [...transfer]);
  let store: Store;
  try {
    store = new Store(options);
  } catch (error) {
    answer({ kind: 'failed', failure: failureOf(error) });
    return;
  }
  const waiting: { readonly id: number; readonly job: Job }[] = [];
  const work = (): void => {
    const taken = waiting.splice(0, MOST_TOGETHER);
    const outcomes = store.run(taken.map(({ job }) => job));
    const pairs = outcomes.map((outcome, index) => [taken[index]?.id ?? 0, outcome] as const);
    answer({ kind: 'done', outcomes: pairs }, outcomes.flatMap(buffersOf));
    if (waiting.length > 0) setImmediate(work);
  };
  port.on('message', (message: ToThread) => {
    if (message === 'close') {
      while (waiting.length > 0) work();
      store.close();
      port.close();
      return;
    }
    waiting.push(message);
    if (waiting.length === 1) setImmediate(work);
  });
  answer({ kind: 'ready' });
}

/** Large answers are handed over, not copied; each has a buffer of its own. */
function buffersOf(outcome: JobOutcome): Transferable[] {
  if (!outcome.ok || typeof outcome.value !== 'object' || outcome.value === null) return [];
  const value = outcome.value as Partial<NonNullable<AnswerOf<'snapshotBefore'>>>;
  const { bytes } = value;
  return bytes !== undefined &&
    bytes.byteLength === bytes.buffer.byteLength &&
    bytes.buffer instanceof ArrayBuffer
    ? [bytes.buffer]
    : [];
}

serve(workerData as StoreOptions);
