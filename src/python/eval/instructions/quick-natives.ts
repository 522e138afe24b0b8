/**
 * Calls of built-in functions and methods without keywords, as many arguments as they take: nothing has to be worded, and nothing is made
 * but what CPython makes. Other calls of them, and all that fail, are calls.ts's.
 */
import * as heapRoom from '../../../heap/index.ts';
import { nativeName, planOf } from '../calls/functions.ts';
import type { Steps } from '../calls/waiting.ts';
import { constructOf, type PyType } from '../classes/class-table.ts';
import type { Frame } from '../frames/frame.ts';
import type { Interpreter } from '../interpreter.ts';
import { type CallPlan, type NativeSteps, NO_KEYWORDS } from '../native.ts';

// Local copies are folded into the machine code; an imported constant is loaded at every use.
const { META, TYPE_MASK } = heapRoom;

/** The native is called in steps (`stepsOf`). */
export const WAITS = -1;

/** What `quickNative` has found to wait. */
export function stepsOf(
  vm: Interpreter,
  { slots, sp }: Frame,
  base: number,
): { readonly steps: Steps; readonly counted: number } {
  const callable = slots[base] as number;
  const plan = planOf(vm, callable);
  const isMethod = ((vm.heap.words[callable + META] as number) & TYPE_MASK) === vm.methodDescriptorId;
  const first = slots[base + 1] === 0 ? base + 2 : base + 1;
  const self = isMethod ? 0 : boundTo(vm, callable);
  const args = self === 0 ? slots.slice(first, sp) : [self, ...slots.slice(first, sp)];
  const { counted } = vm.nativeDepth;
  vm.nativeDepth.enterNative(plan, true);
  const given = withEmpty(plan, args, isMethod || self !== 0 ? 1 : 0);
  return { steps: (plan.steps as NativeSteps)(vm, given, NO_KEYWORDS), counted };
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
  if (plan.steps !== null && plan.asks?.(vm, argumentsAt(frame, first, self)) !== false)
    return plan.packs ? 0 : WAITS;
  const { nativeDepth } = vm;
  const { counted } = nativeDepth;
  nativeDepth.enterNative(plan, true);
  const { direct } = plan;
  let result: number;
  // Above the last argument of a shorter call the slots are 0.
  if (direct !== null && self === 0)
    result = direct(vm, slots[first] as number, slots[first + 1] as number, slots[first + 2] as number);
  else {
    result = runPlan(vm, plan, argumentsAt(frame, first, self), selfs);
  }
  nativeDepth.counted = counted;
  return result;
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

/** The same of a built-in class; 0: it is no such call, and nothing has happened. */
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
  if (plan.steps !== null && plan.asks?.(vm, args) !== false) return 0;
  const { nativeDepth } = vm;
  const { counted } = nativeDepth;
  if (!vm.rules.quickClasses.includes(type.name)) nativeDepth.enter('CALL');
  const result = runPlan(vm, plan, args, 1);
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
  const result = runPlan(vm, plan, args, selfs);
  nativeDepth.counted = counted;
  return result;
}

function runPlan(vm: Interpreter, plan: CallPlan, args: readonly number[], selfs: number): number {
  if (plan.packs && args.length > selfs)
    return vm.withTuple(args.slice(selfs), () => plan.call(vm, withEmpty(plan, args, selfs), NO_KEYWORDS));
  return plan.call(vm, withEmpty(plan, args, selfs), NO_KEYWORDS);
}

/** One entry for each parameter that has a name, 0 where nothing was given for it. */
function withEmpty({ names }: CallPlan, args: readonly number[], selfs: number): readonly number[] {
  if (args.length >= names + selfs) return args;
  const values = args.slice();
  while (values.length < names + selfs) values.push(0);
  return values;
}
