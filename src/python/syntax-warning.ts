/**
 * What is legal and probably meant otherwise: the SyntaxWarnings of one compilation (compile.c:compiler_warn, the parser's and the
 * tokenizer's). They are shown whether the source compiles or not; who runs it prints them.
 */
export type SyntaxWarning = { readonly line: number; readonly message: string };

type Found = SyntaxWarning & { readonly offset: number };

/** The warnings of reading: each literal warns once, however often the parser comes by, and in the order of the text. */
export class ReadingWarnings {
  readonly #found = new Map<number, Found>();

  /** `literal` is where the literal begins, `offset` where CPython has read it whole. */
  add(literal: number, offset: number, warning: SyntaxWarning): void {
    if (!this.#found.has(literal)) this.#found.set(literal, { ...warning, offset });
  }

  /** Those of literals that end before this offset. */
  upTo(offset: number): readonly SyntaxWarning[] {
    return [...this.#found.values()]
      .filter((one) => one.offset <= offset)
      .sort((a, b) => a.offset - b.offset)
      .map(({ line, message }) => ({ line, message }));
  }
}
