/**
 * Snapshots in the file. They only save time, so one that is damaged, or was written by another engine, is passed over: the one
 * before it serves, or the whole history.
 */

import { surplusSnapshots } from '../thinning.ts';
import type { Database } from './database.ts';
import type { KnownSession } from './heads.ts';
import type { AskOf, SnapshotBytes } from './jobs.ts';
import { blobOf, KIND, type Place, SealError, seal, unseal } from './seal.ts';

type Whereabouts = Omit<SnapshotBytes, 'bytes'>;

export class Snapshots {
  readonly #database: Database;
  readonly #engine: number;

  constructor(database: Database, engine: number) {
    this.#database = database;
    this.#engine = engine;
  }

  /** @param session number of its row */
  put(session: number, id: string, snapshot: SnapshotBytes): number {
    const { batch, seq, offset, bytes } = snapshot;
    const body = seal(place(id, snapshot), this.#engine, bytes);
    this.#database
      .sql('INSERT OR REPLACE INTO snapshot (session, batch, seq, "offset", body) VALUES (?, ?, ?, ?, ?)')
      .run(session, batch, seq, offset, body);
    const marks = this.#database
      .sql('SELECT batch, "offset", length(body) AS bytes FROM snapshot WHERE session = ? ORDER BY batch')
      .all(session)
      .map((row) => ({
        batch: Number(row['batch']),
        offset: Number(row['offset']),
        bytes: Number(row['bytes']),
      }));
    for (const surplus of surplusSnapshots(marks)) {
      this.#database.sql('DELETE FROM snapshot WHERE session = ? AND batch = ?').run(session, surplus);
    }
    return body.length;
  }

  /** The newest sound one within the bounds, a fork's own or of whom it grew from; `batch` is the last that it may contain. */
  before(session: KnownSession, ask: AskOf<'snapshotBefore'>): SnapshotBytes | undefined {
    const own = { number: session.number, id: ask.id, until: ask.batch };
    for (const { number, id, until } of [own, ...session.limbs.toReversed()]) {
      const found = this.#newest(number, { ...ask, id, batch: Math.min(ask.batch, until) });
      if (found !== undefined) return found;
    }
    return undefined;
  }

  #newest(session: number, ask: AskOf<'snapshotBefore'>): SnapshotBytes | undefined {
    const marks = this.#database
      .sql(
        `SELECT rowid, batch, seq, "offset" FROM snapshot
         WHERE session = ? AND seq <= ? AND "offset" <= ? AND batch <= ? ORDER BY batch DESC`,
      )
      .all(session, ask.seq, ask.offset, ask.batch);
    for (const mark of marks) {
      const where = {
        batch: Number(mark['batch']),
        seq: Number(mark['seq']),
        offset: Number(mark['offset']),
      };
      const row = this.#database.sql('SELECT body FROM snapshot WHERE rowid = ?').get(Number(mark['rowid']));
      const bytes = this.#open(ask.id, where, blobOf(row?.['body']));
      if (bytes !== undefined) return { ...where, bytes };
    }
    return undefined;
  }

  /** What is wrong with the snapshots of a session. */
  unsound(session: number, id: string): string[] {
    const rows = this.#database
      .sql('SELECT batch, seq, "offset", body FROM snapshot WHERE session = ?')
      .iterate(session);
    const problems: string[] = [];
    for (const row of rows) {
      const where = { batch: Number(row['batch']), seq: Number(row['seq']), offset: Number(row['offset']) };
      try {
        unseal(place(id, where), blobOf(row['body']));
      } catch (error) {
        if (!(error instanceof SealError)) throw error;
        problems.push(error.message);
      }
    }
    return problems;
  }

  #open(id: string, where: Whereabouts, blob: Uint8Array): Uint8Array | undefined {
    try {
      const { body, engine } = unseal(place(id, where), blob);
      return engine === this.#engine ? body : undefined;
    } catch (error) {
      if (error instanceof SealError) return undefined;
      throw error;
    }
  }
}

function place(id: string, { batch, seq, offset }: Whereabouts): Place {
  return { kind: KIND.SNAPSHOT, names: ['snapshot', id, batch, seq, offset] };
}
