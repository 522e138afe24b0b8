/** The lines of the programs that ran, for tracebacks: of one file the text that ran last. */
import type { SourceLines } from './traceback-text.ts';

/** At the end there is no module io to read a line with (_Py_DisplaySourceLine). */
export const NO_SOURCES: SourceLines = { line: () => undefined };

export class Sources implements SourceLines {
  readonly #lines = new Map<string, string[]>();

  add(filename: string, source: string): void {
    this.#lines.set(filename, source.split('\n'));
  }

  /** As a file has them, each with its end; none of a file that is not here. */
  lines(filename: string): readonly string[] {
    const lines = this.#lines.get(filename) ?? [];
    const whole = lines.at(-1) === '' ? lines.slice(0, -1) : lines;
    return whole.map((line) => `${line}\n`);
  }

  line(filename: string, number: number): string | undefined {
    return this.#lines.get(filename)?.[number - 1];
  }
}
