/** The journal as a worker sees it: questions go to the thread that has it. */
import type { Snapshot, StoredBatch } from '../ports.ts';
import type { JournalReader } from '../replay.ts';
import { errorOf } from './failure.ts';
import type { BatchPage, JournalAnswer, JournalQuestion } from './messages.ts';

export class JournalDoor implements JournalReader {
  readonly #ask: (session: string, id: number, question: JournalQuestion) => void;
  readonly #waiting = new Map<number, (answer: JournalAnswer) => void>();
  #next = 0;

  constructor(ask: (session: string, id: number, question: JournalQuestion) => void) {
    this.#ask = ask;
  }

  answered(id: number, answer: JournalAnswer): void {
    const resolve = this.#waiting.get(id);
    this.#waiting.delete(id);
    resolve?.(answer);
  }

  async *read(session: string, afterBatch: number): AsyncGenerator<StoredBatch> {
    for (let after = afterBatch; ; ) {
      const { batches, last } = await this.#call<BatchPage>(session, { kind: 'batches', afterBatch: after });
      yield* batches;
      if (last) return;
      after = batches.at(-1)?.number ?? after;
    }
  }

  async snapshotBefore(
    session: string,
    bound: { readonly seq: number; readonly offset: number },
  ): Promise<Snapshot | undefined> {
    return this.#call(session, { kind: 'snapshot', bound });
  }

  async #call<T>(session: string, question: JournalQuestion): Promise<T> {
    const id = ++this.#next;
    const answer = await new Promise<JournalAnswer>((resolve) => {
      this.#waiting.set(id, resolve);
      this.#ask(session, id, question);
    });
    if (!answer.ok) throw errorOf(answer.failure);
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the answer to this question.
    return answer.value as T;
  }
}

const PAGE_BATCHES = 256;
const PAGE_OPERATIONS = 20_000;

/** The other side of the door: what the journal has for a question. */
export async function askJournal(
  journal: JournalReader,
  session: string,
  question: JournalQuestion,
): Promise<BatchPage | Snapshot | undefined> {
  if (question.kind === 'snapshot') return journal.snapshotBefore(session, question.bound);
  const batches: StoredBatch[] = [];
  let operations = 0;
  for await (const batch of journal.read(session, question.afterBatch)) {
    batches.push(batch);
    operations += batch.operations.length;
    if (batches.length >= PAGE_BATCHES || operations >= PAGE_OPERATIONS) return { batches, last: false };
  }
  return { batches, last: true };
}
