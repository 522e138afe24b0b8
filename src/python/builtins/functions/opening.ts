/** open (_iomodule.c): the only file is the program's own source, for reading; it is handed over as a text in memory (lib/io.ts). */
import { PythonRaise } from '../../../objects/index.ts';
import type { Interpreter } from '../../eval/interpreter.ts';
import { type Keywords, type NativeDefinition, native } from '../../eval/native.ts';
import { Thrown } from '../../eval/raise.ts';

const READING = ['r', 'rt'];

/** The text of a source that runs here; null for anything else. */
function sourceText(vm: Interpreter, filename: string): string | null {
  const lines: string[] = [];
  for (;;) {
    const line = vm.sources?.line(filename, lines.length + 1);
    if (line === undefined) break;
    lines.push(line);
  }
  return lines.length === 0 ? null : lines.join('\n');
}

/** There are no files but the sources. */
function notFound(vm: Interpreter, file: number): unknown {
  const args = [vm.newInt(2), vm.newStr('No such file or directory'), vm.own(file)];
  try {
    return new Thrown(vm.call(vm.classes.named('OSError').ref, args));
  } finally {
    vm.dropAll(args);
  }
}

function open(vm: Interpreter, [file = 0, given]: readonly number[], keywords: Keywords): number {
  const wanted = given ?? keywords.get('mode');
  const mode = wanted === undefined ? 'r' : vm.text(wanted);
  const text = vm.isStr(file) && READING.includes(mode) ? sourceText(vm, vm.text(file)) : null;
  if (text === null && vm.isStr(file) && READING.includes(mode)) throw notFound(vm, file);
  if (text === null) {
    const message = `open(${vm.repr(file)}) is not supported: a program here has no files but its own source, to be read`;
    throw new PythonRaise('OSError' as PythonRaise['exception'], message);
  }
  const encoding = keywords.get('encoding');
  const shown = encoding === undefined || vm.isNone(encoding) ? vm.newStr('UTF-8') : vm.own(encoding);
  const wrapper = vm.readDict(vm.field(vm.importModule('io'), 0), 'TextIOWrapper');
  const args = [vm.own(file), vm.newStr(text), vm.newStr(mode), shown];
  try {
    return vm.call(wrapper, args);
  } finally {
    vm.dropAll(args);
  }
}

export const OPEN: NativeDefinition = native(open, { args: [1, 8], anyKeywords: true });
