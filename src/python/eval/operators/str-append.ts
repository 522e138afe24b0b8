/**
 * `s += t` and `s + t` of str where nothing but the variable that is stored next holds `s`: the str grows in its block
 * (ceval.c:unicode_concatenate; 3.11+: BINARY_OP_INPLACE_ADD_UNICODE, for local variables of code that has warmed up).
 */
import { BLOCK, INTERNED, META, OUTSIDE, REFCNT } from '../../../heap/index.ts';
import { dicts, type Process, strings } from '../../../objects/index.ts';
import { Op } from '../../compile/opcodes.ts';
import type { Frame } from '../frames/frame.ts';
import { warmsUp } from '../instructions/warmth.ts';
import type { Interpreter } from '../interpreter.ts';

/** The two operands on the stack, both exactly str, become one; false: nothing has happened. */
export function appendsText(vm: Interpreter, frame: Frame): boolean {
  const { slots, sp } = frame;
  const left = slots[sp - 2] as number;
  const right = slots[sp - 1] as number;
  const { str } = vm.process.types.atoms;
  if (vm.heap.typeOf(left) !== str || vm.heap.typeOf(right) !== str) return false;
  if (vm.rules.strAppends === 'warm') {
    if (!warmsUp(vm, frame) || !isStoredNext(frame, left)) return false;
  }
  if ((vm.heap.words[left + REFCNT] as number) === 2) letGo(vm, frame, left);
  slots[sp - 1] = 0;
  frame.sp = sp - 1;
  slots[sp - 2] = 0;
  const sum = append(vm, left, right);
  vm.decref(right);
  slots[sp - 2] = sum;
  return true;
}

function isStoredNext({ runtime, ip, slots }: Frame, value: number): boolean {
  return runtime.ops[ip * 2] === Op.STORE_FAST && slots[runtime.ops[ip * 2 + 1] as number] === value;
}

/** The variable that is stored next lets go of its value; a name of the module or of a class goes until then. */
function letGo(vm: Interpreter, frame: Frame, value: number): void {
  const { runtime, ip, slots } = frame;
  const arg = runtime.ops[ip * 2 + 1] as number;
  switch (runtime.ops[ip * 2]) {
    case Op.STORE_FAST:
      if (slots[arg] !== value) return;
      slots[arg] = 0;
      break;
    case Op.STORE_DEREF: {
      const cell = slots[runtime.localCount + arg] as number;
      if (vm.field(cell, 0) !== value) return;
      vm.setField(cell, 0, 0);
      return;
    }
    case Op.STORE_NAME: {
      const namespace = frame.locals === 0 ? frame.globals : frame.locals;
      const name = vm.process.internName(runtime.code.names[arg] as string);
      if (vm.typeOf(namespace).dict !== 0 || dicts.dictGet(vm.process, namespace, name) !== value) return;
      dicts.dictDelete(vm.process, namespace, name);
      return;
    }
    default:
      return;
  }
  vm.decref(value);
}

/** PyUnicode_Append: takes over the reference to `left`, returns a new one. */
function append(vm: Interpreter, left: number, right: number): number {
  const head = vm.text(left);
  const tail = vm.text(right);
  if (tail === '') return left;
  if (head === '') {
    vm.decref(left);
    return vm.own(right);
  }
  const { heap, process } = vm;
  const bytes = isModifiable(vm, left) ? bytesTogether(process, left, tail) : 0;
  if (bytes === 0) {
    const sum = vm.newStr(head + tail);
    vm.decref(left);
    return sum;
  }
  heap.words[left + BLOCK] = heap.memory.realloc(heap.blockOf(left), bytes);
  heap.setPayload(left, head + tail);
  return left;
}

/** unicode_modifiable. */
function isModifiable({ heap: { words } }: Interpreter, str: number): boolean {
  return words[str + REFCNT] === 1 && ((words[str + META] as number) & (INTERNED | OUTSIDE)) === 0;
}

/**
 * Of the str with the tail behind it, 0 where that does not fit: its characters are as wide; ASCII has a header of its own, so that only ASCII
 * fits behind it. The text is not looked at: for V8 it is the pieces that it was made of, until somebody does.
 */
function bytesTogether(process: Process, left: number, tail: string): number {
  const { kind, length } = strings.shapeOf(process, left);
  const more = strings.strShape(tail);
  if (strings.widerKind(kind, more.kind) !== kind) return 0;
  return strings.strBytesOf(process, length + more.length, kind);
}
