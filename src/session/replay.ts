/**
 * From the journal back to a heap, and to the events that it wrote on the way.
 *
 * Replay runs the same operations on the same settings, so it gives the same heap, the same results and the same events with the
 * same offsets. After each whole batch the offset must be the one that the journal noted, or the journal is not ours to trust.
 * It runs in slices and on a process of its own: readers of the past do not hold up the present.
 */
import type { HeapEvent, OperationResult } from '../contract/index.ts';
import { execute, loadProcess, newProcess, type Process, type ProcessState } from './engine.ts';
import { decodeEvent } from './event-decoder.ts';
import type { PastMoments } from './past-moments.ts';
import { type Journal, JournalError, type SessionRecord, type StoredBatch, type Turn } from './ports.ts';
import { isUnfinishedPart } from './program-parts.ts';
import { RawEvents } from './raw-events.ts';
import { decodeState } from './state-bytes.ts';
import { StateFormatError } from './state-tags.ts';
import type { TopicFilter } from './topic-filter.ts';

/** Steps between two turns for others: about a millisecond. */
export const SLICE_STEPS = 2_000;

/** What a replay needs of a journal. */
export type JournalReader = Pick<Journal, 'read' | 'snapshotBefore'>;

export interface ReplaySource {
  readonly record: SessionRecord;
  readonly journal: JournalReader;
  readonly turn: Turn;
  /** Shared by all sessions of this server. */
  readonly past: PastMoments;
}

/** How far to go: everything that was visible when `seq` operations were applied, or until an event has been written. */
export interface ReplayBound {
  readonly seq: number;
  readonly offset: number;
}

export const EVERYTHING: ReplayBound = { seq: Number.POSITIVE_INFINITY, offset: Number.POSITIVE_INFINITY };

export interface Replayed {
  readonly process: Process;
  readonly batch: number;
  readonly seq: number;
  /** About how much work it was, in steps, from the snapshot or the beginning. */
  readonly steps: number;
}

/** The process as it stood at the bound. */
export async function replay(source: ReplaySource, bound: ReplayBound): Promise<Replayed> {
  let replayed: Replayed | undefined;
  for await (const state of replaySlices(source, bound)) replayed = state;
  if (replayed === undefined) throw new Error('a replay has at least its starting point');
  return replayed;
}

/** A process whose ring holds the events after `after`, up to `to` where there is room for so many. */
export async function replayRing(
  source: ReplaySource,
  { after, to }: Pick<EventRange, 'after' | 'to'>,
): Promise<Replayed> {
  const bound = { seq: Number.POSITIVE_INFINITY, offset: to };
  let replayed: Replayed | undefined;
  for await (const state of replaySlices(source, bound, after)) {
    replayed = state;
    if (state.process.heap.ring.offset >= to) break;
  }
  if (replayed === undefined) throw new Error('a replay has at least its starting point');
  return replayed;
}

/** Events that one chunk holds at most. */
export const CHUNK_EVENTS = 1_000;

export interface EventChunk {
  readonly events: readonly HeapEvent[];
  /** Every wanted event up to here has been handed out. */
  readonly offset: number;
}

export interface EventRange {
  /** Events after this offset ... */
  readonly after: number;
  /** ... up to this one. */
  readonly to: number;
  /** Wanted events that are enough. */
  readonly limit: number;
}

/** The wanted events of a range in chunks; each says how far the search has come. Ends early when there are enough. */
export async function* replayEvents(
  source: ReplaySource,
  range: EventRange,
  filter: TopicFilter,
): AsyncGenerator<EventChunk> {
  const search = new EventSearch(range, filter);
  const bound = { seq: Number.POSITIVE_INFINITY, offset: range.to };
  const { slots } = source.past;
  await slots.take();
  try {
    for await (const { process } of replaySlices(source, bound, range.after)) {
      process.heap.ring.overflow = () => search.collect(process);
      search.collect(process);
      yield* search.chunks(process);
      if (search.done) return;
    }
  } finally {
    slots.release();
  }
}

/** The state of a search through the events that a replay writes again. */
class EventSearch {
  readonly #range: EventRange;
  readonly #filter: TopicFilter;
  readonly #found: RawEvents;
  #scanned: number;
  #given = 0;

  constructor(range: EventRange, filter: TopicFilter) {
    this.#range = range;
    this.#filter = filter;
    this.#found = new RawEvents(range.limit);
    this.#scanned = range.after;
  }

  get done(): boolean {
    return this.#scanned >= this.#range.to || this.#given + this.#found.length >= this.#range.limit;
  }

  /** Takes what the ring holds and was not seen yet; must be called before the ring loses it. */
  collect(process: Process): void {
    if (this.done) return;
    const { ring } = process.heap;
    ring.forEach(this.#scanned + 1, this.#range.to, (offset, code, seq, a, b, c) => {
      if (this.done) return;
      this.#scanned = offset;
      if (this.#filter.wants(code)) this.#found.push([offset, code, seq, a, b, c]);
    });
  }

  *chunks(process: Process): Generator<EventChunk> {
    const found = this.#found;
    const text = (symbol: number): string => process.heap.ring.text(symbol);
    for (let start = 0; start < found.length; start += CHUNK_EVENTS) {
      const end = Math.min(start + CHUNK_EVENTS, found.length);
      const offset = end === found.length ? this.#scanned : found.offsetAt(end - 1);
      yield { events: found.decode(start, end, text), offset };
    }
    if (found.length === 0 && this.#scanned > this.#range.after) yield { events: [], offset: this.#scanned };
    this.#given += found.length;
    found.clear();
  }
}

/** The wanted events that a process still holds. */
export function eventsOf(process: Process, from: number, to: number, filter: TopicFilter): HeapEvent[] {
  const events: HeapEvent[] = [];
  const { ring } = process.heap;
  const text = (symbol: number): string => ring.text(symbol);
  ring.forEach(from, to, (offset, code, seq, a, b, c) => {
    if (filter.wants(code)) events.push(decodeEvent(code, { offset, seq }, { a, b, c, text }));
  });
  return events;
}

/** Yields the starting point and then after every slice; the process is the same one all the time. */
async function* replaySlices(
  source: ReplaySource,
  bound: ReplayBound,
  startOffset = bound.offset,
): AsyncGenerator<Replayed> {
  const { record, journal, turn } = source;
  const { settings } = record;
  const start = await startOf(source, { seq: bound.seq, offset: startOffset });
  const { process } = start;
  let { batch, seq } = start;
  let steps = 0;
  let turned = 0;
  yield { process, batch, seq, steps };
  for await (const stored of journal.read(record.id, batch)) {
    if (process.heap.ring.offset >= bound.offset) return;
    const operations = operationsUntil(stored, bound.seq);
    if (operations === undefined) return;
    const execution = execute(process, { operations, seq: stored.seq }, settings);
    const before = steps;
    // A slice may hold many short batches, or a part of a long one.
    for (let done = false; !done; ) {
      done = execution.run(SLICE_STEPS + turned - steps);
      steps = before + execution.steps;
      if (steps - turned < SLICE_STEPS) continue;
      yield { process, batch, seq, steps };
      await turn();
      turned = steps;
    }
    const whole = operations.length === stored.operations.length;
    if (whole) prove(stored, process, execution.results);
    batch = whole ? stored.number : batch;
    seq = Math.min(stored.seq + stored.applied, bound.seq);
    yield { process, batch, seq, steps };
  }
}

/** The newest snapshot that can be read, or the process as it was born. */
async function startOf(
  { record, journal }: ReplaySource,
  bound: ReplayBound,
): Promise<Omit<Replayed, 'steps'>> {
  for (let { seq } = bound; ; ) {
    const snapshot = await journal.snapshotBefore(record.id, { ...bound, seq });
    if (snapshot === undefined) return { process: newProcess(record.settings), batch: 0, seq: 0 };
    const state = readable(snapshot.bytes);
    if (state !== undefined) {
      return { process: loadProcess(record.settings, state), batch: snapshot.batch, seq: snapshot.seq };
    }
    seq = snapshot.seq - 1;
  }
}

function readable(bytes: Uint8Array): ProcessState | undefined {
  try {
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- encoded by a session of this engine.
    return decodeState(bytes) as ProcessState;
  } catch (error) {
    if (error instanceof StateFormatError) return undefined;
    throw error;
  }
}

/** What of a batch had happened when `seq` operations were applied; a failed operation belongs to the moment it failed in. */
function operationsUntil(batch: StoredBatch, seq: number): StoredBatch['operations'] | undefined {
  const after = batch.seq + batch.applied + (isUnfinishedPart(batch) ? 1 : 0);
  if (after <= seq) return batch.operations;
  return batch.seq < seq ? batch.operations.slice(0, seq - batch.seq) : undefined;
}

/** A batch that does not end as it did when it was applied is not the batch that was applied, or not by this engine. */
function prove(batch: StoredBatch, process: Process, results: readonly OperationResult[]): void {
  const { offset } = process.heap.ring;
  const applied = results.filter(({ error }) => error === undefined).length;
  if (offset === batch.offset && applied === batch.applied) return;
  const found = `${applied} operations and event ${offset}`;
  const noted = `${batch.applied} operations and event ${batch.offset}`;
  throw new JournalError(
    'journal_corrupt',
    `replay of batch ${batch.number} gave ${found}, the journal says ${noted}`,
  );
}
