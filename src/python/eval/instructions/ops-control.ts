/** Instructions that jump, iterate, unpack and make generators. */
import { lists, PythonRaise } from '../../../objects/index.ts';
import { extendList } from '../../builtins/types/list-fill.ts';
import { owning, runSteps } from '../calls/waiting.ts';
import { consuming } from '../exceptions/raise.ts';
import { cutStack, ENDS, type Frame } from '../frames/frame.ts';
import { isDelegate, resumeGenerator } from '../frames/generators.ts';
import type { Interpreter } from '../interpreter.ts';
import { truthSteps } from '../operators/truth.ts';
import type { OpTable } from './handlers.ts';
import { peek, pop, push } from './ops-names.ts';

function popJump(vm: Interpreter, frame: Frame, arg: number, when: boolean): void {
  const value = pop(frame);
  if (vm.classes.of(value).dict !== 0)
    return runSteps(vm, owning(vm, [value], truthSteps(vm, value)), (_vm, truth) => {
      if (truth === when) frame.ip = arg;
    });
  const answer = vm.guard(value, () => vm.truth(value));
  if (answer === when) frame.ip = arg;
}

function popJumpIfNone(vm: Interpreter, frame: Frame, arg: number, when: boolean): void {
  const value = pop(frame);
  vm.decref(value);
  if (vm.isNone(value) === when) frame.ip = arg;
}

function jumpOrPop(vm: Interpreter, frame: Frame, arg: number, when: boolean): void {
  const settle = (truth: boolean): void => {
    if (truth === when) frame.ip = arg;
    else vm.decref(pop(frame));
  };
  const value = peek(frame, 1);
  if (vm.classes.of(value).dict === 0) settle(vm.truth(value));
  else runSteps(vm, truthSteps(vm, value), (_vm, truth) => settle(truth));
}

function forIter(vm: Interpreter, frame: Frame, arg: number): void {
  const iterator = peek(frame, 1);
  const info = vm.heap.typeOf(iterator);
  const known = vm.nexts[info.id];
  if (known === undefined && info.name === 'generator') {
    if (resumeGenerator(vm, iterator, vm.none(), ENDS.FOR_ITER) !== null) return;
    cutStack(vm, frame, frame.sp - 1);
    frame.ip = arg;
    return;
  }
  const item = known === undefined ? vm.next(iterator) : known(vm, iterator);
  if (item !== 0) return push(frame, item);
  cutStack(vm, frame, frame.sp - 1);
  frame.ip = arg;
}

function send(vm: Interpreter, frame: Frame, arg: number): void {
  const value = pop(frame);
  const receiver = peek(frame, 1);
  if (isDelegate(vm.infoOf(receiver))) {
    if (resumeGenerator(vm, receiver, value, ENDS.SEND) !== null) return;
    push(frame, vm.none());
    frame.ip = arg;
    return;
  }
  try {
    if (vm.isNone(value)) return push(frame, vm.nextOrStop(receiver));
    push(frame, vm.callMethod(receiver, 'send', [value]));
  } catch (error) {
    if (!vm.stops(error)) throw error;
    push(frame, vm.stopValue);
    frame.ip = arg;
  } finally {
    vm.decref(value);
  }
}

function unpackSequence(vm: Interpreter, frame: Frame, arg: number): void {
  const sequence = pop(frame);
  const info = vm.heap.typeOf(sequence);
  const { tuple, list } = vm.process.types;
  if ((info === tuple || info === list) && vm.listSize(sequence) === arg) {
    for (let at = arg - 1; at >= 0; at--) push(frame, vm.own(vm.itemAt(sequence, at)));
    vm.decref(sequence);
    return;
  }
  const items = consuming(vm, [sequence], () => unpacked(vm, sequence, arg));
  for (let at = arg - 1; at >= 0; at--) push(frame, items[at] as number);
}

function unpacked(vm: Interpreter, sequence: number, count: number): number[] {
  const info = vm.heap.typeOf(sequence);
  if (info === vm.process.types.tuple || info === vm.process.types.list) {
    const size = vm.listSize(sequence);
    throw size > count ? tooMany(count) : notEnough(count, size);
  }
  if (!vm.isIterable(sequence))
    throw new PythonRaise('TypeError', `cannot unpack non-iterable ${vm.typeName(sequence)} object`);
  const items: number[] = [];
  const iterator = vm.iter(sequence);
  try {
    while (items.length < count) {
      const item = vm.next(iterator);
      if (item === 0) throw notEnough(count, items.length);
      items.push(item);
    }
    const extra = vm.next(iterator);
    if (extra !== 0) {
      vm.decref(extra);
      throw tooMany(count);
    }
    return items;
  } catch (error) {
    vm.dropAll(items);
    throw error;
  } finally {
    vm.decref(iterator);
  }
}

function tooMany(count: number): PythonRaise {
  return new PythonRaise('ValueError', `too many values to unpack (expected ${count})`);
}

function notEnough(count: number, got: number): PythonRaise {
  return new PythonRaise('ValueError', `not enough values to unpack (expected ${count}, got ${got})`);
}

/** UNPACK_EX: what follows the first names goes into a list, whose last items the last names take; its room stays (unpack_iterable). */
function unpackEx(vm: Interpreter, frame: Frame, arg: number): void {
  const before = arg & 255;
  const after = arg >> 8;
  const sequence = pop(frame);
  const first: number[] = [];
  const rest = consuming(vm, [sequence], () => {
    if (!vm.isIterable(sequence))
      throw new PythonRaise('TypeError', `cannot unpack non-iterable ${vm.typeName(sequence)} object`);
    return vm.guard(vm.iter(sequence), (iterator) => starred(vm, iterator, first, { before, after }));
  });
  for (let count = 0; count < after; count++) push(frame, lists.takeLast(vm.process, rest));
  push(frame, rest);
  for (const item of first.toReversed()) push(frame, item);
}

/** Fills `first` and returns the list of all that follows. */
function starred(
  vm: Interpreter,
  iterator: number,
  first: number[],
  { before, after }: { before: number; after: number },
): number {
  let rest = 0;
  try {
    while (first.length < before) {
      const item = vm.next(iterator);
      if (item === 0) throw tooFew(before + after, first.length);
      first.push(item);
    }
    rest = vm.newList();
    extendList(vm, rest, iterator);
    if (vm.listSize(rest) < after) throw tooFew(before + after, before + vm.listSize(rest));
    return rest;
  } catch (error) {
    vm.dropAll(first);
    if (rest !== 0) vm.decref(rest);
    throw error;
  }
}

function tooFew(least: number, got: number): PythonRaise {
  return new PythonRaise(
    'ValueError',
    `not enough values to unpack (expected at least ${least}, got ${got})`,
  );
}

export const CONTROL_OPS: OpTable = {
  POP_JUMP_IF_FALSE: (vm, frame, arg) => popJump(vm, frame, arg, false),
  POP_JUMP_IF_TRUE: (vm, frame, arg) => popJump(vm, frame, arg, true),
  POP_JUMP_IF_NONE: (vm, frame, arg) => popJumpIfNone(vm, frame, arg, true),
  POP_JUMP_IF_NOT_NONE: (vm, frame, arg) => popJumpIfNone(vm, frame, arg, false),
  JUMP_IF_FALSE_OR_POP: (vm, frame, arg) => jumpOrPop(vm, frame, arg, false),
  JUMP_IF_TRUE_OR_POP: (vm, frame, arg) => jumpOrPop(vm, frame, arg, true),
  GET_ITER: (vm, frame) => {
    const iterable = pop(frame);
    push(
      frame,
      vm.guard(iterable, () => vm.iter(iterable)),
    );
  },
  FOR_ITER: forIter,
  FOR_ITER_STORE_FAST: forIter,
  GET_YIELD_FROM_ITER: (vm, frame) => {
    const iterable = pop(frame);
    push(
      frame,
      vm.guard(iterable, () => vm.iter(iterable)),
    );
  },
  SEND: send,
  END_SEND: (vm, frame) => {
    const value = pop(frame);
    vm.decref(pop(frame));
    push(frame, value);
  },
  UNPACK_SEQUENCE: unpackSequence,
  UNPACK_EX: unpackEx,
  GET_LEN: (vm, frame) => push(frame, vm.newInt(vm.length(peek(frame, 1)))),
};
