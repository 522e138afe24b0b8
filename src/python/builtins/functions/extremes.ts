/** min and max (bltinmodule.c:min_max). */
import { PythonRaise } from '../../../objects/index.ts';
import { callSteps } from '../../eval/calls/call-steps.ts';
import { wrongKeyword } from '../../eval/calls/native-arguments.ts';
import { owning, type Steps } from '../../eval/calls/waiting.ts';
import type { Interpreter } from '../../eval/interpreter.ts';
import {
  type Asks,
  type Keywords,
  type Native,
  type NativeDefinition,
  type NativeSteps,
  waitingWhere,
} from '../../eval/native.ts';
import { compareSteps } from '../../eval/operators/comparing.ts';
import { iterSteps, nextAtOnce, nextSteps } from '../../eval/operators/iteration-steps.ts';
import { asksMethods } from '../../eval/operators/operators.ts';
import { answerSteps } from '../../eval/operators/truth.ts';
import { arePlainNumbers, extremeIn, extremeOf, holdsPlainNumbers } from './plain-items.ts';

type Args = readonly number[];

const MANY = Number.MAX_SAFE_INTEGER;

/** min and max: `wins` is the comparison by which an item takes the place of the best so far (min_max). */
function extreme(name: 'min' | 'max', wins: '<' | '>'): NativeSteps {
  return function* (vm, args, keywords) {
    const tuple = vm.takeTuple();
    const { key, otherwise } = extremeOptions(vm, name, args, keywords);
    const several = args.length > 1;
    if (several && otherwise !== 0)
      throw new PythonRaise(
        'TypeError',
        `Cannot specify a default for ${name}() with multiple positional arguments`,
      );
    if (!several)
      return (yield* overItems(vm, args[0] as number, { key, wins })) || emptyExtreme(vm, name, otherwise);
    if (vm.rules.extremesInPlace) return yield* best(vm, args, { key, wins });
    const packed = tuple === 0 ? vm.newTuple(args) : vm.own(tuple);
    return yield* owning(vm, [packed], overItems(vm, packed, { key, wins }));
  };
}

/** The same of numbers, and nothing else. */
function extremeAtOnce(name: 'min' | 'max', sign: number): Native {
  return (vm, args) => {
    const tuple = vm.takeTuple();
    const [of = 0] = args;
    if (args.length === 1) return extremeIn(vm, of, sign) || emptyExtreme(vm, name, 0);
    if (vm.rules.extremesInPlace) return extremeOf(vm, args, sign);
    return vm.guard(tuple === 0 ? vm.newTuple(args) : vm.own(tuple), (packed) => extremeIn(vm, packed, sign));
  };
}

/** Is it more than numbers that are compared? */
const asksForExtreme: Asks = (vm, args, keywords) => {
  if (keywords.size > 0 || args.length === 0 || vm.nativeDepth.isNearLimit) return true;
  return args.length === 1 ? !holdsPlainNumbers(vm, args[0] as number) : !arePlainNumbers(vm, args);
};

function emptyExtreme(vm: Interpreter, name: string, otherwise: number): number {
  if (otherwise !== 0) return vm.own(otherwise);
  throw new PythonRaise('ValueError', vm.words.emptyExtreme(name));
}

function extremeOptions(
  vm: Interpreter,
  name: string,
  args: Args,
  keywords: Keywords,
): { key: number; otherwise: number } {
  if (args.length === 0) throw new PythonRaise('TypeError', `${name} expected at least 1 argument, got 0`);
  // Their number is looked at before their names (vgetargskeywords, _PyArg_UnpackKeywords).
  if (keywords.size > 2) {
    const words = `${name}() takes at most 2 keyword arguments (${keywords.size} given)`;
    throw new PythonRaise('TypeError', words);
  }
  for (const one of keywords.keys()) {
    if (one === 'key' || one === 'default') continue;
    throw wrongKeyword(vm, name, one, ['key', 'default']);
  }
  const key = keywords.get('key') ?? 0;
  return { key: key !== 0 && vm.isNone(key) ? 0 : key, otherwise: keywords.get('default') ?? 0 };
}

interface Ranking {
  readonly key: number;
  readonly wins: '<' | '>';
}

function* overItems(vm: Interpreter, iterable: number, ranking: Ranking): Steps {
  const iterator = yield* iterSteps(vm, iterable);
  const next = (): number => {
    vm.tick();
    return nextAtOnce(vm, iterator);
  };
  return yield* owning(vm, [iterator], bestOf(vm, { iterator, next }, ranking));
}

/** Of the arguments themselves, without an iterator (3.13). */
function* best(vm: Interpreter, args: Args, ranking: Ranking): Steps {
  let at = 0;
  const next = (): number => (at < args.length ? vm.own(args[at++] as number) : 0);
  return yield* bestOf(vm, { iterator: 0, next }, ranking);
}

interface Source {
  readonly iterator: number;
  /** The next item; -1: the iterator has to be asked in steps. */
  readonly next: () => number;
}

/** The best item, a new reference; 0 when there is none. */
function* bestOf(vm: Interpreter, { iterator, next }: Source, { key, wins }: Ranking): Steps {
  let [item, value] = [0, 0];
  let [one, rank] = [0, 0];
  try {
    for (;;) {
      one = next();
      if (one < 0) {
        one = 0;
        one = yield* nextSteps(vm, iterator);
      }
      if (one === 0) break;
      rank = key === 0 ? vm.own(one) : yield* callSteps(vm, key, [one]);
      if (item === 0 || (yield* better(vm, rank, value, wins)))
        [item, value, one, rank] = [one, rank, item, value];
      vm.dropAll([rank, one]);
      [one, rank] = [0, 0];
    }
    vm.dropAll([value]);
    return item;
  } catch (error) {
    vm.dropAll([rank, one, value, item]);
    throw error;
  }
}

function* better(vm: Interpreter, a: number, b: number, wins: '<' | '>'): Steps<boolean> {
  const answer = asksMethods(vm, a, b) ? yield* compareSteps(vm, a, b, wins) : vm.compare(a, b, wins);
  return yield* answerSteps(vm, answer);
}

const EXTREME = { args: [0, MANY], anyKeywords: true, packsUpTo: 12, seesTuple: true } as const;

export const EXTREMES: Readonly<Record<string, NativeDefinition>> = {
  min: waitingWhere(
    { asks: asksForExtreme, steps: extreme('min', '<'), atOnce: extremeAtOnce('min', 1) },
    EXTREME,
  ),
  max: waitingWhere(
    { asks: asksForExtreme, steps: extreme('max', '>'), atOnce: extremeAtOnce('max', -1) },
    EXTREME,
  ),
};
