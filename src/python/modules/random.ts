/**
 * random: the Mersenne Twister (_randommodule.c) and the arithmetic behind random.py's distributions; the rest is Python (lib/random.ts).
 * A generator that nobody seeded begins at seed 0: nothing here is by chance.
 */
import { Annex } from '../../heap/index.ts';
import { codecs, distributions, type ints, mersennes, PythonRaise } from '../../objects/index.ts';
import { allocate, classArgument } from '../builtins/allocate.ts';
import { clinicInt, indexValue } from '../builtins/arguments.ts';
import type { Interpreter } from '../eval/interpreter.ts';
import { type ModuleDefinition, type NativeDefinition, native } from '../eval/native.ts';
import { RANDOM_SOURCE } from '../lib/random.ts';
import { ANY, classValue, type ModuleType } from './define-type.ts';
import { library } from './library.ts';

type Args = readonly number[];

/** RandomObject: the head, 624 words and the index. */
const GENERATOR_BYTES = 2520;
const WORDS = 624;

/** The state of a generator. */
class Generator extends Annex {
  readonly twister: mersennes.MersenneTwister;

  constructor(twister: mersennes.MersenneTwister, refs: readonly number[] = [0]) {
    super(refs);
    this.twister = twister;
  }

  override contents(): unknown[] {
    return [...super.contents(), this.twister.save()];
  }

  override copy(): Generator {
    const twister = new mersennes.MersenneTwister(0);
    twister.restore(this.twister.save());
    return this.copyTo(new Generator(twister, this.refs));
  }
}

function twisterOf(vm: Interpreter, self: number): mersennes.MersenneTwister {
  return (vm.heap.annexes.of(self) as Generator).twister;
}

/** random_seed: an int by its absolute value, anything else by its hash. */
function seedValue(vm: Interpreter, given: number): ints.PyInt {
  if (given === 0 || vm.isNone(given)) return 0;
  if (vm.isInt(given)) return vm.int(given);
  const hash = vm.guard(vm.own(vm.builtin('hash')), (func) => vm.call(func, [given]));
  return vm.guard(hash, (value) => BigInt.asUintN(64, BigInt(vm.int(value))));
}

function construct(vm: Interpreter, [ofClass = 0, given = 0]: Args): number {
  const made = allocate(vm, classArgument(vm, ofClass), GENERATOR_BYTES);
  vm.heap.annexes.add(made, new Generator(new mersennes.MersenneTwister(seedValue(vm, given))));
  if (vm.heap.typeOf(made).gc) vm.heap.track(made);
  return made;
}

function getstate(vm: Interpreter, [self = 0]: Args): number {
  const { words, index } = twisterOf(vm, self).save();
  return vm.tupleOf([...words, index].map((one) => vm.newInt(one)));
}

function setstate(vm: Interpreter, [self = 0, state = 0]: Args): number {
  if (!vm.isTuple(state)) throw new PythonRaise('TypeError', 'state vector must be a tuple');
  const numbers = vm.items(state).map((one) => Number(indexValue(vm, one)));
  if (numbers.length !== WORDS + 1) throw new PythonRaise('ValueError', 'state vector is the wrong size');
  const index = numbers.pop() as number;
  if (index < 0 || index > WORDS) throw new PythonRaise('ValueError', 'invalid state');
  twisterOf(vm, self).restore({ words: Uint32Array.from(numbers), index });
  return vm.none();
}

const GENERATOR: ModuleType = {
  name: 'Random',
  module: '_random',
  typeName: '_random.Random',
  traits: { gc: false },
  construct: native(construct, { args: ANY, anyKeywords: true }),
  methods: {
    random: native((vm, [self = 0]) => vm.newFloat(twisterOf(vm, self).random())),
    seed: native(
      (vm, [self = 0, given = 0]) => {
        twisterOf(vm, self).seed(seedValue(vm, given));
        return vm.none();
      },
      { args: [0, 1] },
    ),
    getstate: native(getstate),
    setstate: native(setstate, { args: [1, 1] }),
    getrandbits: native(
      (vm, [self = 0, k = 0]) =>
        vm.newInt(twisterOf(vm, self).getrandbits(clinicInt(vm, k), vm.process.values)),
      { args: [1, 1] },
    ),
  },
  bytes: () => GENERATOR_BYTES,
};

/** Draws of an object through its own `random`, as a subclass has it. */
function drawsOf(vm: Interpreter, self: number): distributions.Draws {
  return { random: () => vm.guard(vm.callMethod(self, 'random', []), (value) => vm.float(value)) };
}

type Distribution = (draws: distributions.Draws, a: number, b: number, vm: Interpreter) => number;

function distribution(use: Distribution, args: 1 | 2): NativeDefinition {
  return native(
    (vm, [self = 0, a = 0, b = 0]) =>
      vm.newFloat(use(drawsOf(vm, self), vm.float(a), args === 1 ? 0 : vm.float(b), vm)),
    { args: [args + 1, args + 1] },
  );
}

function triangular(vm: Interpreter, [self = 0, low = 0, high = 0, mode = 0]: Args): number {
  const bounds = {
    low: vm.float(low),
    high: vm.float(high),
    mode: vm.isNone(mode) ? null : vm.float(mode),
  };
  return vm.newFloat(distributions.triangular(drawsOf(vm, self), bounds));
}

function gaussPair(vm: Interpreter, [self = 0]: Args): number {
  return vm.tupleOf(distributions.gaussPair(drawsOf(vm, self)).map((one) => vm.newFloat(one)));
}

/** The text's bytes and their hash as one number, of either version of `seed`. */
function seedOfText(vm: Interpreter, [given = 0]: Args): number {
  return vm.newInt(mersennes.seedFromBytes(textBytes(vm, given)));
}

function textBytes(vm: Interpreter, given: number): Uint8Array {
  if (!vm.isStr(given)) return vm.isBytes(given) ? vm.bytes(given) : vm.bytearrayBytes(given);
  return codecs.utf8Bytes(vm.text(given));
}

/** random.py's version 1: the hash that strings had in Python 2. */
function seedOfOld(vm: Interpreter, [given = 0]: Args): number {
  const units = vm.isStr(given)
    ? Array.from(vm.text(given)).map((one) => one.codePointAt(0) as number)
    : [...textBytes(vm, given)];
  let hash = BigInt(units[0] ?? 0) << 7n;
  for (const unit of units) hash = BigInt.asUintN(64, (hash * 1000003n) ^ BigInt(unit));
  return vm.newInt(hash ^ BigInt(units.length));
}

export const RANDOM: ModuleDefinition = library('random', RANDOM_SOURCE, {
  functions: {
    _triangular: native(triangular, { args: [4, 4] }),
    _gauss_pair: native(gaussPair, { args: [1, 1] }),
    _seed_of_text: native(seedOfText, { args: [1, 1] }),
    _seed_of_old: native(seedOfOld, { args: [1, 1] }),
    _normal: distribution(distributions.normalvariate, 2),
    _vonmises: distribution(distributions.vonmisesvariate, 2),
    _gamma: distribution(distributions.gammavariate, 2),
    _pareto: distribution(
      (draws, alpha, _, vm) => distributions.paretovariate(draws, alpha, vm.process.values),
      1,
    ),
    _weibull: distribution(distributions.weibullvariate, 2),
    _constants: native((vm) => vm.tupleOf(distributions.CONSTANTS.map((one) => vm.newFloat(one)))),
  },
  values: { _Generator: classValue(GENERATOR) },
  since: { randbytes: 9, 'Random.randbytes': 9 },
});
