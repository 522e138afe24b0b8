/**
 * Arguments that C code turns into numbers: `__index__`, `__float__`, `__complex__`, `__len__` and `__length_hint__` of the program's classes
 * can be waited for, where somebody watches lines.
 *
 * C code takes its arguments apart before it does anything. So it is begun; where it comes to such a question it is left, the answer is waited
 * for, and it is begun again with the answers so far. This is sound as long as nothing has happened: every change of the heap writes an event,
 * and where one was written since it was begun the question is asked in a nested loop, as it is where nobody watches.
 */
import type { Interpreter } from '../interpreter.ts';
import type { Steps } from './waiting.ts';

/** What C code is left by. */
class Question {
  readonly self: number;
  readonly method: string;
  readonly steps: () => Steps<unknown>;

  constructor(self: number, method: string, steps: () => Steps<unknown>) {
    this.self = self;
    this.method = method;
    this.steps = steps;
  }
}

interface Answer {
  readonly question: Question;
  /** The value, or what was raised in its place. */
  readonly value: unknown;
  readonly isRaised: boolean;
}

/** The answers to the questions of one act, in the order in which it asks. */
export class Conversions {
  readonly #vm: Interpreter;
  readonly #given: Answer[] = [];
  #asked = 0;
  /** Made by the act for itself before it asks (`keep`). */
  readonly #kept: number[] = [];
  #handedOut = 0;
  /** What is to be as it was when the act is begun again. */
  readonly #counted: number;
  readonly #callTuple: number;
  #offset = 0;
  #written = 0;
  #rounds = 0;

  constructor(vm: Interpreter) {
    this.#vm = vm;
    this.#counted = vm.nativeDepth.counted;
    this.#callTuple = vm.callTuple;
    this.#note();
  }

  #note(): void {
    const { heap, pace, written } = this.#vm;
    this.#offset = heap.ring.offset;
    this.#written = written;
    this.#rounds = pace.rounds;
  }

  begin(): void {
    const vm = this.#vm;
    this.#asked = 0;
    this.#handedOut = 0;
    vm.nativeDepth.counted = this.#counted;
    vm.callTuple = this.#callTuple;
    this.#note();
  }

  /** What the act has counted for itself before it was left counts when it is begun again. */
  leave(): void {
    this.#vm.pace.rounds = this.#rounds;
  }

  /** Python code runs in a nested loop: what it does is not to be done again. */
  touch(): void {
    this.#offset = -1;
  }

  /** The value that Python code answers with; thrown where it is not known yet and can be waited for. */
  ask<Value>(self: number, method: string, steps: () => Steps<Value>): Value {
    const known = this.#given[this.#asked];
    if (known !== undefined && known.question.self === self && known.question.method === method) {
      this.#asked++;
      if (known.isRaised) throw known.value;
      return known.value as Value;
    }
    if (!this.#isUntouched) return this.#vm.finish(steps());
    // Who was handed them drops them now.
    for (const ref of this.#kept) this.#vm.incref(ref);
    throw new Question(self, method, steps);
  }

  /** What the act makes for itself before it asks, such as the tuple of its arguments, is made once. */
  keep(make: () => number): number {
    const known = this.#kept[this.#handedOut];
    if (known !== undefined) {
      this.#handedOut++;
      return known;
    }
    const wasUntouched = this.#isUntouched;
    const made = make();
    if (!wasUntouched) return made;
    this.#kept.push(made);
    this.#handedOut++;
    this.#offset = this.#vm.heap.ring.offset;
    return made;
  }

  get #isUntouched(): boolean {
    return this.#vm.heap.ring.offset === this.#offset && this.#vm.written === this.#written;
  }

  /** The answers after this one are asked for anew. */
  learn(answer: Answer): void {
    this.#given.splice(this.#asked, this.#given.length, answer);
  }
}

/** Does what may turn objects of the program's into numbers before it does anything else. */
export function* converting<Result>(vm: Interpreter, act: () => Result): Steps<Result> {
  const answers = new Conversions(vm);
  for (;;) {
    const outer = vm.conversions;
    vm.conversions = answers;
    answers.begin();
    let question: Question;
    try {
      return act();
    } catch (error) {
      if (!(error instanceof Question)) throw error;
      question = error;
    } finally {
      vm.conversions = outer;
    }
    answers.leave();
    answers.learn(yield* answerTo(question));
  }
}

function* answerTo(question: Question): Steps<Answer> {
  try {
    return { question, value: yield* question.steps(), isRaised: false };
  } catch (value) {
    return { question, value, isRaised: true };
  }
}

/** May one of them be turned into a number by a method of the program's, and is it to be waited for? */
export function asksToConvert(vm: Interpreter, args: readonly number[]): boolean {
  return vm.lines.watched && args.some((one) => one !== 0 && convertsItself(vm, one));
}

/** The same of one, or of what the slice that it is holds. */
export function asksForNumber(vm: Interpreter, ref: number): boolean {
  return vm.lines.watched && convertsItself(vm, ref);
}

function convertsItself(vm: Interpreter, ref: number): boolean {
  if (vm.heap.typeOf(ref).name !== 'slice') return vm.classes.of(ref).dict !== 0;
  return [0, 1, 2].some((at) => vm.classes.of(vm.field(ref, at)).dict !== 0);
}
