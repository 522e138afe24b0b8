/**
 * Exceptions that cannot go anywhere: those of finalizers, callbacks and closed generators (errors.c:PyErr_WriteUnraisable).
 *
 * They are printed, or given to the function that the program has put in place of sys.unraisablehook.
 */
import { PythonRaise } from '../../../objects/index.ts';
import type { Interpreter } from '../interpreter.ts';
import { tellError } from '../texts/error-output.ts';
import { addTraceback, BudgetSpent, EXC, Thrown } from './raise.ts';

/** What an unraisable exception is told with: all borrowed. */
export interface Unraisable {
  readonly exception: number;
  /** What was running; 0 for nothing. */
  readonly object: number;
  /** Words in place of `Exception ignored in`; null for these. */
  readonly message: string | null;
}

/** The exception is reported and gone; what is no exception goes on. */
export function unraisable(
  vm: Interpreter,
  error: unknown,
  object: number,
  message: string | null = null,
): void {
  if (error instanceof BudgetSpent || !(error instanceof Thrown || error instanceof PythonRaise)) throw error;
  const exception = vm.caught(error);
  vm.guard(exception, () => report(vm, { exception, object, message }));
}

/** One that no frame has raised is told to come from where the program stands (_PyErr_WriteUnraisableMsg). */
function report(vm: Interpreter, told: Unraisable): void {
  if (vm.field(told.exception, EXC.TRACEBACK) === 0 && vm.frame !== null)
    addTraceback(vm, told.exception, vm.frame);
  const hook = vm.sysHook('unraisablehook');
  if (hook === 0 || vm.isNone(hook)) return writeUnraisable(vm, told);
  const info = vm.unraisableInfo(told);
  try {
    vm.decref(vm.guard(info, () => vm.call(hook, [info])));
  } catch (error) {
    if (error instanceof BudgetSpent || !(error instanceof Thrown || error instanceof PythonRaise))
      throw error;
    const exception = vm.caught(error);
    vm.guard(exception, () =>
      writeUnraisable(vm, { exception, object: hook, message: 'Exception ignored in sys.unraisablehook' }),
    );
  }
}

/** What sys.unraisablehook itself does (write_unraisable_exc_file). */
export function writeUnraisable(vm: Interpreter, { exception, object, message }: Unraisable): void {
  const words = message ?? 'Exception ignored in';
  const about =
    object !== 0 && !vm.isNone(object)
      ? [`${words}: `, objectText(vm, object), '\n']
      : message === null
        ? []
        : [`${words}:\n`];
  tellError(vm, [...about, ...vm.describeUnraisable(exception)], true);
}

function objectText(vm: Interpreter, object: number): string {
  try {
    return vm.repr(object);
  } catch (error) {
    vm.decref(vm.caught(error));
    return '<object repr() failed>';
  }
}

/** The fields of a sys.UnraisableHookArgs: new references. */
export function unraisableFields(vm: Interpreter, { exception, object, message }: Unraisable): number[] {
  const { none } = vm.process;
  return [
    vm.own(vm.typeOf(exception).ref),
    vm.own(exception),
    vm.own(vm.field(exception, EXC.TRACEBACK) || none),
    message === null ? vm.none() : vm.newStr(message),
    vm.own(object || none),
  ];
}
