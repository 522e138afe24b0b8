/** What a run of chaos did and found: lines as they come, and everything that was wrong. */

export class Chronicle {
  readonly wrong: string[] = [];
  readonly #write: (line: string) => void;
  readonly #now: () => number;
  readonly #startedMs: number;

  constructor(write: (line: string) => void, now: () => number) {
    this.#write = write;
    this.#now = now;
    this.#startedMs = now();
  }

  get elapsedSeconds(): number {
    return Math.round((this.#now() - this.#startedMs) / 100) / 10;
  }

  say(line: string): void {
    this.#write(`${this.elapsedSeconds.toFixed(1).padStart(7)} s  ${line}`);
  }

  /** A promise that was broken. */
  blame(line: string): void {
    this.wrong.push(line);
    this.say(`WRONG: ${line}`);
  }

  /** Says what must hold, and blames where it does not. */
  must(holds: boolean, line: () => string): void {
    if (!holds) this.blame(line());
  }
}

/** How large a run is. */
export interface Scale {
  readonly kills: number;
  readonly operations: number;
  readonly flips: number;
  /** Appends of the run in which each append fails once. */
  readonly appends: number;
}

export const FULL: Scale = { kills: 200, operations: 10_000, flips: 1_000, appends: 60 };
export const SHORT: Scale = { kills: 4, operations: 300, flips: 60, appends: 8 };

/** One experiment. */
export interface Experiment {
  readonly chronicle: Chronicle;
  readonly scale: Scale;
  readonly seed: number;
  /** An empty directory of its own. */
  readonly directory: string;
}
