/** A recording of the allocator through the public operations mem.alloc, mem.realloc and mem.free, in a session's process. */
import type { PythonVersion } from '../../heap/index.ts';
import type { Process } from '../../objects/index.ts';
import { createProcess, Execution, type Operation } from '../../operations/index.ts';
import { configOf, MemoryReading } from './pymalloc-reading.ts';
import { type AllocatorUnderTest, runVector } from './pymalloc-run.ts';
import { type PymallocVector, place, SYSTEM_PLACE, type VectorGroup } from './pymalloc-vector.ts';

const KEPT_EVENTS = 1 << 12;
const NO_LIMITS = { objects: Infinity, heapBytes: Infinity, repeatIterations: Infinity };

/** A version whose allocator each group shows (FORMAT.md). */
const VERSIONS: Readonly<Record<VectorGroup, PythonVersion>> = { A8: '3.8', A: '3.9', B: '3.11', A32: '3.9' };
export const GROUP_NAMES: Readonly<Record<VectorGroup, string>> = {
  A8: '3.8',
  A: '3.9',
  B: '3.10-3.13',
  A32: '32-bit',
};

export function isPymallocVector(json: unknown): boolean {
  return typeof json === 'object' && json !== null && 'group' in json && 'config' in json && 'nsteps' in json;
}

export function runPymallocVector(vector: PymallocVector): string[] {
  return runVector(vector, new AllocatorOperations(vector));
}

interface Place {
  readonly arena: number | null;
  readonly offset: number | null;
}

class AllocatorOperations implements AllocatorUnderTest {
  readonly #process: Process;
  readonly #reading: MemoryReading;
  #seq = 0;

  constructor(vector: PymallocVector) {
    const python = VERSIONS[vector.group];
    this.#process = createProcess({ python, memory: configOf(vector), keptEvents: KEPT_EVENTS });
    const { heap } = this.#process;
    this.#reading = new MemoryReading(heap.memory, heap.ring);
  }

  malloc(id: number, size: number): number {
    return this.#apply({ op: 'mem.alloc', as: String(id), bytes: size });
  }

  realloc(id: number, size: number): number {
    return this.#apply({ op: 'mem.realloc', of: String(id), bytes: size });
  }

  free(id: number): void {
    this.#apply({ op: 'mem.free', of: String(id) });
  }

  takeEvents(visit: (kind: string, ...fields: (number | string)[]) => void): void {
    this.#reading.takeEvents(visit);
  }

  stats() {
    return this.#reading.stats();
  }

  #apply(operation: Operation): number {
    const execution = new Execution(this.#process, [operation], { seq: this.#seq++, limits: NO_LIMITS });
    execution.run(1);
    const { error, value } = execution.results[0] ?? {};
    if (error !== undefined) throw new Error(`${operation.op}: ${error.exception}: ${error.message}`);
    const { arena, offset } = (value ?? { arena: null, offset: null }) as unknown as Place;
    return arena === null || offset === null ? SYSTEM_PLACE : place(arena, offset);
  }
}
