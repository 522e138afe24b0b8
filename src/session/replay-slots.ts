/**
 * How many replays run at the same time: each holds a heap of its own, so their number bounds the memory that the past takes.
 *
 * Always: `running` never passes the limit, and whoever waits is served in the order of asking.
 */
export class ReplaySlots {
  readonly #limit: number;
  readonly #waiting: (() => void)[] = [];
  #running = 0;

  constructor(limit: number) {
    this.#limit = limit;
  }

  get running(): number {
    return this.#running;
  }

  get waiting(): number {
    return this.#waiting.length;
  }

  /** Resolves when there is a slot; whoever got it must release it. */
  async take(): Promise<void> {
    if (this.#running < this.#limit) {
      this.#running++;
      return;
    }
    // The slot is handed over, not freed: `running` stays as it is.
    await new Promise<void>((resolve) => this.#waiting.push(resolve));
  }

  release(): void {
    const next = this.#waiting.shift();
    if (next === undefined) this.#running--;
    else next();
  }
}
