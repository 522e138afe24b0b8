/** product, permutations, combinations, combinations_with_replacement (itertoolsmodule.c). Fields: | pool or pools | result |. */
import { Annex } from '../../../heap/index.ts';
import { PythonRaise } from '../../../objects/index.ts';
import { sizeValue } from '../../builtins/arguments.ts';
import { reducedByClass } from '../../builtins/types/iterator-state.ts';
import { emptyTuple } from '../../builtins/types/list-fill.ts';
import type { Steps } from '../../eval/calls/waiting.ts';
import { countItems } from '../../eval/effort.ts';
import type { Interpreter } from '../../eval/interpreter.ts';
import type { Keywords, NativeDefinition, NativeSteps } from '../../eval/native.ts';
import { collectSteps } from '../../eval/operators/iteration-steps.ts';
import { ANY } from '../define-type.ts';
import {
  type Args,
  type IteratorSpec,
  keepToOneself,
  newIterator,
  notNegative,
  renewed,
} from './iterator-type.ts';
import { copied, type Reduce, stateItems } from './states.ts';

type Methods = Readonly<Record<string, NativeDefinition>>;

const PRODUCT_BYTES = 48;
const COMBINATIONS_BYTES = 56;
const PERMUTATIONS_BYTES = 64;
const WORD_BYTES = 8;
/** PY_SSIZE_T_MAX / sizeof(Py_ssize_t) */
const MOST_POOLS = 2 ** 60;

/** The arrays of indices, blocks of their own. */
class Indices extends Annex {
  readonly round: Round;
  readonly #blocks: readonly number[];

  constructor(round: Round, blocks: readonly number[]) {
    super();
    this.round = round;
    this.#blocks = blocks;
  }

  override blocks(): readonly number[] {
    return this.#blocks;
  }

  override contents(): unknown[] {
    return [...super.contents(), this.round.indices];
  }

  override copy(): Indices {
    return this.copyTo(new Indices(this.round, this.#blocks));
  }
}

interface Round {
  /** Indices of the last result; null before the first, false after the last. */
  indices: number[] | null | false;
  /** The indices that come first; false where nothing comes. */
  readonly first: () => number[] | false;
  /** Changes the indices to the following ones; false when there are none. */
  readonly advance: (indices: number[]) => boolean;
  readonly pick: (indices: readonly number[]) => number[];
  /** How far each place of permutations has been turned. */
  readonly cycles?: number[];
  /** How many items a result has. */
  readonly size: number;
  readonly words: number;
}

function begin(
  vm: Interpreter,
  made: number,
  round: Omit<Round, 'indices' | 'words'>,
  arrays: readonly number[],
): number {
  const blocks = arrays.map((count) => vm.heap.memory.alloc(WORD_BYTES * count));
  const words = arrays.reduce((sum, count) => sum + count, 0);
  vm.heap.annexes.add(made, new Indices({ ...round, indices: null, words }, blocks));
  return made;
}

/** So many indices are kept; the pools go where there is no room for them. */
function roomForIndices(vm: Interpreter, pools: readonly number[], count: number): void {
  try {
    vm.roomFor(WORD_BYTES * count);
  } catch (error) {
    vm.dropAll(pools);
    throw error;
  }
}

function roundOf(vm: Interpreter, ref: number): Round {
  return (vm.heap.annexes.of(ref) as Indices).round;
}

function next(vm: Interpreter, self: number): number {
  const round = roundOf(vm, self);
  if (round.indices === false) return 0;
  countItems(vm, round.words);
  if (round.indices === null) round.indices = round.first();
  else {
    keepToOneself(vm, self, 1);
    if (!round.advance(round.indices)) round.indices = false;
  }
  if (round.indices === false) return 0;
  return renewed(vm, self, 1, round.pick(round.indices));
}

/** Nothing at all comes out. */
function ended(vm: Interpreter, made: number): number {
  roundOf(vm, made).indices = false;
  return made;
}

function* constructProduct(vm: Interpreter, [ofClass = 0, ...iterables]: Args, keywords: Keywords): Steps {
  const given = keywords.get('repeat');
  const repeat =
    given === undefined ? 1 : notNegative(sizeValue(vm, given), 'repeat argument cannot be negative');
  const pools: number[] = [];
  for (const one of iterables) pools.push(vm.tupleOf(yield* collectSteps(vm, one)));
  const count = repeat * pools.length;
  if (count > MOST_POOLS) {
    vm.dropAll(pools);
    throw new PythonRaise('OverflowError', 'repeat argument too large');
  }
  roomForIndices(vm, pools, count);
  const all = count === 0 ? [] : Array.from({ length: repeat }, () => pools).flat();
  const tuple = vm.newTuple(all);
  vm.dropAll(pools);
  const sizes = all.map((pool) => vm.listSize(pool));
  const made = newIterator(vm, ofClass, PRODUCT_BYTES, [tuple, 0]);
  const advance = (indices: number[]): boolean => {
    for (let at = indices.length - 1; at >= 0; at--) {
      indices[at] = (indices[at] as number) + 1;
      if ((indices[at] as number) < (sizes[at] as number)) return true;
      indices[at] = 0;
    }
    return false;
  };
  const pick = (indices: readonly number[]): number[] =>
    indices.map((index, at) => vm.itemAt(vm.itemAt(vm.field(made, 0), at), index));
  const first = (): number[] | false => {
    if (!sizes.includes(0)) return all.map(() => 0);
    // product_next makes the first tuple before it looks into the pools, and keeps it.
    vm.setField(made, 1, emptyTuple(vm, all.length));
    return false;
  };
  begin(vm, made, { first, advance, pick, size: all.length }, [all.length]);
  return made;
}

interface Choice {
  readonly bytes: number;
  readonly first: (n: number, r: number) => number[];
  readonly advance: (indices: number[], n: number) => boolean;
}

function choose(choice: Choice, empty: (n: number, r: number) => boolean): IteratorSpec['construct'] {
  const steps: NativeSteps = function* (vm, [ofClass = 0, iterable = 0, length = 0]) {
    const pool = vm.tupleOf(yield* collectSteps(vm, iterable));
    const n = vm.listSize(pool);
    const r = sizeValue(vm, length);
    if (r < 0) {
      vm.decref(pool);
      throw new PythonRaise('ValueError', 'r must be non-negative');
    }
    roomForIndices(vm, [pool], r);
    const made = newIterator(vm, ofClass, choice.bytes, [pool, 0]);
    const pick = (indices: readonly number[]): number[] =>
      indices.map((index) => vm.itemAt(vm.field(made, 0), index));
    const advance = (indices: number[]): boolean => choice.advance(indices, n);
    begin(vm, made, { first: () => choice.first(n, r), advance, pick, size: r }, [r]);
    return empty(n, r) ? ended(vm, made) : made;
  };
  return { steps };
}

const COMBINATIONS: Choice = {
  bytes: COMBINATIONS_BYTES,
  first: (_n, r) => Array.from({ length: r }, (_, at) => at),
  advance: (indices, n) => {
    const r = indices.length;
    let at = r - 1;
    while (at >= 0 && indices[at] === at + n - r) at--;
    if (at < 0) return false;
    const from = (indices[at] as number) + 1;
    for (let nth = at; nth < r; nth++) indices[nth] = from + nth - at;
    return true;
  },
};

const REPLACED: Choice = {
  bytes: COMBINATIONS_BYTES,
  first: (_n, r) => Array.from({ length: r }, () => 0),
  advance: (indices, n) => {
    let at = indices.length - 1;
    while (at >= 0 && indices[at] === n - 1) at--;
    if (at < 0) return false;
    indices.fill((indices[at] as number) + 1, at);
    return true;
  },
};

/** permutations keeps all indices and a cycle for each place. */
function* constructPermutations(vm: Interpreter, [ofClass = 0, iterable = 0, length = 0]: Args): Steps {
  const pool = vm.tupleOf(yield* collectSteps(vm, iterable));
  const n = vm.listSize(pool);
  const r = length === 0 || vm.isNone(length) ? n : sizeOfChoice(vm, pool, length);
  roomForIndices(vm, [pool], n + r);
  const made = newIterator(vm, ofClass, PERMUTATIONS_BYTES, [pool, 0]);
  const cycles = r > n ? [] : Array.from({ length: r }, (_, at) => n - at);
  const advance = (indices: number[]): boolean => permute(indices, cycles, n);
  const pick = (indices: readonly number[]): number[] =>
    indices.slice(0, r).map((index) => vm.itemAt(vm.field(made, 0), index));
  const first = (): number[] => Array.from({ length: n }, (_, at) => at);
  begin(vm, made, { first, advance, pick, cycles, size: r }, [n, r]);
  return r > n ? ended(vm, made) : made;
}

function sizeOfChoice(vm: Interpreter, pool: number, length: number): number {
  const message = !vm.isInt(length)
    ? 'Expected int as r'
    : vm.index(length) < 0
      ? 'r must be non-negative'
      : null;
  if (message === null) return vm.index(length);
  vm.decref(pool);
  throw new PythonRaise(vm.isInt(length) ? 'ValueError' : 'TypeError', message);
}

function permute(indices: number[], cycles: number[], n: number): boolean {
  for (let at = cycles.length - 1; at >= 0; at--) {
    cycles[at] = (cycles[at] as number) - 1;
    if (cycles[at] === 0) {
      const [moved] = indices.splice(at, 1) as [number];
      indices.push(moved);
      cycles[at] = n - at;
      continue;
    }
    const other = n - (cycles[at] as number);
    const kept = indices[at] as number;
    indices[at] = indices[other] as number;
    indices[other] = kept;
    return true;
  }
  return false;
}

/** combinations_reduce and its like: the state is the indices of the last result. */
const reduceChoice: Reduce = (vm, self) => {
  const { indices, size, cycles } = roundOf(vm, self);
  const begun = vm.field(self, 1) !== 0;
  const pool = begun && indices === false ? vm.newTuple([]) : vm.own(vm.field(self, 0));
  const args = [pool, vm.newInt(size)];
  if (!begun || !indices) return reducedByClass(vm, self, args);
  const state = numbers(vm, indices);
  return reducedByClass(
    vm,
    self,
    args,
    cycles === undefined ? state : vm.tupleOf([state, numbers(vm, cycles)]),
  );
};

const reduceProduct: Reduce = (vm, self) => {
  const { indices } = roundOf(vm, self);
  if (indices === false) return reducedByClass(vm, self, [vm.newTuple([])]);
  const pools = vm.items(vm.field(self, 0)).map((one) => vm.own(one));
  return reducedByClass(vm, self, pools, indices === null ? 0 : numbers(vm, indices));
};

const numbers = (vm: Interpreter, of: readonly number[]): number =>
  vm.tupleOf(of.map((one) => vm.newInt(one)));

/** So many numbers of a state, each put between the bounds of its place. */
function indicesOf(
  vm: Interpreter,
  state: number,
  count: number,
  most: (at: number) => number,
  least = 0,
): number[] {
  if (!vm.isTuple(state) || vm.listSize(state) !== count)
    throw new PythonRaise('ValueError', 'invalid arguments');
  return vm.items(state).map((one, at) => Math.max(least, Math.min(sizeValue(vm, one), most(at))));
}

/** The round goes on after these indices, whose result is the last one. */
function goOnAfter(vm: Interpreter, self: number, indices: number[]): void {
  const round = roundOf(vm, self);
  round.indices = indices;
  vm.setField(self, 1, vm.newTuple(round.pick(indices)));
}

const poolSize = (vm: Interpreter, self: number): number => vm.listSize(vm.field(self, 0));

const choiceState = (most: (at: number, n: number, r: number) => number): Methods =>
  copied(reduceChoice, (vm, self, state) => {
    const { size } = roundOf(vm, self);
    const n = poolSize(vm, self);
    goOnAfter(
      vm,
      self,
      indicesOf(vm, state, size, (at) => most(at, n, size)),
    );
  });

const PERMUTATIONS_STATE = copied(reduceChoice, (vm, self, state) => {
  const { size, cycles = [] } = roundOf(vm, self);
  const n = poolSize(vm, self);
  const [indices = 0, turned = 0] = stateItems(vm, state, 2);
  const places = indicesOf(vm, indices, n, () => n - 1);
  const turns = indicesOf(vm, turned, size, (at) => n - at, 1);
  cycles.splice(0, size, ...turns);
  goOnAfter(vm, self, places);
});

const PRODUCT_STATE = copied(reduceProduct, (vm, self, state) => {
  const pools = vm.items(vm.field(self, 0));
  const indices = indicesOf(vm, state, pools.length, (at) => vm.listSize(pools[at] as number) - 1);
  if (pools.some((pool) => vm.listSize(pool) === 0)) ended(vm, self);
  else goOnAfter(vm, self, indices);
});

const more: IteratorSpec['more'] = (vm, ref) => WORD_BYTES * roundOf(vm, ref).words;
const chosen = { args: [2, 2], keywords: ['iterable', 'r'] } as const;

export const COMBINATORIC: readonly IteratorSpec[] = [
  {
    name: 'product',
    bytes: () => PRODUCT_BYTES,
    construct: { steps: constructProduct },
    methods: PRODUCT_STATE,
    takes: { args: ANY, anyKeywords: true },
    next,
    more,
  },
  {
    name: 'combinations',
    bytes: () => COMBINATIONS_BYTES,
    construct: choose(COMBINATIONS, (n, r) => r > n),
    methods: choiceState((at, n, r) => at + n - r),
    takes: chosen,
    next,
    more,
  },
  {
    name: 'combinations_with_replacement',
    bytes: () => COMBINATIONS_BYTES,
    construct: choose(REPLACED, (n, r) => n === 0 && r > 0),
    methods: choiceState((_at, n) => n - 1),
    takes: chosen,
    next,
    more,
  },
  {
    name: 'permutations',
    bytes: () => PERMUTATIONS_BYTES,
    construct: { steps: constructPermutations },
    methods: PERMUTATIONS_STATE,
    takes: { args: [1, 2], keywords: ['iterable', 'r'] },
    next,
    more,
  },
];
