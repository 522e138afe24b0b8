/** The lines of the programs that ran, for tracebacks: of one file the text that ran last. */
import type { SourceLines } from './traceback-text.ts';

export class Sources implements SourceLines {
  readonly #lines = new Map<string, string[]>();

  add(filename: string, source: string): void {
    this.#lines.set(filename, source.split('\n'));
  }

  line(filename: string, number: number): string | undefined {
    return this.#lines.get(filename)?.[number - 1];
  }
}
