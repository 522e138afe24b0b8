/** traceback: Python over the texts that the interpreter prints for uncaught exceptions. */

import { noteLines, ownLine, tracebackLines, tracebackText } from '../eval/exceptions/traceback-text.ts';
import { native } from '../eval/native.ts';
import { TRACEBACK_SOURCE } from '../lib/traceback.ts';
import { library } from './library.ts';

export const TRACEBACK = library('traceback', TRACEBACK_SOURCE, {
  functions: {
    _exception_text: native(
      (vm, [exception = 0]) => vm.newStr(tracebackText(vm, exception, vm.sources, 'module')),
      {
        args: [1, 1],
      },
    ),
    _exception_line: native(
      (vm, [exception = 0, traceback = 0]) =>
        vm.newStr(ownLine(vm, exception, vm.isNone(traceback) ? 'module without traceback' : 'module')),
      { args: [2, 2] },
    ),
    _exception_notes: native((vm, [exception = 0]) => vm.newStr(noteLines(vm, exception)), { args: [1, 1] }),
    _traceback_lines: native((vm, [traceback = 0]) => vm.newStr(tracebackLines(vm, traceback)), {
      args: [1, 1],
    }),
  },
});
