/** What a program may use: past a budget it ends, and no Python code can catch that. */
export interface Budgets {
  readonly steps: number;
  readonly outputCharacters: number;
  readonly heapBytes: number;
  /** Live objects. */
  readonly objects: number;
  /** sys.getrecursionlimit() at the start. */
  readonly recursion: number;
}

export const DEFAULT_BUDGETS: Budgets = {
  steps: 500_000_000,
  outputCharacters: 4_000_000,
  heapBytes: 1 << 30,
  objects: 20_000_000,
  recursion: 1000,
};
