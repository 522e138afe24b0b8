/**
 * Calls of built-in functions and methods without keywords, as many arguments as they take: nothing has to be worded, and nothing is made
 * but what CPython makes. Other calls of them, and all that fail, are calls.ts's.
 */
import * as heapRoom from '../../../heap/index.ts';
import { lists } from '../../../objects/index.ts';
import { Op } from '../../compile/opcodes.ts';
import { asksToConvert, converting } from '../calls/conversions.ts';
import * as functions from '../calls/functions.ts';
import { withEmpty } from '../calls/native-arguments.ts';
import type { Steps } from '../calls/waiting.ts';
import { constructOf, type PyType } from '../classes/class-table.ts';
import type { Frame } from '../frames/frame.ts';
import type { Interpreter } from '../interpreter.ts';
import { type CallPlan, type Native, type NativeDefinition, NO_KEYWORDS } from '../native.ts';
import * as endings from './ending-calls.ts';

// Local copies are folded into the machine code; an imported constant is loaded at every use.
const { META, REFCNT, TYPE_MASK } = heapRoom;
const { appendResizing } = lists;
const { nativeName, planOf } = functions;
const { endCall, SPECIALISED } = endings;
/** POP_TOP as packed-code.ts packs it. */
const { POP_TOP } = Op;

/** The native is called in steps (`stepsOf`). */
export const WAITS = -1;

interface Waiting {
  readonly steps: Steps;
  /** What counted before the call. */
  readonly counted: number;
}

/** What `quickNative` has found to wait. */
export function stepsOf(vm: Interpreter, { slots, sp }: Frame, base: number): Waiting {
  const callable = slots[base] as number;
  const plan = planOf(vm, callable);
  const isMethod = ((vm.heap.words[callable + META] as number) & TYPE_MASK) === vm.methodDescriptorId;
  const first = slots[base + 1] === 0 ? base + 2 : base + 1;
  const self = isMethod ? 0 : boundTo(vm, callable);
  const args = self === 0 ? slots.slice(first, sp) : [self, ...slots.slice(first, sp)];
  const { counted } = vm.nativeDepth;
  vm.nativeDepth.enterNative(plan, true);
  return { steps: begun(vm, plan, args, isMethod || self !== 0 ? 1 : 0), counted };
}

/** What `quickClass` has found to wait. */
export function stepsOfClass(vm: Interpreter, { slots, sp }: Frame, type: PyType, base: number): Waiting {
  const { plan } = constructOf(type) as NativeDefinition;
  const { counted } = vm.nativeDepth;
  if (!vm.rules.quickClasses.includes(type.name)) vm.nativeDepth.enter('CALL');
  return { steps: begun(vm, plan, [type.ref, ...slots.slice(base + 2, sp)], 1), counted };
}

function begun(vm: Interpreter, plan: CallPlan, args: readonly number[], selfs: number): Steps {
  const all = withEmpty(plan, args, selfs);
  const { steps, atOnce } = plan;
  return steps === null || plan.asks?.(vm, all, NO_KEYWORDS) === false
    ? converting(vm, () => atOnce(vm, all, NO_KEYWORDS))
    : steps(vm, all, NO_KEYWORDS);
}

/** The result of the call that an instruction makes, a new reference; 0: it is no such call, and nothing has happened. */
export function quickNative(vm: Interpreter, frame: Frame, base: number): number {
  const { slots, sp } = frame;
  const callable = slots[base] as number;
  const id = (vm.heap.words[callable + META] as number) & TYPE_MASK;
  const isMethod = id === vm.methodDescriptorId;
  const first = slots[base + 1] === 0 ? base + 2 : base + 1;
  if (isMethod ? first === sp : id !== vm.builtinFunctionId) return 0;
  const self = isMethod ? 0 : boundTo(vm, callable);
  const plan = planOf(vm, callable);
  const selfs = isMethod || self !== 0 ? 1 : 0;
  const given = sp - first - (isMethod ? 1 : 0);
  if (given < plan.least || given > plan.most) return 0;
  if (plan.steps !== null && asks(vm, frame, plan, first, self)) return plan.packs ? 0 : WAITS;
  if (vm.lines.watched && asksToConvert(vm, argumentsAt(frame, first, self))) return plan.packs ? 0 : WAITS;
  const { nativeDepth } = vm;
  const { counted } = nativeDepth;
  nativeDepth.enterNative(plan, true);
  const { direct } = plan;
  let result: number;
  // Above the last argument of a shorter call the slots are 0.
  if (direct !== null && self === 0)
    result = direct(vm, slots[first] as number, slots[first + 1] as number, slots[first + 2] as number);
  else {
    result = runPlan(vm, plan, plan.atOnce, argumentsAt(frame, first, self), selfs);
  }
  nativeDepth.counted = counted;
  return result;
}

/**
 * The same at once where a native takes its arguments one by one and has no Python code to wait for, with what ends the call; false: this
 * is no such call, and nothing has happened. Python code that is due by it is on top then.
 */
export function quickDirect(vm: Interpreter, frame: Frame, count: number): boolean {
  const { slots, sp } = frame;
  const base = sp - count - 2;
  const callable = slots[base] as number;
  const id = (vm.heap.words[callable + META] as number) & TYPE_MASK;
  const isMethod = id === vm.methodDescriptorId;
  const first = slots[base + 1] === 0 ? base + 2 : base + 1;
  if (isMethod ? first === sp : id !== vm.builtinFunctionId) return false;
  const plan = planOf(vm, callable);
  const { direct, directAsks, least, most } = plan;
  if (plan.appends && quickAppend(vm, frame, base)) return true;
  const given = isMethod ? sp - first - 1 : sp - first;
  if (direct === null || given < least || given > most || vm.lines.watched) return false;
  if (!isMethod && boundTo(vm, callable) !== 0) return false;
  const a = slots[first] as number;
  // Above the last argument of a shorter call the slots are 0.
  const b = slots[first + 1] as number;
  const c = slots[first + 2] as number;
  if (plan.steps !== null && (directAsks === null || directAsks(vm, a, b, c))) return false;
  const { nativeDepth } = vm;
  const { counted } = nativeDepth;
  nativeDepth.enterNative(plan, true);
  let result: number;
  try {
    result = direct(vm, a, b, c);
  } catch (error) {
    endings.turnOperands(vm, frame, base, error);
    throw error;
  }
  nativeDepth.counted = counted;
  endCall(vm, frame, base, frame.ip - 1, result);
  return true;
}

/**
 * `items.append(item)` of a list that lives on, with the POP_TOP that follows where it has been granted; false: it is no such call, and
 * nothing has happened.
 */
function quickAppend(vm: Interpreter, frame: Frame, base: number): boolean {
  const { slots, ip, runtime } = frame;
  const { heap } = vm;
  const list = slots[base + 1] as number;
  const item = slots[base + 2] as number;
  if (frame.sp !== base + 3 || list === 0 || vm.lines.watched) return false;
  if (((heap.words[list + META] as number) & TYPE_MASK) !== vm.listId || heap.words[list + REFCNT] === 1)
    return false;
  if (vm.checks && runtime.warm?.[ip - 1] !== SPECIALISED) return false;
  if (vm.rules.everyNativeCounts) vm.nativeDepth.check('CALL');
  appendResizing(vm.process, list, item);
  heap.decref(slots[base] as number);
  heap.decref(list);
  heap.decref(item);
  slots[base + 2] = 0;
  slots[base + 1] = 0;
  const pops = runtime.packed[ip] === POP_TOP && vm.fuel > 0;
  slots[base] = pops ? 0 : vm.none();
  frame.sp = pops ? base : base + 1;
  if (!pops) return true;
  frame.ip = ip + 1;
  vm.fuel--;
  return true;
}

/** Is there Python code that the call has to wait for? */
function asks(vm: Interpreter, frame: Frame, plan: CallPlan, first: number, self: number): boolean {
  return plan.asks === null || plan.asks(vm, argumentsAt(frame, first, self), NO_KEYWORDS);
}

/** All arguments, self among them. */
function argumentsAt({ slots, sp }: Frame, first: number, self: number): number[] {
  const args = slots.slice(self === 0 ? first : first - 1, sp);
  if (self !== 0) args[0] = self;
  return args;
}

/** What a built-in function is called with before its arguments; 0 for nothing. A method of module objects is bound to one, too; its name tells. */
export function boundTo(vm: Interpreter, callable: number): number {
  const self = vm.field(callable, 0);
  if (self === 0) return 0;
  const ofModule = vm.typeOf(self).name === 'module' && !nativeName(vm, callable).includes('.');
  return ofModule ? 0 : self;
}

/** The same of a built-in class (WAITS: `stepsOfClass`); 0: it is no such call, and nothing has happened. */
export function quickClass(vm: Interpreter, frame: Frame, type: PyType, base: number): number {
  const { slots, sp } = frame;
  const construct = type.dict === 0 ? constructOf(type) : null;
  if (construct === null || slots[base + 1] !== 0 || type.metaclass !== null) return 0;
  // A specialised call of str makes no tuple (ops-calls.ts).
  if (type.info === vm.process.types.atoms.str) return 0;
  // calls.ts makes the tuple that these are called with.
  if (construct.throughTuple === true) return 0;
  const { plan } = construct;
  const given = sp - base - 2;
  if (given < plan.least || given > plan.most) return 0;
  const args = slots.slice(base + 1, sp);
  args[0] = type.ref;
  if (plan.steps !== null && plan.asks?.(vm, args, NO_KEYWORDS) !== false) return plan.packs ? 0 : WAITS;
  if (vm.lines.watched && asksToConvert(vm, args.slice(1))) return plan.packs ? 0 : WAITS;
  const { nativeDepth } = vm;
  const { counted } = nativeDepth;
  if (!vm.rules.quickClasses.includes(type.name)) nativeDepth.enter('CALL');
  const result = runPlan(vm, plan, plan.atOnce, args, 1);
  nativeDepth.counted = counted;
  return result;
}

/** The same for C code that calls; `args` begin with self where there is one. */
export function callUnnamed(
  vm: Interpreter,
  callable: number,
  args: readonly number[],
  selfs: number,
): number {
  const plan = planOf(vm, callable);
  const given = args.length - selfs;
  if (given < plan.least || given > plan.most) return 0;
  const { nativeDepth } = vm;
  const { counted } = nativeDepth;
  nativeDepth.enterNative(plan, false);
  const result = runPlan(vm, plan, plan.call, args, selfs);
  nativeDepth.counted = counted;
  return result;
}

/** @param call the plan's `call`, or `atOnce` */
function runPlan(
  vm: Interpreter,
  plan: CallPlan,
  call: Native,
  args: readonly number[],
  selfs: number,
): number {
  if (plan.packs && args.length > selfs)
    return vm.withTuple(args.slice(selfs), (tuple) => {
      if (plan.seesTuple) vm.callTuple = tuple;
      return call(vm, withEmpty(plan, args, selfs), NO_KEYWORDS);
    });
  return call(vm, withEmpty(plan, args, selfs), NO_KEYWORDS);
}
