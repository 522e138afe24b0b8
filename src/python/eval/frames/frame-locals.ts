/**
 * The variables of a frame as a mapping: `locals()`, `frame.f_locals` (frameobject.c:PyFrame_FastToLocalsWithError; 3.13: PEP 667).
 *
 * Up to 3.12 a function's frame keeps one dict, filled anew whenever somebody asks; it holds the values for as long as the frame lives.
 * From 3.13 `locals()` is a new dict each time and `f_locals` a FrameLocalsProxy, which reads and writes the variables themselves.
 * A proxy's field: | frame object |. Names that are no variables are kept in the frame's `locals` dict.
 */
import { A } from '../../../heap/index.ts';
import { dictCopies, dicts } from '../../../objects/index.ts';
import { whatCSees } from '../exceptions/raise.ts';
import type { Interpreter } from '../interpreter.ts';
import type { CodeRuntime } from './code-runtime.ts';
import { FRAME_LOCALS, FRAME_SLOTS, type Frame, frameObject } from './frame.ts';
import { showToCollector } from './generators.ts';

const CO_OPTIMIZED = 1;
const PROXY_BYTES = 16 + 24;

/** Where the variables of a frame are: in its slots while it can run, in the fields of its object after that. */
interface Variables {
  readonly runtime: CodeRuntime;
  slot(at: number): number;
  /** Takes the value over. */
  store(at: number, value: number): void;
  readonly locals: number;
  keepLocals(dict: number): void;
}

function ofFrame(vm: Interpreter, frame: Frame): Variables {
  return {
    runtime: frame.runtime,
    slot: (at) => Math.max(frame.slots[at] as number, 0),
    store: (at, value) => {
      frame.slots[at] = value;
      if (frame.generator !== 0 && !frame.running) showToCollector(vm, frame);
    },
    locals: frame.locals,
    keepLocals: (dict) => {
      frame.locals = dict;
    },
  };
}

function ofObject(vm: Interpreter, object: number): Variables | null {
  const frame = vm.frameOf.get(object);
  if (frame !== undefined) return ofFrame(vm, frame);
  const ended = vm.endedFrames.get(object);
  if (ended === undefined) return null;
  const cells = vm.heap.cells.words;
  const chunk = vm.heap.words[object + A] as number;
  return {
    runtime: ended.runtime,
    slot: (at) => cells[chunk + FRAME_SLOTS + at] as number,
    store: (at, value) => {
      cells[chunk + FRAME_SLOTS + at] = value;
    },
    locals: cells[chunk + FRAME_LOCALS] as number,
    keepLocals: (dict) => {
      cells[chunk + FRAME_LOCALS] = dict;
    },
  };
}

/** [name, slot, is it a cell] of every variable, in the order of co_localsplusnames: parameters come first, also those that lie in cells. */
function namesOf(vm: Interpreter, { code, localCount }: CodeRuntime): [string, number, boolean][] {
  const plain = code.varNames.map((name, at): [string, number, boolean] => [name, at, false]);
  const cells = [...code.cellVars, ...code.freeVars].map((name, at): [string, number, boolean] => [
    name,
    localCount + at,
    true,
  ]);
  const ofCell = new Map(cells.map((cell) => [cell[0], cell]));
  if (vm.rules.argumentsLeftInPlace) return [...plain.filter(([name]) => !ofCell.has(name)), ...cells];
  const others = cells.filter(([name]) => !code.varNames.includes(name));
  return [...plain.map((one) => ofCell.get(one[0]) ?? one), ...others];
}

/** [name, borrowed value] of the variables that have one. */
function bound(vm: Interpreter, variables: Variables): [string, number][] {
  return namesOf(vm, variables.runtime).flatMap(([name, at, isCell]): [string, number][] => {
    const slot = variables.slot(at);
    const value = isCell && slot > 0 ? vm.field(slot, 0) : slot;
    return value > 0 ? [[name, value]] : [];
  });
}

/** The frame's own dict is brought up to date (PyFrame_FastToLocalsWithError). Borrowed. */
function refreshed(vm: Interpreter, variables: Variables): number {
  let dict = variables.locals;
  if (dict === 0) {
    dict = vm.newDict();
    variables.keepLocals(dict);
  }
  const hidden = vm.rules.localsNeedDict ? vm.newDict() : 0;
  const values = new Map(bound(vm, variables));
  const { runtime } = variables;
  if (vm.rules.argumentsLeftInPlace) for (const name of movedToCells(runtime)) deleteName(vm, dict, name);
  for (const [name] of namesOf(vm, runtime)) {
    const value = values.get(name);
    if (value === undefined) deleteName(vm, dict, name);
    else dicts.dictSet(vm.process, dict, vm.process.internName(name), value);
  }
  if (hidden !== 0) vm.decref(hidden);
  return dict;
}

/** Parameters that lie in cells: their own places are empty, so that map_to_dict takes them out before the cells put them in again. */
function movedToCells({ code }: CodeRuntime): string[] {
  return code.varNames.filter((name) => code.cellVars.includes(name));
}

/** A variable without a value: a KeyError where the dict does not know it, which nobody sees (map_to_dict). */
function deleteName(vm: Interpreter, dict: number, name: string): void {
  const key = vm.process.internName(name);
  if (!dicts.dictDelete(vm.process, dict, key)) vm.catches(whatCSees(vm, vm.keyError(key)), 'KeyError');
}

function snapshot(vm: Interpreter, variables: Variables): number {
  const dict = vm.newDict();
  for (const [name, value] of bound(vm, variables)) vm.put(dict, name, vm.own(value));
  if (variables.locals !== 0) dictCopies.mergeDict(vm.process, dict, variables.locals);
  return dict;
}

export function isOptimised(runtime: CodeRuntime): boolean {
  return (runtime.code.flags & CO_OPTIMIZED) !== 0;
}

/** locals() here: a new reference. */
export function localsOf(vm: Interpreter, frame: Frame | null = vm.frame): number {
  if (frame === null) return vm.newDict();
  if (!isOptimised(frame.runtime)) {
    if (vm.rules.localsNeedDict) vm.decref(vm.newDict());
    return vm.own(frame.locals || frame.globals);
  }
  if (vm.process.profile.frames.locals === 'dict') return vm.own(refreshed(vm, ofFrame(vm, frame)));
  return proxyCopied(vm, newProxy(vm, frameObject(vm, frame)));
}

/** frame.f_locals: a new reference. */
export function frameLocals(vm: Interpreter, object: number): number {
  const frame = vm.frameOf.get(object);
  if (frame !== undefined && !isOptimised(frame.runtime)) return localsOf(vm, frame);
  const variables = ofObject(vm, object);
  if (variables === null) return vm.newDict();
  // A module's variables are its globals, after its frame has ended, too.
  if (!isOptimised(variables.runtime))
    return vm.own(variables.locals || vm.endedFrames.get(object)?.globals || vm.process.none);
  if (vm.process.profile.frames.locals === 'dict') return vm.own(refreshed(vm, variables));
  return newProxy(vm, object);
}

/** The class is called, with a tuple (_PyFrameLocalsProxy_New). */
function newProxy(vm: Interpreter, object: number): number {
  return vm.withTuple([object], () =>
    vm.newFields(vm.classes.named('FrameLocalsProxy').info, PROXY_BYTES, [vm.own(object)]),
  );
}

/** locals() from 3.13: a dict is filled from a proxy (taken over) by its keys, which come in a list (_PyEval_GetFrameLocals). */
function proxyCopied(vm: Interpreter, proxy: number): number {
  const dict = vm.newDict();
  const entries = proxyEntries(vm, proxy);
  const keys = vm.newList(entries.map(([key]) => key));
  const iterator = vm.iter(keys);
  for (const [key, value] of entries) dicts.dictSet(vm.process, dict, key, value);
  vm.dropAll([keys, iterator, proxy]);
  return dict;
}

/** [key, value] of what a proxy shows, borrowed. */
export function proxyEntries(vm: Interpreter, proxy: number): readonly (readonly [number, number])[] {
  const variables = ofObject(vm, vm.field(proxy, 0));
  if (variables === null) return [];
  const own = bound(vm, variables).map(([name, value]) => [vm.process.internName(name), value] as const);
  return variables.locals === 0 ? own : [...own, ...vm.entries(variables.locals)];
}

/** The variables behind a proxy in a new dict. */
export function proxySnapshot(vm: Interpreter, proxy: number): number {
  const variables = ofObject(vm, vm.field(proxy, 0));
  return variables === null ? vm.newDict() : snapshot(vm, variables);
}

/** proxy[name] = value: the variable itself, or a name that the frame keeps beside its variables. */
export function proxyStore(vm: Interpreter, proxy: number, key: number, value: number): void {
  const variables = ofObject(vm, vm.field(proxy, 0));
  if (variables === null) return;
  const name = vm.isStr(key) ? vm.text(key) : null;
  const found = namesOf(vm, variables.runtime).find(([one]) => one === name);
  if (found === undefined) {
    if (variables.locals === 0) variables.keepLocals(vm.newDict());
    const { locals } = ofObject(vm, vm.field(proxy, 0)) as Variables;
    dicts.dictSet(vm.process, locals, key, value);
    return;
  }
  const [, at, isCell] = found;
  const slot = variables.slot(at);
  if (isCell && slot > 0) return vm.setField(slot, 0, vm.own(value));
  variables.store(at, vm.own(value));
  if (slot > 0) vm.decref(slot);
}

/** frame.clear() of a frame that has ended: its variables are dropped (frame_tp_clear). */
export function clearVariables(vm: Interpreter, object: number): void {
  const variables = ofObject(vm, object);
  if (variables === null) return;
  for (let at = 0; at < variables.runtime.stackBase; at++) {
    const value = variables.slot(at);
    if (value === 0) continue;
    variables.store(at, 0);
    vm.decref(value);
  }
}
