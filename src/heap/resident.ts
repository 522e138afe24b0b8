/**
 * How much memory the simulated process holds from the operating system, and the most it ever held.
 *
 * Always: total === arenas + systemHeap + mapped, and peak >= total. Arenas count whole from the moment they are
 * obtained: CPython writes to their pools soon enough, and a student of fragmentation cares for what cannot shrink.
 */
export interface ResidentBytes {
  readonly arenas: number;
  readonly systemHeap: number;
  readonly mapped: number;
  readonly total: number;
}

export interface ResidentState {
  readonly arenas: number;
  readonly systemHeap: number;
  readonly mapped: number;
  readonly peak: number;
}

export class Resident {
  #arenas = 0;
  #systemHeap = 0;
  #mapped = 0;
  #peak = 0;

  get peak(): number {
    return this.#peak;
  }

  /** Arenas were obtained (positive) or released (negative). */
  addArenas(bytes: number): void {
    this.#arenas += bytes;
    this.#notePeak();
  }

  /** The break moved. */
  addSystemHeap(bytes: number): void {
    this.#systemHeap += bytes;
    this.#notePeak();
  }

  /** A large block was mapped or unmapped. */
  addMapped(bytes: number): void {
    this.#mapped += bytes;
    this.#notePeak();
  }

  bytes(): ResidentBytes {
    const total = this.#arenas + this.#systemHeap + this.#mapped;
    return { arenas: this.#arenas, systemHeap: this.#systemHeap, mapped: this.#mapped, total };
  }

  save(): ResidentState {
    return { arenas: this.#arenas, systemHeap: this.#systemHeap, mapped: this.#mapped, peak: this.#peak };
  }

  restore(state: ResidentState): void {
    this.#arenas = state.arenas;
    this.#systemHeap = state.systemHeap;
    this.#mapped = state.mapped;
    this.#peak = state.peak;
  }

  #notePeak(): void {
    const total = this.#arenas + this.#systemHeap + this.#mapped;
    if (total > this.#peak) this.#peak = total;
  }
}
