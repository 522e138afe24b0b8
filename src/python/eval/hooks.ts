/**
 * What the heap asks while a program runs: finalizers, callbacks of weak references (finalizing.ts), gc.callbacks, and hash and equality
 * of classes that define their own.
 */
import { type hash64s, PythonRaise, withHashes } from '../../objects/index.ts';
import { adoptClass, isFinalizedByOperations } from './classes/adopt-classes.ts';
import { classDied } from './classes/subclasses.ts';
import { BudgetSpent } from './exceptions/raise.ts';
import { callbackSteps, dueCodeAsksPython, finalizerSteps, phaseSteps } from './frames/finalizing.ts';
import type { Interpreter } from './interpreter.ts';
import { asksForKey, hashSteps } from './operators/key-questions.ts';
import { asksMethods } from './operators/operators.ts';
import { outlookOf } from './outlook.ts';
import { tellErrorNatively } from './texts/error-output.ts';

/** Installs the hooks, for as long as the process lives. */
export function installHooks(vm: Interpreter): void {
  const { heap, process } = vm;
  const before = heap.hooks;
  heap.hooks = {
    ...before,
    finalize: (ref) => {
      if (isFinalizedByOperations(vm, ref)) before.finalize(ref);
      else vm.finish(finalizerSteps(vm, ref));
    },
    weakrefDied: (weakref, callback) => {
      if (callback === process.weakrefCallback) before.weakrefDied(weakref, callback);
      else vm.finish(callbackSteps(vm, { what: 'callback', weakref, callback }));
    },
    waitsFor: (due) => {
      if (due.what === 'finalizer' && isFinalizedByOperations(vm, due.ref)) return false;
      if (due.what === 'callback' && due.callback === process.weakrefCallback) return false;
      return dueCodeAsksPython(vm, due);
    },
    print: (line) => contained(vm, () => tellErrorNatively(vm, `${line}\n`)),
    classDied: (ref) => classDied(vm, ref),
    outsideDied: (ref) => vm.codes.died(ref),
    describe: (ref) => `${vm.typeName(ref)} 0x${process.addressOf(ref).toString(16)}`,
    survivingOutside: () => vm.startObjects.survive(),
    saveGarbage: (ref) => before.saveGarbage(ref),
    collecting: (phase, generation, collected) =>
      vm.finish(phaseSteps(vm, { what: 'phase', phase, generation, collected })),
  };
  process.program = {
    hash: (ref) => hashByMethod(vm, ref),
    asksForKey: (ref) => asksForKey(vm, ref),
    storedHashes: null,
    answeredHashes: vm.answeredHashes,
    equal: (a, b) => equalByMethod(vm, a, b),
    round: () => vm.tick(),
    goThrough: (nbytes) => vm.goThrough(nbytes),
    adopt: (one) => adoptClass(vm, one),
    outlook: outlookOf(vm),
  };
}

/**
 * What runs in the middle of a deallocation or a collection must not end it: a budget that runs out there ends the program at its next
 * instruction, and until then no Python code runs.
 */
function contained(vm: Interpreter, run: () => void): void {
  if (vm.pace.ending) return;
  try {
    run();
  } catch (error) {
    if (!(error instanceof BudgetSpent)) throw error;
    vm.halt();
  }
}

/** null: by address. */
function hashByMethod(vm: Interpreter, ref: number): hash64s.Hash64 | null {
  const type = vm.classes.of(ref);
  const known = vm.hashers[type.native.info.id];
  const own = type.dict === 0 ? 0 : vm.overrideIn(type, '__hash__');
  if (own === 0) {
    if (type.dict !== 0 && vm.overrideIn(type, '__eq__') !== 0 && definesOnlyEq(vm, ref))
      throw unhashable(type.name);
    return known === undefined ? null : known(vm, ref);
  }
  if (vm.isNone(own)) throw unhashable(type.name);
  if (vm.keyAnswers !== null) return vm.keyAnswers.hashOf(ref);
  return withHashes(vm.process, NOTHING_STORED, () => vm.finish(hashSteps(vm, ref)));
}

function unhashable(name: string): PythonRaise {
  return new PythonRaise('TypeError', `unhashable type: '${name}'`);
}

/** A class that defines `__eq__` and no `__hash__` beside it has none. */
function definesOnlyEq(vm: Interpreter, ref: number): boolean {
  for (const one of vm.classes.of(ref).mro) {
    if (one.dict === 0) return false;
    if (vm.classes.own(one, '__hash__') !== 0) return false;
    if (vm.classes.own(one, '__eq__') !== 0) return true;
  }
  return false;
}

function equalByMethod(vm: Interpreter, a: number, b: number): boolean | null {
  const plain = vm.classes.of(a).dict === 0 && vm.classes.of(b).dict === 0;
  if (plain && vm.comparers[vm.infoOf(a).id] === undefined) return null;
  if (vm.keyAnswers !== null && asksMethods(vm, a, b)) return vm.keyAnswers.areEqual(a, b);
  return withHashes(vm.process, NOTHING_STORED, () => vm.equal(a, b));
}

/** Python code that is called asks for hashes itself. */
const NOTHING_STORED: Map<number, hash64s.Hash64> = new Map();
