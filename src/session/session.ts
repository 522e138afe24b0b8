/**
 * A session: the single writer of one simulated process.
 *
 * Apply, append, publish, answer, in that order. What is being applied is visible to nobody: reads wait in the same queue, and
 * `position` moves only when the journal has the batch. When it cannot have it, the heap is dropped, and the next who
 * needs it replays the journal.
 *
 * Always: a clean process stands at `position`; one that is not clean is in the middle of a batch, or must be thrown away.
 */
import { type Fault, type OperationResult, type Outcome, type Position, refuse } from '../contract/index.ts';
import { type Applied, type ApplyReceipt, type ApplyRequest, applyBatch } from './batch.ts';
import { loadProcess, type Process, stateOf } from './engine.ts';
import { JournalError, type SessionRecord, type Snapshot } from './ports.ts';
import { EVERYTHING, type ReplaySource, replay } from './replay.ts';
import { keptAnswer, RequestKeys } from './request-keys.ts';
import { SnapshotSchedule } from './snapshot-schedule.ts';
import { Spill } from './spill.ts';
import type { TopicFilter } from './topic-filter.ts';
import { WorkQueue } from './work-queue.ts';

export type EndReason = 'deleted' | 'retired' | 'stopping';

/** Somebody who wants to know when there is more to read, and when there will be no more. */
export interface Listener {
  /** What it is waiting for now. */
  readonly filter: () => TopicFilter | undefined;
  published(): void;
  ended(reason: EndReason): void;
}

interface Kept {
  readonly applied: Applied;
  readonly spill: Spill;
}

export type ReportBug = (session: string, error: unknown) => void;

export class Session {
  readonly id: string;
  record: SessionRecord;
  readonly #source: ReplaySource;
  readonly #reportBug: ReportBug;
  readonly #queue: WorkQueue;
  readonly #keys = new RequestKeys();
  readonly #snapshots: SnapshotSchedule;
  readonly #listeners = new Set<Listener>();
  #process: Process | undefined;
  #clean = false;
  #resting = false;
  #position: Position;
  #spill: Spill | undefined;
  #batch = 0;
  #ended: EndReason | undefined;

  /** @param source.record a session as it was created; its operations are read from the journal when first needed */
  constructor(source: ReplaySource, reportBug: ReportBug, position?: Position) {
    this.id = source.record.id;
    this.record = source.record;
    this.#source = source;
    this.#reportBug = reportBug;
    this.#queue = new WorkQueue(source.record.settings.limits.queued_requests);
    this.#snapshots = new SnapshotSchedule(source.journal, this.id, (error) => reportBug(this.id, error));
    this.#position = position ?? { seq: 0, epoch: source.record.epoch, offset: 0 };
  }

  /** Where the session stands, for everybody. */
  get position(): Position {
    return this.#position;
  }

  /** The smallest offset that a subscriber may come back with. */
  get oldestRecoverable(): number {
    return Math.max(0, this.#position.offset - this.record.settings.limits.recovery_events);
  }

  get source(): ReplaySource {
    return { ...this.#source, record: this.record };
  }

  get subscribers(): number {
    return this.#listeners.size;
  }

  /** Number of the last batch, where the heap is in memory. */
  get batches(): number {
    return this.#batch;
  }

  get inMemory(): boolean {
    return this.#process !== undefined;
  }

  /** Applies a batch; the answer comes when the journal has it. */
  async apply(request: ApplyRequest): Promise<Outcome<ApplyReceipt>> {
    const work = async (): Promise<Outcome<ApplyReceipt>> => {
      const outcome = await this.#work((process) => this.#apply(process, request));
      // A journal that failed may have kept the batch all the same; whether it did is found out at once, not when somebody asks.
      if (!outcome.ok && outcome.fault.code.startsWith('journal_')) void this.#catchUp();
      return outcome;
    };
    if (request.key === undefined) return work();
    const asked = { scope: this.id, request: request.key, journals: [this.#source.journal] };
    const answered = await this.#keys.once(asked, work);
    if (!answered.ok) return answered;
    const { value, replayed } = answered.value;
    if (!replayed) return { ok: true, value };
    // What is acknowledged is visible.
    if (value.position.seq > this.#position.seq) await this.#catchUp();
    return { ok: true, value: { ...value, replayed } };
  }

  /** Goes to where the journal is, if it can be read now; else whoever asks for the heap next will. */
  async #catchUp(): Promise<void> {
    await this.#work(async () => ({ ok: true, value: undefined }));
  }

  /** Looks at the process between two batches. `project` must not change it. */
  async read<T>(project: (process: Process, position: Position) => Outcome<T>): Promise<Outcome<T>> {
    return this.#work(async (process) => project(process, this.#position));
  }

  /** Looks at the process as it stood when `seq` operations had been applied; the present goes on meanwhile. */
  async readAt<T>(
    seq: number,
    project: (process: Process, position: Position) => Outcome<T>,
  ): Promise<Outcome<T>> {
    if (seq > this.#position.seq) return refuse('no_such_moment', { seq: this.#position.seq, at: seq });
    let outcome: Outcome<T> | undefined;
    if (seq === this.#position.seq) {
      const present = await this.read((process, position) => {
        // Whoever was before us in the queue may have moved the session: the present is the past then.
        if (position.seq === seq) outcome = project(process, position);
        return { ok: true, value: undefined };
      });
      if (!present.ok) return present;
    }
    return outcome ?? this.#readPast(seq, project);
  }

  /** For its ring alone, which holds events up to `position` and perhaps more that are not visible yet. */
  get readableProcess(): Process | undefined {
    return this.#process;
  }

  /** Events of the newest batch that were more than the ring holds. */
  get spill(): Spill | undefined {
    return this.#spill;
  }

  attach(listener: Listener): Outcome<() => void> {
    const maximum = this.record.settings.limits.subscribers;
    if (this.#ended !== undefined) return { ok: false, fault: this.#endedFault(this.#ended) };
    if (this.#listeners.size >= maximum) return refuse('too_many_subscribers', { maximum });
    this.#listeners.add(listener);
    const detach = (): void => {
      this.#listeners.delete(listener);
      if (this.#listeners.size === 0) this.#spill = undefined;
    };
    return { ok: true, value: detach };
  }

  /** Nobody asked for a while: what the heap keeps beyond its present state goes, above all events, which a replay writes again. */
  rest(): void {
    if (this.#resting || !this.#clean || this.#listeners.size > 0) return;
    this.#process?.heap.trim();
    this.#resting = true;
  }

  /** Forgets the heap; the journal gives it back. */
  async unload(): Promise<void> {
    await this.#queue.run(async () => {
      await this.#leave();
      return { ok: true, value: undefined };
    });
  }

  /** Ends every stream and refuses all further work; what is under way finishes. */
  async end(reason: EndReason): Promise<void> {
    this.#finish(reason);
    await this.#queue.idle();
    this.#source.past.forget(this.record.epoch);
    if (reason === 'stopping') await this.#leave();
    this.#process = undefined;
  }

  async #leave(): Promise<void> {
    const process = this.#process;
    if (process !== undefined && this.#clean) await this.#snapshots.leave(() => this.#snapshotOf(process));
    this.#process = undefined;
  }

  async #readPast<T>(
    seq: number,
    project: (process: Process, position: Position) => Outcome<T>,
  ): Promise<Outcome<T>> {
    const { past } = this.#source;
    if (this.#ended !== undefined) return { ok: false, fault: this.#endedFault(this.#ended) };
    if (!past.open) return refuse('session_busy', { maximum: past.limits.readers });
    return this.#guard(async () => {
      const { process } = await past.at(this.source, seq);
      return project(process, { seq, epoch: this.record.epoch, offset: process.heap.ring.offset });
    });
  }

  async #work<T>(work: (process: Process) => Promise<Outcome<T>>): Promise<Outcome<T>> {
    if (this.#ended !== undefined) return { ok: false, fault: this.#endedFault(this.#ended) };
    return this.#queue.run(async () =>
      this.#guard(async () => {
        if (this.#ended !== undefined) return { ok: false, fault: this.#endedFault(this.#ended) };
        return work(await this.#load());
      }),
    );
  }

  async #load(): Promise<Process> {
    if (this.#process !== undefined && this.#clean) return this.#process;
    this.#process = undefined;
    const replayed = await replay(this.source, EVERYTHING);
    this.#batch = replayed.batch;
    this.#snapshots.loaded(replayed.steps);
    this.#settle(replayed.process, replayed.seq);
    return replayed.process;
  }

  async #apply(process: Process, request: ApplyRequest): Promise<Outcome<ApplyReceipt>> {
    const { seq } = this.#position;
    if (request.ifMatch !== undefined && !request.ifMatch.includes(seq)) {
      return refuse('stale_tag', { expected: request.ifMatch.join(', '), actual: seq });
    }
    const saved = request.onError === 'rollback' ? stateOf(process) : undefined;
    this.#clean = false;
    const spill = this.#watch(process);
    const applied = await applyBatch({ settings: this.record.settings, turn: this.#source.turn }, process, {
      ...request,
      seq,
    });
    const unwanted = applied.fault !== undefined || (applied.failed !== undefined && saved !== undefined);
    process.heap.ring.overflow = undefined;
    if (!unwanted) return this.#keep(process, request, { applied, spill });
    if (saved !== undefined) {
      this.#settle(loadProcess(this.record.settings, saved), seq);
    }
    if (applied.fault !== undefined) return { ok: false, fault: applied.fault };
    const results = applied.results.map(uncounted);
    const receipt = { position: this.#position, results, failed: applied.failed, rolledBack: true };
    if (request.key === undefined) return { ok: true, value: receipt };
    const kept = await this.#source.journal.keepAnswer(keptAnswer(this.id, request.key, receipt));
    return kept ? { ok: true, value: receipt } : refuse('request_in_progress');
  }

  async #keep(
    process: Process,
    request: ApplyRequest,
    { applied, spill }: Kept,
  ): Promise<Outcome<ApplyReceipt>> {
    const { seq } = this.#position;
    const operations = request.operations.slice(0, applied.attempted);
    const batch = { operations, applied: applied.applied, offset: process.heap.ring.offset };
    const { journal, owner } = this.#source;
    const position = { seq: seq + applied.applied, epoch: this.record.epoch, offset: batch.offset };
    const receipt = { position, results: applied.results, failed: applied.failed, rolledBack: false };
    const answer = request.key === undefined ? undefined : keptAnswer(this.id, request.key, receipt);
    const outcome = await journal.append({ session: this.id, owner, expectedSeq: seq, batch, answer });
    if (outcome === 'answered') return refuse('request_in_progress');
    if (outcome !== 'appended') return refuse('journal_unavailable');
    this.#batch++;
    this.#spill = spill.isEmpty ? undefined : spill;
    this.#settle(process, position.seq);
    this.#snapshots.advance(applied.steps, () => this.#snapshotOf(process));
    return { ok: true, value: { ...receipt, count: applied.count } };
  }

  /** The process is what everybody may see now. */
  #settle(process: Process, seq: number): void {
    this.#process = process;
    this.#clean = true;
    this.#resting = false;
    const { offset } = process.heap.ring;
    const moved = offset !== this.#position.offset;
    this.#position = { seq, epoch: this.record.epoch, offset };
    if (moved) for (const listener of this.#listeners) listener.published();
  }

  /** While a batch is applied, what subscribers want of it is kept beyond the ring's room. */
  #watch(process: Process): Spill {
    const filters = [...this.#listeners].flatMap((listener) => listener.filter() ?? []);
    const spill = new Spill(process, this.#position.offset, filters);
    if (filters.length > 0) process.heap.ring.overflow = () => spill.collect();
    return spill;
  }

  /** Keeps a snapshot that somebody else has made. */
  async keepSnapshot(snapshot: Snapshot): Promise<void> {
    await this.#snapshots.put(snapshot);
  }

  #snapshotOf(process: Process): Snapshot {
    const { seq, offset } = this.#position;
    return { batch: this.#batch, seq, offset, state: stateOf(process) };
  }

  /** A journal that fails is a fault, and the heap is replayed; anything else thrown is a bug, and the session is retired. */
  async #guard<T>(work: () => Promise<Outcome<T>>): Promise<Outcome<T>> {
    try {
      return await work();
    } catch (error) {
      if (error instanceof JournalError) return refuse(error.code);
      this.#reportBug(this.id, error);
      this.#finish('retired');
      return refuse('session_retired');
    }
  }

  #finish(reason: EndReason): void {
    if (this.#ended !== undefined) return;
    this.#ended = reason;
    for (const listener of this.#listeners) listener.ended(reason);
    this.#listeners.clear();
  }

  #endedFault(reason: EndReason): Fault {
    if (reason === 'retired') return { code: 'session_retired' };
    if (reason === 'stopping') return { code: 'shutting_down' };
    return { code: 'no_such_session', values: { id: this.id } };
  }
}

/** The result of an operation that was rolled back has no place in the sequence. */
function uncounted(result: OperationResult): OperationResult {
  const copy = { ...result };
  delete copy.seq;
  return copy;
}
