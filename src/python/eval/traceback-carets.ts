/**
 * The line of carets under a source line (traceback.c:tb_displayline, 3.11; traceback.py:_format_traceback_frame, 3.13): where the
 * instruction that raised stands. Nothing when it fills the whole line.
 */
import type { CodeObject } from '../compile/code-object.ts';

export function caretLine(code: CodeObject, at: number, source: string, minor: number): string {
  const [line, endLine, column, endColumn] = [0, 1, 2, 3].map(
    (part) => code.positions[at * 4 + part] as number,
  ) as [number, number, number, number];
  if (line <= 0 || column < 0) return '';
  const indent = source.length - source.trimStart().length;
  const text = source.trim();
  const start = Math.max(column - indent, 0);
  const end = Math.min(endLine > line ? text.length : endColumn - indent, text.length);
  if (start === 0 && end >= text.length) return '';
  const anchors = endLine === line ? anchorsOf(text.slice(start, end)) : null;
  let marks = '';
  for (let place = 0; place < end - start; place++) {
    const primary = anchors === null || (place >= anchors.left && place < anchors.right);
    marks += primary ? '^' : '~';
  }
  void minor;
  return `    ${' '.repeat(start)}${marks}\n`;
}

/** The operator of a binary operation, or the brackets of a subscript or call: carets there, tildes elsewhere. */
function anchorsOf(segment: string): { left: number; right: number } | null {
  const depth = { value: 0 };
  let found: { left: number; right: number } | null = null;
  for (let at = 0; at < segment.length; at++) {
    const char = segment[at] as string;
    if (char === '"' || char === "'") {
      at = skipString(segment, at);
      continue;
    }
    if ('([{'.includes(char)) {
      if (depth.value === 0 && char === '[' && at > 0 && segment.endsWith(']'))
        found = { left: at, right: segment.length };
      if (depth.value === 0 && char === '(') found = null;
      depth.value++;
    } else if (')]}'.includes(char)) depth.value--;
    else if (depth.value === 0 && '+-*/%&|^<>@'.includes(char) && at > 0 && segment[at - 1] === ' ') {
      let right = at + 1;
      if (segment[right] === char || segment[right] === '=') right++;
      if (segment[right - 1] === '=' || char === '<' || char === '>') {
        if (segment[at + 1] !== char) return null;
      }
      return { left: at, right };
    }
  }
  return depth.value === 0 ? found : null;
}

function skipString(segment: string, at: number): number {
  const quote = segment[at];
  for (let end = at + 1; end < segment.length; end++) if (segment[end] === quote) return end;
  return segment.length;
}
