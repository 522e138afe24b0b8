/**
 * The database file: opened for safety first, brought up to date, with its statements prepared once.
 *
 * WAL with synchronous=FULL: a commit has reached the disk when it returns. secure_delete: what is deleted is overwritten.
 */
import { DatabaseSync, type StatementSync } from 'node:sqlite';
import { StoreFailure } from './failure.ts';
import { MIGRATIONS } from './migrations/list.ts';

/** 'HEAP': what file(1) and we know the file by. */
const APPLICATION_ID = 0x48454150;

export interface DatabaseOptions {
  readonly file: string;
  /** The file grows no further; undefined: as far as the disk goes. */
  readonly maxBytes?: number | undefined;
}

export class Database {
  readonly #connection: DatabaseSync;
  readonly #statements = new Map<string, StatementSync>();

  constructor({ file, maxBytes }: DatabaseOptions) {
    this.#connection = new DatabaseSync(file, { timeout: 300 });
    try {
      this.#connection.exec(`
        PRAGMA auto_vacuum = INCREMENTAL;
        PRAGMA journal_mode = WAL;
        PRAGMA synchronous = FULL;
        PRAGMA secure_delete = ON;
        PRAGMA cell_size_check = ON;
        PRAGMA trusted_schema = OFF;
        PRAGMA journal_size_limit = 67108864;
      `);
      this.#migrate(file);
      if (maxBytes !== undefined) {
        const pages = Math.max(1, Math.floor(maxBytes / this.pragma('page_size')));
        this.#connection.exec(`PRAGMA max_page_count = ${pages}`);
      }
    } catch (error) {
      this.#connection.close();
      throw error;
    }
  }

  /** The statement of this text, prepared the first time. */
  sql(text: string): StatementSync {
    let statement = this.#statements.get(text);
    if (statement === undefined) {
      statement = this.#connection.prepare(text);
      this.#statements.set(text, statement);
    }
    return statement;
  }

  /** Runs `work` between BEGIN and COMMIT; when anything throws, nothing of it has happened. */
  transaction<T>(work: () => T): T {
    this.sql('BEGIN IMMEDIATE').run();
    try {
      const result = work();
      this.sql('COMMIT').run();
      return result;
    } catch (error) {
      if (this.#connection.isTransaction) this.sql('ROLLBACK').run();
      throw error;
    }
  }

  pragma(name: string): number {
    const value = Object.values(this.#connection.prepare(`PRAGMA ${name}`).get() ?? {})[0];
    return Number(value ?? 0);
  }

  /** Gives freed pages back to the disk and empties the log, so that deleted things are in neither. */
  shrink(): void {
    this.#connection.exec('PRAGMA incremental_vacuum(8192); PRAGMA wal_checkpoint(TRUNCATE)');
  }

  close(): void {
    this.#statements.clear();
    this.#connection.close();
  }

  #migrate(file: string): void {
    const version = this.pragma('user_version');
    const id = this.pragma('application_id');
    if (version > MIGRATIONS.length || (version > 0 && id !== APPLICATION_ID)) {
      const whose = id === APPLICATION_ID ? 'a newer Heaplab' : 'something else';
      throw new StoreFailure('journal_unavailable', `${file} was made by ${whose}`);
    }
    for (let step = version; step < MIGRATIONS.length; step++) {
      this.transaction(() => {
        this.#connection.exec(MIGRATIONS[step] ?? '');
        this.#connection.exec(`PRAGMA user_version = ${step + 1}; PRAGMA application_id = ${APPLICATION_ID}`);
      });
    }
  }
}
