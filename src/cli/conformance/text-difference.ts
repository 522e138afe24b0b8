/** Where two texts first differ, shown with the lines around it. */
const BEFORE = 2;
const WIDEST = 300;

export function firstDifference(wanted: string, got: string): string {
  const wantedLines = wanted.split('\n');
  const gotLines = got.split('\n');
  const found = wantedLines.findIndex((line, place) => line !== gotLines[place]);
  const at = found < 0 ? wantedLines.length : found;
  const context = wantedLines
    .slice(Math.max(0, at - BEFORE), at)
    .map((line, place) => `  ${numbered(Math.max(0, at - BEFORE) + place + 1)}   ${clip(line)}`);
  return [
    `output differs from line ${at + 1} on`,
    ...context,
    `  ${numbered(at + 1)} wanted ${shown(wantedLines, at)}`,
    `  ${numbered(at + 1)} got    ${shown(gotLines, at)}`,
  ].join('\n');
}

export function lastLine(text: string): string {
  return text.trimEnd().split('\n').at(-1) ?? '';
}

/** The end of a text is told from an empty line. */
function shown(lines: readonly string[], at: number): string {
  const line = lines[at];
  if (line === undefined) return 'nothing more';
  return line === '' && at === lines.length - 1 ? 'the end of the output' : clip(JSON.stringify(line));
}

function numbered(line: number): string {
  return String(line).padStart(5);
}

function clip(line: string): string {
  return line.length > WIDEST ? `${line.slice(0, WIDEST)}… (${line.length} characters)` : line;
}
