/**
 * Library source whose lines lie where CPython's lie, because programs see them: tracemalloc names the line of every allocation.
 * Only what allocates needs its place; the lines between are empty.
 */

/** A line number, and the text that begins there. */
export type Piece = readonly [line: number, text: string];

/** The pieces one after the other, each at its line. A piece that begins before the last one has ended is a mistake in the table. */
export function placed(pieces: readonly Piece[]): string {
  const lines: string[] = [];
  for (const [line, text] of pieces) {
    if (lines.length >= line) throw new Error(`line ${line} is taken: ${text.slice(0, 40)}`);
    while (lines.length < line - 1) lines.push('');
    lines.push(...text.split('\n'));
  }
  return `${lines.join('\n')}\n`;
}
