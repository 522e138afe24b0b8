/**
 * The workers of this server: who lives where, and who looks at the past for whom.
 *
 * A session stays in the worker that it was loaded in; a new one goes where the fewest live.
 */
import type { Outcome } from '../../contract/index.ts';
import type { SeenRange } from '../event-reader.ts';
import type { Home, Question } from '../home.ts';
import type { PastPoint } from '../past-moments.ts';
import type { SessionRecord } from '../ports.ts';
import type { EventChunk, ReplaySource } from '../replay.ts';
import { ReplaySlots } from '../replay-slots.ts';
import type { TopicFilter } from '../topic-filter.ts';
import { LIGHT, type Weight } from '../weight.ts';
import { WorkerLost } from './failure.ts';
import { HomeAway } from './home-away.ts';
import type { Task, Tasks } from './messages.ts';
import { type ThreadSettings, WorkerThread } from './worker-thread.ts';

export interface WorkersSettings extends ThreadSettings {
  readonly count: number;
  /** What is left where requests are answered. */
  readonly light?: Weight;
}

export interface LoadedAway {
  readonly home: Home;
  readonly batch: number;
  readonly seq: number;
  readonly steps: number;
  readonly offset: number;
  readonly unfinished: boolean;
}

/** So often a search of the past goes on in another worker. */
const SEARCHES_LOST = 3;

export class Workers {
  readonly #threads: readonly { readonly thread: WorkerThread; lodgers: number }[];
  readonly light: Weight;
  readonly #slots: ReplaySlots;
  readonly #readers: number;
  #streams = 0;

  constructor({ count, light = LIGHT, ...settings }: WorkersSettings) {
    this.light = light;
    this.#slots = new ReplaySlots(settings.past.replays);
    this.#readers = settings.past.readers;
    this.#threads = Array.from({ length: count }, () => ({ thread: new WorkerThread(settings), lodgers: 0 }));
  }

  /** Sessions whose heap is in a worker, or was until it died. */
  get lodgers(): number {
    return this.#threads.reduce((sum, { lodgers }) => sum + lodgers, 0);
  }

  /** Thread ids of the workers that run. */
  get running(): readonly number[] {
    return this.#threads.flatMap(({ thread }) => thread.threadId ?? []);
  }

  /** Brings a session from the journal into a worker. */
  async load(source: ReplaySource): Promise<LoadedAway> {
    const place = this.#threads.toSorted((one, other) => one.lodgers - other.lodgers)[0];
    if (place === undefined) throw new Error('there are no workers');
    place.lodgers++;
    let lives = true;
    const left = (): void => {
      if (lives) place.lodgers--;
      lives = false;
    };
    try {
      const { record, journal } = source;
      const whose = { session: record.id, journal };
      const home = new HomeAway(place.thread, source, left);
      return { home, ...(await place.thread.do<'load'>(whose, { kind: 'load', record })) };
    } catch (error) {
      left();
      throw error;
    }
  }

  /** May one more reader of the past wait? */
  get open(): boolean {
    return this.#slots.waiting < this.#readers;
  }

  async readAt<T>(source: ReplaySource, seq: number, question: Question): Promise<Outcome<T>> {
    const task = { kind: 'readAt', record: source.record, seq, question } as const;
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the question names what is looked at.
    return (await this.#inPast<'readAt'>(source, task)) as Outcome<T>;
  }

  async pointAt(source: ReplaySource, seq: number): Promise<PastPoint> {
    return this.#inPast<'pointAt'>(source, { kind: 'pointAt', record: source.record, seq });
  }

  /** Past events, also when the worker that looks for them dies on the way. */
  async *events(source: ReplaySource, range: SeenRange, filter: TopicFilter): AsyncGenerator<EventChunk> {
    let { after, limit } = range;
    for (let lost = 0; ; ) {
      try {
        for await (const chunk of this.#search(source, { ...range, after, limit }, filter)) {
          after = chunk.offset;
          limit -= chunk.events.length;
          yield chunk;
        }
        return;
      } catch (error) {
        if (!(error instanceof WorkerLost) || ++lost === SEARCHES_LOST) throw error;
        if (limit <= 0) return;
      }
    }
  }

  async close(): Promise<void> {
    await Promise.all(this.#threads.map(async ({ thread }) => thread.close()));
  }

  async *#search(source: ReplaySource, range: SeenRange, filter: TopicFilter): AsyncGenerator<EventChunk> {
    const { record, journal } = source;
    const whose = { session: record.id, journal };
    const thread = this.#historian(record);
    const stream = ++this.#streams;
    const { topics } = filter;
    const { generation } = thread;
    await thread.do<'search'>(whose, { kind: 'search', record, stream, range, topics });
    let open = true;
    try {
      while (open) {
        if (thread.generation !== generation) throw new WorkerLost('it died between two chunks');
        const chunk = await thread.do<'more'>(whose, { kind: 'more', stream });
        open = chunk !== undefined;
        if (chunk !== undefined) yield chunk;
      }
    } finally {
      if (open && thread.generation === generation)
        await thread.do<'enough'>(whose, { kind: 'enough', stream });
    }
  }

  async #inPast<Kind extends 'readAt' | 'pointAt'>(
    { record, journal }: ReplaySource,
    task: Extract<Task, { kind: Kind }>,
  ): Promise<Tasks[Kind]['answer']> {
    await this.#slots.take();
    try {
      return await this.#historian(record).do<Kind>({ session: record.id, journal }, task);
    } finally {
      this.#slots.release();
    }
  }

  /** Moments and events are kept where they were looked for, so a session's past is always looked at in the same worker. */
  #historian({ epoch }: SessionRecord): WorkerThread {
    const place = this.#threads[hashOf(epoch) % this.#threads.length];
    if (place === undefined) throw new Error('there are no workers');
    return place.thread;
  }
}

function hashOf(text: string): number {
  let hash = 0;
  for (let at = 0; at < text.length; at++) hash = (hash * 31 + text.charCodeAt(at)) >>> 0;
  return hash;
}
