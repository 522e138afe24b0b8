/** Where the interpreter's own messages go: what sys.stderr is at the moment, not what it was at first (PySys_WriteStderr, PyFile_WriteString). */
import { PythonRaise } from '../../../objects/index.ts';
import { asksToCall } from '../calls/call-steps.ts';
import { BudgetSpent, Thrown } from '../exceptions/raise.ts';
import type { Interpreter } from '../interpreter.ts';

/** Each piece is written by itself; a stream that fails is told nothing more, and None nothing at all. */
export function tellError(vm: Interpreter, pieces: readonly string[], flushes = false): void {
  const target = vm.replacedError();
  if (target === 0) return vm.writeError(pieces.join(''));
  if (vm.isNone(target)) return;
  vm.guard(vm.own(target), () => {
    for (const piece of pieces) if (!tell(vm, target, piece)) return;
    if (flushes) finished(vm, () => vm.decref(vm.callMethod(target, 'flush')));
  });
}

/** The same where no Python code may run, as in the middle of a collection: a stream of the program's own is passed over. */
export function tellErrorNatively(vm: Interpreter, piece: string): void {
  const target = vm.replacedError();
  if (target === 0) return vm.writeError(piece);
  const writer = vm.findAttr(target, 'write');
  if (writer === 0) return;
  const isPython = vm.guard(writer, () => asksToCall(vm, writer));
  if (isPython) vm.writeError(piece);
  else tell(vm, target, piece);
}

/** The last words of a program, which no budget keeps from it. */
export function tellLast(vm: Interpreter, text: string): void {
  if (vm.replacedError() === 0) return vm.writeLast(text);
  try {
    tellError(vm, text.split(/(?<=\n)/));
  } catch (error) {
    if (!(error instanceof BudgetSpent)) throw error;
    vm.writeLast(text);
  }
}

function tell(vm: Interpreter, target: number, piece: string): boolean {
  return finished(vm, () => {
    const writer = vm.getAttr(target, 'write');
    vm.guard(writer, () => vm.guard(vm.newStr(piece), (text) => vm.decref(vm.call(writer, [text]))));
  });
}

/** False where it raised, which nobody is told. */
function finished(vm: Interpreter, run: () => void): boolean {
  try {
    run();
    return true;
  } catch (error) {
    if (error instanceof BudgetSpent || !(error instanceof Thrown || error instanceof PythonRaise))
      throw error;
    vm.decref(vm.caught(error));
    return false;
  }
}
