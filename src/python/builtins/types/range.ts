/** range and slice (rangeobject.c, sliceobject.c). Fields of a range: | start | stop | step | length |, of a slice | start | stop | step | */

import { hash64Of, hash64s, hashes, ints, newRange, PythonRaise } from '../../../objects/index.ts';
import type { Interpreter } from '../../eval/interpreter.ts';
import { type NativeDefinition, native, type TypeDefinition } from '../../eval/native.ts';
import { longSlice, rangeNumbers, reversedRange } from '../../eval/operators/range-iteration.ts';
import { isTracing } from '../../eval/texts/text-writer.ts';
import { newSizedInt } from '../allocate.ts';
import { indexValue, packed, packedUpTo } from '../arguments.ts';
import { COMPARISONS, CONTAINER } from './dunders.ts';
import { HINTED_ITERATOR } from './iterator-hints.ts';
import { RANGE_STATE } from './iterator-state.ts';
import { reduceFields } from './reducing.ts';

type Args = readonly number[];

/** The int itself when it is exact, as PyNumber_Index gives it. */
function exactInt(vm: Interpreter, ref: number): number {
  const isKept = vm.rules.indexKeepsClass
    ? vm.isInt(ref)
    : vm.heap.typeOf(ref) === vm.process.types.atoms.int;
  return isKept ? vm.own(ref) : vm.newInt(indexValue(vm, ref));
}

function construct(vm: Interpreter, [, first = 0, second, third]: Args): number {
  const parts: number[] = [];
  try {
    parts.push(second === undefined ? vm.newInt(0) : exactInt(vm, first));
    parts.push(exactInt(vm, second ?? first));
    parts.push(third === undefined ? vm.newInt(1) : exactInt(vm, third));
    const [start, stop, step] = parts.map((part) => vm.int(part)) as [ints.PyInt, ints.PyInt, ints.PyInt];
    if (step === 0) throw new PythonRaise('ValueError', 'range() arg 3 must not be zero');
    vm.nativeDepth.check('COMPARISON');
    parts.push(newLength(vm, start, stop, step));
  } catch (error) {
    vm.dropAll(parts);
    throw error;
  }
  return newRange(vm.process, parts as unknown as [number, number, number, number]);
}

/** compute_range_length: the numbers on the way are objects, too. */
function newLength(vm: Interpreter, start: ints.PyInt, stop: ints.PyInt, step: ints.PyInt): number {
  const distance = step > 0 ? ints.intSubtract(stop, start) : ints.intSubtract(start, stop);
  if (distance <= 0) return vm.newInt(0);
  const last = ints.intSubtract(distance, 1);
  const steps = ints.intFloorDivide(last, ints.intAbs(step), '');
  const isSeen = vm.rules.rangeLengthInObjects && isTracing(vm);
  const passing = isSeen ? [distance, last, steps].map((value) => vm.newInt(value)) : [];
  const length = vm.newInt(ints.intAdd(steps, 1));
  vm.dropAll(passing);
  return length;
}

/** Place of a number in the range, null when it is not there. */
function placeOf(vm: Interpreter, range: number, value: ints.PyInt): ints.PyInt | null {
  const { start, step, length } = rangeNumbers(vm, range);
  const [place, rest] = ints.intDivmod(ints.intSubtract(value, start), step, '');
  return rest === 0 && place >= 0 && place < length ? place : null;
}

function isExactInt(vm: Interpreter, ref: number): boolean {
  const info = vm.heap.typeOf(ref);
  return info === vm.process.types.atoms.int || info === vm.process.types.atoms.bool;
}

/** Numbers are computed, everything else is compared item by item (range_contains). */
function find(vm: Interpreter, range: number, value: number): ints.PyInt | null {
  if (isExactInt(vm, value)) return placeOf(vm, range, vm.int(value));
  const items = vm.collect(range);
  try {
    const at = items.findIndex((item) => vm.equal(item, value));
    return at < 0 ? null : at;
  } finally {
    vm.dropAll(items);
  }
}

function index(vm: Interpreter, [self = 0, value = 0]: Args): number {
  const found = find(vm, self, value);
  if (found !== null) return vm.newInt(found);
  throw new PythonRaise(
    'ValueError',
    isExactInt(vm, value) ? `${vm.repr(value)} is not in range` : 'sequence.index(x): x not in sequence',
  );
}

function equalRanges(vm: Interpreter, a: number, b: number): boolean {
  const [x, y] = [rangeNumbers(vm, a), rangeNumbers(vm, b)];
  if (x.length !== y.length) return false;
  return x.length === 0 || (x.start === y.start && (x.length === 1 || x.step === y.step));
}

function hashRange(vm: Interpreter, range: number): hash64s.Hash64 {
  const { start, step, length } = rangeNumbers(vm, range);
  const parts = hashes.rangeHashParts(length, start, step);
  return hashes.tupleHash(
    parts.map((part) => (part === null ? hash64Of(vm.process, vm.process.none) : hashes.intHash(part))),
  );
}

const hash = (of: (vm: Interpreter, ref: number) => hash64s.Hash64): NativeDefinition =>
  native((vm, [self = 0]) => newSizedInt(vm, hash64s.hashToInt(of(vm, self))));

const member = (at: number): { get: (vm: Interpreter, self: number) => number; member: true } => ({
  get: (vm, self) => vm.own(vm.field(self, at)),
  member: true,
});
const PARTS = { start: member(0), stop: member(1), step: member(2) };

export const RANGE: TypeDefinition = {
  name: 'range',
  methods: {
    __reduce__: reduceFields(3),
    ...CONTAINER,
    ...COMPARISONS,
    __contains__: native((vm, [self = 0, value = 0]) => vm.bool(find(vm, self, value) !== null), {
      args: [1, 1],
    }),
    __bool__: native((vm, [self = 0]) => vm.bool(vm.truth(self))),
    __reversed__: native((vm, [self = 0]) => reversedRange(vm, self)),
    __getitem__: native((vm, [self = 0, key = 0]) => vm.getItem(self, key), { args: [1, 1] }),
    __hash__: hash(hashRange),
    index: native(index, { args: [1, 1] }),
    count: native((vm, [self = 0, value = 0]) => vm.newInt(find(vm, self, value) === null ? 0 : 1), {
      args: [1, 1],
    }),
  },
  getsets: PARTS,
  construct: native(packedUpTo(8, construct), { args: [1, 3] }),
};

function constructSlice(vm: Interpreter, [, first = 0, second, third]: Args): number {
  const { none } = vm.process;
  const [start, stop] = second === undefined ? [none, first] : [first, second];
  return vm.newSlice([vm.own(start), vm.own(stop), vm.own(third ?? none)]);
}

function indices(vm: Interpreter, [self = 0, given = 0]: Args): number {
  const length = indexValue(vm, given);
  if (length < 0) throw new PythonRaise('ValueError', 'length should not be negative');
  const { start, stop, step } = longSlice(vm, self, length);
  return vm.tupleOf([vm.newInt(start), vm.newInt(stop), vm.newInt(step)]);
}

/** Slices compare and, from 3.12, hash as tuples of their parts. */
function compareSlices(vm: Interpreter, a: number, b: number, operator: string): boolean | null {
  if (vm.infoOf(b).name !== 'slice') return null;
  const [x, y] = [a, b].map((slice) => vm.newTuple([0, 1, 2].map((at) => vm.field(slice, at)))) as [
    number,
    number,
  ];
  return vm.guard(x, () =>
    vm.guard(y, () => vm.guard(vm.compare(x, y, operator), (answer) => vm.truth(answer))),
  );
}

function hashSlice(vm: Interpreter, slice: number): hash64s.Hash64 {
  if (!vm.process.values.sliceHashes) throw new PythonRaise('TypeError', "unhashable type: 'slice'");
  const [start, stop, step] = [0, 1, 2].map((at) => hash64Of(vm.process, vm.field(slice, at))) as [
    hash64s.Hash64,
    hash64s.Hash64,
    hash64s.Hash64,
  ];
  return hashes.sliceHash(start, stop, step);
}

export const SLICE: TypeDefinition = {
  name: 'slice',
  methods: {
    ...COMPARISONS,
    indices: native(indices, { args: [1, 1] }),
    __hash__: hash(hashSlice),
    __reduce__: reduceFields(3),
  },
  getsets: PARTS,
  construct: native(packed(constructSlice), { args: [1, 3] }),
};

export const RANGE_ITERATORS: readonly TypeDefinition[] = ['range_iterator', 'longrange_iterator'].map(
  (name) => ({ name, methods: { ...HINTED_ITERATOR, ...RANGE_STATE } }),
);

export function installRanges(vm: Interpreter): void {
  const { range } = vm.process.types;
  const slice = vm.classes.named('slice').info;
  vm.hashers[range.id] = hashRange;
  vm.hashers[slice.id] = hashSlice;
  vm.comparers[slice.id] = compareSlices;
  vm.comparers[range.id] = (it, a, b, operator) => {
    if (it.infoOf(b) !== range || (operator !== '==' && operator !== '!=')) return null;
    return equalRanges(it, a, b) === (operator === '==');
  };
}
