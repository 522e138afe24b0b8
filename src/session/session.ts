/**
 * A session: the single writer of one simulated process.
 *
 * Apply, append, publish, answer, in that order. What is being applied is visible to nobody: reads wait in the same queue, and
 * `position` moves only when the journal has the batch. When it cannot have it, the heap is dropped, and the next who
 * needs it replays the journal.
 *
 * The heap starts in this thread. A session that turns out to be heavy (weight.ts) moves: its heap is dropped here and loaded from
 * the journal in a worker, where it stays. A worker that dies is a heap that was dropped.
 *
 * Always: the process of a clean home stands at `position`; one that is not clean is in the middle of a batch, or must be thrown away.
 */
import { type Outcome, type Position, refuse } from '../contract/index.ts';
import { Audience, type EndReason, endedFault, type Listener } from './audience.ts';
import { type ApplyReceipt, type ApplyRequest, uncounted } from './batch.ts';
import { isUnfinished, type Process } from './engine.ts';
import { Guard, type ReportBug } from './guard.ts';
import type { Home, HomeApplied, Look, Question } from './home.ts';
import { HomeHere } from './home-here.ts';
import type { PastMoments, PastPoint } from './past-moments.ts';
import type { SessionRecord, Snapshot } from './ports.ts';
import { firstPart, LOST, nextPart, runsInParts } from './program-parts.ts';
import { EVERYTHING, type EventChunk, type EventRange, replay, replayEvents } from './replay.ts';
import { keptAnswer, RequestKeys } from './request-keys.ts';
import type { Loaded, Place, SessionSource } from './session-source.ts';
import { SnapshotSchedule } from './snapshot-schedule.ts';
import { Spills } from './spills.ts';
import { HeapPutOut, WorkerLost } from './threads/failure.ts';
import type { Workers } from './threads/workers.ts';
import type { TopicFilter } from './topic-filter.ts';
import { ANY_WEIGHT, type Weight } from './weight.ts';
import { WorkQueue } from './work-queue.ts';

export class Session {
  readonly id: string;
  record: SessionRecord;
  readonly #source: SessionSource;
  readonly #guard: Guard;
  readonly #queue: WorkQueue;
  readonly #audience = new Audience();
  readonly #keys = new RequestKeys();
  readonly #snapshots: SnapshotSchedule;
  readonly #spills = new Spills();
  #home: Home | undefined;
  #clean = false;
  /** A batch is being applied; what comes before it is done again in another thread, interrupts included. */
  #running: 'interrupted' | 'uninterrupted' | undefined;
  /** The journal has a part of a program, and not all of it. */
  #unfinished = false;
  readonly #light: Weight;
  #heavy = false;
  #resting = false;
  #position: Position;
  #batch = 0;
  #ended: EndReason | undefined;

  /** @param source.record a session as it was created; its operations are read from the journal when first needed */
  constructor(source: SessionSource, reportBug: ReportBug, position?: Position) {
    this.id = source.record.id;
    this.record = source.record;
    this.#source = source;
    this.#guard = new Guard(
      (error) => reportBug(this.id, error),
      () => this.#finish('retired'),
    );
    this.#queue = new WorkQueue(source.record.settings.limits.queued_requests);
    this.#snapshots = new SnapshotSchedule(source.journal, this.id, (error) => {
      if (!(error instanceof WorkerLost || error instanceof HeapPutOut)) reportBug(this.id, error);
    });
    this.#position = position ?? { seq: 0, epoch: source.record.epoch, offset: 0 };
    this.#light = source.workers?.light ?? ANY_WEIGHT;
  }

  get position(): Position {
    return this.#position;
  }

  /** The smallest offset that a subscriber may come back with. */
  get oldestRecoverable(): number {
    return Math.max(0, this.#position.offset - this.record.settings.limits.recovery_events);
  }

  get source(): SessionSource {
    return { ...this.#source, record: this.record };
  }

  get subscribers(): number {
    return this.#audience.size;
  }

  get inMemory(): boolean {
    return this.#home !== undefined;
  }

  /** Applies a batch; the answer comes when the journal has it. */
  async apply(request: ApplyRequest): Promise<Outcome<ApplyReceipt>> {
    const work = async (): Promise<Outcome<ApplyReceipt>> => {
      const outcome = await this.#work(async () => this.#applyInParts(request));
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

  /** KeyboardInterrupt for the program that runs; false where nothing is being applied. */
  async interrupt(): Promise<boolean> {
    if (this.#running === undefined) return false;
    this.#running = 'interrupted';
    await this.#home?.interrupt().catch(() => undefined);
    return true;
  }

  /** Goes to where the journal is, if it can be read now; else whoever asks for the heap next will. */
  async #catchUp(): Promise<void> {
    await this.#work(async () => ({ ok: true, value: undefined }));
  }

  /**
   * Looks at the process between two batches. `look` must not change it.
   * @param question the same look by its name, so that a worker can take it
   */
  async read<T>(look: Look<T>, question?: Question): Promise<Outcome<T>> {
    return this.#work((home) => home.read(look, this.#position, question));
  }

  /** Looks at the process as it stood when `seq` operations had been applied; the present goes on meanwhile. */
  async readAt<T>(seq: number, look: Look<T>, question?: Question): Promise<Outcome<T>> {
    if (seq > this.#position.seq) return refuse('no_such_moment', { seq: this.#position.seq, at: seq });
    if (seq === this.#position.seq) {
      const present = await this.#work<Outcome<T> | undefined>(async (home) => {
        // Whoever was before us in the queue may have moved the session: the present is the past then.
        const still = this.#position.seq === seq;
        return { ok: true, value: still ? await home.read(look, this.#position, question) : undefined };
      });
      if (!present.ok) return present;
      if (present.value !== undefined) return present.value;
    }
    return this.#inPast(async ({ workers, past }) => {
      if (workers !== undefined && question !== undefined)
        return workers.readAt<T>(this.source, seq, question);
      const { process } = await past.at(this.source, seq);
      return look(process, { seq, epoch: this.record.epoch, offset: process.heap.ring.offset });
    });
  }

  /** Where the session stood then: the last whole batch, and the last event. @param seq before the present one */
  async pointAt(seq: number): Promise<Outcome<PastPoint>> {
    return this.#inPast(async ({ workers, past }) => {
      const point = await (workers ?? past).pointAt(this.source, seq);
      return { ok: true, value: point };
    });
  }

  /** Where the session stands, when it is the caller's turn, and the number of its last batch. */
  async present(): Promise<Outcome<{ readonly position: Position; readonly batches: number }>> {
    return this.#work(async () => ({ ok: true, value: { position: this.#position, batches: this.#batch } }));
  }

  /** For its ring alone, which holds events up to `position` and perhaps more that are not visible yet. */
  get readableProcess(): Process | undefined {
    return this.#home?.process;
  }

  get spills(): Spills {
    return this.#spills;
  }

  /** Is the past looked at in a worker? */
  get pastIsAway(): boolean {
    return this.#source.workers !== undefined && this.#hasLongPast;
  }

  /** Every wanted event of a range by a replay of its own, or in a worker. */
  replayedEvents(range: EventRange, filter: TopicFilter): AsyncGenerator<EventChunk> {
    const { workers } = this.#source;
    if (workers === undefined || !this.pastIsAway) return replayEvents(this.source, range, filter);
    return workers.events(this.source, { ...range, newest: this.#position.offset }, filter);
  }

  attach(listener: Listener): Outcome<() => void> {
    const maximum = this.record.settings.limits.subscribers;
    if (this.#ended !== undefined) return { ok: false, fault: endedFault(this.id, this.#ended) };
    if (this.#audience.size >= maximum) return refuse('too_many_subscribers', { maximum });
    this.#audience.add(listener);
    const detach = (): void => {
      this.#audience.remove(listener);
      if (this.#audience.size === 0) this.#spills.clear();
    };
    return { ok: true, value: detach };
  }

  /** Nobody asked for a while: what the heap keeps beyond its present state goes, above all events, which a replay writes again. */
  rest(): void {
    if (this.#resting || !this.#clean || this.#audience.size > 0) return;
    this.#home?.rest();
    this.#resting = true;
  }

  /** Forgets the heap; the journal gives it back. */
  async unload(): Promise<void> {
    await this.#queue.run(async () => {
      await this.#leave();
      this.#heavy = false;
      return { ok: true, value: undefined };
    });
  }

  /** Ends every stream and refuses all further work; what is under way finishes. */
  async end(reason: EndReason): Promise<void> {
    this.#finish(reason);
    await this.#queue.idle();
    this.#source.past.forget(this.record.epoch);
    if (reason === 'stopping') await this.#leave();
    this.#moveOut();
  }

  async #leave(): Promise<void> {
    const home = this.#home;
    if (home !== undefined && !home.gone && this.#clean) {
      await this.#snapshots.leave(() => this.#snapshotOf(home));
    }
    this.#moveOut();
  }

  get #hasLongPast(): boolean {
    return this.#heavy || this.#position.offset > this.#light.events;
  }

  /** Readers of the past wait for each other, in the thread where they look. */
  async #inPast<T>(
    work: (where: {
      readonly workers: Workers | undefined;
      readonly past: PastMoments;
    }) => Promise<Outcome<T>>,
  ): Promise<Outcome<T>> {
    if (this.#ended !== undefined) return { ok: false, fault: endedFault(this.id, this.#ended) };
    const { past } = this.#source;
    const workers = this.#hasLongPast ? this.#source.workers : undefined;
    if (!(workers ?? past).open) return refuse('session_busy', { maximum: past.limits.readers });
    return this.#guard.run(async () => work({ workers, past }));
  }

  async #work<T>(work: (home: Home) => Promise<Outcome<T>>): Promise<Outcome<T>> {
    if (this.#ended !== undefined) return { ok: false, fault: endedFault(this.id, this.#ended) };
    return this.#queue.run(async () =>
      this.#guard.run(async () => {
        if (this.#ended !== undefined) return { ok: false, fault: endedFault(this.id, this.#ended) };
        const home = await this.#load();
        // Whoever ran a program that has no end in the journal is gone.
        if (this.#unfinished) await this.#apply(home, LOST);
        const outcome = await this.#tryTwice(work);
        this.#guard.succeeded();
        return outcome;
      }),
    );
  }

  /** A worker may have put the heap out to make room. That is noticed before anything is done. */
  async #tryTwice<T>(work: (home: Home) => Promise<Outcome<T>>): Promise<Outcome<T>> {
    const home = await this.#load();
    try {
      return await work(home);
    } catch (error) {
      if (!(error instanceof HeapPutOut)) throw error;
      return work(await this.#load());
    }
  }

  /** A program that runs long becomes durable, and then visible, part by part. */
  async #applyInParts(request: ApplyRequest): Promise<Outcome<ApplyReceipt>> {
    this.#running = 'uninterrupted';
    try {
      let part = runsInParts(request) ? firstPart(request, this.#audience.size > 0) : request;
      for (;;) {
        const asked = part;
        const outcome = await this.#tryTwice(async (home) => this.#apply(home, asked));
        if (!outcome.ok || outcome.value.suspended !== true) return outcome;
        part = nextPart(request, this.#audience.size > 0);
      }
    } finally {
      this.#running = undefined;
    }
  }

  async #load(): Promise<Home> {
    const { workers } = this.#source;
    const known = this.#home;
    const moves = this.#heavy && workers !== undefined && known?.process !== undefined;
    if (known !== undefined && this.#clean && !known.gone && !moves) return known;
    this.#moveOut();
    this.#heavy ||= this.#hasLongPast;
    if (this.#heavy && workers !== undefined) {
      const { home, ...loaded } = await workers.load(this.source);
      return this.#moveIn(home, loaded);
    }
    const { process, ...replayed } = await replay(this.source, EVERYTHING);
    const { slices } = this.#light;
    const home = new HomeHere(process, { ...this.record, turn: this.#source.turn, slices });
    const unfinished = isUnfinished(process);
    return this.#moveIn(home, { ...replayed, unfinished, offset: process.heap.ring.offset });
  }

  #moveIn(home: Home, { batch, steps, unfinished, ...place }: Loaded): Home {
    this.#home = home;
    this.#unfinished = unfinished;
    this.#batch = batch;
    this.#snapshots.loaded(steps);
    this.#settle(place);
    return home;
  }

  #moveOut(): void {
    this.#home?.leave();
    this.#home = undefined;
  }

  async #apply(home: Home, request: ApplyRequest): Promise<Outcome<ApplyReceipt>> {
    const position = this.#position;
    if (request.ifMatch !== undefined && !request.ifMatch.includes(position.seq)) {
      return refuse('stale_tag', { expected: request.ifMatch.join(', '), actual: position.seq });
    }
    this.#clean = false;
    const { operations, onError } = request;
    const interrupted = this.#running === 'interrupted';
    const asked = { operations, onError, position, interrupted };
    const applied = await home.apply({ ...asked, filters: this.#audience.filters });
    if (applied === 'too_heavy') {
      this.#heavy = true;
      return this.#apply(await this.#load(), request);
    }
    if (!applied.undone && applied.fault === undefined) return this.#keep(home, request, applied);
    this.#clean = applied.whole;
    if (applied.fault !== undefined) return { ok: false, fault: applied.fault };
    const results = applied.results.map(uncounted);
    const receipt = { position: this.#position, results, failed: applied.failed, rolledBack: true };
    if (request.key === undefined) return { ok: true, value: receipt };
    const kept = await this.#source.journal.keepAnswer(keptAnswer(this.id, request.key, receipt));
    return kept ? { ok: true, value: receipt } : refuse('request_in_progress');
  }

  async #keep(home: Home, request: ApplyRequest, done: HomeApplied): Promise<Outcome<ApplyReceipt>> {
    const { seq } = this.#position;
    const { results, applied, failed, offset, spill } = done;
    const operations = (done.noted ?? request.operations).slice(0, done.attempted);
    const batch = { operations, applied, offset };
    const { journal, owner } = this.#source;
    const position = { seq: seq + applied, epoch: this.record.epoch, offset };
    const receipt = { position, results, failed, rolledBack: false };
    const answer =
      request.key === undefined || done.suspended ? undefined : keptAnswer(this.id, request.key, receipt);
    const outcome = await journal.append({ session: this.id, owner, expectedSeq: seq, batch, answer });
    if (outcome !== 'appended')
      return refuse(outcome === 'answered' ? 'request_in_progress' : 'journal_unavailable');
    this.#batch++;
    this.#unfinished = done.suspended;
    if (done.noted !== undefined) this.#running = 'uninterrupted';
    if (home.process !== undefined) this.#spills.clear();
    if (spill !== undefined) this.#spills.add(spill);
    this.#heavy ||= done.objects > this.#light.objects;
    this.#settle(position);
    this.#snapshots.advance(done.steps, async () => this.#snapshotOf(home));
    return { ok: true, value: { ...receipt, suspended: done.suspended, count: done.count } };
  }

  /** The process is what everybody may see now. */
  #settle({ seq, offset }: Place): void {
    this.#clean = true;
    this.#resting = false;
    const moved = offset !== this.#position.offset;
    this.#position = { seq, epoch: this.record.epoch, offset };
    if (moved) this.#audience.published();
  }

  /** Keeps a snapshot that somebody else has made. */
  async keepSnapshot(snapshot: Snapshot): Promise<void> {
    await this.#snapshots.put(snapshot);
  }

  async #snapshotOf(home: Home): Promise<Snapshot | undefined> {
    const { seq, offset } = this.#position;
    const place = { batch: this.#batch, seq, offset };
    const bytes = await home.state();
    return bytes && { ...place, bytes };
  }

  #finish(reason: EndReason): void {
    if (this.#ended !== undefined) return;
    this.#ended = reason;
    this.#audience.ended(reason);
  }
}
