/** A process in this thread: quick to reach, and in everybody's way while it computes. */
import type { Outcome, Position, SessionSettings } from '../contract/index.ts';
import { applyBatch, type Interruptible } from './batch.ts';
import { canBeSaved, loadProcess, type Process, stateOf } from './engine.ts';
import type { Home, HomeApplied, HomeBatch, Look } from './home.ts';
import type { Turn } from './ports.ts';
import { Spill } from './spill.ts';
import { encodeState } from './state-bytes.ts';

export interface HereSettings {
  readonly settings: SessionSettings;
  readonly turn: Turn;
  /** Slices that a batch may take. */
  readonly slices: number;
  /** Subscribers cannot look into the process, so what they want of a batch is spilled always. */
  readonly spillsAll?: boolean;
}

export class HomeHere implements Home {
  readonly gone = false;
  readonly #settings: HereSettings;
  readonly #control: Interruptible = {};
  #process: Process;

  constructor(process: Process, settings: HereSettings) {
    this.#process = process;
    this.#settings = settings;
  }

  get process(): Process {
    return this.#process;
  }

  async apply(batch: HomeBatch): Promise<HomeApplied | 'too_heavy'> {
    const process = this.#process;
    const { seq, offset } = batch.position;
    const rollback = batch.onError === 'rollback';
    const saved = rollback && canBeSaved(process) ? stateOf(process) : undefined;
    const spill = new Spill(process, offset, batch.filters);
    const { ring } = process.heap;
    if (batch.filters.length > 0) ring.overflow = () => spill.collect();
    const { operations, interrupted } = batch;
    const applied = await applyBatch(
      this.#settings,
      process,
      { operations, seq, interrupted },
      this.#control,
    );
    this.#control.interrupt = undefined;
    ring.overflow = undefined;
    if (this.#settings.spillsAll === true) spill.collect();
    if (applied === 'too_heavy') return applied;
    const undone = rollback && (applied.fault !== undefined || applied.failed !== undefined);
    if (undone && saved !== undefined) this.#process = loadProcess(this.#settings.settings, saved);
    const { heap } = this.#process;
    return {
      ...applied,
      offset: heap.ring.offset,
      undone,
      whole: applied.untouched || (undone ? saved !== undefined : applied.fault === undefined),
      spill: spill.isEmpty ? undefined : spill,
      objects: heap.liveObjects,
    };
  }

  async interrupt(): Promise<void> {
    this.#control.interrupt?.();
  }

  async read<T>(look: Look<T>, position: Position): Promise<Outcome<T>> {
    return look(this.#process, position);
  }

  async state(): Promise<Uint8Array<ArrayBuffer> | undefined> {
    return canBeSaved(this.#process) ? encodeState(stateOf(this.#process)) : undefined;
  }

  rest(): void {
    this.#process.heap.trim();
  }

  leave(): void {
    // Nobody but the session knows the process; it goes with its home.
  }
}
