/** linecache: lines of the program's own source, and of library modules whose lines lie where CPython's lie. There are no other files. */
import type { Interpreter } from '../eval/interpreter.ts';
import { native } from '../eval/native.ts';
import { LINECACHE_SOURCE } from '../lib/linecache.ts';
import { library } from './library.ts';

function linesOf(vm: Interpreter, [filename]: readonly number[]): number {
  return vm.listOf(vm.sources.lines(vm.text(filename as number)).map((line) => vm.newStr(line)));
}

export const LINECACHE = library('linecache', LINECACHE_SOURCE, {
  functions: { _lines_of: native(linesOf, { args: [1, 1] }) },
});
