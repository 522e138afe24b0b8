/** Instructions that jump, iterate, unpack and make generators. */
import { A, LIST_ITEMS } from '../../../heap/index.ts';
import { lists, PythonRaise } from '../../../objects/index.ts';
import { extendSteps } from '../../builtins/types/list-fill.ts';
import { callSteps } from '../calls/call-steps.ts';
import { owning, runSteps, type Steps } from '../calls/waiting.ts';
import { consumingSteps } from '../exceptions/raise.ts';
import { droppingSteps, waitsFor, whileOpen } from '../frames/finalizing.ts';
import { ENDS, type Frame } from '../frames/frame.ts';
import { isDelegate, resumeGenerator } from '../frames/generators.ts';
import type { Interpreter } from '../interpreter.ts';
import { iterSteps, nextAtOnce, nextOrStopSteps, nextSteps } from '../operators/iteration-steps.ts';
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

/** From 3.12 it is three instructions (COPY, POP_JUMP_IF, POP_TOP): what is asked for its truth is a copy. */
function jumpOrPop(vm: Interpreter, frame: Frame, arg: number, when: boolean): void {
  const settle = (truth: boolean): void => {
    if (truth === when) frame.ip = arg;
    else vm.decref(pop(frame));
  };
  const value = peek(frame, 1);
  if (vm.classes.of(value).dict === 0) return settle(vm.truth(value));
  const held = vm.rules.boolOperatorsCopy ? [vm.own(value)] : [];
  runSteps(vm, owning(vm, held, truthSteps(vm, value)), (_vm, truth) => settle(truth));
}

function getIter(vm: Interpreter, frame: Frame): void {
  const iterable = pop(frame);
  if (vm.classes.of(iterable).dict === 0)
    return push(
      frame,
      vm.guard(iterable, () => vm.iter(iterable)),
    );
  runSteps(vm, owning(vm, [iterable], iterSteps(vm, iterable)), (_vm, iterator) => push(frame, iterator));
}

/** Iterators that let go of what they went through, and do nothing after that. */
const ENDING: ReadonlySet<string> = new Set([
  'list_iterator',
  'tuple_iterator',
  'list_reverseiterator',
  'reversed',
  'set_iterator',
  'dict_keyiterator',
  'dict_valueiterator',
  'dict_itemiterator',
]);

function forIter(vm: Interpreter, frame: Frame, arg: number): void {
  const iterator = peek(frame, 1);
  const info = vm.heap.typeOf(iterator);
  const known = vm.nexts[info.id];
  if (known !== undefined && vm.waitingNexts[info.id] === undefined && !vm.lines.watched) {
    const item = known(vm, iterator);
    if (item !== 0) return push(frame, item);
    frame.ip = arg;
    waitsFor(vm, pop(frame));
    return;
  }
  if (known === undefined && info.name === 'generator') {
    if (resumeGenerator(vm, iterator, vm.none(), ENDS.FOR_ITER) !== null) return;
    frame.ip = arg;
    waitsFor(vm, pop(frame));
    return;
  }
  const settle = (item: number): void => {
    if (item !== 0) return push(frame, item);
    frame.ip = arg;
    waitsFor(vm, pop(frame));
  };
  if (known === undefined) vm.tick();
  if (vm.lines.watched && ENDING.has(info.name)) {
    const next = whileOpen(vm, () => nextAtOnce(vm, iterator));
    if (next !== 0) return push(frame, next);
    frame.ip = arg;
    return runSteps(vm, droppingSteps(vm, [pop(frame)]), () => undefined);
  }
  const item = nextAtOnce(vm, iterator);
  if (item < 0) runSteps(vm, nextSteps(vm, iterator), (_vm, value) => settle(value));
  else settle(item);
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
  const steps = vm.isNone(value) ? nextOrStopSteps(vm, receiver) : sendBySteps(vm, receiver, value);
  runSteps(vm, orStop(vm, value, steps), (_vm, { result, stopped }) => {
    push(frame, result);
    if (stopped) frame.ip = arg;
  });
}

function* sendBySteps(vm: Interpreter, receiver: number, value: number): Steps {
  const method = vm.getAttr(receiver, 'send');
  return yield* owning(vm, [method], callSteps(vm, method, [value]));
}

interface Sent {
  readonly result: number;
  readonly stopped: boolean;
}

/** What it yielded, or the value of the StopIteration; `value` is dropped. */
function* orStop(vm: Interpreter, value: number, steps: Steps): Steps<Sent> {
  try {
    return { result: yield* steps, stopped: false };
  } catch (error) {
    if (!vm.stops(error)) throw error;
    return { result: vm.stopValue, stopped: true };
  } finally {
    vm.decref(value);
  }
}

function unpackSequence(vm: Interpreter, frame: Frame, arg: number): void {
  const sequence = pop(frame);
  const info = vm.heap.typeOf(sequence);
  const { tuple, list } = vm.process.types;
  if ((info === tuple || info === list) && vm.listSize(sequence) === arg) {
    const header = info === list ? LIST_ITEMS : 0;
    const first = (vm.heap.words[sequence + A] as number) + header;
    for (let at = arg - 1; at >= 0; at--) push(frame, vm.own(vm.heap.cells.words[first + at] as number));
    vm.decref(sequence);
    return;
  }
  runSteps(vm, consumingSteps(vm, [sequence], unpacked(vm, sequence, arg)), (_vm, items) => {
    for (let at = arg - 1; at >= 0; at--) push(frame, items[at] as number);
  });
}

function* unpacked(vm: Interpreter, sequence: number, count: number): Steps<number[]> {
  const info = vm.heap.typeOf(sequence);
  if (info === vm.process.types.tuple || info === vm.process.types.list) {
    const size = vm.listSize(sequence);
    throw size > count ? tooMany(count) : notEnough(count, size);
  }
  if (!vm.isIterable(sequence))
    throw new PythonRaise('TypeError', `cannot unpack non-iterable ${vm.typeName(sequence)} object`);
  const items: number[] = [];
  const iterator = yield* iterSteps(vm, sequence);
  try {
    while (items.length < count) {
      vm.tick();
      const item = yield* nextSteps(vm, iterator);
      if (item === 0) throw notEnough(count, items.length);
      items.push(item);
    }
    vm.tick();
    const extra = yield* nextSteps(vm, iterator);
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
  const steps = starred(vm, sequence, first, { before, after });
  runSteps(vm, consumingSteps(vm, [sequence], steps), (_vm, rest) => {
    for (let count = 0; count < after; count++) push(frame, lists.takeLast(vm.process, rest));
    push(frame, rest);
    for (const item of first.toReversed()) push(frame, item);
  });
}

/** Fills `first` and returns the list of all that follows. */
function* starred(
  vm: Interpreter,
  sequence: number,
  first: number[],
  { before, after }: { before: number; after: number },
): Steps {
  if (!vm.isIterable(sequence))
    throw new PythonRaise('TypeError', `cannot unpack non-iterable ${vm.typeName(sequence)} object`);
  const iterator = yield* iterSteps(vm, sequence);
  let rest = 0;
  try {
    while (first.length < before) {
      vm.tick();
      const item = yield* nextSteps(vm, iterator);
      if (item === 0) throw tooFew(before + after, first.length);
      first.push(item);
    }
    rest = vm.newList();
    yield* extendSteps(vm, rest, iterator);
    if (vm.listSize(rest) < after) throw tooFew(before + after, before + vm.listSize(rest));
    return rest;
  } catch (error) {
    vm.dropAll(first);
    if (rest !== 0) vm.decref(rest);
    throw error;
  } finally {
    vm.decref(iterator);
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
  GET_ITER: getIter,
  FOR_ITER: forIter,
  FOR_ITER_STORE_FAST: forIter,
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
