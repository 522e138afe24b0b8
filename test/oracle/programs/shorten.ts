/**
 * Makes a program that fails short. First what comes after the difference goes, then top-level statements, many at once, then
 * single lines with what is indented below them. The lines up to the first collection stay: without them a program would begin
 * with what the interpreter's own start left.
 */

const ATTEMPTS_AT_MOST = 120;
const LAST_OF_PRELUDE = 'gc.collect()';

type Fails = (source: string) => Promise<boolean>;

export async function shorten(source: string, stillFails: Fails): Promise<string> {
  const lines = source.trimEnd().split('\n');
  const kept = lines.indexOf(LAST_OF_PRELUDE) + 1;
  const prelude = lines.slice(0, kept);
  let attempts = 0;
  const fails = async (rest: readonly string[]): Promise<boolean> =>
    attempts++ < ATTEMPTS_AT_MOST && stillFails(`${[...prelude, ...rest].join('\n')}\n`);
  let statements = await shortestPrefix(topLevel(lines.slice(kept)), (part) => fails(part.flat()));
  statements = await fewest(statements, (part) => fails(part.flat()));
  const rest = await fewestLines(statements.flat(), fails);
  return `${[...prelude, ...rest].join('\n')}\n`;
}

async function shortestPrefix(
  all: string[][],
  fails: (part: string[][]) => Promise<boolean>,
): Promise<string[][]> {
  let [low, high] = [1, all.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (await fails(all.slice(0, middle))) high = middle;
    else low = middle + 1;
  }
  return all.slice(0, high);
}

async function fewest<T>(all: readonly T[], fails: (part: T[]) => Promise<boolean>): Promise<T[]> {
  let best = [...all];
  for (let size = Math.ceil(best.length / 2); size >= 1; size = size === 1 ? 0 : Math.ceil(size / 2)) {
    for (let end = best.length - 1; end > 0; end -= size) {
      const shorter = [...best.slice(0, Math.max(0, end - size)), ...best.slice(end)];
      if (shorter.length < best.length && (await fails(shorter))) best = shorter;
    }
  }
  return best;
}

async function fewestLines(
  all: readonly string[],
  fails: (part: string[]) => Promise<boolean>,
): Promise<string[]> {
  let best = [...all];
  for (let at = best.length - 1; at >= 0; at--) {
    const end = blockEnd(best, at);
    const without = [...best.slice(0, at), ...best.slice(end)];
    if (await fails(without)) best = without;
    else if (end > at + 1) {
      const opened = [...best.slice(0, at), ...dedented(best.slice(at + 1, end)), ...best.slice(end)];
      if (await fails(opened)) best = opened;
    }
  }
  return best;
}

/** Statements with what belongs to them: bodies, `else` and its like, decorated definitions. */
function topLevel(lines: readonly string[]): string[][] {
  const statements: string[][] = [];
  for (const line of lines) {
    const goesOn =
      /^(\s|else:|elif |except|finally:)/.test(line) || statements.at(-1)?.at(-1)?.startsWith('@') === true;
    if (goesOn && statements.length > 0) statements.at(-1)?.push(line);
    else statements.push([line]);
  }
  return statements;
}

function indentOf(line: string): number {
  return line.length - line.trimStart().length;
}

/** The line after the block that starts at this one. */
function blockEnd(lines: readonly string[], at: number): number {
  const indent = indentOf(lines[at] ?? '');
  const next = lines.findIndex((line, place) => place > at && indentOf(line) <= indent);
  return next < 0 ? lines.length : next;
}

function dedented(lines: readonly string[]): string[] {
  return lines.map((line) => line.replace(/^ {4}/, ''));
}
