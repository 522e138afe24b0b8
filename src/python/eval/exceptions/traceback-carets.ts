/**
 * The line of carets under a source line as traceback.c draws it (tb_displayline, 3.11 and 3.12): where the instruction that raised
 * stands, with tildes around the operator of a binary operation and around the brackets of a subscript. Nothing when it is the whole line.
 */
import type { CodeObject } from '../../compile/code-object.ts';
import type { PythonVersion } from '../../language-profile.ts';
import { displayWidth } from '../texts/display-width.ts';
import { expressionOf } from './traceback-segment.ts';

/** The extent of an instruction in the source. */
export interface Extent {
  readonly line: number;
  readonly endLine: number;
  readonly column: number;
  readonly endColumn: number;
}

interface Anchors {
  readonly left: number;
  readonly right: number;
}

const SPACE = /\s/;

/** Columns are -1 where the compiler knew none. */
export function extentOf(code: CodeObject, at: number): Extent {
  const [line = 0, endLine = 0, column = -1, endColumn = -1] = code.positions.subarray(at * 4, at * 4 + 4);
  return { line, endLine, column, endColumn };
}

/**
 * `shown`: what is shown of the source line; as many columns are left out as it lacks, though they were at its end
 * (traceback.py:format_frame_summary). Columns past the end, where the file has changed since it was compiled,
 * count as the newline's (_PyPegen_byte_offset_to_character_offset; a line of linecache's has one).
 */
export function caretLine(extent: Extent, source: string, shown: string, python: PythonVersion): string {
  const { line, endLine, column, endColumn } = extent;
  if (line <= 0 || column < 0) return '';
  const text = Array.from(source);
  const length = Array.from(shown).length;
  const lacking = text.length - length;
  const start = Math.min(column, text.length + 1);
  const end =
    endLine > line ? lacking + Array.from(shown.trimEnd()).length : Math.min(endColumn, text.length + 1);
  const anchors = endLine === line ? anchorsOf(text.slice(start, end), python) : null;
  if (anchors === null && end - start === length) return '';
  let marks = '';
  for (let at = start; at < end; at++) {
    const isPlain = anchors === null || (at - start >= anchors.left && at - start < anchors.right);
    marks += (isPlain ? '^' : '~').repeat(displayWidth(text[at] ?? ' '));
  }
  const before = Array.from(`${shown} `).slice(0, Math.max(start - lacking, 0));
  return `    ${' '.repeat(displayWidth(before.join('')))}${marks}\n`;
}

/** extract_anchors_from_expr */
function anchorsOf(segment: readonly string[], python: PythonVersion): Anchors | null {
  const expression = expressionOf(segment.join(''), python);
  if (expression?.kind === 'BinOp')
    return operatorAnchors(segment, expression.left.at.endCol, expression.right.at.col);
  if (expression?.kind === 'Subscript')
    return bracketAnchors(segment, expression.value.at.endCol, expression.index.at.endCol);
  return null;
}

/** The first character between the operands that is no space and no closing bracket, and the next one unless it is a space. */
function operatorAnchors(segment: readonly string[], from: number, to: number): Anchors | null {
  for (let at = from; at < to; at++) {
    const char = segment[at] as string;
    if (SPACE.test(char) || (char === ')' && at + 1 < to)) continue;
    const isLong = at + 1 < to && !SPACE.test(segment[at + 1] as string);
    return { left: at, right: at + (isLong ? 2 : 1) };
  }
  return null;
}

function bracketAnchors(segment: readonly string[], valueEnd: number, indexEnd: number): Anchors {
  const left = segment.indexOf('[', valueEnd);
  const close = segment.indexOf(']', indexEnd);
  return { left: left < 0 ? segment.length : left, right: close < 0 ? segment.length : close + 1 };
}
