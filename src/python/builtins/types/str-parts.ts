/** Methods of str that take it apart or put parts together: split, partition, splitlines, join, encode (unicodeobject.c). */
import { lists, PythonRaise, points, strFinds, strSplits } from '../../../objects/index.ts';
import type { Steps } from '../../eval/calls/waiting.ts';
import type { Interpreter } from '../../eval/interpreter.ts';
import { directNative, type NativeDefinition, native } from '../../eval/native.ts';
import { codecArguments, encoded, flagArgument, sizeOr } from '../arguments.ts';
import { iterating } from './dunders.ts';
import { sequenceSteps } from './list-fill.ts';

type Args = readonly number[];

/** stringlib/split.h: a list has room for so many parts before it grows. */
const MOST_PREALLOCATED = 12;

/** The parts as str; self stands for a part that is all of it, if it is exact. */
function partsOf(vm: Interpreter, self: number, parts: readonly string[]): number[] {
  const exact = vm.heap.typeOf(self) === vm.process.types.atoms.str;
  const whole = vm.text(self);
  return parts.map((part) =>
    exact && parts.length === 1 && part === whole ? vm.own(self) : vm.newStr(part),
  );
}

/** A list of parts, taken over, with the room that splitting makes at first. */
export function listOfParts(vm: Interpreter, parts: readonly number[], room: number): number {
  const list = vm.newList();
  lists.setCapacity(vm.process, list, room);
  for (const part of parts) lists.append(vm.process, list, part);
  vm.dropAll(parts);
  return list;
}

/** PREALLOC_SIZE(maxsplit): `most` is how many splits there are where no number was given. */
export function preallocated(count: number, most = MOST_PREALLOCATED): number {
  const splits = count < 0 ? most : count;
  return splits >= MOST_PREALLOCATED ? MOST_PREALLOCATED : splits + 1;
}

/** From 3.12 the length of the text says how many words, or parts, there can be (unicodeobject.c:split). */
function mostWords(vm: Interpreter, text: string): number {
  return vm.rules.splitPresizes ? Math.trunc((points.codePointLength(text) - 1) / 2) + 1 : MOST_PREALLOCATED;
}

function partsRoom(vm: Interpreter, text: string, separator: string, count: number): number {
  if (text.length < separator.length) return vm.rules.splitPresizes ? 1 : Math.min(1, preallocated(count));
  return preallocated(
    count,
    vm.rules.splitPresizes ? Math.floor(text.length / separator.length) + 1 : MOST_PREALLOCATED,
  );
}

interface Splitting {
  readonly words: (text: string, count: number, rules: strSplits.TextRules) => string[];
  readonly by: (text: string, separator: string, count: number) => string[];
}

function split({ words, by }: Splitting): NativeDefinition {
  const call = (vm: Interpreter, self: number, separator: number, given: number): number => {
    const text = vm.text(self);
    const count = sizeOr(vm, given, -1);
    if (separator === 0 || vm.isNone(separator)) {
      return listOfParts(
        vm,
        partsOf(vm, self, words(text, count, strSplits.STR_RULES)),
        preallocated(count, mostWords(vm, text)),
      );
    }
    if (!vm.isStr(separator))
      throw new PythonRaise('TypeError', `must be str or None, not ${vm.typeName(separator)}`);
    const parts = by(text, vm.text(separator), count);
    return listOfParts(vm, partsOf(vm, self, parts), partsRoom(vm, text, vm.text(separator), count));
  };
  return directNative(call, { args: [0, 2], keywords: ['sep', 'maxsplit'] });
}

function splitLines(vm: Interpreter, [self = 0, keepEnds = 0]: Args): number {
  const lines = strSplits.splitLines(vm.text(self), flagArgument(vm, keepEnds), strSplits.STR_RULES);
  const list = vm.newList();
  const parts = partsOf(vm, self, lines);
  for (const part of parts) lists.append(vm.process, list, part);
  vm.dropAll(parts);
  return list;
}

function partition(
  take: (text: string, separator: string) => [string, string, string],
  wholeAt: 0 | 2,
): NativeDefinition {
  const call = (vm: Interpreter, [self = 0, separator = 0]: Args): number => {
    if (!vm.isStr(separator))
      throw new PythonRaise('TypeError', `must be str, not ${vm.typeName(separator)}`);
    const parts = take(vm.text(self), vm.text(separator));
    const found = parts[1] !== '';
    const exact = vm.heap.typeOf(self) === vm.process.types.atoms.str;
    return vm.tupleOf(
      parts.map((part, at) =>
        found && at === 1
          ? vm.own(separator)
          : !found && at === wholeAt && exact
            ? vm.own(self)
            : vm.newStr(part),
      ),
    );
  };
  return native(call, { args: [1, 1] });
}

function* join(vm: Interpreter, [self = 0, iterable = 0]: readonly number[]): Steps {
  const sequence = yield* sequenceSteps(vm, iterable, 'can only join an iterable');
  return vm.guard(sequence, () => joined(vm, self, vm.items(sequence)));
}

function joined(vm: Interpreter, self: number, items: readonly number[]): number {
  const [only] = items;
  if (only !== undefined && items.length === 1 && vm.heap.typeOf(only) === vm.process.types.atoms.str)
    return vm.own(only);
  const texts = items.map((item, at) => {
    if (vm.isStr(item)) return vm.text(item);
    throw new PythonRaise(
      'TypeError',
      `sequence item ${at}: expected str instance, ${vm.typeName(item)} found`,
    );
  });
  // _PyUnicode_JoinArray fills a str of its own.
  return vm.newFreshStr(texts.join(vm.text(self)));
}

function encode(vm: Interpreter, [self = 0, encoding = 0, errors = 0]: Args): number {
  return vm.newBytes(encoded(vm, self, codecArguments(vm, 'encode', [encoding, errors])));
}

export const STR_PARTS: Readonly<Record<string, NativeDefinition>> = {
  split: split({ words: strSplits.splitWords, by: strSplits.splitBy }),
  rsplit: split({ words: strSplits.splitWordsLast, by: strSplits.splitByLast }),
  splitlines: native(splitLines, { args: [0, 1], keywords: ['keepends'] }),
  partition: partition(strFinds.strPartition, 0),
  rpartition: partition(strFinds.strPartitionLast, 2),
  join: iterating(join, { args: [1, 1] }),
  encode: native(encode, { args: [0, 2], keywords: ['encoding', 'errors'] }),
};
