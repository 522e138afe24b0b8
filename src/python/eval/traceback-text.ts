/**
 * What python prints for an uncaught exception: the traceback, its causes and contexts (traceback.py, traceback.c; carets from 3.11).
 */

import type { PyType } from './class-table.ts';
import type { CodeRuntime } from './code-runtime.ts';
import type { Interpreter } from './interpreter.ts';
import { EXC, TB, type TracebackPlace } from './raise.ts';
import { caretLine } from './traceback-carets.ts';

const CAUSE = '\nThe above exception was the direct cause of the following exception:\n\n';
const CONTEXT = '\nDuring handling of the above exception, another exception occurred:\n\n';
const REPEATS_SHOWN = 3;

export interface SourceLines {
  /** Line of a file, without its newline; undefined when unknown. */
  line(filename: string, number: number): string | undefined;
}

export function tracebackText(
  vm: Interpreter,
  exception: number,
  sources: SourceLines,
  seen = new Set<number>(),
): string {
  seen.add(exception);
  const cause = vm.field(exception, EXC.CAUSE);
  const context = vm.field(exception, EXC.CONTEXT);
  const suppressed = (vm.heap.payload(exception) as { suppress?: boolean } | undefined)?.suppress === true;
  let text = '';
  if (cause !== 0 && !seen.has(cause)) text += tracebackText(vm, cause, sources, seen) + CAUSE;
  else if (context !== 0 && !suppressed && !seen.has(context))
    text += tracebackText(vm, context, sources, seen) + CONTEXT;
  const traceback = vm.field(exception, EXC.TRACEBACK);
  if (traceback !== 0)
    text += `Traceback (most recent call last):\n${tracebackLines(vm, traceback, sources)}`;
  return text + exceptionLine(vm, exception);
}

/** The entries of a traceback; an entry that repeats is shown three times and counted. */
export function tracebackLines(vm: Interpreter, traceback: number, sources: SourceLines): string {
  let text = '';
  let last = '';
  let count = 0;
  for (let at = traceback; at !== 0; at = vm.field(at, TB.NEXT)) {
    const entry = entryOf(vm, at, sources);
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

function repeated(count: number): string {
  const more = count - REPEATS_SHOWN;
  return more <= 0 ? '' : `  [Previous line repeated ${more} more time${more === 1 ? '' : 's'}]\n`;
}

function entryOf(vm: Interpreter, traceback: number, sources: SourceLines): { key: string; text: string } {
  const { at, line } = vm.heap.payload(traceback) as TracebackPlace;
  const runtime = runtimeOf(vm, vm.field(traceback, TB.FRAME));
  const { code } = runtime;
  const name = vm.minor >= 11 && vm.minor < 13 ? code.name : code.name;
  const head = `  File "${code.filename}", line ${line}, in ${name}\n`;
  const source = sources.line(code.filename, line);
  if (source === undefined) return { key: head, text: head };
  const shown = `    ${source.trim()}\n`;
  const carets = vm.minor >= 11 ? caretLine(code, at, source, vm.minor) : '';
  return { key: head, text: head + shown + carets };
}

function runtimeOf(vm: Interpreter, frameObject: number): CodeRuntime {
  return (vm.frameOf.get(frameObject)?.runtime ??
    vm.endedFrames.get(frameObject)?.runtime ??
    vm.process.frameOwners.get(frameObject)) as CodeRuntime;
}

function displayName(type: PyType): string {
  return type.module === 'builtins' || type.module === '__main__'
    ? type.qualname
    : `${type.module}.${type.qualname}`;
}

/** `KeyError: 'x'`, and notes below it. */
export function exceptionLine(vm: Interpreter, exception: number): string {
  const type = vm.classes.of(exception);
  const name =
    type.module === '__main__'
      ? `${type.module === '__main__' ? '__main__.' : ''}${type.qualname}`
      : displayName(type);
  const shown = type.dict === 0 || type.module === '__main__' ? name.replace(/^__main__\./, '') : name;
  let text: string;
  try {
    text = vm.str(exception);
  } catch (error) {
    vm.decref(vm.caught(error));
    text = '<exception str() failed>';
  }
  const notes = vm.field(exception, EXC.NOTES);
  const lines =
    notes === 0
      ? ''
      : vm
          .items(notes)
          .map((note) => `${vm.str(note)}\n`)
          .join('');
  return `${text === '' ? shown : `${shown}: ${text}`}\n${lines}`;
}
