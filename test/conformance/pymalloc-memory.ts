/** The simulated memory, without a process around it, behind the interface of the recordings. */
import { MemoryReading } from '../../src/cli/conformance/pymalloc-reading.ts';
import type { AllocatorUnderTest } from '../../src/cli/conformance/pymalloc-run.ts';
import { EventRing } from '../../src/heap/event-ring.ts';
import { Memory } from '../../src/heap/memory.ts';
import type { MemoryConfig } from '../../src/heap/memory-config.ts';

export { configOf } from '../../src/cli/conformance/pymalloc-reading.ts';

export class MemoryUnderTest implements AllocatorUnderTest {
  memory: Memory;
  #reading: MemoryReading;
  readonly #ring: EventRing;
  readonly #handles: number[] = [];

  constructor(config: MemoryConfig) {
    this.#ring = new EventRing(64);
    this.memory = new Memory(config, this.#ring);
    this.#reading = new MemoryReading(this.memory, this.#ring);
  }

  /** Goes on with a new memory that took over a copy of the old one's state. */
  reload(): void {
    const state = structuredClone(this.memory.save());
    this.memory = new Memory(this.memory.config, this.#ring);
    this.memory.restore(state);
    this.#reading = new MemoryReading(this.memory, this.#ring);
  }

  malloc(id: number, size: number): number {
    const handle = this.memory.alloc(size);
    this.#handles[id] = handle;
    return this.#reading.placeOf(handle);
  }

  realloc(id: number, size: number): number {
    const handle = this.memory.realloc(this.#handles[id] ?? 0, size);
    this.#handles[id] = handle;
    return this.#reading.placeOf(handle);
  }

  free(id: number): void {
    this.memory.free(this.#handles[id] ?? 0);
    this.#handles[id] = 0;
  }

  takeEvents(visit: (kind: string, ...fields: (number | string)[]) => void): void {
    this.#reading.takeEvents(visit);
  }

  stats() {
    return this.#reading.stats();
  }
}
