/** Instructions that load and store names, cells and attributes, and those that only move the stack (ceval.c). */
import { A, KIND } from '../../../heap/index.ts';
import { dicts, PythonRaise } from '../../../objects/index.ts';
import { runGetter } from '../calls/call-steps.ts';
import { newCell, newFunction } from '../calls/functions.ts';
import { owning, runSteps, type Then } from '../calls/waiting.ts';
import {
  asksForAttribute,
  asksToStore,
  attributeSteps,
  overridesReading,
  removeSteps,
  storeSteps,
} from '../classes/attributes.ts';
import { PROPERTY } from '../classes/descriptors.ts';
import { loadMethod } from '../classes/load-method.ts';
import { superGet, superReadSteps } from '../classes/super-object.ts';
import { consuming, consumingSteps, whatCSees } from '../exceptions/raise.ts';
import { atEnd, collectionWaits, waitsFor } from '../frames/finalizing.ts';
import type { Frame } from '../frames/frame.ts';
import type { Interpreter } from '../interpreter.ts';
import { importFrom, importName, importStar, relativeImport } from '../start/imports.ts';
import { unsupportedName } from '../start/unsupported-names.ts';
import type { OpTable } from './handlers.ts';
import { entersGetter } from './inlined-accessors.ts';
import { warmsUp } from './warmth.ts';

export function push(frame: Frame, value: number): void {
  frame.slots[frame.sp++] = value;
}

/** Takes the top of the stack, with its reference. */
export function pop(frame: Frame): number {
  const value = frame.slots[--frame.sp] as number;
  frame.slots[frame.sp] = 0;
  return value;
}

/** Borrowed item, 1 is the top. */
export function peek(frame: Frame, depth: number): number {
  return frame.slots[frame.sp - depth] as number;
}

function nameOf(frame: Frame, arg: number): string {
  return frame.runtime.code.names[arg] as string;
}

function nameError(vm: Interpreter, name: string): PythonRaise {
  return vm.about(
    new PythonRaise('NameError', unsupportedName('builtins', name) ?? `name '${name}' is not defined`),
    name,
  );
}

export function loadGlobal(vm: Interpreter, frame: Frame, arg: number): void {
  const name = nameOf(frame, arg);
  const value = vm.readDict(frame.globals, name) || vm.builtin(name);
  if (value === 0) throw nameError(vm, name);
  push(frame, vm.own(value));
}

function loadName(vm: Interpreter, frame: Frame, arg: number): void {
  const name = nameOf(frame, arg);
  if (frame.locals !== 0) {
    const value = nameIn(vm, frame.locals, name);
    if (value !== 0) return push(frame, value);
  }
  loadGlobal(vm, frame, arg);
}

/** A new reference to what a namespace has for a name; 0 for nothing. */
export function nameIn(vm: Interpreter, namespace: number, name: string): number {
  if (!isExactDict(vm, namespace)) return loadFromMapping(vm, namespace, name);
  const value = vm.readDict(namespace, name);
  return value === 0 ? 0 : vm.own(value);
}

function loadFromMapping(vm: Interpreter, mapping: number, name: string): number {
  try {
    return vm.guard(vm.name(name), (key) => vm.getItem(mapping, key));
  } catch (error) {
    const raised = whatCSees(vm, error);
    if (vm.catches(raised, 'KeyError')) return 0;
    throw raised;
  }
}

function storeName(vm: Interpreter, frame: Frame, arg: number): void {
  const value = pop(frame);
  const namespace = frame.locals === 0 ? frame.globals : frame.locals;
  if (isExactDict(vm, namespace))
    return atEnd(vm, () => storeIn(vm, namespace, nameOf(frame, arg), value), [value]);
  const key = vm.process.internName(nameOf(frame, arg));
  vm.setItem(namespace, key, value);
  vm.decref(value);
}

/** Keeps a reference of its own. */
function storeIn(vm: Interpreter, namespace: number, name: string, value: number): void {
  dicts.dictSet(vm.process, namespace, vm.process.internName(name), value);
}

/** PyCell_SET: takes the value over, 0 for none. */
function fillCell(vm: Interpreter, cell: number, value: number): void {
  const old = vm.field(cell, 0);
  vm.heap.cells.words[vm.heap.words[cell + A] as number] = value;
  if (old !== 0) waitsFor(vm, old);
}

/** Any other namespace (of a class, of exec) is asked as a mapping, so that an OrderedDict knows the order of its names. */
function isExactDict(vm: Interpreter, namespace: number): boolean {
  return vm.heap.typeOf(namespace) === vm.process.types.dict;
}

function deleteName(vm: Interpreter, namespace: number, name: string): void {
  if (isExactDict(vm, namespace)) return deleteFrom(vm, namespace, name);
  try {
    vm.guard(vm.name(name), (key) => vm.delItem(namespace, key));
  } catch (error) {
    if (vm.catches(error, 'KeyError')) throw nameError(vm, name);
    throw error;
  }
}

function deleteFrom(vm: Interpreter, namespace: number, name: string): void {
  if (!dicts.dictDelete(vm.process, namespace, vm.process.internName(name))) throw nameError(vm, name);
}

function cellAt(frame: Frame, arg: number): number {
  return frame.slots[frame.runtime.localCount + arg] as number;
}

function cellName(frame: Frame, arg: number): string {
  const { cellVars, freeVars } = frame.runtime.code;
  return cellVars[arg] ?? (freeVars[arg - cellVars.length] as string);
}

function emptyCell(vm: Interpreter, frame: Frame, arg: number): PythonRaise {
  const name = cellName(frame, arg);
  if (arg < frame.runtime.code.cellVars.length) return unbound(vm, name);
  return vm.about(new PythonRaise('NameError', vm.words.emptyFreeVariable(name)), name);
}

export function unbound(vm: Interpreter, name: string): PythonRaise {
  return new PythonRaise('UnboundLocalError', vm.process.profile.messages.unboundLocal.replace('%', name));
}

export function loadDeref(vm: Interpreter, frame: Frame, arg: number): void {
  const value = vm.field(cellAt(frame, arg), 0);
  if (value === 0) throw emptyCell(vm, frame, arg);
  push(frame, vm.own(value));
}

/** A new cell; a parameter that inner functions use moves into it. */
function makeCell(vm: Interpreter, frame: Frame, arg: number): void {
  const from = frame.runtime.code.cellToArg[arg] as number;
  const moved = from >= 0 ? (frame.slots[from] as number) : 0;
  if (from >= 0) frame.slots[from] = 0;
  frame.slots[frame.runtime.localCount + arg] = newCell(vm, moved);
}

function storeAttr(vm: Interpreter, frame: Frame, arg: number): void {
  const target = pop(frame);
  const value = pop(frame);
  if (asksToStore(vm, target, nameOf(frame, arg)))
    return runSteps(
      vm,
      consumingSteps(vm, [value, target], storeSteps(vm, target, nameOf(frame, arg), value)),
      () => undefined,
    );
  if (vm.heap.typeOf(target).kind === KIND.INSTANCE)
    return atEnd(vm, () => vm.setAttr(target, nameOf(frame, arg), value), [value, target]);
  consuming(vm, [value, target], () => vm.setAttr(target, nameOf(frame, arg), value));
}

/** The getter of a property that answers, whose frame is the call's; 0: something else answers. Borrowed. */
function getterFor(vm: Interpreter, ref: number, name: string): number {
  const type = vm.classes.of(ref);
  if (overridesReading(vm, type) || vm.getters[type.native.info.id] !== undefined) return 0;
  const found = vm.classes.lookup(type, name);
  if (found === 0 || vm.heap.typeOf(found).name !== 'property' || vm.classes.forObject(ref) !== undefined)
    return 0;
  return vm.field(found, PROPERTY.GET);
}

/** What a hook, a property or another descriptor of the program's answers; false: it is no such attribute, and nothing has happened. */
function loadInSteps(vm: Interpreter, frame: Frame, arg: number, then: Then): boolean {
  const object = peek(frame, 1);
  const name = nameOf(frame, arg);
  if (!asksForAttribute(vm, object, name)) return false;
  pop(frame);
  const getter = getterFor(vm, object, name);
  if (getter !== 0 && vm.heap.typeOf(getter) === vm.process.types.function)
    runGetter(vm, getter, { object, attribute: name }, then);
  else runSteps(vm, owning(vm, [object], attributeSteps(vm, object, name)), then);
  return true;
}

const pushAttribute: Then = (vm, value) => push(vm.frame as Frame, value);

/** As LOAD_METHOD leaves it: no self beside it. */
const pushCallable: Then = (vm, value) => {
  const frame = vm.frame as Frame;
  push(frame, value);
  push(frame, 0);
};

/** The first time a super object is made, and what it is asked for comes bound; so it does where `super` stands for something else. */
function loadSuper(vm: Interpreter, frame: Frame, arg: number, method: boolean): void {
  const self = pop(frame);
  const owner = pop(frame);
  const callable = pop(frame);
  const name = nameOf(frame, arg >> 1);
  const isWarm = callable === vm.classes.named('super').ref && warmsUp(vm, frame);
  const steps = isWarm && !method ? superReadSteps(vm, { owner, self, name, method }) : null;
  if (steps !== null) return runSteps(vm, owning(vm, [callable, owner, self], steps), pushAttribute);
  let made = 0;
  try {
    if (isWarm) {
      return superGet(vm, { owner, self, name, method }, (found, bound) => {
        push(frame, found);
        if (method) push(frame, bound);
      });
    }
    made = vm.call(callable, [owner, self]);
  } finally {
    vm.dropAll([callable, owner, self]);
  }
  const then = method ? pushCallable : pushAttribute;
  runSteps(vm, owning(vm, [made], attributeSteps(vm, made, name)), then);
}

export const NAME_OPS: OpTable = {
  NOP: () => undefined,
  RESUME: (vm, _frame, arg) => {
    if (vm.checks && arg < 2) collectionWaits(vm);
  },
  MAKE_CELL: makeCell,
  COPY_FREE_VARS: () => undefined,
  COPY: (vm, frame, arg) => {
    const value = peek(frame, arg);
    if (value > 0) vm.incref(value);
    push(frame, value);
  },
  SWAP: (_vm, frame, arg) => {
    const { slots, sp } = frame;
    const top = slots[sp - 1] as number;
    slots[sp - 1] = slots[sp - arg] as number;
    slots[sp - arg] = top;
  },
  PUSH_NULL: (_vm, frame) => push(frame, 0),
  DELETE_FAST: (vm, frame, arg) => {
    const old = frame.slots[arg] as number;
    if (old === 0) throw unbound(vm, frame.runtime.code.varNames[arg] as string);
    frame.slots[arg] = 0;
    waitsFor(vm, old);
  },
  LOAD_FAST_AND_CLEAR: (_vm, frame, arg) => {
    push(frame, frame.slots[arg] as number);
    frame.slots[arg] = 0;
  },
  STORE_FAST_MAYBE_NULL: (vm, frame, arg) => {
    const old = frame.slots[arg] as number;
    frame.slots[arg] = pop(frame);
    if (old !== 0) vm.decref(old);
  },
  LOAD_CELL_AND_CLEAR: (_vm, frame, arg) => {
    push(frame, cellAt(frame, arg));
    frame.slots[frame.runtime.localCount + arg] = 0;
  },
  STORE_CELL_MAYBE_NULL: (vm, frame, arg) => {
    const old = cellAt(frame, arg);
    frame.slots[frame.runtime.localCount + arg] = pop(frame);
    if (old !== 0) vm.decref(old);
  },
  LOAD_NAME: loadName,
  STORE_NAME: storeName,
  DELETE_NAME: (vm, frame, arg) =>
    atEnd(vm, () => deleteName(vm, frame.locals || frame.globals, nameOf(frame, arg))),
  LOAD_GLOBAL: loadGlobal,
  STORE_GLOBAL: (vm, frame, arg) => {
    const value = pop(frame);
    atEnd(vm, () => storeIn(vm, frame.globals, nameOf(frame, arg), value), [value]);
  },
  DELETE_GLOBAL: (vm, frame, arg) => atEnd(vm, () => deleteFrom(vm, frame.globals, nameOf(frame, arg))),
  LOAD_DEREF: loadDeref,
  STORE_DEREF: (vm, frame, arg) => fillCell(vm, cellAt(frame, arg), pop(frame)),
  DELETE_DEREF: (vm, frame, arg) => {
    const cell = cellAt(frame, arg);
    if (vm.field(cell, 0) === 0) throw emptyCell(vm, frame, arg);
    fillCell(vm, cell, 0);
  },
  LOAD_CLASSDEREF: (vm, frame, arg) => {
    const value = frame.locals === 0 ? 0 : vm.readDict(frame.locals, cellName(frame, arg));
    if (value !== 0) push(frame, vm.own(value));
    else loadDeref(vm, frame, arg);
  },
  LOAD_CLOSURE: (vm, frame, arg) => push(frame, vm.own(cellAt(frame, arg))),
  LOAD_ATTR: (vm, frame, arg) => {
    if (entersGetter(vm, frame, nameOf(frame, arg))) return;
    if (loadInSteps(vm, frame, arg, pushAttribute)) return;
    const object = peek(frame, 1);
    const value = vm.getAttr(object, nameOf(frame, arg));
    frame.slots[frame.sp - 1] = value;
    waitsFor(vm, object);
  },
  LOAD_METHOD: (vm, frame, arg) => {
    if (loadInSteps(vm, frame, arg, pushCallable)) return;
    const object = pop(frame);
    vm.guard(object, () =>
      loadMethod(vm, object, nameOf(frame, arg), (method, self) => {
        push(frame, method);
        push(frame, self);
      }),
    );
  },
  STORE_ATTR: storeAttr,
  DELETE_ATTR: (vm, frame, arg) => {
    const object = pop(frame);
    const name = nameOf(frame, arg);
    if (asksToStore(vm, object, name) || vm.heap.typeOf(object).kind !== KIND.INSTANCE)
      return runSteps(vm, owning(vm, [object], removeSteps(vm, object, name)), () => undefined);
    atEnd(vm, () => vm.finish(removeSteps(vm, object, name)), [object]);
  },
  LOAD_SUPER_ATTR: (vm, frame, arg) => loadSuper(vm, frame, arg, false),
  LOAD_SUPER_METHOD: (vm, frame, arg) => loadSuper(vm, frame, arg, true),
  IMPORT_NAME: (vm, frame, arg) => {
    const fromlist = pop(frame);
    const level = pop(frame);
    const isFrom = !vm.isNone(fromlist);
    const isRelative = vm.truth(level);
    vm.dropAll([fromlist, level]);
    if (isRelative) throw relativeImport(vm);
    push(frame, importName(vm, nameOf(frame, arg), isFrom));
  },
  IMPORT_FROM: (vm, frame, arg) => push(frame, importFrom(vm, peek(frame, 1), nameOf(frame, arg))),
  IMPORT_STAR: (vm, frame) =>
    vm.guard(pop(frame), (module) => importStar(vm, module, frame.locals || frame.globals)),
  SETUP_ANNOTATIONS: (vm, frame) => {
    const namespace = frame.locals || frame.globals;
    if (vm.readDict(namespace, '__annotations__') === 0) vm.put(namespace, '__annotations__', vm.newDict());
  },
  MAKE_FUNCTION: (vm, frame, arg) => makeFunction(vm, frame, arg),
};

function makeFunction(vm: Interpreter, frame: Frame, arg: number): void {
  const named = (arg & 16) !== 0 ? pop(frame) : 0;
  const code = pop(frame);
  const closure = (arg & 8) !== 0 ? pop(frame) : 0;
  const annotations = (arg & 4) !== 0 ? pop(frame) : 0;
  const kwdefaults = (arg & 2) !== 0 ? pop(frame) : 0;
  const defaults = (arg & 1) !== 0 ? pop(frame) : 0;
  const qualname = named === 0 ? vm.codes.ofObject(code).code.qualname : vm.text(named);
  push(frame, newFunction(vm, code, frame.globals, { defaults, kwdefaults, annotations, closure, qualname }));
  vm.decref(code);
  if (named !== 0) vm.decref(named);
}
