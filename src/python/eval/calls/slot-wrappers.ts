/**
 * Slot wrappers: the special methods that a built-in class has because a slot of its type is filled (typeobject.c:add_operators), and
 * what they give bound to an object (descrobject.c). Neither has vectorcall, so that their arguments travel in tuples:
 *
 *   int.__add__    wrapper_descriptor    called with a tuple of self and the arguments, and calls the slot with a slice of it
 *   (1).__add__    method-wrapper        called with a tuple of the arguments; fields | self | descriptor |
 *
 * The slot itself takes no tuple: an operator of a built-in value never comes here.
 */
import { PythonRaise } from '../../../objects/index.ts';
import type { PyType } from '../classes/class-table.ts';
import type { Interpreter } from '../interpreter.ts';
import { type NativeDefinition, NO_KEYWORDS } from '../native.ts';
import type { Arguments } from './arguments.ts';
import { asksToConvert, converting } from './conversions.ts';
import { nativeName, nativeOf } from './functions.ts';
import { checkedArguments } from './native-arguments.ts';
import type { Steps } from './waiting.ts';

const WRAPPER_BYTES = 48;

/** The names that have a slot (typeobject.c, slotdefs). */
const SLOTTED = new Set(
  (
    'getattribute getattr setattr delattr repr hash call str lt le eq ne gt ge iter next get set delete init del await aiter anext ' +
    'add radd sub rsub mul rmul mod rmod divmod rdivmod pow rpow neg pos abs bool invert lshift rlshift rshift rrshift and rand ' +
    'xor rxor or ror int float iadd isub imul imod ipow ilshift irshift iand ixor ior floordiv rfloordiv truediv rtruediv ' +
    'ifloordiv itruediv index matmul rmatmul imatmul len getitem setitem delitem contains'
  )
    .split(' ')
    .map((name) => `__${name}__`),
);

/** Methods of built-in classes that are listed as methods although they fill a slot, too (METH_COEXIST). */
const COEXISTING = new Set(
  'dict.__getitem__ list.__getitem__ dict.__contains__ set.__contains__ frozenset.__contains__'.split(' '),
);

/** A special method that a slot of the class answers, not one of its method table. */
export function isSlotWrapper(owner: string, name: string): boolean {
  return SLOTTED.has(name) && !COEXISTING.has(`${owner}.${name}`);
}

/** The class of the descriptor that a built-in class has for a method of this name. */
export function descriptorKind(owner: string, name: string): 'wrapper_descriptor' | 'method_descriptor' {
  return isSlotWrapper(owner, name) ? 'wrapper_descriptor' : 'method_descriptor';
}

/** Unbound methods of built-in classes: reading them for a call makes no bound object (Py_TPFLAGS_METHOD_DESCRIPTOR). */
export function isMethodDescriptor(layout: string): boolean {
  return layout === 'method_descriptor' || layout === 'wrapper_descriptor';
}

export function newMethodWrapper(vm: Interpreter, descriptor: number, self: number): number {
  const ref = vm.newFields(vm.classes.named('method-wrapper').info, WRAPPER_BYTES, [
    vm.own(self),
    vm.own(descriptor),
  ]);
  vm.heap.setPayload(ref, vm.heap.payload(descriptor));
  return ref;
}

/** wrapperdescr_call, self being the first argument, and wrapper_call. */
export function* wrapperSteps(vm: Interpreter, wrapper: number, given: Arguments): Steps {
  const { keywords } = given;
  if (vm.heap.typeOf(wrapper).name === 'method-wrapper') {
    const args = [vm.field(wrapper, 0), ...given.args];
    return yield* holding(vm, given, (tuple) => slotSteps(vm, wrapper, { args, keywords, tuple }));
  }
  if (given.args.length === 0) throw needsSelf(vm, wrapper);
  const bare = { args: given.args.slice(1), keywords: NO_KEYWORDS };
  return yield* holding(vm, given, () =>
    holding(vm, bare, (tuple) => slotSteps(vm, wrapper, { ...given, tuple })),
  );
}

/** Is the object called without a tuple of the arguments? */
export function hasVectorcall(vm: Interpreter, self: number): boolean {
  const { name, info } = vm.classes.of(self).native;
  return vm.rules.vectorcalls.includes(name) && vm.tupled[info.id]?.(vm, self) !== true;
}

/** tp_call of a built-in class: no method is bound for it, and where the class has a vectorcall there is no tuple either. */
export function typeSlotSteps(vm: Interpreter, wrapper: number, self: number, given: Arguments): Steps {
  const { keywords, tuple = 0 } = given;
  const args = [self, ...given.args];
  return hasVectorcall(vm, self)
    ? slotSteps(vm, wrapper, { args, keywords, tuple })
    : tupledSteps(vm, wrapper, given, args);
}

function* tupledSteps(vm: Interpreter, wrapper: number, given: Arguments, args: readonly number[]): Steps {
  const { keywords } = given;
  const { nativeDepth } = vm;
  const { counted } = nativeDepth;
  nativeDepth.enter('CALL');
  const result = yield* holding(vm, given, (tuple) => slotSteps(vm, wrapper, { args, keywords, tuple }));
  nativeDepth.counted = counted;
  return result;
}

/** _PyObject_MakeTpCall: a tuple and a dict of what is given, unless the caller has them already. */
export function* holding(vm: Interpreter, given: Arguments, use: (tuple: number) => Steps): Steps {
  const { tuple = 0, keywords } = given;
  const dict = keywords.size === 0 || given.dict !== undefined ? 0 : vm.newDict();
  if (dict !== 0) for (const [name, value] of keywords) vm.put(dict, name, vm.own(value));
  const made = tuple === 0 ? vm.newTuple(given.args) : 0;
  try {
    return yield* use(tuple || made);
  } catch (error) {
    throw made === 0 ? error : vm.raised(error);
  } finally {
    vm.dropAll([made, dict]);
  }
}

/** The slot itself, as the evaluator's own operators call it. */
export function callSlot(vm: Interpreter, wrapper: number, given: Arguments): number {
  const definition = nativeOf(vm, wrapper);
  const { args, keywords, tuple = 0 } = slotArguments(vm, wrapper, definition, given);
  vm.callTuple = tuple;
  try {
    return definition.call(vm, args, keywords);
  } finally {
    vm.callTuple = 0;
  }
}

/** The same in steps. */
export function* slotSteps(vm: Interpreter, wrapper: number, given: Arguments): Steps {
  const definition = nativeOf(vm, wrapper);
  const { steps, asks } = definition;
  if (steps === undefined || asks?.(vm, given.args, given.keywords) === false) {
    const atOnce = (): number => callSlot(vm, wrapper, given);
    return asksToConvert(vm, given.args) ? yield* converting(vm, atOnce) : atOnce();
  }
  const { args, keywords, tuple = 0 } = slotArguments(vm, wrapper, definition, given);
  vm.callTuple = tuple;
  try {
    return yield* steps(vm, args, keywords);
  } finally {
    vm.callTuple = 0;
  }
}

/** What the slot is called with, self being the first. */
function slotArguments(
  vm: Interpreter,
  wrapper: number,
  definition: NativeDefinition,
  { args, keywords, tuple = 0 }: Arguments,
): Arguments {
  if (keywords.size > 0 && definition.anyKeywords !== true && definition.keywords === undefined) {
    const name = nativeName(vm, wrapper).replace(/^.*\./, '');
    throw new PythonRaise('TypeError', `wrapper ${name}() takes no keyword arguments`);
  }
  const name = nativeName(vm, wrapper);
  const held = args.length > 1 ? tuple : 0;
  if (definition.keywords !== undefined) {
    const called = name.endsWith('.__init__') ? name.slice(0, -'.__init__'.length) : name;
    return { ...checkedArguments(vm, definition, called, { args, keywords }, 1), tuple: held };
  }
  checkCount(definition, name, args.length - 1);
  return { args, keywords, tuple: held };
}

/** Wrappers that unpack their arguments under an empty name (PyArg_UnpackTuple in wrap_objobjargproc and its like). */
const UNPACKING = new Set(['__get__', '__set__', '__setitem__', '__setattr__', '__pow__', '__rpow__']);

/** What stands before the message: `__init__` is checked by the class itself, under the name of the class. */
function nameGiven(qualname: string): string {
  const [owner, name] = qualname.split(/\.(?=[^.]*$)/) as [string, string];
  if (name === '__init__') return `${owner} `;
  return UNPACKING.has(name) ? ' ' : '';
}

/** check_num_args, and PyArg_UnpackTuple with no name. */
function checkCount({ args = [0, 0] }: NativeDefinition, qualname: string, given: number): void {
  const [least, most] = args;
  if (given >= least && given <= most) return;
  const bound = least === most ? '' : given < least ? 'at least ' : 'at most ';
  const wanted = given < least ? least : most;
  throw new PythonRaise(
    'TypeError',
    `${nameGiven(qualname)}expected ${bound}${wanted} argument${wanted === 1 ? '' : 's'}, got ${given}`,
  );
}

function needsSelf(vm: Interpreter, wrapper: number): PythonRaise {
  const [owner, name] = nativeName(vm, wrapper).split(/\.(?=[^.]*$)/);
  return new PythonRaise('TypeError', `descriptor '${name}' of '${owner}' object needs an argument`);
}

/**
 * Does Python code answer a slot of the class under any of the names that it has? Then the slot looks the asked name up and calls
 * what it finds, and where that is a wrapper its arguments travel in tuples (update_one_slot, SLOT1BINFULL, slot_tp_richcompare).
 */
export function slotIsGeneric(vm: Interpreter, type: PyType, names: readonly string[]): boolean {
  return (
    type.dict !== 0 &&
    names.some((name) => {
      const found = vm.overrideIn(type, name);
      return found !== 0 && vm.heap.typeOf(found).name !== 'wrapper_descriptor';
    })
  );
}

/** slot_tp_setattro answers for both ways to change attributes. */
export function storesGenerically(vm: Interpreter, type: PyType): boolean {
  return slotIsGeneric(vm, type, ['__setattr__', '__delattr__']);
}

/** What a call of a wrapper does around the slot: the tuple of self and the arguments, and the slice without self. */
export function* aroundSlot(vm: Interpreter, self: number, args: readonly number[], use: () => Steps): Steps {
  const [all, rest] = [[self, ...args], args].map((one) => ({ args: one, keywords: NO_KEYWORDS }));
  return yield* holding(vm, all as Arguments, () => holding(vm, rest as Arguments, use));
}
