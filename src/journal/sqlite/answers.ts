/** Answers that were given under a key: kept in the transaction that did what they tell of. */
import { Buffer } from 'node:buffer';
import type { KeptAnswer } from '../../session/index.ts';
import type { Database } from './database.ts';
import { blobOf, KIND, type Place, seal, unseal } from './seal.ts';

export class Answers {
  readonly #database: Database;
  readonly #engine: number;

  constructor(database: Database, engine: number) {
    this.#database = database;
    this.#engine = engine;
  }

  /** False when the key has been used; nothing is changed then. */
  keep(answer: KeptAnswer): boolean {
    const { scope, key, expiresAtMs } = answer;
    const body = seal(place(scope, key), this.#engine, Buffer.from(JSON.stringify(answer)));
    const { changes } = this.#database
      .sql('INSERT INTO answer (scope, key, expires_at_ms, body) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING')
      .run(scope, key, expiresAtMs, body);
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
  }

  expire(nowMs: number): void {
    this.#database.sql('DELETE FROM answer WHERE expires_at_ms <= ?').run(nowMs);
  }
}

function place(scope: string, key: string): Place {
  return { kind: KIND.ANSWER, names: ['answer', scope, key] };
}
