/**
 * Compares what an allocator does with what a recording expects: places and events one by one where the recording lists
 * them, otherwise by running hashes at its checkpoints, and the figures at its chosen steps.
 * Differences are kept as text, the first few only: after the first one the rest is seldom news.
 */
import { Fnv1a64 } from './fnv1a64.ts';
import {
  type MeasuredStats,
  type PymallocVector,
  placeArena,
  placeOffset,
  type RecordedEvent,
  SYSTEM_PLACE,
} from './pymalloc-vector.ts';

const DIFFERENCES_KEPT = 10;
const ARENA_EVENTS = new Set(['arenas_grown', 'arena_alloc', 'arena_free']);

export class PymallocCheck {
  readonly #vector: PymallocVector;
  readonly #differences: string[] = [];
  #more = 0;
  readonly #places = new Fnv1a64();
  readonly #events = new Fnv1a64();
  readonly #bases: string[] = [];
  #placeCount = 0;
  #systemCount = 0;
  #eventCount = 0;
  #listedEvents = 0;
  #placeCheckpoints = 0;
  #eventCheckpoints = 0;
  #stats = 0;

  constructor(vector: PymallocVector) {
    this.#vector = vector;
  }

  /** A malloc or realloc step gave a block at `place`. */
  placed(step: number, place: number): void {
    const text = place === SYSTEM_PLACE ? 'system' : `${placeArena(place)}:${placeOffset(place)}`;
    if (place === SYSTEM_PLACE) this.#systemCount++;
    this.#places.update(`${text}\n`);
    const listed = this.#vector.expect.address;
    if (listed !== undefined) {
      const expected = listed[this.#placeCount];
      const wanted = typeof expected === 'string' ? expected : `${expected?.[0]}:${expected?.[1]}`;
      if (wanted !== text) this.#differ(`step ${step}: block at ${text}, recorded at ${wanted}`);
    }
    this.#placeCount++;
  }

  happened(step: number, kind: string, fields: readonly (number | string)[]): void {
    const event: RecordedEvent = [kind, step, ...fields];
    const text = JSON.stringify(event);
    this.#events.update(`${text}\n`);
    this.#eventCount++;
    if (kind === 'arena_alloc') this.#bases.push(String(fields[2]));
    const { events, arena_events: arenaEvents } = this.#vector.expect;
    if (events === undefined && !ARENA_EVENTS.has(kind)) return;
    const expected = JSON.stringify((events ?? arenaEvents ?? [])[this.#listedEvents++]);
    if (expected !== text) this.#differ(`step ${step}: event ${text}, recorded ${expected ?? 'none'}`);
  }

  /** All places and events of the step have been told. */
  finished(step: number): void {
    const { address_hash: places, event_hash: events } = this.#vector.expect;
    const place = places.checkpoints[this.#placeCheckpoints];
    if (place?.[0] === step) {
      this.#placeCheckpoints++;
      this.#same(`places up to step ${step}`, this.#places.hex(), place[1]);
    }
    const event = events.checkpoints[this.#eventCheckpoints];
    if (event?.[0] === step) {
      this.#eventCheckpoints++;
      this.#same(`events up to step ${step}`, this.#events.hex(), event[1]);
      this.#same(`number of events up to step ${step}`, this.#eventCount, event[2]);
    }
  }

  /** True when the recording has figures for the moment after `step` (-1: before the first). */
  wantsStats(step: number): boolean {
    return this.#vector.expect.stats[this.#stats]?.after === step;
  }

  measured(step: number, figures: MeasuredStats): void {
    const expected = this.#vector.expect.stats[this.#stats++];
    if (expected === undefined) return;
    for (const [name, value] of Object.entries(expected)) {
      if (name !== 'after' && name !== 'lists')
        this.#same(`${name} after step ${step}`, figures[name], value);
    }
    for (const [name, value] of Object.entries(expected.lists)) {
      this.#same(`${name} after step ${step}`, figures.lists[name], value);
    }
  }

  /** After the last step: every difference found, and how many more there were. */
  differences(): string[] {
    const { expect, nsteps } = this.#vector;
    this.#same('hash of all places', this.#places.hex(), expect.address_hash.final);
    this.#same('number of places', this.#placeCount, expect.address_hash.count);
    this.#same('blocks from the system', this.#systemCount, expect.address_hash.system);
    this.#same('hash of all events', this.#events.hex(), expect.event_hash.final);
    this.#same('number of events', this.#eventCount, expect.event_hash.count);
    this.#same('arena bases', this.#bases, expect.arena_bases);
    this.#same('listed events', this.#listedEvents, (expect.events ?? expect.arena_events ?? []).length);
    this.#same('checkpoints of places', this.#placeCheckpoints, expect.address_hash.checkpoints.length);
    this.#same('checkpoints of events', this.#eventCheckpoints, expect.event_hash.checkpoints.length);
    this.#same(`figures asked for in ${nsteps} steps`, this.#stats, expect.stats.length);
    return this.#more === 0 ? this.#differences : [...this.#differences, `... and ${this.#more} more`];
  }

  #same(what: string, actual: unknown, expected: unknown): void {
    const [is, wanted] = [JSON.stringify(actual), JSON.stringify(expected)];
    if (is !== wanted) this.#differ(`${what}: ${is}, recorded ${wanted}`);
  }

  #differ(text: string): void {
    if (this.#differences.length < DIFFERENCES_KEPT) this.#differences.push(text);
    else this.#more++;
  }
}
