/**
 * Code objects: what `compile` leaves for the evaluator. Nothing in them changes afterwards.
 */
import type { ConstValue } from '../constant.ts';
import type { WrittenCode } from './native/written-code.ts';

export const CodeFlag = {
  OPTIMIZED: 0x1,
  NEWLOCALS: 0x2,
  VARARGS: 0x4,
  VARKEYWORDS: 0x8,
  NESTED: 0x10,
  GENERATOR: 0x20,
  NOFREE: 0x40,
  COROUTINE: 0x80,
  ITERABLE_COROUTINE: 0x100,
  ASYNC_GENERATOR: 0x200,
  FUTURE_ANNOTATIONS: 0x1000000,
} as const;

/** Calling it makes something that runs it bit by bit. */
export const SUSPENDS = CodeFlag.GENERATOR | CodeFlag.COROUTINE | CodeFlag.ASYNC_GENERATOR;

/** Instructions [start, end) are protected: an exception in them continues at `target`. */
export type ExceptionEntry = {
  readonly start: number;
  readonly end: number;
  readonly target: number;
  /** The stack is cut to this many slots first. */
  readonly depth: number;
  /** Whether the offset of the instruction that raised is pushed below the exception. */
  readonly lasti: boolean;
};

export type CodeObject = {
  readonly name: string;
  readonly qualname: string;
  readonly filename: string;
  readonly firstLine: number;
  readonly argCount: number;
  readonly posOnlyCount: number;
  readonly kwOnlyCount: number;
  /** Bits of CodeFlag, with CPython's values. */
  readonly flags: number;
  /** Pairs (op, arg); jump arguments are indices of pairs. */
  readonly instructions: Int32Array;
  /** Four numbers an instruction: line, end line, column, end column; a line of 0 stands for none. */
  readonly positions: Int32Array;
  readonly exceptionTable: readonly ExceptionEntry[];
  readonly constants: readonly ConstValue[];
  readonly names: readonly string[];
  /** Parameters first: positional-only, positional, keyword-only, *args, **kwargs. */
  readonly varNames: readonly string[];
  readonly cellVars: readonly string[];
  readonly freeVars: readonly string[];
  /** For each cell variable the index of the parameter that it takes its first value from, or -1. */
  readonly cellToArg: readonly number[];
  /** How many slots the instructions need. */
  readonly stackSize: number;
  /** What `co_stacksize` is in CPython of this version: it decides how large frames and generators are. */
  readonly coStackSize: number;
  readonly docstring: string | null;
  /** From 3.11 on: what CPython's own instructions are laid out from (native/native-code.ts). */
  readonly written: WrittenCode | null;
  /** The place of each instruction among those that were written; none where nothing is laid out. */
  readonly places: Int32Array;
};

/** A text that two code objects share exactly when CPython's `==` holds between them (codeobject.c:code_richcompare). */
export function codeKey(
  code: CodeObject,
  withPositions: boolean,
  constKey: (constant: ConstValue) => string,
): string {
  const header = [code.name, code.argCount, code.posOnlyCount, code.kwOnlyCount, code.flags, code.firstLine];
  const tables = [code.names, code.varNames, code.cellVars, code.freeVars].map((list) => list.join(' '));
  const body = Array.from(code.instructions).join(',');
  const places = withPositions ? Array.from(code.positions).join(',') : '';
  return [...header, ...tables, body, places, ...code.constants.map(constKey)].join('\n');
}
