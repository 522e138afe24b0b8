/**
 * The directory of a journal: made when it is missing, and held by one process at a time.
 *
 *   heaplab.db (and -wal, -shm)   the journal
 *   heaplab.lock                  an empty database on which the holder keeps an exclusive lock; the lock dies with its process
 *   heaplab.pid                   who the holder is: words for the message, not the lock
 */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { resultCode, StoreFailure } from './failure.ts';

const BUSY = 5;

export class Directory {
  readonly path: string;
  readonly #lock: DatabaseSync;

  /** @throws StoreFailure when the directory cannot be had */
  constructor(path: string) {
    this.path = resolve(path);
    try {
      mkdirSync(this.path, { recursive: true, mode: 0o700 });
    } catch (error) {
      throw new StoreFailure(
        'journal_unavailable',
        `the directory ${this.path} cannot be made: ${text(error)}`,
      );
    }
    this.#lock = this.#hold();
    writeFileSync(this.#pidFile, `${process.pid}\n`);
  }

  get databaseFile(): string {
    return join(this.path, 'heaplab.db');
  }

  close(): void {
    rmSync(this.#pidFile, { force: true });
    this.#lock.close();
  }

  get #pidFile(): string {
    return join(this.path, 'heaplab.pid');
  }

  #hold(): DatabaseSync {
    let lock: DatabaseSync | undefined;
    try {
      lock = new DatabaseSync(join(this.path, 'heaplab.lock'), { timeout: 0 });
      lock.exec('PRAGMA journal_mode = MEMORY; BEGIN EXCLUSIVE');
      return lock;
    } catch (error) {
      lock?.close();
      const held = ((resultCode(error) ?? 0) & 0xff) === BUSY;
      const why = held ? `is in use by ${this.#holder()}` : `cannot be locked: ${text(error)}`;
      throw new StoreFailure('journal_unavailable', `the directory ${this.path} ${why}`);
    }
  }

  #holder(): string {
    try {
      return `process ${readFileSync(this.#pidFile, 'utf8').trim()}`;
    } catch {
      return 'another process';
    }
  }
}

function text(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
