/** Looking at a program that is paused: its frames and what their names refer to. Nothing of Python runs. */
import type { Process } from '../../objects/index.ts';
import type { Frame } from './frames/frame.ts';
import type { Interpreter } from './interpreter.ts';
import { interpreterOf } from './start/lifetime.ts';

export interface PausedFrame {
  readonly function: string;
  readonly filename: string;
  readonly line: number;
  /** Borrowed values, in the order of the code's variables or of the namespace. */
  readonly names: readonly (readonly [name: string, value: number])[];
}

/** Outermost first; none where no program is paused. */
export function pausedFrames(process: Process): PausedFrame[] {
  const vm = interpreterOf(process);
  if (vm === undefined) return [];
  const frames: PausedFrame[] = [];
  for (let { frame } = vm; frame !== null; frame = frame.back) {
    const { name, filename } = frame.runtime.code;
    frames.push({ function: name, filename, line: vm.lines.lineOf(frame), names: namesOf(vm, frame) });
  }
  return frames.toReversed();
}

function namesOf(vm: Interpreter, frame: Frame): [string, number][] {
  if (frame.locals !== 0) return entriesOf(vm, frame.locals);
  const main = vm.modules.get('__main__');
  const { code } = frame.runtime;
  if (code.name === '<module>') {
    const isMain = main !== undefined && vm.field(main, 0) === frame.globals;
    return isMain ? vm.process.globals.entries() : entriesOf(vm, frame.globals);
  }
  const cells = [...code.cellVars, ...code.freeVars].map((name, at): [string, number] => {
    const cell = frame.slots[code.varNames.length + at] as number;
    return [name, cell > 0 ? vm.field(cell, 0) : 0];
  });
  const fast = code.varNames.map((name, at): [string, number] => [name, frame.slots[at] as number]);
  return [...fast, ...cells].filter(([, value]) => value > 0);
}

function entriesOf(vm: Interpreter, namespace: number): [string, number][] {
  if (!vm.isDict(namespace)) return [];
  return vm
    .entries(namespace)
    .filter(([key]) => vm.isStr(key))
    .map(([key, value]) => [vm.text(key), value]);
}
