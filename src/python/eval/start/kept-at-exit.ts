/**
 * What keeps the names of a program beyond the collection at its end (pylifecycle.c:finalize_modules): a function or an object of the
 * program that the interpreter itself holds, as in sys.unraisablehook, in gc.callbacks or under a new name in sys or builtins, and what
 * a sys.excepthook was told of that has ended the process.
 */
import { traverse } from '../../../heap/index.ts';
import type { Interpreter } from '../interpreter.ts';

/** The streams are themselves again before (finalize_modules_delete_special). */
const GIVEN_BACK = new Set(['stdin', 'stdout', 'stderr', 'modules']);

/** Does something that outlives the modules lead to the namespace, other than through a module, which is emptied whoever has it? */
export function outlivesModules(vm: Interpreter, namespace: number): boolean {
  const { heap } = vm;
  const seen = new Set(roots(vm));
  for (const ref of seen) {
    if (ref === namespace) return true;
    if (heap.typeOf(ref).name === 'module') continue;
    traverse(heap, ref, (referent) => void seen.add(referent));
  }
  return false;
}

function roots(vm: Interpreter): number[] {
  const names = ['sys', 'builtins'].flatMap((module) => entriesOf(vm, module));
  const callbacks = entriesOf(vm, 'gc').filter(([name]) => name === 'callbacks');
  const named = [...names, ...callbacks].filter(([name]) => !GIVEN_BACK.has(name)).map(([, value]) => value);
  return vm.heldByHook === 0 ? named : [...named, vm.heldByHook];
}

function entriesOf(vm: Interpreter, name: string): [string, number][] {
  const module = vm.modules.get(name);
  if (module === undefined) return [];
  return vm.entries(vm.field(module, 0)).map(([key, value]) => [vm.text(key), value]);
}
