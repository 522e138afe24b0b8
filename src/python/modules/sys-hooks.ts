/**
 * sys.excepthook, sys.unraisablehook, sys.displayhook, and under the same names with underscores what they are at the start.
 * The interpreter prints by itself as long as a name still stands for its default.
 */
import { PythonRaise } from '../../objects/index.ts';
import { outsideBuiltin } from '../eval/calls/functions.ts';
import { unraisableFields, writeUnraisable } from '../eval/exceptions/unraisable.ts';
import type { Interpreter } from '../eval/interpreter.ts';
import { type NativeDefinition, native } from '../eval/native.ts';
import { tellError } from '../eval/texts/error-output.ts';
import { newStructSequence } from './struct-sequence.ts';

const INFO = {
  name: 'UnraisableHookArgs',
  module: 'builtins',
  fields: ['exc_type', 'exc_value', 'exc_traceback', 'err_msg', 'object'],
};

function unraisableHook(vm: Interpreter, [info = 0]: readonly number[]): number {
  const [exception, message, object] = [1, 3, 4].map((at) => vm.itemAt(info, at)) as [number, number, number];
  writeUnraisable(vm, {
    exception,
    object: vm.isNone(object) ? 0 : object,
    message: vm.isNone(message) ? null : vm.str(message),
  });
  return vm.none();
}

/** sysmodule.c:sys_displayhook */
function displayHook(vm: Interpreter, [value = 0]: readonly number[]): number {
  if (vm.isNone(value)) return vm.none();
  vm.put(vm.builtinsDict, '_', vm.none());
  const stdout = vm.readDict(vm.field(vm.importModule('sys'), 0), 'stdout');
  if (stdout === 0 || vm.isNone(stdout)) throw new PythonRaise('RuntimeError', 'lost sys.stdout');
  for (const text of [vm.repr(value), '\n'])
    vm.guard(vm.newStr(text), (piece) => vm.decref(vm.callMethod(stdout, 'write', [piece])));
  vm.put(vm.builtinsDict, '_', vm.own(value));
  return vm.none();
}

const DEFAULTS: Readonly<Record<string, NativeDefinition>> = {
  excepthook: native(
    (vm, [, value = 0]) => {
      tellError(vm, vm.describeException(value).split(/(?<=\n)/));
      return vm.none();
    },
    { args: [3, 3] },
  ),
  unraisablehook: native(unraisableHook, { args: [1, 1] }),
  displayhook: native(displayHook, { args: [1, 1] }),
};

/** What a program has put in the place of a hook; borrowed, 0 for nothing. */
function replacement(vm: Interpreter, name: string): number {
  const module = vm.modules.get('sys');
  if (module === undefined) return 0;
  const dict = vm.field(module, 0);
  const hook = vm.readDict(dict, name);
  return hook === vm.readDict(dict, `__${name}__`) ? 0 : hook;
}

/** Both names of a hook stand for one function. */
export const DEFAULT_HOOKS: Readonly<Record<string, (vm: Interpreter) => number>> = Object.fromEntries(
  Object.entries(DEFAULTS).flatMap(([name, one]) => [
    [
      name,
      (vm: Interpreter) => {
        vm.sysHook = (hook) => replacement(vm, hook);
        vm.unraisableInfo = (told) => newStructSequence(vm, INFO, unraisableFields(vm, told));
        return outsideBuiltin(vm, name, one);
      },
    ],
    [
      `__${name}__`,
      (vm: Interpreter) => vm.own(vm.readDict(vm.field(vm.modules.get('sys') as number, 0), name)),
    ],
  ]),
);
