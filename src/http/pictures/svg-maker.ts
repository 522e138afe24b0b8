/**
 * Pictures of graphs, from text in Graphviz's language.
 *
 * Layout is hard work whose length nobody can foretell, so it is done in a thread that is started by the first picture, one picture at a
 * time, and ended when it takes too long or too much memory; the next picture starts another. Nobody's session waits for it.
 * Always: at most one thread, and at most so many who wait.
 */
import { Worker } from 'node:worker_threads';
import { type Outcome, refuse } from '../../contract/index.ts';

/** What the thread answers. */
export type DrawnPicture = { readonly svg: string } | { readonly error: string };

export interface PictureLimits {
  readonly elapsedMs: number;
  readonly waiting: number;
  readonly memoryMib: number;
  readonly characters: number;
}

const LIMITS: PictureLimits = { elapsedMs: 10_000, waiting: 16, memoryMib: 256, characters: 16_000_000 };
const ENTRY = new URL('./svg-thread.ts', import.meta.url);

export class SvgMaker {
  readonly #limits: PictureLimits;
  #thread: Worker | undefined;
  #turn: Promise<unknown> = Promise.resolve();
  #waiting = 0;
  /** What becomes of the answer to the picture that is being drawn. */
  #finish: (drawn: DrawnPicture | undefined) => void = () => undefined;

  constructor(limits: Partial<PictureLimits> = {}) {
    this.#limits = { ...LIMITS, ...limits };
  }

  /** The picture as SVG. */
  async draw(dot: string): Promise<Outcome<string>> {
    const { waiting: maximum } = this.#limits;
    if (this.#waiting >= maximum) return refuse('too_many_pictures', { maximum });
    this.#waiting++;
    const drawn = this.#turn.then(async () => this.#drawNow(dot));
    this.#turn = drawn;
    try {
      return await drawn;
    } finally {
      this.#waiting--;
    }
  }

  /** Ends the thread, if there is one. */
  async close(): Promise<void> {
    const thread = this.#thread;
    this.#thread = undefined;
    await thread?.terminate();
  }

  async #drawNow(dot: string): Promise<Outcome<string>> {
    const { elapsedMs, characters } = this.#limits;
    const drawn = await this.#answer(dot);
    if (drawn !== undefined && 'svg' in drawn && drawn.svg.length <= characters)
      return { ok: true, value: drawn.svg };
    if (drawn === undefined) await this.close();
    if (drawn !== undefined && 'error' in drawn) throw new Error(`Graphviz does not draw it: ${drawn.error}`);
    return refuse('picture_too_large', { seconds: elapsedMs / 1000 });
  }

  /** undefined when the thread did not live to answer, or took too long. */
  async #answer(dot: string): Promise<DrawnPicture | undefined> {
    const thread = this.#running();
    thread.ref();
    return new Promise((resolve) => {
      const timer = setTimeout(() => this.#finish(undefined), this.#limits.elapsedMs);
      this.#finish = (drawn) => {
        this.#finish = () => undefined;
        clearTimeout(timer);
        thread.unref();
        resolve(drawn);
      };
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window
      thread.postMessage(dot);
    });
  }

  #running(): Worker {
    if (this.#thread !== undefined) return this.#thread;
    const thread = new Worker(ENTRY, { resourceLimits: { maxOldGenerationSizeMb: this.#limits.memoryMib } });
    thread.on('message', (drawn: DrawnPicture) => this.#finish(drawn));
    thread.on('error', () => this.#gone(thread));
    thread.on('exit', () => this.#gone(thread));
    this.#thread = thread;
    return thread;
  }

  #gone(thread: Worker): void {
    if (this.#thread !== thread) return;
    this.#thread = undefined;
    this.#finish(undefined);
  }
}
