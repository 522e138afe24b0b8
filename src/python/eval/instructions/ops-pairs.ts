/** Several instructions in one (packed-code.ts), where the loop leaves them: only the loads are done, and what follows runs by its own word. */
import type { Frame } from '../frames/frame.ts';
import type { Interpreter } from '../interpreter.ts';
import type { OpTable } from './handlers.ts';
import { push } from './ops-names.ts';
import { HALF_BITS, HALF_MASK } from './packed-code.ts';

function loadFast(vm: Interpreter, frame: Frame, arg: number): void {
  const value = frame.slots[arg] as number;
  if (value === 0) vm.unboundLocal(frame, arg);
  push(frame, vm.own(value));
}

function loadConst(vm: Interpreter, frame: Frame, arg: number): void {
  push(frame, vm.own(frame.runtime.consts[arg] as number));
}

/** The second of two loads is an instruction of its own for whoever counts them. */
function begin(vm: Interpreter, frame: Frame): void {
  frame.ip++;
  vm.fuel--;
}

export const PAIR_OPS: OpTable = {
  LOAD_FAST_BINARY_OP: loadFast,
  LOAD_CONST_BINARY_OP: loadConst,
  LOAD_FAST_LOAD_ATTR: loadFast,
  LOAD_FAST_STORE_ATTR: loadFast,
  LOAD_FAST_LOAD_METHOD: loadFast,
  LOAD_FAST_LOAD_FAST_BINARY_OP: (vm, frame, arg) => {
    loadFast(vm, frame, arg & HALF_MASK);
    begin(vm, frame);
    loadFast(vm, frame, arg >> HALF_BITS);
  },
  LOAD_FAST_LOAD_CONST_BINARY_OP: (vm, frame, arg) => {
    loadFast(vm, frame, arg & HALF_MASK);
    begin(vm, frame);
    loadConst(vm, frame, arg >> HALF_BITS);
  },
};
