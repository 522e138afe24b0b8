/**
 * Looks over a journal that nobody uses at the moment: the file by SQLite's own check, and every seal, number and head.
 *
 * Answers what is wrong, a sentence each; an empty list when all is as it was written.
 */
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { Answers } from './answers.ts';
import { Database } from './database.ts';
import { Directory } from './directory.ts';
import { failureOf } from './failure.ts';
import { Ledger } from './ledger.ts';
import { Snapshots } from './snapshots.ts';

export function integrityProblems(directory: string, engine: number): string[] {
  let held: Directory | undefined;
  try {
    held = new Directory(directory);
    return [...fileProblems(held.path), ...contentProblems(held.databaseFile, engine)];
  } catch (error) {
    const failure = failureOf(error);
    if (failure.code === 'bug') throw error;
    return [failure.message];
  } finally {
    held?.close();
  }
}

function fileProblems(directory: string): string[] {
  const connection = new DatabaseSync(join(directory, 'heaplab.db'));
  try {
    const rows = connection.prepare('PRAGMA integrity_check').all();
    return rows.map((row) => String(row['integrity_check'])).filter((line) => line !== 'ok');
  } finally {
    connection.close();
  }
}

function contentProblems(file: string, engine: number): string[] {
  const database = new Database({ file });
  try {
    const answers = new Answers(database, engine);
    const ledger = new Ledger({ database, answers, engine });
    const snapshots = new Snapshots(database, engine);
    const problems = ledger.damaged().map(({ id, reason }) => `session ${id}: ${reason}`);
    for (const [id, head] of ledger.heads.all()) {
      problems.push(...complaintsOf(() => readThrough(ledger, id)));
      problems.push(...snapshots.unsound(head.number, id));
    }
    problems.push(...complaintsOf(() => ledger.sessions()), ...complaintsOf(() => answers.readAll()));
    return problems;
  } finally {
    database.close();
  }
}

function readThrough(ledger: Ledger, id: string): void {
  for (let afterBatch = 0; ; ) {
    const { batches, last } = ledger.read({ id, afterBatch });
    afterBatch += batches.length;
    if (last) return;
  }
}

function complaintsOf(work: () => unknown): string[] {
  try {
    work();
    return [];
  } catch (error) {
    const failure = failureOf(error);
    if (failure.code === 'bug') throw error;
    return [failure.message];
  }
}
