/**
 * Requests under a key are done once: the first is carried out, and whoever comes again under its key gets its answer.
 *
 * Always: an answer is kept in the transaction that did what it tells of, so there is none without the deed and no deed without
 * its answer. A refusal did nothing, so it is not kept, and its key stays free. While the first request under a key runs, others
 * under it are told so: this process knows what runs here, and the journal refuses a second answer under one key.
 */
import { type Outcome, refuse } from '../contract/index.ts';
import { type Journal, JournalError, type KeptAnswer } from './ports.ts';

/** What a request calls itself, and how it is told from another under the same name. */
export interface RequestKey {
  readonly key: string;
  /** Of the request's body, and of where it was sent. */
  readonly bodyHash: string;
  readonly expiresAtMs: number;
}

/** What was answered, now or when the request first came. */
export interface Answered<T> {
  readonly value: T;
  readonly replayed: boolean;
}

export class RequestKeys {
  /** The body of what runs, by scope and key. */
  readonly #running = new Map<string, string>();

  /** @param journals where an answer may lie; the first that has one gives it */
  async once<T>(
    { scope, request, journals }: KeyedRequest,
    work: () => Promise<Outcome<T>>,
  ): Promise<Outcome<Answered<T>>> {
    const { key, bodyHash } = request;
    const place = JSON.stringify([scope, key]);
    const running = this.#running.get(place);
    if (running !== undefined) return refuse(running === bodyHash ? 'request_in_progress' : 'key_reused');
    this.#running.set(place, bodyHash);
    try {
      const kept = await answerIn(journals, scope, key);
      if (kept !== undefined) return replayed(kept, bodyHash);
      const outcome = await work();
      return outcome.ok ? { ok: true, value: { value: outcome.value, replayed: false } } : outcome;
    } catch (error) {
      if (error instanceof JournalError) return refuse(error.code);
      throw error;
    } finally {
      this.#running.delete(place);
    }
  }
}

interface KeyedRequest {
  readonly scope: string;
  readonly request: RequestKey;
  readonly journals: readonly Journal[];
}

/** The answer as the journal keeps it. @param answer plain values, which come back as they were */
export function keptAnswer(scope: string, request: RequestKey, answer: object): KeptAnswer {
  return { scope, ...request, answer: JSON.stringify(answer) };
}

async function answerIn(
  journals: readonly Journal[],
  scope: string,
  key: string,
): Promise<KeptAnswer | undefined> {
  for (const journal of journals) {
    const kept = await journal.answerTo(scope, key);
    if (kept !== undefined) return kept;
  }
  return undefined;
}

function replayed<T>(kept: KeptAnswer, bodyHash: string): Outcome<Answered<T>> {
  if (kept.bodyHash !== bodyHash) return refuse('key_reused');
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- written by keptAnswer() for the same kind of request.
  return { ok: true, value: { value: JSON.parse(kept.answer) as T, replayed: true } };
}
