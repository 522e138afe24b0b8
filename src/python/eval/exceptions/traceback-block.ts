/**
 * The source of an entry as traceback.py draws it (StackSummary.format_frame_summary, 3.13): all lines of the instruction that raised,
 * those far from anything of interest left out, under each its carets.
 *
 * The anchors of an operation are where its operator or its brackets stand: carets there, tildes elsewhere.
 */
import type { PythonVersion } from '../../language-profile.ts';
import type { Expr, Span } from '../../parse/ast-expressions.ts';
import type { Stmt } from '../../parse/ast-statements.ts';
import { displayWidth } from '../texts/display-width.ts';
import type { Extent } from './traceback-carets.ts';
import { expressionOf, statementsOf } from './traceback-segment.ts';

interface Place {
  readonly line: number;
  readonly col: number;
}

interface Anchors {
  readonly left: Place;
  readonly right: Place;
}

/** Lines by code points. */
type Lines = readonly (readonly string[])[];

interface Block {
  readonly lines: Lines;
  readonly start: number;
  readonly end: number;
  readonly anchors: Anchors | null;
}

const SPACE = /\s/;

/** @param lines of the instruction, first to last, without their ends */
export function sourceBlock(extent: Extent, lines: readonly string[], python: PythonVersion): string {
  const dedented = dedent(lines);
  const removed = (lines[0] as string).length - (dedented[0] as string).length;
  const points = dedented.map((line) => Array.from(line));
  const start = Math.max(0, extent.column - removed);
  const end = Math.max(0, extent.endColumn - removed);
  const anchors = anchorsOf(segmentOf(points, start, end), python);
  const block: Block = { lines: points, start, end, anchors };
  const shows = showsCarets(block, python);
  const shown = significantLines(block).flatMap((at, place, all) => {
    const gap = place === 0 ? 1 : at - (all[place - 1] as number);
    const before = gap === 2 ? drawn(block, at - 1, shows) : gap > 2 ? [`...<${gap - 1} lines>...`] : [];
    return [...before, ...drawn(block, at, shows)];
  });
  return dedent(shown)
    .map((line) => `    ${line}\n`)
    .join('');
}

/** textwrap.dedent */
function dedent(lines: readonly string[]): string[] {
  const filled = lines.filter((line) => line.trim() !== '');
  const margin = Math.min(...filled.map((line) => line.length - line.trimStart().length));
  return lines.map((line) => (line.trim() === '' ? '' : line.slice(margin)));
}

function segmentOf(lines: Lines, start: number, end: number): Lines {
  const last = lines.length - 1;
  return lines.map((line, at) => line.slice(at === 0 ? start : 0, at === last ? end : line.length));
}

function significantLines({ lines, anchors }: Block): number[] {
  const wanted = new Set([0, lines.length - 1]);
  for (const place of anchors === null ? [] : [anchors.left, anchors.right])
    for (const at of [place.line - 1, place.line, place.line + 1]) wanted.add(at);
  return [...wanted].filter((at) => at >= 0 && at < lines.length).sort((a, b) => a - b);
}

/** A line and what is under it. */
function drawn({ lines, start, end, anchors }: Block, at: number, shows: boolean): string[] {
  const line = lines[at] as readonly string[];
  const text = line.join('');
  if (!shows) return [text];
  const width = (offset: number, of: readonly string[] = line): number =>
    displayWidth(of.slice(0, offset).join(''));
  const from = at === 0 ? width(start) : 0;
  const to = width(at === lines.length - 1 ? end : line.length);
  const indent = text.length - text.trimStart().length;
  const place = ({ line: anchored, col }: Place): Place => ({
    line: anchored,
    col: width(col + (anchored === 0 ? start : 0), lines[anchored]),
  });
  const [left, right] = anchors === null ? [null, null] : [place(anchors.left), place(anchors.right)];
  let marks = '';
  for (let col = 0; col < to; col++) {
    const here: Place = { line: at, col };
    if (col < indent || col < from) marks += ' ';
    else marks += left === null || (!isBefore(here, left) && isBefore(here, right)) ? '^' : '~';
  }
  return [text, marks];
}

function isBefore(a: Place, b: Place): boolean {
  return a.line < b.line || (a.line === b.line && a.col < b.col);
}

/** Carets are left out where they would underline all there is to see. */
function showsCarets({ lines, start, end, anchors }: Block, python: PythonVersion): boolean {
  const statements = statementsOf(lines.map((line) => line.join('')).join('\n'), python);
  const [statement] = statements ?? [];
  // Where the file has changed since it was compiled, there may be a comment.
  if (statements !== null && statement === undefined) return false;
  const call = statement === undefined ? null : plainCall(statement);
  const last = lines.length - 1;
  if (
    call !== null &&
    call.line === 1 &&
    call.endLine === lines.length &&
    call.col === start &&
    call.endCol === end
  )
    return false;
  if (anchors !== null) return true;
  const before = (lines[0] as readonly string[]).slice(0, start).join('');
  const after = (lines[last] as readonly string[]).slice(end).join('');
  return before.trim() !== '' || after.trim() !== '';
}

/** `return f(...)` and `name = f(...)`: the extent of the call. */
function plainCall(statement: Stmt): Span | null {
  if (statement.kind === 'Return' && statement.value?.kind === 'Call')
    return statement.value.func.kind === 'Name' ? statement.value.at : null;
  if (statement.kind !== 'Assign' || statement.value.kind !== 'Call') return null;
  return statement.targets.length === 1 && statement.targets[0]?.kind === 'Name' ? statement.value.at : null;
}

/** _extract_caret_anchors_from_line_segment: the segment is put in brackets, so that it may span lines. */
function anchorsOf(segment: Lines, python: PythonVersion): Anchors | null {
  const text = segment.map((line) => line.join('')).join('\n');
  const expression = expressionOf(`(\n${text}\n)`, python);
  if (expression === null) return null;
  switch (expression.kind) {
    case 'BinOp':
      return operatorAnchors(segment, expression.left, expression.right);
    case 'Subscript':
      return bracketAnchors(segment, expression.value, expression, '[');
    case 'Call':
      return bracketAnchors(segment, expression.func, expression, '(');
    default:
      return null;
  }
}

/** The end of an expression in the segment: two lines up, for the bracket and the newline before it. */
function endOf({ at }: Expr): Place {
  return { line: at.endLine - 2, col: at.endCol };
}

function operatorAnchors(segment: Lines, left: Expr, right: Expr): Anchors | null {
  const at = search(segment, endOf(left), (char) => !SPACE.test(char) && char !== ')');
  if (at === null) return null;
  const next = segment[at.line]?.[at.col + 1];
  const rightLine = right.at.line - 2;
  const isOutside = rightLine > at.line || at.col + 1 < right.at.col;
  const isLong = next !== undefined && isOutside && !SPACE.test(next) && next !== '\\' && next !== '#';
  return { left: at, right: { line: at.line, col: at.col + (isLong ? 2 : 1) } };
}

function bracketAnchors(segment: Lines, before: Expr, whole: Expr, bracket: string): Anchors | null {
  const left = search(segment, endOf(before), (char) => char === bracket);
  return left === null ? null : { left, right: endOf(whole) };
}

/** The first character from a place on that is wanted; comments and continued lines are passed over. */
function search(segment: Lines, from: Place, isWanted: (char: string) => boolean): Place | null {
  let { line, col } = from;
  while (line < segment.length) {
    const char = segment[line]?.[col];
    if (char === undefined || char === '\\' || char === '#') {
      line++;
      col = 0;
    } else if (isWanted(char)) return { line, col };
    else col++;
  }
  return null;
}
