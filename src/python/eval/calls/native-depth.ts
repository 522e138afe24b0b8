/**
 * How deep natives are in natives: what CPython counts of its C stack (Py_EnterRecursiveCall), and the room that we need ourselves.
 *
 * Up to 3.11 CPython counts frames and C calls together, and both have the limit of sys.setrecursionlimit(); from 3.12 C calls have one
 * of their own (Py_C_RECURSION_LIMIT). Of our stack, whose frames are larger, each kind of nesting takes what it was measured to take before
 * it is compiled: the same everywhere, so that a program ends the same way on every machine.
 * Who entered leaves, or puts `counted` back to what it was; an exception that reaches a frame does that for those that it passed.
 */
import { PythonRaise } from '../../../objects/index.ts';
import type { CallPlan } from '../native.ts';

/** Bytes of our stack. */
export const ROOM = {
  /** A native calls Python code. */
  ENTRY: 6000,
  /** A container that is not shown with a stack of its own: a set, an instance of a subclass. */
  REPR: 3000,
  COMPARISON: 2000,
  /** A tuple of classes in another, for isinstance() and issubclass(). */
  CLASSES: 1500,
  /** A group of exceptions in another. */
  GROUP: 4000,
  /** An iterator that goes through another one, as map and chain do. */
  ITERATOR: 1500,
  /** A generic alias in another. */
  ALIAS: 3000,
} as const;

const WHAT = {
  CALL: ' while calling a Python object',
  REPR: ' while getting the repr of an object',
  STR: ' while getting the str of an object',
  COMPARISON: ' in comparison',
  INSTANCE: ' in __instancecheck__',
  SUBCLASS: ' in __subclasscheck__',
  GROUP: ' in exceptiongroup_split_recursive',
  NOTHING: '',
} as const;
export type What = keyof typeof WHAT;

export interface Depths {
  readonly depth: number;
  readonly recursionLimit: number;
  readonly rules: {
    readonly cRecursionLimit: number | null;
    readonly everyNativeCounts: boolean;
    readonly entryCounts: number;
  };
}

/** Calls that a function of C makes of its own. */
const FEW = 10;
const MIB = 1_048_576;
/** For what calls the evaluator, and for what no kind of nesting has counted. */
const RESERVED_BYTES = 2 * MIB;
/** Bytes of stack that natives may take on this thread: as much as any thread has, until it is known to have more. */
let stackBytes = 900_000;

/** This thread was started with so much stack; from here on a program ends where it ends in any such thread. */
export function haveStack(mib: number): void {
  stackBytes = mib * MIB - RESERVED_BYTES;
}

function tooDeep(what: What): PythonRaise {
  return new PythonRaise('RecursionError', `maximum recursion depth exceeded${WHAT[what]}`);
}

export class NativeDepth {
  readonly #vm: Depths;
  /** Up to 3.11: frames and C calls have one limit. */
  readonly #countsFrames: boolean;
  /** Calls that CPython counts. */
  counted = 0;
  /** Bytes of our stack that are taken. */
  room = 0;

  constructor(vm: Depths) {
    this.#vm = vm;
    this.#countsFrames = vm.rules.cRecursionLimit === null;
  }

  /** Py_EnterRecursiveCall. */
  enter(what: What, room = 0): void {
    this.check(what, 1, room);
    this.counted++;
    this.room += room;
  }

  leave(room = 0): void {
    this.counted--;
    this.room -= room;
  }

  /** What CPython does not count takes room of our stack only. */
  takeRoom(room: number): void {
    if (this.room + room > stackBytes) throw tooDeep('NOTHING');
    this.room += room;
  }

  giveRoom(room: number): void {
    this.room -= room;
  }

  /** A call of C code for as long as `use` runs; where that throws, the frame that catches it puts the count back. */
  calling<Result>(use: () => Result): Result {
    const { counted } = this;
    this.enter('CALL');
    const result = use();
    this.counted = counted;
    return result;
  }

  /** As for a call that enters, and calls nothing before it leaves. */
  check(what: What, count = 1, room = 0): void {
    const { depth, recursionLimit, rules } = this.#vm;
    const limit = rules.cRecursionLimit;
    const used = this.counted + count + (limit === null ? depth : 0);
    if (used <= (limit ?? recursionLimit) && this.room + room <= stackBytes) return;
    throw tooDeep(what);
  }

  /** So little room is left that it matters which calls count. */
  get isNearLimit(): boolean {
    const { depth, recursionLimit, rules } = this.#vm;
    if (this.counted + depth + FEW >= recursionLimit) return true;
    return rules.cRecursionLimit !== null && this.counted + FEW >= rules.cRecursionLimit;
  }

  /** What calls count besides frames against the limit of frames. */
  get besideFrames(): number {
    return this.#countsFrames ? this.counted : 0;
  }

  /** The call of a C function. Up to 3.10 each counts; then, of those that an instruction calls, the ones whose plan says so. */
  enterNative({ counts }: CallPlan, byInstruction: boolean): void {
    if (!byInstruction || counts || this.#vm.rules.everyNativeCounts) this.enter('CALL');
  }
}
