/** Those who want to know when a session has more to read, and when there will be no more. */
import type { Fault } from '../contract/index.ts';
import type { TopicFilter } from './topic-filter.ts';

export type EndReason = 'deleted' | 'retired' | 'stopping';

export interface Listener {
  /** What it is waiting for now. */
  readonly filter: () => TopicFilter | undefined;
  published(): void;
  ended(reason: EndReason): void;
}

export class Audience {
  readonly #listeners = new Set<Listener>();

  get size(): number {
    return this.#listeners.size;
  }

  /** What all of them are waiting for. */
  get filters(): TopicFilter[] {
    return [...this.#listeners].flatMap((listener) => listener.filter() ?? []);
  }

  add(listener: Listener): void {
    this.#listeners.add(listener);
  }

  remove(listener: Listener): void {
    this.#listeners.delete(listener);
  }

  published(): void {
    for (const listener of this.#listeners) listener.published();
  }

  /** Tells them that it is over; they are forgotten. */
  ended(reason: EndReason): void {
    for (const listener of this.#listeners) listener.ended(reason);
    this.#listeners.clear();
  }
}

/** What is answered for a session that has ended. */
export function endedFault(id: string, reason: EndReason): Fault {
  if (reason === 'retired') return { code: 'session_retired' };
  if (reason === 'stopping') return { code: 'shutting_down' };
  return { code: 'no_such_session', values: { id } };
}
