/**
 * Accessors written in Python that a specialised instruction enters by itself: what they are called on moves into their frame, and no C
 * function lies between (LOAD_ATTR_PROPERTY, LOAD_ATTR_GETATTRIBUTE_OVERRIDDEN, BINARY_SUBSCR_GETITEM).
 */
import { enterFunction } from '../calls/calls.ts';
import type { PyType } from '../classes/class-table.ts';
import { PROPERTY } from '../classes/descriptors.ts';
import type { CodeRuntime } from '../frames/code-runtime.ts';
import type { Frame } from '../frames/frame.ts';
import type { Interpreter } from '../interpreter.ts';
import { NO_KEYWORDS } from '../native.ts';
import { peek } from './ops-names.ts';
import { warmsUp } from './warmth.ts';

/** `container[key]`: both are on the stack. False when the instruction has to go the usual way. */
export function entersGetItem(vm: Interpreter, frame: Frame): boolean {
  const type = vm.classes.of(peek(frame, 2));
  return type.dict !== 0 && enters(vm, frame, { func: vm.classes.lookup(type, '__getitem__'), operands: 2 });
}

/** `object.name`: the object is on the stack. */
export function entersGetter(vm: Interpreter, frame: Frame, name: string): boolean {
  const type = vm.classes.of(peek(frame, 1));
  if (!vm.rules.gettersAreInlined || type.dict === 0 || vm.classes.lookup(type, '__getattr__') !== 0)
    return false;
  const general = vm.overrideIn(type, '__getattribute__');
  if (general !== 0) return enters(vm, frame, { func: general, operands: 1, name });
  return enters(vm, frame, { func: getterOf(vm, type, name), operands: 1 });
}

function getterOf(vm: Interpreter, type: PyType, name: string): number {
  const found = vm.classes.lookup(type, name);
  return found !== 0 && vm.heap.typeOf(found) === vm.classes.named('property').info
    ? vm.field(found, PROPERTY.GET)
    : 0;
}

interface Accessor {
  readonly func: number;
  /** What lies on the stack for it. */
  readonly operands: number;
  /** What comes after. */
  readonly name?: string;
}

/** Only plain functions of just so many parameters are entered. */
function enters(vm: Interpreter, frame: Frame, { func, operands, name }: Accessor): boolean {
  if (func === 0 || vm.heap.typeOf(func) !== vm.process.types.function) return false;
  const { plainCount } = vm.codes.all[vm.heap.payload(func) as number] as CodeRuntime;
  const more = name === undefined ? [] : [vm.process.internName(name)];
  if (plainCount !== operands + more.length || !warmsUp(vm, frame)) return false;
  const base = frame.sp - operands;
  const args = [...frame.slots.slice(base, frame.sp), ...more];
  enterFunction(vm, frame, func, { args, keywords: NO_KEYWORDS }, base);
  return true;
}
