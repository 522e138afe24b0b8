/**
 * What python prints for an uncaught exception: the traceback, its causes and contexts (traceback.py, traceback.c; carets from 3.11).
 */

import type { PyType } from '../classes/class-table.ts';
import type { CodeRuntime } from '../frames/code-runtime.ts';
import type { Interpreter } from '../interpreter.ts';
import { EXC, TB, type TracebackPlace } from './raise.ts';
import { leaveReadingContainers } from './source-reading.ts';
import { suggestion } from './suggestions.ts';
import { syntaxErrorText } from './syntax-errors.ts';
import { toldInTurn, toldTogether } from './told.ts';
import { sourceBlock } from './traceback-block.ts';
import { caretLine, extentOf } from './traceback-carets.ts';
import { GroupText } from './traceback-groups.ts';

const SOURCE_INDENT = '    ';
const REPEATS_SHOWN = 3;

export interface SourceLines {
  /** Line of a file, without its newline; undefined when unknown. */
  line(filename: string, number: number): string | undefined;
}

/** How a traceback shows lines: as traceback.c does, which leaves their ends as they are and goes back so far only, or as traceback.py. */
interface Showing {
  readonly place: 'none' | 'carets' | 'block';
  readonly inC: boolean;
}

/**
 * Who tells: the interpreter of what nobody caught, or the module traceback, which has its own rules for names and suggestions; without a
 * traceback it knows no names that a NameError could have meant.
 */
export type Teller = 'interpreter' | 'module' | 'module without traceback';

/** An exception with its causes and contexts, the oldest first. */
export function tracebackText(
  vm: Interpreter,
  exception: number,
  sources: SourceLines,
  teller: Teller = 'interpreter',
): string {
  const place = vm.rules.tracebackPlace;
  const showing = { place, inC: teller === 'interpreter' && place !== 'block' };
  const told = new GroupText(vm, {
    entries: (traceback) => entriesText(vm, traceback, sources, showing),
    line: (one) => ({ text: ownLine(vm, one, teller), notes: noteLines(vm, one) }),
  });
  told.add(vm.rules.marginsEverywhere ? toldTogether(vm, exception) : toldInTurn(vm, exception));
  return told.text;
}

/** An exception that is told without what led to it, as traceback.c prints it, in the pieces that it is written in (PyErr_WriteUnraisable). */
export function unraisableText(vm: Interpreter, exception: number, sources: SourceLines): readonly string[] {
  const showing = { place: vm.rules.unraisablePlace, inC: true };
  const traceback = vm.field(exception, EXC.TRACEBACK);
  const entries =
    traceback === 0
      ? ''
      : `Traceback (most recent call last):\n${entriesText(vm, traceback, sources, showing)}`;
  if (entries.includes(`\n${SOURCE_INDENT}`)) leaveReadingContainers(vm);
  const name = displayName(vm, vm.classes.of(exception), null);
  return [...entries.split(/(?<=\n)/).flatMap(piecesOfLine), name, ': ', ownText(vm, exception, false), '\n'];
}

/** The indent of a line of source, the line, and its end are written one by one (_Py_DisplaySourceLine). */
function piecesOfLine(line: string): readonly string[] {
  return line.startsWith(SOURCE_INDENT)
    ? [SOURCE_INDENT, line.slice(SOURCE_INDENT.length, -1), '\n']
    : [line];
}

/** The entries of a traceback as the module traceback shows them. */
export function tracebackLines(vm: Interpreter, traceback: number): string {
  return entriesText(vm, traceback, vm.sources, { place: vm.rules.tracebackPlace, inC: false });
}

/** An entry that repeats is shown three times and counted. */
function entriesText(vm: Interpreter, traceback: number, sources: SourceLines, showing: Showing): string {
  let text = '';
  let last = '';
  let count = 0;
  for (let at = showing.inC ? lastEntries(vm, traceback) : traceback; at !== 0; at = vm.field(at, TB.NEXT)) {
    const entry = entryOf(vm, at, sources, showing);
    if (entry.key !== last) {
      text += repeated(count);
      last = entry.key;
      count = 0;
    }
    count++;
    if (count <= REPEATS_SHOWN) text += entry.text;
  }
  return text + repeated(count);
}

function lastEntries(vm: Interpreter, traceback: number): number {
  let length = 0;
  for (let at = traceback; at !== 0; at = vm.field(at, TB.NEXT)) length++;
  let first = traceback;
  for (; length > vm.rules.tracebackLimit; length--) first = vm.field(first, TB.NEXT);
  return first;
}

function repeated(count: number): string {
  const more = count - REPEATS_SHOWN;
  return more <= 0 ? '' : `  [Previous line repeated ${more} more time${more === 1 ? '' : 's'}]\n`;
}

function entryOf(
  vm: Interpreter,
  traceback: number,
  sources: SourceLines,
  { place, inC }: Showing,
): { key: string; text: string } {
  const { at, line } = vm.heap.payload(traceback) as TracebackPlace;
  const { code } = runtimeOf(vm, vm.field(traceback, TB.FRAME));
  const head = `  File "${code.filename}", line ${line}, in ${code.name}\n`;
  const source = sources.line(code.filename, line);
  if (source === undefined || (!inC && source.trim() === '')) return { key: head, text: head };
  const extent = extentOf(code, at);
  const { python } = vm.process.config;
  if (place === 'block' && extent.line === line && extent.column >= 0) {
    const lines: string[] = [];
    for (let of = line; of <= extent.endLine; of++)
      lines.push((sources.line(code.filename, of) ?? '').trimEnd());
    return { key: head, text: head + sourceBlock(extent, lines, python) };
  }
  const shown = inC ? source.trimStart() : source.trim();
  const carets = place === 'carets' ? caretLine(extent, source, shown, python) : '';
  return { key: head, text: `${head}    ${shown}\n${carets}` };
}

function runtimeOf(vm: Interpreter, frameObject: number): CodeRuntime {
  return (vm.frameOf.get(frameObject)?.runtime ??
    vm.endedFrames.get(frameObject)?.runtime ??
    vm.process.frameOwners.get(frameObject)) as CodeRuntime;
}

/** The name of an exception's class: its module unless that says nothing (print_exception_message). */
function displayName(vm: Interpreter, type: PyType, teller: Teller | null): string {
  const hidesMain = vm.rules.hidesMain || isModule(teller);
  const isHidden = type.module === 'builtins' || (type.module === '__main__' && hidesMain);
  return isHidden ? type.qualname : `${type.module}.${type.qualname}`;
}

function isModule(teller: Teller | null): boolean {
  return teller !== null && teller !== 'interpreter';
}

/** `KeyError: 'x'`, what may have been meant, and notes below it. */
export function exceptionLine(vm: Interpreter, exception: number): string {
  return ownLine(vm, exception, 'interpreter') + noteLines(vm, exception);
}

/** `teller`: null for traceback.c, which suggests nothing. */
export function ownLine(vm: Interpreter, exception: number, teller: Teller | null): string {
  const placed = vm.isInstanceOf(exception, 'SyntaxError') ? syntaxErrorText(vm, exception) : null;
  if (placed !== null) return placed;
  const name = displayName(vm, vm.classes.of(exception), teller);
  let text = ownText(vm, exception, isModule(teller));
  const isBlind = teller === 'module without traceback' && vm.isInstanceOf(exception, 'NameError');
  const suggests = isModule(teller) ? vm.rules.moduleSuggests && !isBlind : teller !== null;
  if (suggests) text += suggestion(vm, exception);
  return `${text === '' ? name : `${name}: ${text}`}\n`;
}

function ownText(vm: Interpreter, exception: number, ofModule: boolean): string {
  const failed =
    ofModule && vm.rules.moduleSaysUnprintable
      ? `<unprintable ${vm.typeName(exception)} object>`
      : '<exception str() failed>';
  return guarded(vm, () => vm.str(exception)) ?? failed;
}

export function noteLines(vm: Interpreter, exception: number): string {
  const notes = vm.findAttr(exception, '__notes__');
  if (notes === 0) return '';
  return vm.guard(notes, () => linesOfNotes(vm, notes));
}

function linesOfNotes(vm: Interpreter, notes: number): string {
  if (!vm.isList(notes) && !vm.isTuple(notes))
    return `${guarded(vm, () => vm.repr(notes)) ?? '<__notes__ repr() failed>'}\n`;
  const shown = vm.items(notes).map((note) => guarded(vm, () => vm.str(note)) ?? '<note str() failed>');
  return shown.map((note) => `${note}\n`).join('');
}

/** null: it raised, which is forgotten. */
function guarded(vm: Interpreter, use: () => string): string | null {
  try {
    return use();
  } catch (error) {
    vm.decref(vm.caught(error));
    return null;
  }
}
