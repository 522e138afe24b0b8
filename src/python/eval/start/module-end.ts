/**
 * What the interpreter takes away before the program's names go (pylifecycle.c:finalize_modules): names of sys that may hold much,
 * sys.modules, and what was put into builtins after they were made. Nothing can be imported from then on.
 */
import { dicts } from '../../../objects/index.ts';
import { EXC } from '../exceptions/raise.ts';
import type { Interpreter } from '../interpreter.ts';

const FORGOTTEN = [
  'path',
  'argv',
  'ps1',
  'ps2',
  'last_exc',
  'last_type',
  'last_value',
  'last_traceback',
  'path_hooks',
  'path_importer_cache',
  'meta_path',
  '__interactivehook__',
];

/** They are None, those too that were not there (finalize_modules_delete_special). */
export function forgetSysNames(vm: Interpreter): void {
  const sys = vm.modules.get('sys');
  if (sys === undefined) return;
  for (const name of FORGOTTEN)
    if (name !== 'last_exc' || vm.rules.raisedIsOne) vm.put(vm.field(sys, 0), name, vm.none());
}

/** What an uncaught exception leaves in sys for a look afterwards (pythonrun.c:PyErr_PrintEx). */
export function keepLast(vm: Interpreter, exception: number): void {
  const names = vm.field(vm.importModule('sys'), 0);
  if (vm.rules.raisedIsOne) vm.put(names, 'last_exc', vm.own(exception));
  vm.put(names, 'last_type', vm.own(vm.typeOf(exception).ref));
  vm.put(names, 'last_value', vm.own(exception));
  vm.put(names, 'last_traceback', vm.own(vm.field(exception, EXC.TRACEBACK) || vm.process.none));
}

/** Modules leave one by one, the main module in its turn, and what is no module when all have left (finalize_remove_modules). */
export function emptyModules(vm: Interpreter, mainGoes: () => void): void {
  // Those that the interpreter made stay for those who still use them.
  for (const module of vm.modules.values()) vm.incref(module);
  for (const [key, value] of vm.entries(vm.modulesDict)) {
    if (vm.classes.of(value).native.name !== 'module') continue;
    vm.setItem(vm.modulesDict, key, vm.process.none);
    if (vm.text(key) === '__main__') mainGoes();
  }
  dicts.clearDict(vm.process, vm.modulesDict);
}

/** Names that were not there when the copy was made go, and replaced ones are themselves again (finalize_restore_builtins). */
export function restoreBuiltins(vm: Interpreter): void {
  const builtins = vm.field(vm.modules.get('builtins') as number, 0);
  const replaced: number[] = [];
  const isFirst = ([key]: readonly [number, number]): number => Number(vm.firstBuiltins.has(vm.text(key)));
  // What came after the copy lies behind it.
  for (const [key, value] of vm.entries(builtins).toSorted((a, b) => isFirst(b) - isFirst(a))) {
    const first = vm.firstBuiltins.get(vm.text(key));
    if (first === value) continue;
    replaced.push(vm.own(value));
    if (first === undefined) dicts.dictDelete(vm.process, builtins, key);
    else vm.setItem(builtins, key, first);
  }
  vm.dropAll(replaced);
}
