/** Makes a program that fails short: drops lines with what is indented below them, many first, while the difference remains. */

const ATTEMPTS_AT_MOST = 400;

export async function shorten(source: string, stillFails: (source: string) => Promise<boolean>): Promise<string> {
  let lines = source.trimEnd().split('\n');
  let attempts = 0;
  const attempt = async (shorter: string[]): Promise<boolean> => {
    if (attempts++ >= ATTEMPTS_AT_MOST || !(await stillFails(`${shorter.join('\n')}\n`))) return false;
    lines = shorter;
    return true;
  };
  for (let size = Math.ceil(lines.length / 2); size > 1; size = Math.floor(size / 2))
    for (let end = lines.length; end > 0; end -= size)
      await attempt([...lines.slice(0, Math.max(0, end - size)), ...lines.slice(end)]);
  for (let before = -1; before !== lines.length; ) {
    before = lines.length;
    for (let at = lines.length - 1; at >= 0; at--) {
      const end = blockEnd(lines, at);
      if (await attempt([...lines.slice(0, at), ...lines.slice(end)])) continue;
      if (end > at + 1) await attempt([...lines.slice(0, at), ...dedented(lines.slice(at + 1, end)), ...lines.slice(end)]);
    }
  }
  return `${lines.join('\n')}\n`;
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
