/** A process that is nearly nothing: it counts, and can fail in every way that an operation can. */
import type { OperationResult } from '../../src/contract/index.ts';
import { EV } from '../../src/heap/event-codes.ts';
import { EventRing, type EventRingState } from '../../src/heap/event-ring.ts';
import type { Engine, Execution, Operation, Process } from '../../src/session/index.ts';

class FakeProcess implements Process {
  readonly heap: { readonly ring: EventRing };
  objects = 0;
  names = new Set<string>();
  readonly limit: number;
  constructor(limits: { events_kept: number; objects: number }) {
    this.heap = { ring: new EventRing(limits.events_kept) };
    this.limit = limits.objects;
  }
  save(): unknown {
    return structuredClone({ ring: this.heap.ring.save(), objects: this.objects, names: this.names });
  }
  restore(state: unknown): this {
    const { ring, objects, names } = state as { ring: EventRingState; objects: number; names: Set<string> };
    this.heap.ring.restore(ring);
    this.objects = objects;
    this.names = new Set(names);
    return this;
  }
  validate(): void {}
}

type Op = Operation & { times?: number; as?: string; name?: string };

class FakeExecution implements Execution {
  readonly results: OperationResult[] = [];
  fault?: NonNullable<Execution['fault']>;
  #index = 0;
  #looped = 0;
  readonly #process: FakeProcess;
  readonly #operations: readonly Op[];
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
  #step(operation: Op): boolean {
    const process = this.#process;
    const { ring } = process.heap;
    const seq = this.#seq + this.#index + 1;
    ring.seq = seq;
    if (operation.op === 'unbind' && !process.names.delete(operation.name ?? '')) {
      const message = `name '${operation.name}' is not defined`;
      process.objects++;
      ring.emit(
        EV.OPERATION_FAILED,
        ring.symbol(operation.op),
        ring.symbol('NameError'),
        ring.symbol(message),
      );
      this.results.push({ error: { exception: 'NameError', message } });
      return true;
    }
    if (operation.op === 'new' || operation.op === 'repeat') {
      process.objects++;
      if (operation.as !== undefined) process.names.add(operation.as);
      ring.emit(
        EV.OBJECT_ALLOCATED,
        process.objects,
        (ring.symbol('list') << 16) | 0x7f,
        process.objects * 16,
      );
      ring.emit(EV.OBJECT_TRACKED, process.objects, 0, 0);
      if (process.objects > process.limit) {
        this.fault = { code: 'too_many_objects', values: { limit: process.limit } };
        return true;
      }
    }
    if (operation.op === 'repeat' && ++this.#looped < (operation.times ?? 1)) return false;
    this.#looped = 0;
    ring.emit(EV.OPERATION_APPLIED, ring.symbol(operation.op), 0, 0);
    this.results.push({ seq, ...(process.objects > 0 && { object: `#${process.objects}` }) });
    this.#index++;
    return false;
  }
}

export const fakeEngine: Engine = {
  thresholds: () => [700, 10, 10],
  createProcess: (settings) => new FakeProcess(settings.limits),
  restoreProcess: (settings, state) => new FakeProcess(settings.limits).restore(state),
  execute: (process, operations, { seq }) => new FakeExecution(process as FakeProcess, operations, seq),
};
