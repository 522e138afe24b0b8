/** A process in a worker: a message away, and in nobody's way but that of those who live there too. */
import type { Outcome, Position } from '../../contract/index.ts';
import { loadProcess, type ProcessState } from '../engine.ts';
import type { Home, HomeApplied, HomeBatch, Look, Question } from '../home.ts';
import type { ReplaySource } from '../replay.ts';
import { Spill } from '../spill.ts';
import { decodeState } from '../state-bytes.ts';
import { HeapPutOut, WorkerLost } from './failure.ts';
import type { Task, Tasks } from './messages.ts';
import type { WorkerThread } from './worker-thread.ts';

export class HomeAway implements Home {
  readonly process = undefined;
  readonly #thread: WorkerThread;
  readonly #generation: number;
  readonly #source: ReplaySource;
  readonly #left: () => void;
  #putOut = false;

  /** @param left called when the session has moved out */
  constructor(thread: WorkerThread, source: ReplaySource, left: () => void) {
    this.#thread = thread;
    this.#generation = thread.generation;
    this.#source = source;
    this.#left = left;
  }

  get gone(): boolean {
    return this.#putOut || this.#generation !== this.#thread.generation;
  }

  async apply({ filters, ...asked }: HomeBatch): Promise<HomeApplied> {
    const topics = filters.map((filter) => filter.topics);
    const batch = { ...asked, topics };
    const { spill, ...applied } = await this.#do<'apply'>({ kind: 'apply', batch });
    return { ...applied, spill: spill === undefined ? undefined : Spill.unpack(spill) };
  }

  async interrupt(): Promise<void> {
    await this.#do<'interrupt'>({ kind: 'interrupt' });
  }

  /** A look without a name is taken at a copy, which is slow; what clients can ask for has names. */
  async read<T>(look: Look<T>, position: Position, question?: Question): Promise<Outcome<T>> {
    if (question === undefined) {
      const bytes = await this.state();
      if (bytes === undefined)
        throw new Error('a process that has run a program is looked at by named views');
      const state = decodeState(bytes);
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- encoded by the home in the worker.
      return look(loadProcess(this.#source.record.settings, state as ProcessState), position);
    }
    const seen = await this.#do<'read'>({ kind: 'read', question, position });
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the question names the same look.
    return seen as Outcome<T>;
  }

  async state(): Promise<Uint8Array<ArrayBuffer> | undefined> {
    return this.#do<'state'>({ kind: 'state' });
  }

  rest(): void {
    if (!this.gone) this.#do<'rest'>({ kind: 'rest' }).catch(() => undefined); // What is gone rests.
  }

  leave(): void {
    this.#left();
    if (this.gone) return;
    this.#do<'leave'>({ kind: 'leave' }).catch(() => undefined); // Lost is left too.
  }

  async #do<Kind extends Task['kind']>(task: Extract<Task, { kind: Kind }>): Promise<Tasks[Kind]['answer']> {
    if (this.gone) throw new WorkerLost('it died before it was asked');
    const { record, journal } = this.#source;
    try {
      return await this.#thread.do<Kind>({ session: record.id, journal }, task);
    } catch (error) {
      this.#putOut ||= error instanceof HeapPutOut;
      throw error;
    }
  }
}
