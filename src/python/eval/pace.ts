/**
 * Counting instructions: when a program pauses, when its budgets are looked at, when an interrupt comes.
 *
 * Always: the count is exact at every stop, and where budgets are looked at does not depend on where the program was paused, so that the
 * same program in other slices ends at the same instruction.
 */
import { PythonRaise } from '../../objects/index.ts';
import { type Budget, BudgetSpent } from './exceptions/raise.ts';
import type { Interpreter } from './interpreter.ts';

const CHECK_EVERY = 4096;
const BYTES_A_STEP = 64;

/** More steps than whoever runs the program wants to wait for while it cannot pause: the heap is in the middle of something. */
export class Abandoned extends Error {
  override readonly name = 'Abandoned';
}

export class Pace {
  readonly #vm: Interpreter;
  /** Instructions that had run when some were last granted, and how many those were. */
  #before = 0;
  #granted = 0;
  /** Rounds of loops inside natives. */
  rounds = 0;
  /** Steps and instructions before the program that runs. */
  #start = 0;
  #startInstruction = 0;
  #checkAt = 0;
  /** So much memory was taken that the budgets are looked at before anything else happens. */
  #urgent = false;
  #pauseAt = 0;
  #suspendAt = Number.POSITIVE_INFINITY;
  /** Where interrupts come, the next one first. */
  #interrupts: number[] = [];
  #abandonAt = Number.POSITIVE_INFINITY;
  /** Ran out where nothing can be thrown through: inside a finalizer. */
  #spent: BudgetSpent | null = null;

  constructor(vm: Interpreter) {
    this.#vm = vm;
  }

  /** A budget has run out: no Python code runs any more, neither finalizers nor callbacks. */
  get ending(): boolean {
    return this.#spent !== null;
  }

  /** The budget that has run out. */
  get spent(): Budget | null {
    return this.#spent === null ? null : this.#spent.budget;
  }

  /** The budgets are to be looked at before the next instruction, or in the next round of a loop. */
  urge(): void {
    this.#urgent = true;
    this.#checkAt = this.#before;
  }

  /** Steps so far, as if all that were granted had run. */
  get steps(): number {
    return this.#before + this.#granted + this.rounds;
  }

  /** Steps of the program that runs. */
  get own(): number {
    return this.#vm.steps - this.#start;
  }

  /** What was granted and not used is taken back. */
  settle(unused: number): void {
    this.#before += this.#granted - unused;
    this.#granted = 0;
  }

  begin(): void {
    this.#start = this.steps;
    this.#startInstruction = this.#before;
    this.#spent = null;
    this.#interrupts = [];
    this.#abandonAt = Number.POSITIVE_INFINITY;
    this.#suspendAt = Number.POSITIVE_INFINITY;
    this.#planCheck();
  }

  pauseIn(instructions: number): void {
    this.#pauseAt = this.#before + instructions;
  }

  /** Instructions that the program had run when it was paused. */
  get instruction(): number {
    return this.#before - this.#startInstruction;
  }

  /** KeyboardInterrupt comes when the program has run so many instructions. */
  interruptAt(instruction: number): void {
    this.#interrupts.push(this.#startInstruction + instruction);
    this.#interrupts.sort((one, other) => one - other);
  }

  /** The program stands still when so many more instructions have run, and stays so until it may run on. */
  suspendIn(instructions: number): void {
    this.#suspendAt = this.#before + instructions;
  }

  /** It stands where it was to stand still. */
  get suspended(): boolean {
    return this.#before >= this.#suspendAt && this.#vm.nested === 0;
  }

  /** Nobody runs the program any more. */
  lose(): void {
    this.#spent ??= new BudgetSpent('lost');
  }

  /** While the program cannot pause it runs at most so many steps from now. */
  abandonIn(steps: number): void {
    this.#abandonAt = this.#vm.steps + steps;
  }

  /** How many instructions may run now; 0: pause. */
  grant(): number {
    if (this.#spent !== null) throw this.#spent;
    if (this.#before >= this.#checkAt) {
      this.check();
      this.#planCheck();
    }
    const interrupt = this.#interrupts[0] ?? Number.POSITIVE_INFINITY;
    if (this.#before >= interrupt) {
      this.#interrupts.shift();
      this.#vm.lines.stopped = false;
      throw new PythonRaise('KeyboardInterrupt', '');
    }
    const pausable = this.#vm.nested === 0;
    const pauseAt = Math.min(this.#pauseAt, this.#suspendAt);
    if (pausable && this.#before >= pauseAt) return 0;
    let until = this.#vm.lines.watched ? this.#before + 1 : this.#checkAt;
    if (pausable && pauseAt < until) until = pauseAt;
    if (interrupt < until) until = interrupt;
    this.#granted = until - this.#before;
    return this.#granted;
  }

  /** The instruction that was granted last is begun again. */
  takeBack(): void {
    this.#before--;
  }

  /** Memory has to be filled: every so many bytes count as a step, so that a program cannot ask for megabytes over and over. */
  charge(nbytes: number): void {
    this.rounds += Math.floor(nbytes / BYTES_A_STEP);
  }

  /** A native is about to go through so many bytes. @param unused of what was granted */
  work(nbytes: number, unused: number): void {
    const sinceCheck = this.rounds % CHECK_EVERY;
    this.charge(nbytes);
    if (sinceCheck + nbytes / BYTES_A_STEP < CHECK_EVERY) return;
    if (this.#spent !== null) throw this.#spent;
    this.check(unused);
  }

  /** A round of a loop inside a native. @param unused of what was granted */
  round(unused: number): void {
    if ((++this.rounds & (CHECK_EVERY - 1)) !== 0 && !this.#urgent) return;
    if (this.#spent !== null) throw this.#spent;
    this.check(unused);
  }

  check(unused = 0): void {
    this.#urgent = false;
    const steps = this.steps - unused;
    const { budgets, heap } = this.#vm;
    if (steps - this.#start > budgets.steps) this.spend('steps');
    if (heap.memory.residentBytes().total > budgets.heapBytes) this.spend('memory');
    if (heap.liveObjects > budgets.objects) this.spend('objects');
    if (steps > this.#abandonAt) throw new Abandoned('more steps than can be waited for');
  }

  spend(budget: Budget): never {
    this.#spent ??= new BudgetSpent(budget);
    throw this.#spent;
  }

  /** At multiples of CHECK_EVERY, and where the budget of steps ends: both known from what has run, not from how it was sliced. */
  #planCheck(): void {
    const next = this.#before - (this.#before % CHECK_EVERY) + CHECK_EVERY;
    const end = this.#start + this.#vm.budgets.steps - this.rounds + 1;
    this.#checkAt = end > this.#before && end < next ? end : next;
  }
}
