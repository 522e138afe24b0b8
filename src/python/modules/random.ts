/** random: the Mersenne Twister and what random.py draws from it. A generator that nobody seeded begins at seed 0: nothing here is by chance. */
import { distributions, lists, mersennes, PythonRaise, randoms } from '../../objects/index.ts';
import { indexValue } from '../builtins/arguments.ts';
import type { Interpreter } from '../eval/interpreter.ts';
import { type ModuleDefinition, type NativeDefinition, native } from '../eval/native.ts';

interface Source {
  readonly twister: mersennes.MersenneTwister;
  gauss: distributions.GaussSource;
}

const sources = new WeakMap<Interpreter, Source>();

function sourceOf(vm: Interpreter): Source {
  const known = sources.get(vm);
  if (known !== undefined) return known;
  const made = { twister: new mersennes.MersenneTwister(0), gauss: new distributions.GaussSource() };
  sources.set(vm, made);
  return made;
}

function twisterOf(vm: Interpreter): mersennes.MersenneTwister {
  return sourceOf(vm).twister;
}

function seed(vm: Interpreter, [given = 0]: readonly number[]): number {
  const source = sourceOf(vm);
  source.gauss = new distributions.GaussSource();
  if (given === 0 || vm.isNone(given)) source.twister.seed(0);
  else if (vm.isInt(given)) source.twister.seed(vm.int(given));
  else if (vm.isStr(given))
    source.twister.seed(mersennes.seedFromBytes(new Uint8Array(utf8(vm.text(given)))));
  else
    throw new PythonRaise(
      'TypeError',
      'The only supported seed types are: None,\nint, float, str, bytes, and bytearray.',
    );
  return vm.none();
}

function utf8(text: string): number[] {
  return Array.from(unescape(encodeURIComponent(text))).map((unit) => unit.charCodeAt(0));
}

function population(vm: Interpreter, ref: number): number[] {
  return vm.collect(ref);
}

function choice(vm: Interpreter, [sequence = 0]: readonly number[]): number {
  const size = vm.length(sequence);
  if (size === 0) throw new PythonRaise('IndexError', 'Cannot choose from an empty sequence');
  const at = vm.newInt(randoms.choicePosition(twisterOf(vm), size));
  return vm.guard(at, () => vm.getItem(sequence, at));
}

function shuffle(vm: Interpreter, [list = 0]: readonly number[]): number {
  const swaps = randoms.shuffleSwaps(twisterOf(vm), lists.listSize(vm.process, list));
  for (let step = 0; step < swaps.length; step += 2) {
    const [i, j] = [swaps[step] as number, swaps[step + 1] as number];
    const [a, b] = [vm.own(vm.itemAt(list, i)), vm.own(vm.itemAt(list, j))];
    lists.setListItem(vm.process, list, i, b);
    lists.setListItem(vm.process, list, j, a);
    vm.dropAll([a, b]);
  }
  return vm.none();
}

function sample(vm: Interpreter, [from = 0, count = 0]: readonly number[]): number {
  const items = population(vm, from);
  try {
    const places = randoms.samplePositions(twisterOf(vm), items.length, vm.index(count));
    return vm.newList(places.map((at) => items[at] as number));
  } finally {
    vm.dropAll(items);
  }
}

function choices(
  vm: Interpreter,
  [from = 0, weights = 0, cumulative = 0, count = 0]: readonly number[],
): number {
  const items = population(vm, from);
  const size = count === 0 ? 1 : vm.index(count);
  try {
    const given = weights !== 0 && !vm.isNone(weights) ? weights : cumulative;
    const places =
      given === 0 || vm.isNone(given)
        ? randoms.choicesPositions(twisterOf(vm), items.length, size)
        : randoms.weightedPositions(
            twisterOf(vm),
            sums(vm, given, given === weights),
            size,
            vm.process.values,
          );
    return vm.newList(places.map((at) => items[at] as number));
  } finally {
    vm.dropAll(items);
  }
}

function sums(vm: Interpreter, ref: number, add: boolean): number[] {
  const refs = vm.collect(ref);
  let total = 0;
  const values = refs.map((one) => (total = (add ? total : 0) + vm.float(one)));
  vm.dropAll(refs);
  return values;
}

function randrange(vm: Interpreter, [start = 0, stop = 0, step = 0]: readonly number[]): number {
  const range = {
    start: indexValue(vm, start),
    stop: stop === 0 ? null : indexValue(vm, stop),
    step: step === 0 ? 1 : indexValue(vm, step),
  };
  return vm.newInt(randoms.randrange(twisterOf(vm), range, vm.process.values));
}

function randint(vm: Interpreter, [a = 0, b = 0]: readonly number[]): number {
  const last = indexValue(vm, b);
  const stop = typeof last === 'number' ? last + 1 : last + 1n;
  return vm.newInt(
    randoms.randrange(twisterOf(vm), { start: indexValue(vm, a), stop, step: 1 }, vm.process.values),
  );
}

function real(
  use: (source: Source, a: number, b: number) => number,
  args: readonly [number, number],
  defaults: readonly [number, number] = [0, 1],
): NativeDefinition {
  return native(
    (vm, [a, b]) => {
      const value = use(
        sourceOf(vm),
        a === undefined ? defaults[0] : vm.float(a),
        b === undefined ? defaults[1] : vm.float(b),
      );
      return vm.newFloat(value);
    },
    { args },
  );
}

export const RANDOM: ModuleDefinition = {
  name: 'random',
  functions: {
    seed: native(seed, { args: [0, 2] }),
    random: native((vm) => vm.newFloat(twisterOf(vm).random())),
    getrandbits: native(
      (vm, [k]) => vm.newInt(twisterOf(vm).getrandbits(vm.index(k as number), vm.process.values)),
      { args: [1, 1] },
    ),
    randrange: native(randrange, { args: [1, 3] }),
    randint: native(randint, { args: [2, 2] }),
    choice: native(choice, { args: [1, 1] }),
    shuffle: native(shuffle, { args: [1, 1] }),
    sample: native(sample, { args: [2, 2], keywords: ['population', 'k'] }),
    choices: native(choices, { args: [1, 4], keywords: ['population', 'weights', '*', 'cum_weights', 'k'] }),
    uniform: real(({ twister }, a, b) => distributions.uniform(twister, a, b), [2, 2]),
    gauss: real(({ twister, gauss }, mu, sigma) => gauss.gauss(twister, mu, sigma), [0, 2]),
    normalvariate: real(({ twister }, mu, sigma) => distributions.normalvariate(twister, mu, sigma), [0, 2]),
    expovariate: real(({ twister }, rate) => distributions.expovariate(twister, rate), [0, 1], [1, 1]),
    betavariate: real(({ twister }, a, b) => distributions.betavariate(twister, a, b), [2, 2]),
  },
};
