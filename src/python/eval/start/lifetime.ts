/**
 * The interpreter of a process: its first program starts it, and it lives as long as the process does.
 * Its main module's dict is then where the process keeps its global names.
 */
import { GENERATION_HEADS } from '../../../heap/index.ts';
import type { Process } from '../../../objects/index.ts';
import { PROGRAM_INSTALLATION } from '../../builtins/table.ts';
import { adoptClasses, nameAdoptedClasses } from '../classes/adopt-classes.ts';
import { NO_SOURCES } from '../exceptions/sources.ts';
import { tracebackText, unraisableText } from '../exceptions/traceback-text.ts';
import { locateByFrames } from '../frames/trace-place.ts';
import { installHooks } from '../hooks.ts';
import { DEFAULT_BUDGETS, Interpreter } from '../interpreter.ts';
import { install, newModule } from './install.ts';
import { MainNames } from './main-names.ts';
import { quietly } from './quietly.ts';
import { aside, seedFreeFrames } from './start-up.ts';

const interpreters = new WeakMap<Process, Interpreter>();

/** Undefined before the first program. */
export function interpreterOf(process: Process): Interpreter | undefined {
  return interpreters.get(process);
}

export function startInterpreter(process: Process): Interpreter {
  // The interpreter was there before the first program: tracemalloc does not see it begin.
  const resume = process.heap.memory.tracemalloc.pause();
  const vm = new Interpreter(process, DEFAULT_BUDGETS);
  interpreters.set(process, vm);
  vm.describeUnraisable = (exception) =>
    unraisableText(vm, exception, vm.modulesGone ? NO_SOURCES : vm.sources);
  vm.describeException = (exception) => tracebackText(vm, exception, vm.sources);
  process.heap.memory.onLargeRequest = (nbytes) => {
    vm.pace.charge(nbytes);
    vm.halt();
  };
  installHooks(vm);
  locateByFrames(vm);
  install(vm, PROGRAM_INSTALLATION);
  adoptClasses(vm);
  seedFreeFrames(vm);
  process.heap.memory.pymalloc.sharePools();
  process.emptyFrozensetIsNew = true;
  resume();
  return vm;
}

/** The namespace in which a program from this file runs; borrowed. */
export function mainNamespace(vm: Interpreter, filename: string): number {
  const known = vm.modules.get('__main__');
  let globals = known === undefined ? 0 : vm.field(known, 0);
  // The module was there before the program, and counts for nothing.
  if (globals === 0)
    quietly(vm, () => {
      globals = makeMain(vm, filename);
    });
  if (known !== undefined) {
    vm.put(globals, '__file__', vm.newStr(filename));
    renewArguments(vm);
  }
  nameAdoptedClasses(vm, globals);
  return globals;
}

/** sys.argv of a program that finds `sys` imported. */
function renewArguments(vm: Interpreter): void {
  const sys = vm.modules.get('sys');
  if (sys === undefined) return;
  const { argv = [vm.options.filename ?? ''] } = vm.options;
  aside(vm, () => {
    vm.put(vm.field(sys, 0), 'argv', vm.listOf(argv.map((one) => vm.newStr(one))));
    return 0;
  });
}

function makeMain(vm: Interpreter, filename: string): number {
  const globals = vm.field(newModule(vm, '__main__'), 0);
  vm.put(globals, '__annotations__', vm.newDict());
  vm.put(globals, '__builtins__', vm.own(vm.modules.get('builtins') as number));
  vm.put(globals, '__file__', vm.newStr(filename));
  vm.put(globals, '__cached__', vm.none());
  vm.process.globals.moveTo(new MainNames(vm, globals));
  // Where it stands among what a collection merges decides in which order the program's objects are reached, and so finalized later.
  vm.heap.append(GENERATION_HEADS[vm.rules.mainDictGeneration] as number, globals);
  return globals;
}
