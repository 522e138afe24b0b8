/** Names of the module and of `builtins`, read and stored where they were last time (LOAD_GLOBAL_MODULE, LOAD_GLOBAL_BUILTIN). */
import * as heapRoom from '../../../heap/index.ts';
import { namePlaces } from '../../../objects/index.ts';
import type { CodeRuntime } from '../frames/code-runtime.ts';
import type { Frame } from '../frames/frame.ts';
import type { Interpreter } from '../interpreter.ts';

// Local copies are folded into the machine code; an imported constant is loaded at every use.
const { META, OUTSIDE } = heapRoom;
const { isAbsent, noteAbsent, storeByName, valueCell } = namePlaces;

/** The interned str of a name of this code, borrowed. One that the program itself has interned may die, so it is not kept. */
export function nameRef(vm: Interpreter, runtime: CodeRuntime, name: number): number {
  const known = runtime.nameRefs[name] as number;
  if (known !== 0) return known;
  const ref = vm.process.internName(runtime.code.names[name] as string);
  if (((vm.heap.words[ref + META] as number) & OUTSIDE) !== 0) runtime.nameRefs[name] = ref;
  return ref;
}

/** Borrowed value of a global or built-in name, 0 when the handler has to look. `site` is the instruction's number. */
export function quickGlobal(vm: Interpreter, frame: Frame, name: number, site: number): number {
  const { runtime, globals } = frame;
  const key = nameRef(vm, runtime, name);
  let cell = 0;
  if (!isAbsent(vm.process, globals, runtime.absences, name)) {
    cell = valueCell(vm.process, globals, key, runtime.hints, site);
    if (cell === 0) noteAbsent(vm.process, globals, runtime.absences, name);
  }
  if (cell === 0) cell = valueCell(vm.process, vm.builtinsDict, key, runtime.hints, site);
  return cell === 0 ? 0 : (vm.heap.cells.words[cell] as number);
}

/** name = value in the module, which ends with `waitsAfter`. Takes no reference over. */
export function quickStoreGlobal(
  vm: Interpreter,
  frame: Frame,
  name: number,
  value: number,
  site: number,
): void {
  const { runtime, globals } = frame;
  vm.heap.dealloc.open = true;
  storeByName(vm.process, globals, nameRef(vm, runtime, name), value, runtime.hints, site);
}
