/**
 * The worker's side: the heaps that live here, and the past that is looked at here.
 *
 * Tasks of one session come one at a time, since its session asks so; those of different sessions take turns between slices.
 * What is known here is never the truth: a heap that is lost is loaded again from the journal.
 */

import { isUnfinished } from '../engine.ts';
import { derivedEvents } from '../event-reader.ts';
import type { Views } from '../home.ts';
import { HomeHere } from '../home-here.ts';
import { type PastLimits, PastMoments } from '../past-moments.ts';
import type { SessionRecord, Turn } from '../ports.ts';
import { EVERYTHING, type EventChunk, type JournalReader, type ReplaySource, replay } from '../replay.ts';
import { TopicFilter } from '../topic-filter.ts';
import { HeapPutOut } from './failure.ts';
import type { AwayApplied, AwayBatch, Task, Tasks } from './messages.ts';

export interface WorkshopPorts {
  readonly journal: JournalReader;
  readonly turn: Turn;
  readonly views: Views;
  readonly past: PastLimits;
  /** Is there so little room that a heap that nobody uses should go? */
  readonly cramped: () => boolean;
}

/** Tasks of a session that lives here, which come one at a time. */
const USES_HOME: ReadonlySet<Task['kind']> = new Set(['load', 'apply', 'read'] as const);

type Ask<Kind extends Task['kind']> = Extract<Task, { kind: Kind }>;

export class Workshop {
  readonly #ports: WorkshopPorts;
  /** The one that was used last is last. */
  readonly #homes = new Map<string, HomeHere>();
  readonly #busy = new Set<string>();
  readonly #past: PastMoments;
  readonly #searches = new Map<number, AsyncGenerator<EventChunk>>();

  constructor(ports: WorkshopPorts) {
    this.#ports = ports;
    this.#past = new PastMoments(ports.past);
  }

  async do(session: string, task: Task): Promise<Tasks[Task['kind']]['answer']> {
    if (!USES_HOME.has(task.kind)) return this.#do(session, task);
    this.#busy.add(session);
    try {
      return await this.#do(session, task);
    } finally {
      this.#busy.delete(session);
      this.#makeRoom(session);
    }
  }

  /** Puts out the heap that was not used for longest, if there is too little room. */
  #makeRoom(user: string): void {
    if (!this.#ports.cramped()) return;
    this.#past.clear();
    for (const session of this.#homes.keys()) {
      if (session === user || this.#busy.has(session)) continue;
      this.#homes.delete(session);
      return;
    }
  }

  async #do(session: string, task: Task): Promise<Tasks[Task['kind']]['answer']> {
    switch (task.kind) {
      case 'load':
        return this.#load(task);
      case 'apply':
        return this.#apply(this.#home(session), task.batch);
      case 'interrupt':
        await this.#homes.get(session)?.interrupt();
        return undefined;
      case 'read':
        return this.#read(this.#home(session), task);
      case 'state':
        return this.#home(session).state();
      case 'rest':
        this.#homes.get(session)?.rest();
        return undefined;
      case 'leave':
        this.#homes.delete(session);
        return undefined;
      case 'readAt':
        return this.#readAt(task);
      case 'pointAt':
        return this.#past.pointAt(this.#source(task.record), task.seq);
      case 'search':
        this.#searches.set(task.stream, this.#search(task));
        return undefined;
      case 'more':
        return this.#more(task.stream);
      case 'enough':
        await this.#searches.get(task.stream)?.return(undefined);
        this.#searches.delete(task.stream);
        return undefined;
    }
  }

  async #load({ record }: Ask<'load'>): Promise<Tasks['load']['answer']> {
    const { process, batch, seq, steps } = await replay(this.#source(record), EVERYTHING);
    const { settings } = record;
    const { turn } = this.#ports;
    const home = new HomeHere(process, { settings, turn, slices: Number.POSITIVE_INFINITY, spillsAll: true });
    this.#homes.set(record.id, home);
    return { batch, seq, steps, offset: process.heap.ring.offset, unfinished: isUnfinished(process) };
  }

  async #apply(home: HomeHere, { topics, ...batch }: AwayBatch): Promise<AwayApplied> {
    const applied = await home.apply({ ...batch, filters: topics.map((each) => new TopicFilter(each)) });
    if (applied === 'too_heavy') throw new Error('nothing is too heavy for a workshop');
    const kept = applied.whole && !applied.undone;
    return { ...applied, spill: kept ? applied.spill?.pack() : undefined };
  }

  async #read(home: HomeHere, { question, position }: Ask<'read'>): Promise<Tasks['read']['answer']> {
    const look = this.#ports.views(question);
    if (look === undefined) throw new Error(`nobody knows the view ${question.view}`);
    return home.read(look, position);
  }

  async #readAt({ record, seq, question }: Ask<'readAt'>): Promise<Tasks['readAt']['answer']> {
    const look = this.#ports.views(question);
    if (look === undefined) throw new Error(`nobody knows the view ${question.view}`);
    const { process } = await this.#past.at(this.#source(record), seq);
    return look(process, { seq, epoch: record.epoch, offset: process.heap.ring.offset });
  }

  #search({ record, range, topics }: Ask<'search'>): AsyncGenerator<EventChunk> {
    return derivedEvents(this.#source(record), range, new TopicFilter(topics));
  }

  async #more(stream: number): Promise<EventChunk | undefined> {
    const next = await this.#searches.get(stream)?.next();
    if (next?.done === false) return next.value;
    this.#searches.delete(stream);
    return undefined;
  }

  #home(session: string): HomeHere {
    const home = this.#homes.get(session);
    if (home === undefined) throw new HeapPutOut(`session ${session} is not here`);
    this.#homes.delete(session);
    this.#homes.set(session, home);
    return home;
  }

  #source(record: SessionRecord): ReplaySource {
    const { journal, turn } = this.#ports;
    return { record, journal, turn, past: this.#past };
  }
}
