/**
 * Forks share the beginning of their history with the sessions that they grew from: nothing is copied.
 *
 *   session 4:   | 1 2 3 4 5 | 6 7 8          forked after batch 5
 *   session 9:   . . . . . . | 6 7 | 8        forked after batch 7
 *   session 12:  . . . . . . . . . | 8 9      its limbs: 4 up to 5, 9 up to 7
 *
 * Always: each batch of a session lies in exactly one row, of the first limb that goes so far or of the session itself. The rows of
 * a session that was removed stay as far as forks need them, and go with the last of those.
 */
import { Buffer } from 'node:buffer';
import type { Database } from './database.ts';
import type { Heads, KnownSession } from './heads.ts';
import { blobOf, KIND, type Place, seal, unseal } from './seal.ts';

/** A stretch of history in the rows of a session. */
export interface Limb {
  /** Of the session's row, which may be gone. */
  readonly number: number;
  readonly id: string;
  /** The last batch of the stretch. */
  readonly until: number;
}

export class Trunks {
  readonly #database: Database;
  readonly #engine: number;

  constructor(database: Database, engine: number) {
    this.#database = database;
    this.#engine = engine;
  }

  /** The limbs of a session, oldest first; none for a session that is no fork. */
  read(id: string, session: number): readonly Limb[] {
    const row = this.#database.sql('SELECT body FROM trunk WHERE session = ?').get(session);
    if (row === undefined) return [];
    const { body } = unseal(place(id), blobOf(row['body']));
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- sealed as it was written by keep().
    return JSON.parse(Buffer.from(body).toString()) as Limb[];
  }

  keep(id: string, session: number, limbs: readonly Limb[]): void {
    if (limbs.length === 0) return;
    const body = seal(place(id), this.#engine, Buffer.from(JSON.stringify(limbs)));
    this.#database.sql('INSERT INTO trunk (session, body) VALUES (?, ?)').run(session, body);
  }

  /** Deletes the rows of a session that is gone from the heads, as far as no fork needs them. */
  fell(gone: Pick<KnownSession, 'number' | 'limbs'>, heads: Heads): void {
    this.#database.sql('DELETE FROM trunk WHERE session = ?').run(gone.number);
    const needed = new Map<number, number>();
    for (const [, { limbs }] of heads.all()) {
      for (const { number, until } of limbs) needed.set(number, Math.max(until, needed.get(number) ?? 0));
    }
    for (const number of [gone.number, ...gone.limbs.map((limb) => limb.number)]) {
      const row = this.#database.sql('SELECT number FROM session WHERE number = ?').get(number);
      if (row !== undefined) continue;
      const until = needed.get(number) ?? 0;
      this.#database.sql('DELETE FROM batch WHERE session = ? AND number > ?').run(number, until);
      this.#database.sql('DELETE FROM snapshot WHERE session = ? AND batch > ?').run(number, until);
    }
  }
}

/** The limbs of a fork that begins with the first `batches` batches of a session. */
export function limbsOfFork(id: string, { number, limbs }: KnownSession, batches: number): Limb[] {
  const shared: Limb[] = [];
  for (const limb of limbs) {
    if (shared.length > 0 && (shared.at(-1)?.until ?? 0) >= batches) break;
    shared.push({ ...limb, until: Math.min(limb.until, batches) });
  }
  if ((shared.at(-1)?.until ?? 0) < batches) shared.push({ number, id, until: batches });
  return shared;
}

/** Where a batch lies. */
export function limbOf(id: string, { number, limbs }: KnownSession, batch: number): Limb {
  return limbs.find(({ until }) => batch <= until) ?? { number, id, until: Number.MAX_SAFE_INTEGER };
}

function place(id: string): Place {
  return { kind: KIND.TRUNK, names: ['trunk', id] };
}
