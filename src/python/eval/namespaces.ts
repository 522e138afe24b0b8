/** locals(): the namespace of a module or class body, or a dict of what a function's variables hold now (frame_getlocals). */
import type { Frame } from './frame.ts';
import type { Interpreter } from './interpreter.ts';

/** A new reference. */
export function localsOf(vm: Interpreter, frame: Frame | null = vm.frame): number {
  if (frame === null) return vm.newDict();
  if (frame.runtime.code.name === '<module>' || frame.locals !== 0)
    return vm.own(frame.locals === 0 ? frame.globals : frame.locals);
  const dict = vm.newDict();
  const { code, localCount } = frame.runtime;
  for (const [at, name] of code.varNames.entries()) {
    const value = frame.slots[at] as number;
    if (value > 0) vm.put(dict, name, vm.own(value));
  }
  for (const [at, name] of [...code.cellVars, ...code.freeVars].entries()) {
    const cell = frame.slots[localCount + at] as number;
    const value = cell > 0 ? vm.field(cell, 0) : 0;
    if (value !== 0) vm.put(dict, name, vm.own(value));
  }
  return dict;
}
