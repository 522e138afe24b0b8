/**
 * Looking for a key in steps: its `__hash__`, and the `__eq__` of keys with the same hash, can be waited for.
 *
 * Tables are the objects room's, which has one way of looking into them, and no steps. So what is to be done with one key is begun; where it
 * comes to a question that Python code has to answer, it is left, the code is waited for, and it is begun again with that answer. This is sound
 * for what asks all its questions before it changes anything, and only for that: one key looked for, stored, or taken out.
 */
import { B } from '../../../heap/index.ts';
import { hash64s, hashes, type ints, KeyQuestion, PythonRaise } from '../../../objects/index.ts';
import { specialSteps } from '../calls/call-steps.ts';
import type { Steps } from '../calls/waiting.ts';
import { dueSteps, whileOpen } from '../frames/finalizing.ts';
import type { Interpreter } from '../interpreter.ts';
import { type Direct, directNative, type NativeDefinition, type NativeTraits } from '../native.ts';
import { equalSteps } from './comparing.ts';

/** Of the two only what was asked for means something. */
interface Answer {
  readonly question: KeyQuestion;
  readonly hash: hash64s.Hash64;
  readonly equal: boolean;
}

const NO_HASH: hash64s.Hash64 = { lo: 0, hi: 0 };

/** The answers to the questions of one act, in the order in which it asks. */
export class KeyAnswers {
  readonly #given: Answer[] = [];
  #asked = 0;

  begin(): void {
    this.#asked = 0;
  }

  hashOf(ref: number): hash64s.Hash64 {
    return this.#answer(ref, 0).hash;
  }

  areEqual(a: number, b: number): boolean {
    return this.#answer(a, b).equal;
  }

  /** What was answered to the next question; thrown where it is not answered yet. */
  #answer(a: number, b: number): Answer {
    const known = this.#given[this.#asked];
    if (known === undefined || known.question.a !== a || known.question.b !== b) throw new KeyQuestion(a, b);
    this.#asked++;
    return known;
  }

  /** Where Python code has changed what is looked into, other questions come than before: those after this one are asked anew. */
  learn(answer: Answer): void {
    this.#given.splice(this.#asked, this.#given.length, answer);
  }
}

/** Does what asks all its questions about keys before it changes anything. */
export function* answered<Result>(vm: Interpreter, act: () => Result): Steps<Result> {
  const answers = new KeyAnswers();
  for (;;) {
    const outer = vm.keyAnswers;
    vm.keyAnswers = answers;
    answers.begin();
    let question: KeyQuestion;
    try {
      return act();
    } catch (error) {
      if (!(error instanceof KeyQuestion)) throw error;
      question = error;
    } finally {
      vm.keyAnswers = outer;
    }
    answers.learn(yield* answerTo(vm, question));
  }
}

/** What is held while it is asked is held now. */
function* answerTo(vm: Interpreter, question: KeyQuestion): Steps<Answer> {
  const { a, b, held } = question;
  for (const ref of held) vm.incref(ref);
  try {
    if (b === 0) return { question, hash: yield* hashSteps(vm, a), equal: false };
    return { question, hash: NO_HASH, equal: yield* equalSteps(vm, a, b) };
  } finally {
    vm.dropAll(held);
  }
}

/** The same where Python code may answer for this key. */
export function* withKey<Result>(vm: Interpreter, key: number, act: () => Result): Steps<Result> {
  return asksForKey(vm, key) ? yield* answered(vm, act) : act();
}

/** A native of a container and one of its keys. */
export function keyed(direct: Direct, traits: NativeTraits): NativeDefinition {
  return directNative(direct, {
    ...traits,
    directAsks: (vm, _self, key) => vm.lines.watched || (key !== 0 && asksForKey(vm, key)),
    steps: (vm, args) => keyedSteps(vm, direct, args),
  });
}

/** What it ends with dropping may have a finalizer, which is waited for where somebody watches lines. */
function* keyedSteps(
  vm: Interpreter,
  direct: Direct,
  [self = 0, key = 0, other = 0]: readonly number[],
): Steps {
  const act = (): number => direct(vm, self, key, other);
  if (!vm.lines.watched) return yield* answered(vm, act);
  const result = yield* answered(vm, () => whileOpen(vm, act));
  yield* dueSteps(vm);
  return result;
}

/** How far tuples within tuples are looked into. */
const DEEPEST = 4;

/** May Python code answer for this key, or for one in a tuple? */
export function asksForKey(vm: Interpreter, key: number, depth = 0): boolean {
  const { atoms, tuple } = vm.process.types;
  const info = vm.heap.typeOf(key);
  if (info === atoms.str || info === atoms.int) return false;
  if (info === tuple) return depth < DEEPEST && itemAsks(vm, key, depth + 1);
  const type = vm.classes.of(key);
  if (type.dict === 0) return false;
  return vm.overrideIn(type, '__hash__') !== 0 || vm.overrideIn(type, '__eq__') !== 0;
}

function itemAsks(vm: Interpreter, tuple: number, depth: number): boolean {
  const length = vm.heap.words[tuple + B] as number;
  for (let at = 0; at < length; at++) if (asksForKey(vm, vm.field(tuple, at), depth)) return true;
  return false;
}

/** slot_tp_hash */
export function* hashSteps(vm: Interpreter, ref: number): Steps<hash64s.Hash64> {
  const answer = yield* specialSteps(vm, vm.override(ref, '__hash__'), ref);
  return vm.guard(answer, () => {
    if (!vm.isInt(answer)) throw new PythonRaise('TypeError', '__hash__ method should return an integer');
    const { lo, hi } = hashAnswered(vm.int(answer));
    vm.answeredHashes.set(ref, { lo, hi });
    return { lo, hi };
  });
}

const LARGEST = 2n ** 63n - 1n;

/** What fits a machine word is the hash itself, except -1, which says that something failed. */
function hashAnswered(answer: ints.PyInt): hash64s.Hash64 {
  const value = BigInt(answer);
  if (value > LARGEST || value < -LARGEST - 1n) return hashes.intHash(answer);
  return hash64s.hashFromBits(value === -1n ? -2 : answer);
}
