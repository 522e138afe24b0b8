/** Instructions that build containers and strings. */
import { newTupleFrom } from '../../../heap/index.ts';
import { dicts, lists, PythonRaise, sets } from '../../../objects/index.ts';
import { extendSteps } from '../../builtins/types/list-fill.ts';
import { consumed, runSteps, type Steps, type Then } from '../calls/waiting.ts';
import { addToSet, storeInDict, updateSetSteps } from '../containers.ts';
import { consuming, consumingSteps } from '../exceptions/raise.ts';
import type { Frame } from '../frames/frame.ts';
import type { Interpreter } from '../interpreter.ts';
import { mergeKeywords, updateFromMapping } from '../operators/dict-merge.ts';
import { answered, asksForKey } from '../operators/key-questions.ts';
import { formatSteps } from '../texts/formatting.ts';
import { asksForText, reprObjectSteps, strSteps } from '../texts/text.ts';
import type { OpTable } from './handlers.ts';
import { peek, pop, push } from './ops-names.ts';

/** The top `count` items, first to last, still on the stack. */
function topItems(frame: Frame, count: number): number[] {
  return frame.slots.slice(frame.sp - count, frame.sp);
}

/** Takes the items off the stack; the container has references of its own. */
function replaceTop(vm: Interpreter, frame: Frame, count: number, made: number): void {
  const { heap } = vm;
  const { slots } = frame;
  for (let left = count; left > 0; left--) {
    const item = slots[--frame.sp] as number;
    slots[frame.sp] = 0;
    heap.decref(item);
  }
  push(frame, made);
}

/** The first item first, each dropped when it has been added; those behind one that has no hash are dropped all the same. */
function buildSet(vm: Interpreter, frame: Frame, count: number): void {
  const set = sets.newSet(vm.process, vm.process.types.set);
  const items = topItems(frame, count);
  frame.sp -= count;
  frame.slots.fill(0, frame.sp, frame.sp + count);
  runSteps(vm, filledSet(vm, set, items), pushMade);
}

const pushMade: Then = (vm, made) => push(vm.frame as Frame, made);

function* filledSet(vm: Interpreter, set: number, items: readonly number[]): Steps {
  let added = 0;
  try {
    for (; added < items.length; added++) {
      const item = items[added] as number;
      const steps = addToSet(vm, set, item);
      if (steps !== undefined) yield* steps;
      vm.decref(item);
    }
  } catch (error) {
    const raised = vm.raised(error);
    for (const item of items.slice(added)) vm.decref(item);
    vm.decref(set);
    throw raised;
  }
  return set;
}

function buildMap(vm: Interpreter, frame: Frame, count: number): void {
  const items = topItems(frame, count * 2);
  const general = items.some(
    (item, at) => at % 2 === 0 && vm.heap.typeOf(item) !== vm.process.types.atoms.str,
  );
  const dict = count === 0 ? vm.newDict() : dicts.newPresizedDict(vm.process, count, general);
  if (general && items.some((item, at) => at % 2 === 0 && asksForKey(vm, item)))
    return runSteps(vm, unlessRefused(vm, dict, filledDict(vm, dict, items)), () =>
      replaceTop(vm, frame, count * 2, dict),
    );
  try {
    for (let at = 0; at < items.length; at += 2)
      dicts.dictSet(vm.process, dict, items[at] as number, items[at + 1] as number);
  } catch (error) {
    vm.decref(dict);
    throw error;
  }
  replaceTop(vm, frame, count * 2, dict);
}

/** A dict that a key refuses to be in is given up. */
function* unlessRefused(vm: Interpreter, dict: number, steps: Steps<void>): Steps<void> {
  try {
    yield* steps;
  } catch (error) {
    vm.decref(dict);
    throw error;
  }
}

/** Keys and values in turn. */
function* filledDict(vm: Interpreter, dict: number, items: readonly number[]): Steps<void> {
  for (let at = 0; at < items.length; at += 2) {
    const steps = storeInDict(vm, dict, items[at] as number, items[at + 1] as number);
    if (steps !== undefined) yield* steps;
  }
}

function buildConstKeyMap(vm: Interpreter, frame: Frame, count: number): void {
  const keys = pop(frame);
  const { slots, sp } = frame;
  const { str } = vm.process.types.atoms;
  let general = false;
  for (let at = 0; at < count; at++) if (vm.heap.typeOf(vm.field(keys, at)) !== str) general = true;
  const dict = dicts.newPresizedDict(vm.process, count, general);
  const set = general ? dicts.dictSet : dicts.dictSetNamed;
  for (let at = 0; at < count; at++)
    set(vm.process, dict, vm.field(keys, at), slots[sp - count + at] as number);
  vm.decref(keys);
  replaceTop(vm, frame, count, dict);
}

function formatValue(vm: Interpreter, frame: Frame, arg: number): void {
  const spec = (arg & 4) !== 0 ? pop(frame) : 0;
  const value = pop(frame);
  const conversion = arg & 3;
  if (asksForText(vm, value) && conversion !== 3) {
    const steps = formattedSteps(vm, value, conversion, spec === 0 ? '' : vm.text(spec));
    return runSteps(vm, consumingSteps(vm, [value, spec], steps), (_vm, made) => push(frame, made));
  }
  const text = consuming(vm, [value, spec], () =>
    formatted(vm, value, conversion, spec === 0 ? '' : vm.text(spec)),
  );
  push(frame, text);
}

function formatted(vm: Interpreter, value: number, conversion: number, spec: string): number {
  if (conversion === 0) return vm.formatObject(value, spec);
  const converted =
    conversion === 1 ? vm.strObject(value) : conversion === 2 ? vm.reprObject(value) : vm.asciiObject(value);
  return spec === '' ? converted : vm.guard(converted, () => vm.formatObject(converted, spec));
}

/** The same in steps, of what `asksForText`. */
function* formattedSteps(vm: Interpreter, value: number, conversion: number, spec: string): Steps {
  if (conversion === 0) return yield* formatSteps(vm, value, spec);
  const converted = yield* conversion === 1 ? strSteps(vm, value) : reprObjectSteps(vm, value);
  return spec === '' ? converted : vm.guard(converted, () => vm.formatObject(converted, spec));
}

function dictMerge(vm: Interpreter, frame: Frame, arg: number): void {
  const source = pop(frame);
  const target = peek(frame, arg);
  // Below the dict lie the positional arguments, NULL and what is called.
  const label = (): string => vm.callLabel(peek(frame, arg + 3));
  consuming(vm, [source], () => mergeKeywords(vm, target, source, label));
}

function* extension(vm: Interpreter, list: number, source: number): Steps<void> {
  if (!vm.isIterable(source))
    throw new PythonRaise('TypeError', `Value after * must be an iterable, not ${vm.typeName(source)}`);
  yield* extendSteps(vm, list, source);
}

export const BUILD_OPS: OpTable = {
  BUILD_TUPLE: (vm, frame, arg) =>
    replaceTop(
      vm,
      frame,
      arg,
      arg === 0 ? vm.process.emptyTuple() : newTupleFrom(vm.heap, frame.slots, frame.sp - arg, frame.sp),
    ),
  BUILD_LIST: (vm, frame, arg) => {
    const { slots, sp } = frame;
    replaceTop(vm, frame, arg, lists.newListFrom(vm.process, slots, sp - arg, sp));
  },
  BUILD_SET: buildSet,
  BUILD_MAP: buildMap,
  BUILD_CONST_KEY_MAP: buildConstKeyMap,
  BUILD_STRING: (vm, frame, arg) => {
    const parts = topItems(frame, arg).map((part) => vm.text(part));
    replaceTop(vm, frame, arg, vm.newFreshStr(parts.join('')));
  },
  LIST_APPEND: (vm, frame, arg) => {
    const value = pop(frame);
    lists.append(vm.process, peek(frame, arg), value);
    vm.decref(value);
  },
  SET_ADD: (vm, frame, arg) => {
    const value = pop(frame);
    const set = peek(frame, arg);
    if (asksForKey(vm, value))
      return runSteps(
        vm,
        consumed(
          vm,
          [value],
          answered(vm, () => sets.setAdd(vm.process, set, value)),
        ),
        () => undefined,
      );
    consuming(vm, [value], () => sets.setAdd(vm.process, set, value));
  },
  MAP_ADD: (vm, frame, arg) => {
    const value = pop(frame);
    const key = pop(frame);
    const dict = peek(frame, arg);
    if (asksForKey(vm, key))
      return runSteps(
        vm,
        consumed(
          vm,
          [value, key],
          answered(vm, () => dicts.dictSetTaken(vm.process, dict, key, value)),
        ),
        () => undefined,
      );
    consuming(vm, [value, key], () => dicts.dictSetTaken(vm.process, dict, key, value));
  },
  LIST_EXTEND: (vm, frame, arg) => {
    const source = pop(frame);
    runSteps(vm, consumed(vm, [source], extension(vm, peek(frame, arg), source)), () => undefined);
  },
  SET_UPDATE: (vm, frame, arg) => {
    const source = pop(frame);
    const steps = updateSetSteps(vm, peek(frame, arg), source);
    runSteps(vm, consumed(vm, [source], steps), () => undefined);
  },
  DICT_UPDATE: (vm, frame, arg) => {
    const source = pop(frame);
    consuming(vm, [source], () => updateFromMapping(vm, peek(frame, arg), source));
  },
  DICT_MERGE: dictMerge,
  LIST_TO_TUPLE: (vm, frame) => {
    const list = pop(frame);
    push(
      frame,
      vm.guard(list, () => vm.newTuple(vm.items(list))),
    );
  },
  FORMAT_VALUE: formatValue,
};
