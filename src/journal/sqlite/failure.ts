/** What can go wrong in the store, in the words of the port: by SQLite's result codes. */
import type { JournalErrorCode } from '../../session/index.ts';
import { SealError } from './seal.ts';

export interface FailureText {
  /** `bug`: nothing that a store may do; it is thrown as it came. */
  readonly code: JournalErrorCode | 'bug';
  readonly message: string;
}

/** Refuses one job; nothing has been written for it. */
export class StoreFailure extends Error {
  override readonly name = 'StoreFailure';
  readonly code: JournalErrorCode;

  constructor(code: JournalErrorCode, message: string) {
    super(message);
    this.code = code;
  }
}

/** By primary result code (sqlite.org/rescode.html). */
const CODES: Readonly<Record<number, JournalErrorCode>> = {
  3: 'journal_unavailable', // PERM
  5: 'journal_unavailable', // BUSY
  6: 'journal_unavailable', // LOCKED
  7: 'journal_unavailable', // NOMEM
  8: 'journal_unavailable', // READONLY
  10: 'journal_unavailable', // IOERR
  11: 'journal_corrupt', // CORRUPT
  13: 'journal_full', // FULL
  14: 'journal_unavailable', // CANTOPEN
  15: 'journal_unavailable', // PROTOCOL
  18: 'journal_full', // TOOBIG
  22: 'journal_unavailable', // NOLFS
  26: 'journal_corrupt', // NOTADB
};

export function failureOf(error: unknown): FailureText {
  if (error instanceof StoreFailure) return { code: error.code, message: error.message };
  if (error instanceof SealError) return { code: 'journal_corrupt', message: error.message };
  const message = error instanceof Error ? (error.stack ?? error.message) : String(error);
  const result = resultCode(error);
  if (result === undefined) return { code: 'bug', message };
  return { code: CODES[result & 0xff] ?? 'bug', message: `SQLite ${result}: ${textOf(error)}` };
}

export function resultCode(error: unknown): number | undefined {
  if (typeof error !== 'object' || error === null || !('errcode' in error)) return undefined;
  return typeof error.errcode === 'number' ? error.errcode : undefined;
}

function textOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
