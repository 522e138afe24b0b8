/**
 * Every session of this server: born, found, listed, changed, ended.
 *
 * Ephemeral sessions have a journal of their own that keeps nothing beyond this process. A session that is not asked for anything
 * during its time to live is deleted, which takes its journal with it.
 */
import {
  type CreateSessionRequest,
  type ForkRequest,
  type Outcome,
  type PatchSessionRequest,
  type Position,
  refuse,
  type SessionSettings,
} from '../contract/index.ts';
import { type ForkPoint, forkPointOf } from './fork.ts';
import type { ReportBug } from './guard.ts';
import { type ImportedHistory, type ProvenHistory, proveHistory } from './history.ts';
import type { ServerLimits } from './limits.ts';
import { PastMoments } from './past-moments.ts';
import {
  type Clock,
  type Ids,
  type Journal,
  JournalError,
  type KeptAnswer,
  type SessionRecord,
  type Turn,
} from './ports.ts';
import { type Entry, expiry, type Found, isOf, type Ordered, order } from './registry-entry.ts';
import { type Answered, keptAnswer, type RequestKey, RequestKeys } from './request-keys.ts';
import { Session } from './session.ts';
import { settingsOf } from './settings.ts';
import type { Workers } from './threads/workers.ts';

export interface RegistryPorts {
  readonly clock: Clock;
  readonly ids: Ids;
  readonly turn: Turn;
  readonly journal: Journal;
  /** For sessions that ask not to be kept. */
  readonly ephemeralJournal: Journal;
  /** Where heavy sessions go; left out: nowhere. */
  readonly workers?: Workers | undefined;
  readonly reportBug: ReportBug;
}

/** For whom a session is made. */
export interface Holder {
  readonly owner: string | null;
  /** Sessions that the owner may have; left out: as the server says. */
  readonly maxSessions?: number | undefined;
}

const NOBODY: Holder = { owner: null };

/** A session as it stood when somebody asked: plain values, which can be kept. */
export interface Portrait {
  readonly record: SessionRecord;
  readonly position: Position;
  readonly expiresAtMs: number | null;
}

/** What a new session is kept together with. */
export type AnswerFor = (portrait: Portrait) => KeptAnswer | undefined;

const NO_ANSWER: AnswerFor = () => undefined;

const FIRST_OWNER = 1;
const BEGINNING = { seq: 0, offset: 0 };

interface Making {
  readonly holder: Holder;
  readonly answer: AnswerFor;
  readonly history?: ProvenHistory;
  readonly fork?: ForkPoint;
}
/** A pause of so long is no pause between two requests of a client at work. */
const REST_AFTER_MS = 10_000;

export class SessionRegistry {
  readonly limits: ServerLimits;
  readonly #ports: RegistryPorts;
  readonly #entries = new Map<string, Entry>();
  readonly #creating = new Set<SessionRecord>();
  /** Sessions that the journal holds and cannot read. */
  readonly #damaged = new Set<string>();
  /** Sessions that are gone, though the journal could not be told yet. */
  readonly #unremoved = new Map<string, Journal>();
  readonly #keys = new RequestKeys();
  readonly #past: PastMoments;

  constructor(ports: RegistryPorts, limits: ServerLimits) {
    this.#ports = ports;
    this.limits = limits;
    this.#past = new PastMoments(limits.past);
  }

  get count(): number {
    return this.#entries.size;
  }

  /** Sessions whose heap is in memory. */
  get loaded(): number {
    let loaded = 0;
    for (const { session } of this.#entries.values()) loaded += Number(session.inMemory);
    return loaded;
  }

  /** Takes over what the journal holds; heaps are loaded when first needed. */
  async open(): Promise<void> {
    await this.#ports.journal.expire(this.#ports.clock.now());
    for (const { id, reason } of await this.#ports.journal.damaged()) {
      this.#damaged.add(id);
      this.#ports.reportBug(id, new JournalError('journal_corrupt', reason));
    }
    for (const stored of await this.#ports.journal.sessions()) {
      const { seq, offset, owner, batches: _, touchedAtMs, ...record } = stored;
      const position = { seq, epoch: record.epoch, offset };
      this.#enter(record, this.#ports.journal, { position, owner, touchedAtMs });
    }
  }

  async create(
    request: CreateSessionRequest,
    holder: Holder = NOBODY,
    answer: AnswerFor = NO_ANSWER,
  ): Promise<Outcome<Session>> {
    const settings = settingsOf(request, this.limits.session);
    if (!settings.ok) return settings;
    const record = this.#record(request, settings.value, holder);
    return this.#make(record, { holder, answer });
  }

  /** Makes a session with a history that was brought from elsewhere, once it has proved itself. */
  async import(
    history: ImportedHistory,
    holder: Holder = NOBODY,
    answer: AnswerFor = NO_ANSWER,
  ): Promise<Outcome<Session>> {
    const settings = settingsOf(history.request, this.limits.session);
    if (!settings.ok) return settings;
    const room = this.#room(holder);
    if (!room.ok) return room;
    const world = { turn: this.#ports.turn, maxSteps: this.limits.importSteps };
    const proven = await proveHistory(history, settings.value, world);
    if (!proven.ok) return proven;
    const record = this.#record(history.request, settings.value, holder);
    return this.#make(record, { holder, answer, history: proven.value });
  }

  /** Makes a session that begins as another one stood; from there on they have nothing to do with each other. */
  async fork(
    session: Session,
    { at, label, ttl_seconds: ttlSeconds }: ForkRequest,
    holder: Holder = NOBODY,
    answer: AnswerFor = NO_ANSWER,
  ): Promise<Outcome<Session>> {
    const fork = await forkPointOf(session, at);
    if (!fork.ok) return fork;
    const { record: from } = session;
    const record = {
      ...from,
      ...this.#names(holder),
      label: label ?? from.label,
      ttlSeconds: ttlSeconds === undefined ? from.ttlSeconds : ttlSeconds,
      forkedFrom: { session: session.id, seq: fork.value.position.seq },
    };
    const made = await this.#make(record, { holder, answer, fork: fork.value });
    const gone = !made.ok && !this.#entries.has(session.id);
    return gone ? refuse('no_such_session', { id: session.id }) : made;
  }

  /**
   * Makes a session, once for each key.
   * @param scope whose keys these are
   * @param make makes the session and keeps the answer with it
   */
  async once(
    scope: string,
    request: RequestKey | undefined,
    make: (answer: AnswerFor) => Promise<Outcome<Session>>,
  ): Promise<Outcome<Answered<Portrait>>> {
    const work = async (answer: AnswerFor): Promise<Outcome<Portrait>> => {
      const made = await make(answer);
      return made.ok ? { ok: true, value: this.portrait(made.value) } : made;
    };
    if (request === undefined) {
      const made = await work(NO_ANSWER);
      return made.ok ? { ok: true, value: { value: made.value, replayed: false } } : made;
    }
    const { journal, ephemeralJournal } = this.#ports;
    const asked = { scope, request, journals: [journal, ephemeralJournal] };
    return this.#keys.once(asked, async () => work((portrait) => keptAnswer(scope, request, portrait)));
  }

  portrait(session: Session): Portrait {
    const { record, position } = session;
    return { record, position, expiresAtMs: this.expiresAtMs(session) };
  }

  /** The session, which counts as asked for now. */
  find(id: string): Outcome<Session> {
    const entry = this.#entries.get(id);
    if (this.#damaged.has(id)) return refuse('journal_corrupt');
    if (entry === undefined || this.#expired(entry)) return refuse('no_such_session', { id });
    entry.touchedAtMs = this.#ports.clock.now();
    return { ok: true, value: entry.session };
  }

  /** Is there such a session, for this owner (undefined: for whoever sees all)? Asking so does not count. */
  exists(id: string, owner: string | undefined): boolean {
    const entry = this.#entries.get(id);
    return entry !== undefined && !this.#expired(entry) && isOf(entry, owner);
  }

  /** When the session will be deleted if nobody asks for it; null: never. */
  expiresAtMs(session: Session): number | null {
    const entry = this.#entries.get(session.id);
    return entry === undefined ? null : expiry(entry);
  }

  /**
   * Sessions in the order of their creation, beginning after the one that was `after`.
   * @param owner only this one's; undefined: all
   */
  list(after: Ordered | undefined, limit: number, owner?: string): Session[] {
    const all = [...this.#entries.values()].filter((entry) => !this.#expired(entry) && isOf(entry, owner));
    const records = all
      .map(({ session }) => session)
      .toSorted((one, other) => order(one.record, other.record));
    const rest = after === undefined ? records : records.filter(({ record }) => order(record, after) > 0);
    return rest.slice(0, limit);
  }

  async patch(session: Session, patch: PatchSessionRequest): Promise<Outcome<Session>> {
    const entry = this.#entries.get(session.id);
    if (entry === undefined) return refuse('no_such_session', { id: session.id });
    const { record } = session;
    const label = patch.label ?? record.label;
    const ttlSeconds = patch.ttl_seconds === undefined ? record.ttlSeconds : patch.ttl_seconds;
    try {
      await entry.journal.update(session.id, { label, ttlSeconds });
    } catch (error) {
      if (error instanceof JournalError) return refuse(error.code);
      throw error;
    }
    session.record = { ...session.record, label, ttlSeconds };
    return { ok: true, value: session };
  }

  async remove(session: Session): Promise<Outcome<void>> {
    const entry = this.#entries.get(session.id);
    if (entry === undefined) return refuse('no_such_session', { id: session.id });
    this.#entries.delete(session.id);
    await session.end('deleted');
    this.#unremoved.set(session.id, entry.journal);
    try {
      await this.#forget(session.id, entry.journal);
    } catch (error) {
      if (error instanceof JournalError) return refuse(error.code);
      throw error;
    }
    return { ok: true, value: undefined };
  }

  /** Deletes what has expired, lets go of what is idle and makes small what rests; called now and then. Throws what the journal throws. */
  async sweep(): Promise<number> {
    const nowMs = this.#ports.clock.now();
    const expired = [...this.#entries.values()].filter((entry) => this.#expired(entry));
    for (const { session } of expired) await this.remove(session);
    for (const { session, touchedAtMs } of this.#entries.values()) {
      const idle = touchedAtMs + this.limits.idleSeconds * 1000 <= nowMs;
      if (idle && session.inMemory) await session.unload();
      else if (touchedAtMs + REST_AFTER_MS <= nowMs) session.rest();
    }
    for (const [id, journal] of this.#unremoved) await this.#forget(id, journal);
    await this.#note();
    await Promise.all(this.#journals.map((journal) => journal.expire(nowMs)));
    return expired.length;
  }

  /** Ends every stream and waits for what is being applied. The journal stays as it is. */
  async close(): Promise<void> {
    await Promise.all([...this.#entries.values()].map(({ session }) => session.end('stopping')));
    try {
      await this.#note();
    } catch (error) {
      // Then they expire a little early.
      if (!(error instanceof JournalError)) throw error;
    }
    this.#entries.clear();
  }

  get #journals(): Journal[] {
    return [this.#ports.journal, this.#ports.ephemeralJournal];
  }

  /** Tells the journals which sessions were asked for since they were told last. */
  async #note(): Promise<void> {
    for (const journal of this.#journals) {
      const touched = [...this.#entries.values()].filter(
        (entry) => entry.journal === journal && entry.touchedAtMs > entry.notedAtMs,
      );
      const noted = touched.map(({ session, touchedAtMs: atMs }) => ({ id: session.id, atMs }));
      await journal.touch(noted);
      for (const [index, entry] of touched.entries()) entry.notedAtMs = noted[index]?.atMs ?? 0;
    }
  }

  async #forget(id: string, journal: Journal): Promise<void> {
    await journal.remove(id);
    this.#unremoved.delete(id);
  }

  /** Throws a JournalError when nothing could be kept now. */
  async check(): Promise<void> {
    await this.#ports.journal.check();
  }

  async #make(record: SessionRecord, { holder, answer, history, fork }: Making): Promise<Outcome<Session>> {
    const room = this.#room(holder);
    if (!room.ok) return room;
    const journal = record.settings.ephemeral ? this.#ports.ephemeralJournal : this.#ports.journal;
    const { seq, offset } = fork?.position ?? history?.end ?? BEGINNING;
    const position = { seq, epoch: record.epoch, offset };
    this.#creating.add(record);
    try {
      const kept = answer(newborn(record, position));
      const batches = fork?.batches ?? history?.batches ?? [];
      const outcome = await journal.create(record, { answer: kept, forkOf: fork?.forkOf, batches });
      if (outcome === 'answered') return refuse('request_in_progress');
    } catch (error) {
      if (error instanceof JournalError) return refuse(error.code);
      throw error;
    } finally {
      this.#creating.delete(record);
    }
    const touchedAtMs = record.createdAtMs;
    const session = this.#enter(record, journal, { position, owner: FIRST_OWNER, touchedAtMs });
    if (history?.snapshot !== undefined) await session.keepSnapshot(history.snapshot);
    return { ok: true, value: session };
  }

  #room({ owner, maxSessions = this.limits.sessionsPerOwner }: Holder): Outcome<void> {
    const maximum = this.limits.sessions;
    if (this.#entries.size + this.#creating.size >= maximum) return refuse('too_many_sessions', { maximum });
    if (owner !== null && this.#held(owner) >= maxSessions) {
      return refuse('session_quota_reached', { maximum: maxSessions });
    }
    return { ok: true, value: undefined };
  }

  /** Sessions that an owner has or is about to have. */
  #held(owner: string): number {
    let held = 0;
    for (const entry of this.#entries.values()) held += Number(isOf(entry, owner));
    for (const { belongsTo } of this.#creating) held += Number(belongsTo === owner);
    return held;
  }

  #record(request: CreateSessionRequest, settings: SessionSettings, holder: Holder): SessionRecord {
    return {
      ...this.#names(holder),
      settings,
      label: request.label,
      ttlSeconds: request.ttl_seconds === undefined ? this.limits.ttlSeconds : request.ttl_seconds,
    };
  }

  /** What of a record is new with every session. */
  #names({ owner }: Holder): Pick<SessionRecord, 'id' | 'epoch' | 'createdAtMs' | 'belongsTo'> {
    const { ids, clock } = this.#ports;
    return { id: ids.session(), epoch: ids.epoch(), createdAtMs: clock.now(), belongsTo: owner };
  }

  #enter(record: SessionRecord, journal: Journal, found?: Found): Session {
    const { turn, reportBug, workers } = this.#ports;
    const owner = found?.owner ?? FIRST_OWNER;
    const source = { record, journal, turn, workers, owner, past: this.#past };
    const session = new Session(source, reportBug, found?.position);
    const touchedAtMs = found?.touchedAtMs ?? record.createdAtMs;
    this.#entries.set(record.id, { session, journal, touchedAtMs, notedAtMs: touchedAtMs });
    return session;
  }

  #expired(entry: Entry): boolean {
    const at = expiry(entry);
    return at !== null && at <= this.#ports.clock.now();
  }
}

/** What a session looks like when it is made. */
function newborn(record: SessionRecord, position: Position): Portrait {
  const { createdAtMs, ttlSeconds } = record;
  const expiresAtMs = ttlSeconds === null ? null : createdAtMs + ttlSeconds * 1000;
  return { record, position, expiresAtMs };
}
