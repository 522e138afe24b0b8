/**
 * Where in a loop things happened, told from the events of one `repeat`.
 *
 *   range() | index bound | step 0 ... APPLIED | step 1 ... APPLIED | jump back | index bound | ... | jump back | APPLIED
 *     start               | [0, 0]             | [0, 1]             | [0, next] |                   | end
 *
 * The inner steps are operations and end with OPERATION_APPLIED; range(), the jumps and the binding of the index are not.
 */
import { EV, type Heap } from '../../heap/index.ts';
import type { GcStep } from './gc-format.ts';
import type { GcLabels } from './gc-labels.ts';
import type { News, NewsGatherer } from './gc-news.ts';

export type Place = readonly (number | string)[];

export interface Happened extends News {
  readonly at: Place;
}

interface Running {
  readonly step: GcStep;
  readonly path: Place;
  iteration: number;
  position: number;
}

export class LoopFollower {
  readonly happened: Happened[] = [];
  readonly #heap: Heap;
  readonly #labels: GcLabels;
  readonly #news: NewsGatherer;
  readonly #running: Running[];
  #newest = { name: -1, serial: 0 };
  readonly #addresses = new Map<number, number>();

  constructor(step: GcStep, heap: Heap, gather: { readonly labels: GcLabels; readonly news: NewsGatherer }) {
    this.#heap = heap;
    this.#labels = gather.labels;
    this.#news = gather.news;
    this.#running = [{ step, path: [], iteration: -1, position: 0 }];
  }

  note(code: number, a: number, b: number, c: number): void {
    this.#news.note(code, a, b, c);
    if (code === EV.OBJECT_ALLOCATED) this.#addresses.set(a, (b & 0xffff) * 2 ** 32 + (c >>> 0));
    else if (code === EV.NAME_BOUND) this.#bound(a, b);
    else if (code === EV.OPERATION_APPLIED) this.#applied();
  }

  #bound(name: number, serial: number): void {
    this.#newest = { name, serial };
    const running = this.#running.at(-1);
    if (running === undefined || !isBetween(running) || name !== this.#symbol(running.step.index)) return;
    this.#report([...running.path, ...(running.iteration < 0 ? ['start'] : [running.iteration, 'next'])]);
    running.iteration++;
    running.position = 0;
    this.#enterLoop(running);
  }

  #applied(): void {
    const running = this.#running.at(-1);
    if (running === undefined) return;
    const step = (running.step.ops ?? [])[running.position];
    if (isBetween(running) || step === undefined) {
      this.#report([...running.path, 'end']);
      this.#running.pop();
      const outer = this.#running.at(-1);
      if (outer !== undefined) this.#advance(outer);
      return;
    }
    if (step.op === 'new' || step.op === 'weakref.ref') this.#made(step);
    this.#report([...running.path, running.iteration, running.position]);
    this.#advance(running);
  }

  #advance(running: Running): void {
    running.position++;
    this.#addresses.clear();
    this.#enterLoop(running);
  }

  /** The step that comes next may be a loop itself. */
  #enterLoop(running: Running): void {
    const step = (running.step.ops ?? [])[running.position];
    if (step?.op !== 'repeat') return;
    this.#running.push({
      step,
      path: [...running.path, running.iteration, running.position],
      iteration: -1,
      position: 0,
    });
  }

  #made(step: GcStep): void {
    const { name, serial } = this.#newest;
    const known = name === this.#symbol(step.as) ? serial : 0;
    this.#labels.made(step, known, this.#addresses.get(known));
  }

  #report(at: Place): void {
    const news = this.#news.take();
    if (news !== undefined) this.happened.push({ at, ...news });
  }

  #symbol(name: unknown): number {
    return this.#heap.ring.symbol(String(name));
  }
}

/** Between two iterations, before the first one, or after the last. */
function isBetween(running: Running): boolean {
  return running.iteration < 0 || running.position >= (running.step.ops ?? []).length;
}
