/**
 * The stack of indentation widths (tokenizer.c: `indstack`, `altindstack`).
 *
 * A width is measured twice, tabs to the next multiple of 8 and tabs as one column: lines whose order differs between
 * the two measures mix tabs and spaces inconsistently.
 */
const MAX_INDENT = 100;

export type IndentationChange = {
  /** 1 for an INDENT, -n for n DEDENTs, 0 for neither. */
  readonly steps: number;
  readonly problem: 'tabs' | 'deep' | 'dedent' | null;
};

export class Indentation {
  readonly #columns: number[] = [0];
  readonly #altColumns: number[] = [0];

  get depth(): number {
    return this.#columns.length - 1;
  }

  measure(whitespace: string): IndentationChange {
    let column = 0;
    let alt = 0;
    for (const c of whitespace) {
      if (c === '\f') column = alt = 0;
      else {
        column = c === '\t' ? (Math.floor(column / 8) + 1) * 8 : column + 1;
        alt++;
      }
    }
    return this.#place(column, alt);
  }

  #place(column: number, alt: number): IndentationChange {
    const top = this.#columns.at(-1) ?? 0;
    const altTop = this.#altColumns.at(-1) ?? 0;
    if (column === top) return { steps: 0, problem: alt === altTop ? null : 'tabs' };
    if (column < top) return this.#dedent(column, alt);
    if (this.#columns.length >= MAX_INDENT) return { steps: 0, problem: 'deep' };
    if (alt <= altTop) return { steps: 0, problem: 'tabs' };
    this.#columns.push(column);
    this.#altColumns.push(alt);
    return { steps: 1, problem: null };
  }

  #dedent(column: number, alt: number): IndentationChange {
    let steps = 0;
    while (column < (this.#columns.at(-1) ?? 0)) {
      this.#columns.pop();
      this.#altColumns.pop();
      steps--;
    }
    if (column !== this.#columns.at(-1)) return { steps, problem: 'dedent' };
    return { steps, problem: alt === this.#altColumns.at(-1) ? null : 'tabs' };
  }
}
