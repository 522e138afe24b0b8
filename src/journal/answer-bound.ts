/**
 * How many answers are kept under the keys of one scope: whoever makes more requests than this within the time that answers are
 * kept loses the oldest ones, and a retry of one of those would be carried out again.
 */
export const ANSWERS_PER_SCOPE = 100_000;

/** A hundredth of them is thrown away at a time, since each throwing away costs a search. */
export function surplusAllowed(answersPerScope: number): number {
  return Math.ceil(answersPerScope / 100);
}
