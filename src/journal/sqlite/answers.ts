/**
 * Answers that were given under a key: kept in the transaction that did what they tell of.
 *
 * Always: a scope has no more of them than the bound and its surplus; the oldest give way.
 */
import { Buffer } from 'node:buffer';
import type { KeptAnswer } from '../../session/index.ts';
import { ANSWERS_PER_SCOPE, surplusAllowed } from '../answer-bound.ts';
import type { Database } from './database.ts';
import { blobOf, KIND, type Place, seal, unseal } from './seal.ts';

export class Answers {
  readonly #database: Database;
  readonly #engine: number;
  readonly #perScope: number;
  /** Kept since the surplus of a scope was last looked for. */
  readonly #keptSince = new Map<string, number>();

  constructor(database: Database, engine: number, perScope = ANSWERS_PER_SCOPE) {
    this.#database = database;
    this.#engine = engine;
    this.#perScope = perScope;
  }

  /** False when the key has been used; nothing is changed then. */
  keep(answer: KeptAnswer): boolean {
    const { scope, key, expiresAtMs } = answer;
    const body = seal(place(scope, key), this.#engine, Buffer.from(JSON.stringify(answer)));
    const { changes } = this.#database
      .sql('INSERT INTO answer (scope, key, expires_at_ms, body) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING')
      .run(scope, key, expiresAtMs, body);
    if (changes === 1) this.#bound(scope);
    return changes === 1;
  }

  find(scope: string, key: string): KeptAnswer | undefined {
    const row = this.#database.sql('SELECT body FROM answer WHERE scope = ? AND key = ?').get(scope, key);
    if (row === undefined) return undefined;
    const { body } = unseal(place(scope, key), blobOf(row['body']));
    return JSON.parse(Buffer.from(body).toString()) as KeptAnswer;
  }

  /** Opens every seal. */
  readAll(): void {
    for (const row of this.#database.sql('SELECT scope, key, body FROM answer').iterate()) {
      unseal(place(String(row['scope']), String(row['key'])), blobOf(row['body']));
    }
  }

  removeOf(scope: string): void {
    this.#database.sql('DELETE FROM answer WHERE scope = ?').run(scope);
    this.#keptSince.delete(scope);
  }

  expire(nowMs: number): void {
    this.#database.sql('DELETE FROM answer WHERE expires_at_ms <= ?').run(nowMs);
  }

  #bound(scope: string): void {
    const kept = (this.#keptSince.get(scope) ?? 0) + 1;
    const due = kept >= surplusAllowed(this.#perScope);
    this.#keptSince.set(scope, due ? 0 : kept);
    if (!due) return;
    this.#database
      .sql(
        `DELETE FROM answer WHERE scope = ? AND key IN
         (SELECT key FROM answer WHERE scope = ? ORDER BY expires_at_ms DESC LIMIT -1 OFFSET ?)`,
      )
      .run(scope, scope, this.#perScope);
  }
}

function place(scope: string, key: string): Place {
  return { kind: KIND.ANSWER, names: ['answer', scope, key] };
}
