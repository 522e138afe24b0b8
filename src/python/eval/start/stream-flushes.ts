/**
 * Streams that a program has put in the place of sys.stdout and sys.stderr are flushed when its code has run, and when the interpreter ends.
 * What is written to the interpreter's own is read elsewhere (texts/text-output.ts).
 */
import { PythonRaise } from '../../../objects/index.ts';
import { BudgetSpent, Thrown } from '../exceptions/raise.ts';
import { writeUnraisable } from '../exceptions/unraisable.ts';
import type { Interpreter } from '../interpreter.ts';

/** When the program's code has run, before its exception is told of: nobody hears of what goes wrong (pythonrun.c:flush_io). */
export function flushAfterRun(vm: Interpreter): void {
  for (const name of ['stderr', 'stdout']) forget(vm, () => flush(vm, replaced(vm, name)));
}

/** At the end; false where that went wrong (pylifecycle.c:flush_std_files). */
export function flushAtEnd(vm: Interpreter): boolean {
  let isWell = true;
  const out = replaced(vm, 'stdout');
  if (out !== 0 && !isClosed(vm, out))
    attempt(
      () => flush(vm, out),
      (error) => {
        isWell = false;
        tellOf(vm, error, out);
      },
    );
  const err = replaced(vm, 'stderr');
  if (err !== 0 && !isClosed(vm, err))
    attempt(
      () => flush(vm, err),
      (error) => {
        isWell = false;
        vm.decref(vm.caught(error));
      },
    );
  return isWell;
}

/** Borrowed; 0 where the stream is the interpreter's own, None or gone. */
function replaced(vm: Interpreter, name: string): number {
  const sys = vm.modules.get('sys');
  if (sys === undefined) return 0;
  const stream = vm.readDict(vm.field(sys, 0), name);
  return stream === 0 || vm.isNone(stream) || stream === vm.readDict(vm.field(sys, 0), `__${name}__`)
    ? 0
    : stream;
}

function flush(vm: Interpreter, stream: number): void {
  if (stream !== 0) vm.decref(vm.callMethod(stream, 'flush'));
}

function isClosed(vm: Interpreter, stream: number): boolean {
  let closed = false;
  forget(vm, () => {
    const answer = vm.getAttr(stream, 'closed');
    closed = vm.guard(answer, () => vm.truth(answer));
  });
  return closed;
}

function forget(vm: Interpreter, run: () => void): void {
  attempt(run, (error) => vm.decref(vm.caught(error)));
}

function attempt(run: () => void, failed: (error: Thrown | PythonRaise) => void): void {
  try {
    run();
  } catch (error) {
    if (error instanceof BudgetSpent || !(error instanceof Thrown || error instanceof PythonRaise))
      throw error;
    failed(error);
  }
}

function tellOf(vm: Interpreter, error: unknown, stream: number): void {
  const exception = vm.caught(error);
  const { flushFailed: message } = vm.words;
  const object = message === null ? stream : 0;
  vm.guard(exception, () => writeUnraisable(vm, { exception, object, message }));
}
