/**
 * The store: runs jobs on the file, many in one transaction.
 *
 * Jobs that write are committed together, since a commit costs one wait for the disk however much is in it. When the transaction
 * fails, each of them is tried alone, so that one that cannot be kept takes no other with it. What `run` answers without a
 * failure has reached the disk. Answers come in the order of the jobs; those that only read see what was written beside them.
 */
import { statfsSync } from 'node:fs';
import { Answers } from './answers.ts';
import { Database } from './database.ts';
import { Directory } from './directory.ts';
import { type FailureText, failureOf, StoreFailure } from './failure.ts';
import type { Job, JobKind } from './jobs.ts';
import { Ledger } from './ledger.ts';
import { Snapshots } from './snapshots.ts';

export interface StoreOptions {
  readonly directory: string;
  readonly maxBytes?: number | undefined;
  readonly answersPerScope?: number | undefined;
  /** Version of the engine, for the seals. */
  readonly engine: number;
}

export type JobOutcome =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly failure: FailureText };

const READS = new Set<JobKind>(['sessions', 'damaged', 'read', 'snapshotBefore', 'answerTo']);
/** With less room than this the journal says that it is full before SQLite must. */
const ROOM_BYTES = 1024 * 1024;
const PROBE_BYTES = 64;

export class Store {
  readonly #directory: Directory;
  readonly #database: Database;
  readonly #answers: Answers;
  readonly #snapshots: Snapshots;
  readonly #ledger: Ledger;
  readonly #maxBytes: number | undefined;
  #deleted = false;

  constructor({ directory, maxBytes, answersPerScope, engine }: StoreOptions) {
    this.#directory = new Directory(directory);
    this.#maxBytes = maxBytes;
    try {
      this.#database = new Database({ file: this.#directory.databaseFile, maxBytes });
      this.#answers = new Answers(this.#database, engine, answersPerScope);
      this.#snapshots = new Snapshots(this.#database, engine);
      this.#ledger = new Ledger({ database: this.#database, answers: this.#answers, engine });
    } catch (error) {
      this.#directory.close();
      throw error;
    }
  }

  run(jobs: readonly Job[]): JobOutcome[] {
    const outcomes = new Map<Job, JobOutcome>();
    const writes = jobs.filter(({ kind }) => !READS.has(kind));
    if (writes.length > 0) this.#write(writes, outcomes);
    for (const job of jobs)
      if (!outcomes.has(job))
        outcomes.set(
          job,
          this.#attempt(() => this.#do(job)),
        );
    return jobs.map((job) => outcomes.get(job) ?? { ok: true, value: undefined });
  }

  close(): void {
    try {
      this.#database.shrink();
    } catch (error) {
      if (failureOf(error).code === 'bug') throw error;
    } finally {
      this.#database.close();
      this.#directory.close();
    }
  }

  #write(jobs: readonly Job[], outcomes: Map<Job, JobOutcome>): void {
    const together = this.#attempt(() => this.#transact(jobs));
    if (together.ok) {
      for (const [job, outcome] of together.value as Map<Job, JobOutcome>) outcomes.set(job, outcome);
    } else if (jobs.length === 1 && jobs[0] !== undefined) {
      outcomes.set(jobs[0], together);
      // What a failed commit left in the log is overwritten by the next; better now than after a crash.
      this.#attempt(() => this.#database.transaction(() => this.#probe()));
    } else for (const job of jobs) this.#write([job], outcomes);
    if (this.#deleted && jobs.some(({ kind }) => kind === 'expire')) this.#shrink();
  }

  /** Not after each deletion, since others wait meanwhile; whoever sweeps comes by every few seconds. */
  #shrink(): void {
    this.#deleted = !this.#attempt(() => this.#database.shrink()).ok;
  }

  #transact(jobs: readonly Job[]): Map<Job, JobOutcome> {
    try {
      const outcomes = this.#database.transaction(
        () => new Map(jobs.map((job) => [job, this.#refusable(() => this.#do(job))])),
      );
      this.#ledger.heads.settle();
      return outcomes;
    } catch (error) {
      this.#ledger.heads.forget();
      throw error;
    }
  }

  /** A refusal concerns its job alone; any other failure concerns the transaction. */
  #refusable(work: () => unknown): JobOutcome {
    try {
      return { ok: true, value: work() };
    } catch (error) {
      if (error instanceof StoreFailure) return { ok: false, failure: failureOf(error) };
      throw error;
    }
  }

  #attempt(work: () => unknown): JobOutcome {
    try {
      return { ok: true, value: work() };
    } catch (error) {
      return { ok: false, failure: failureOf(error) };
    }
  }

  #do(job: Job): unknown {
    const ledger = this.#ledger;
    switch (job.kind) {
      case 'create':
        return ledger.create(job.ask);
      case 'sessions':
        return ledger.sessions();
      case 'damaged':
        return ledger.damaged();
      case 'update':
        return ledger.update(job.ask);
      case 'touch':
        return ledger.touch(job.ask);
      case 'remove':
        this.#deleted = true;
        return ledger.remove(job.ask.id);
      case 'expire':
        return this.#expire(job.ask.nowMs);
      case 'takeOver':
        return ledger.takeOver(job.ask.id);
      case 'append':
        return ledger.append(job.ask);
      case 'read':
        return ledger.read(job.ask);
      case 'putSnapshot':
        return this.#snapshots.put(ledger.known(job.ask.id).number, job.ask.id, job.ask.snapshot);
      case 'snapshotBefore':
        return this.#snapshots.before(ledger.known(job.ask.id), job.ask);
      case 'keepAnswer':
        return this.#answers.keep(job.ask.answer);
      case 'answerTo':
        return this.#answers.find(job.ask.scope, job.ask.key);
      case 'check':
        return this.#check();
    }
  }

  #expire(nowMs: number): string[] {
    this.#answers.expire(nowMs);
    const expired = this.#ledger.expire(nowMs);
    this.#deleted ||= expired.length > 0;
    return expired;
  }

  #check(): void {
    const { bavail, bsize } = statfsSync(this.#directory.path);
    const database = this.#database;
    const used =
      (database.pragma('page_count') - database.pragma('freelist_count')) * database.pragma('page_size');
    const room = Math.min(bavail * bsize, (this.#maxBytes ?? Number.POSITIVE_INFINITY) - used);
    if (room < ROOM_BYTES) throw new StoreFailure('journal_full', `the journal has room for ${room} bytes`);
    this.#probe();
  }

  #probe(): void {
    this.#database.sql('INSERT OR REPLACE INTO probe (id, body) VALUES (1, randomblob(?))').run(PROBE_BYTES);
  }
}
