/** What the program's filters say of a warning that the interpreter itself gives (_warnings.c:warn_explicit asks `warnings.filters`). */
import type { Interpreter } from '../interpreter.ts';

export interface Asked {
  readonly category: string;
  readonly message: string;
  readonly filename: string;
  readonly line: number;
  readonly module: string;
  /** Borrowed; 0: none. */
  readonly registry: number;
}

/**
 * The program has said what becomes of it, and that is done: nothing, an exception, or an entry of a list. False: it is shown as
 * usual, which is so where `warnings` has not been imported.
 */
export function isFiltered(vm: Interpreter, asked: Asked): boolean {
  const warnings = vm.modules.get('warnings');
  if (warnings === undefined) return false;
  const action = actionFor(vm, warnings, asked);
  if (action === 'ignore') return true;
  const recorders = vm.getAttr(warnings, '_recorders');
  const isRecorded = vm.guard(recorders, () => vm.length(recorders) > 0);
  // An error of the compiler's own would be a SyntaxError.
  const raises = action === 'error' && asked.category !== 'SyntaxWarning';
  if (!isRecorded && !raises) return false;
  const [text, category, module, line] = argumentsOf(vm, asked) as [number, number, number, number];
  const registry = asked.registry === 0 ? vm.none() : vm.own(asked.registry);
  dropping(vm, [text, category, vm.newStr(asked.filename), line, module, registry], (args) =>
    vm.decref(vm.callMethod(warnings, 'warn_explicit', args)),
  );
  return true;
}

/** The text, the class, the module and the line of a warning, owned. */
function argumentsOf(vm: Interpreter, { message, category, module, line }: Asked): number[] {
  return [vm.newStr(message), vm.own(vm.classes.named(category).ref), vm.newStr(module), vm.newInt(line)];
}

function actionFor(vm: Interpreter, warnings: number, asked: Asked): string {
  return dropping(vm, argumentsOf(vm, asked), (args) => {
    const action = vm.callMethod(warnings, '_action', args);
    return vm.guard(action, () => vm.text(action));
  });
}

function dropping<Result>(
  vm: Interpreter,
  args: readonly number[],
  use: (args: readonly number[]) => Result,
): Result {
  try {
    return use(args);
  } finally {
    vm.dropAll(args);
  }
}
