/** A process that is nearly nothing: it counts, and can fail in every way that an operation can. */
import type { OperationResult } from '../../src/contract/index.ts';
import { EV } from '../../src/heap/event-codes.ts';
import { EventRing, type EventRingState } from '../../src/heap/event-ring.ts';
import type { Engine, Execution, Operation, Process } from '../../src/session/index.ts';

class FakeProcess implements Process {
  readonly heap: { readonly ring: EventRing };
  objects = 0;
  constructor(kept: number) {
    this.heap = { ring: new EventRing(kept) };
  }
  save(): unknown {
    return structuredClone({ ring: this.heap.ring.save(), objects: this.objects });
  }
  restore(state: unknown): this {
    const { ring, objects } = state as { ring: EventRingState; objects: number };
    this.heap.ring.restore(ring);
    this.objects = objects;
    return this;
  }
  validate(): void {}
}

class FakeExecution implements Execution {
  readonly results: OperationResult[] = [];
  fault?: NonNullable<Execution['fault']>;
  #index = 0;
  #looped = 0;
  readonly #process: FakeProcess;
  readonly #operations: readonly (Operation & { n?: number })[];
  readonly #seq: number;
  constructor(process: FakeProcess, operations: readonly Operation[], seq: number) {
    this.#process = process;
    this.#operations = operations;
    this.#seq = seq;
  }
  run(maxSteps: number): boolean {
    for (let step = 0; step < maxSteps; step++) {
      const operation = this.#operations[this.#index];
      if (operation === undefined) return true;
      if (this.#step(operation)) return true;
    }
    return this.#index >= this.#operations.length;
  }
  #step(operation: Operation & { n?: number }): boolean {
    const { ring } = this.#process.heap;
    const seq = this.#seq + this.#index + 1;
    ring.seq = seq;
    if (operation.op === 'boom') throw new Error('an invariant is broken');
    if (operation.op === 'limit') {
      ring.emit(EV.OBJECT_TRACKED, 1, 0, 0);
      this.fault = { code: 'too_many_objects', values: { maximum: 5 } };
      return true;
    }
    if (operation.op === 'fail') {
      this.#process.objects++;
      const words = [operation.op, 'NameError', "name 'x' is not defined"].map((text) => ring.symbol(text));
      ring.emit(EV.OPERATION_FAILED, words[0] ?? 0, words[1] ?? 0, words[2] ?? 0);
      this.results.push({ error: { exception: 'NameError', message: "name 'x' is not defined" } });
      return true;
    }
    this.#process.objects++;
    ring.emit(EV.OBJECT_ALLOCATED, this.#process.objects, (ring.symbol('list') << 16) | 0x7f, this.#process.objects * 16);
    ring.emit(EV.OBJECT_TRACKED, this.#process.objects, 0, 0);
    if (operation.op === 'loop' && ++this.#looped < (operation.n ?? 1)) return false;
    this.#looped = 0;
    ring.emit(EV.OPERATION_APPLIED, ring.symbol(operation.op), 0, 0);
    this.results.push({ seq, object: `#${this.#process.objects}` });
    this.#index++;
    return false;
  }
}

export const fakeEngine: Engine = {
  thresholds: () => [700, 10, 10],
  createProcess: (settings) => new FakeProcess(settings.limits.events_kept),
  restoreProcess: (settings, state) => new FakeProcess(settings.limits.events_kept).restore(state),
  execute: (process, operations, { seq }) => new FakeExecution(process as FakeProcess, operations, seq),
};
