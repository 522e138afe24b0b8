/**
 * What programs leave behind for operations: methods and finalizers of their classes run in statements too, print, raise, and must end.
 * Nothing of it before the first program.
 */
import { type Fault, fault } from '../contract/index.ts';
import { handle, type Process, PythonRaise } from '../objects/index.ts';
import { exceptionOf, interpreterOf, Thrown } from '../python/index.ts';
import { faultOf, type ProgramBudgets } from './program-run.ts';

export function beginStatement(process: Process, budgets: ProgramBudgets): void {
  const vm = interpreterOf(process);
  if (vm === undefined) return;
  vm.begin({ ...vm.budgets, ...budgets });
  vm.output.length = 0;
  vm.errorOutput.length = 0;
}

/** Python code of a statement has used up a budget. */
export function spentInStatement(process: Process, budgets: ProgramBudgets): Fault | null {
  const spent = interpreterOf(process)?.pace.spent ?? null;
  if (spent === null) return null;
  const { code, maximum } = faultOf(spent, budgets);
  return fault(code, maximum === undefined ? {} : { maximum });
}

/** What the collector and Python code have printed since the last time. */
export function takePrinted(process: Process): string {
  const lines = process.printed.splice(0);
  const vm = interpreterOf(process);
  vm?.endOutput();
  const more = vm === undefined ? [] : [...vm.output.splice(0), ...vm.errorOutput.splice(0)];
  return lines.map((line) => `${line}\n`).join('') + more.join('');
}

/** What the interpreter raised, as the object that it holds its arguments and subject in; anything else as it is. */
export function asRaised(process: Process, thrown: unknown): unknown {
  const vm = interpreterOf(process);
  if (vm === undefined || !(thrown instanceof PythonRaise)) return thrown;
  const holds = vm.raiseDetails.has(thrown) || vm.raiseSubjects.has(thrown);
  return holds ? new Thrown(exceptionOf(vm, thrown)) : thrown;
}

/** The exception that Python code raised in a statement: caught there, and dropped. */
export function takeThrown(process: Process, { exception }: Thrown): { exception: string; message: string } {
  const vm = interpreterOf(process);
  if (vm === undefined) throw new Error('only Python code throws exceptions that are objects');
  let message = '';
  const name = vm.typeName(exception);
  handle(process, exception, () => {
    message = vm.str(exception);
  });
  return { exception: name, message };
}
