/**
 * Functions, bound methods, cells and built-in functions as objects (funcobject.c, classobject.c, cellobject.c, methodobject.c).
 *
 *   function | code | globals | module | defaults | kwdefaults | doc | name | dict | closure | annotations |
 *     type parameters | qualname |
 *   method   | function | self |       cell | content |       builtin_function_or_method | self |, payload: native's number
 */
import { GC_HEAD_BYTES } from '../../../heap/index.ts';
import { emptySlots } from '../frames/frame.ts';
import type { Interpreter } from '../interpreter.ts';
import { type CallPlan, type NativeDefinition, ofVersion } from '../native.ts';

export const FN = {
  CODE: 0,
  GLOBALS: 1,
  MODULE: 2,
  DEFAULTS: 3,
  KWDEFAULTS: 4,
  DOC: 5,
  NAME: 6,
  DICT: 7,
  CLOSURE: 8,
  ANNOTATIONS: 9,
  TYPE_PARAMS: 10,
  QUALNAME: 11,
} as const;
export const METHOD = { FUNC: 0, SELF: 1 } as const;
const METHOD_BYTES = 48;
const CELL_BYTES = 24;
const WORD_BYTES = 8;
const BUILTIN_BYTES = 56;

export interface FunctionParts {
  readonly defaults: number;
  readonly kwdefaults: number;
  readonly annotations: number;
  readonly closure: number;
  readonly qualname: string;
}

/** MAKE_FUNCTION; takes the references of the parts over. */
export function newFunction(vm: Interpreter, code: number, globals: number, parts: FunctionParts): number {
  const runtime = vm.codes.ofObject(code);
  const { process } = vm;
  const module = vm.readDict(globals, '__name__');
  const doc = runtime.code.docstring;
  const fields = emptySlots(12);
  fields[FN.CODE] = vm.own(code);
  fields[FN.GLOBALS] = vm.own(globals);
  fields[FN.MODULE] = module === 0 ? 0 : vm.own(module);
  fields[FN.DEFAULTS] = parts.defaults;
  fields[FN.KWDEFAULTS] = parts.kwdefaults;
  fields[FN.DOC] = doc === null ? vm.none() : vm.own(docConstant(vm, code, doc));
  fields[FN.NAME] = vm.name(runtime.code.name);
  fields[FN.CLOSURE] = parts.closure;
  fields[FN.ANNOTATIONS] = parts.annotations;
  fields[FN.QUALNAME] = vm.name(parts.qualname);
  const made = vm.newFields(process.types.function, GC_HEAD_BYTES + process.profile.layout.function, fields);
  vm.heap.setPayload(made, runtime.id);
  return made;
}

/** The docstring is the first constant of the code. */
function docConstant(vm: Interpreter, code: number, doc: string): number {
  const first = vm.codes.ofObject(code).consts[0] ?? 0;
  if (first !== 0 && vm.isStr(first) && vm.text(first) === doc) return first;
  return vm.process.internName(doc);
}

export function newMethod(vm: Interpreter, func: number, self: number): number {
  return vm.newFields(vm.classes.named('method').info, GC_HEAD_BYTES + METHOD_BYTES, [
    vm.own(func),
    vm.own(self),
  ]);
}

export function newCell(vm: Interpreter, content: number): number {
  return vm.newFields(vm.classes.named('cell').info, GC_HEAD_BYTES + CELL_BYTES, [content]);
}

/** Registers a native; its number stands for it in objects. */
export function registerNative(vm: Interpreter, name: string, definition: NativeDefinition): number {
  const known = ofVersion(definition, vm.minor);
  vm.natives.push(known);
  vm.callPlans.push(known.plan);
  vm.nativeNames.push(name);
  return vm.natives.length - 1;
}

/** A built-in function that was there before the program. */
export function outsideBuiltin(vm: Interpreter, name: string, definition: NativeDefinition): number {
  const ref = vm.newOutsideFields(vm.classes.named('builtin_function_or_method').info, [0]);
  vm.heap.setPayload(ref, registerNative(vm, name, definition));
  return ref;
}

/** A method of a built-in class, as its class dict has it. */
export function outsideDescriptor(
  vm: Interpreter,
  kind: string,
  name: string,
  definition: NativeDefinition,
): number {
  const ref = vm.newOutsideFields(vm.classes.named(kind).info, [0]);
  vm.heap.setPayload(ref, registerNative(vm, name, definition));
  return ref;
}

/** A built-in method bound to an object: `x.append`. */
export function newBoundBuiltin(vm: Interpreter, number: number, self: number): number {
  const room = vm.natives[number]?.holdsClass === true && vm.rules.methodsHoldClass ? WORD_BYTES : 0;
  const ref = vm.newFields(
    vm.classes.named('builtin_function_or_method').info,
    GC_HEAD_BYTES + BUILTIN_BYTES + room,
    [vm.own(self)],
  );
  vm.heap.setPayload(ref, number);
  return ref;
}

/** What a call by an instruction has to know of it. */
export function planOf(vm: Interpreter, ref: number): CallPlan {
  return vm.callPlans[vm.heap.payload(ref) as number] as CallPlan;
}

export function nativeOf(vm: Interpreter, ref: number): NativeDefinition {
  return vm.natives[vm.heap.payload(ref) as number] as NativeDefinition;
}

export function nativeName(vm: Interpreter, ref: number): string {
  return vm.nativeNames[vm.heap.payload(ref) as number] as string;
}

/** Modules whose functions come from one that is written in C: messages and `__module__` name that one. */
export const WRITTEN_IN_C: { readonly [module: string]: string } = {
  bisect: '_bisect',
  collections: '_collections',
  functools: '_functools',
  heapq: '_heapq',
  operator: '_operator',
  os: 'posix',
  tracemalloc: '_tracemalloc',
  weakref: '_weakref',
};
