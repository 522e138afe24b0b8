/** Loops on their way: what a `repeat` was lowered to, and how far each one has come. */
import type { Action } from './verb.ts';

/** One inner operation of a loop, lowered once. */
export interface Inner {
  readonly symbol: number;
  readonly question: boolean;
  readonly action: Action | null;
  readonly loop: Loop | null;
}

export interface Loop {
  readonly times: number;
  readonly bindIndex: (value: number) => void;
  readonly body: readonly Inner[];
}

export interface LoopFrame {
  readonly loop: Loop;
  readonly iterator: number;
  iteration: number;
  at: number;
  /** Answers of the questions inside, by their place in the body; null for what is no question. */
  readonly answers: (unknown[] | null)[];
}

/** Does it answer something: is it a question, or a loop with one inside? */
export function answers(inner: Inner): boolean {
  return inner.question || (inner.loop?.body.some(answers) ?? false);
}
