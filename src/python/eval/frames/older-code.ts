/**
 * How large the instructions and lines of code are up to 3.10, where they are bytes objects of their own. Our instructions are counted as
 * CPython's: handlers of `try` and `with` are longer or shorter here by a few of them.
 */
import type { CodeObject } from '../../compile/code-object.ts';
import { Op } from '../../compile/opcodes.ts';

export interface OlderRules {
  /** A generator's code begins with an instruction of its own (GEN_START, 3.10). */
  readonly generatorsStart: boolean;
  /** Instructions at the end of a function that nothing reaches. */
  readonly deadReturn: number;
  /** The table of lines tells of all lines, the first one too (PEP 626, 3.10). */
  readonly linesAreRanges: boolean;
  /** Equal tables of one compilation are one (3.10). */
  readonly mergesTables: boolean;
}

export const CODE_38: OlderRules = {
  generatorsStart: false,
  deadReturn: 2,
  linesAreRanges: false,
  mergesTables: false,
};
export const CODE_310: OlderRules = {
  generatorsStart: true,
  deadReturn: 0,
  linesAreRanges: true,
  mergesTables: true,
};

/** What only our dialect has, or what is a prologue that CPython has no instruction for. */
const NOT_THERE: ReadonlySet<number> = new Set([
  Op.NOP,
  Op.RESUME,
  Op.MAKE_CELL,
  Op.COPY_FREE_VARS,
  Op.PUSH_NULL,
  Op.RETURN_GENERATOR,
  Op.END_SEND,
  Op.ASYNC_GEN_WRAP,
]);

/** RESUME of a delegation. */
const DELEGATES = 2;

/** YIELD_FROM is one instruction, where ours are SEND, YIELD_VALUE and a jump back. */
function delegates(instructions: Int32Array, at: number): boolean {
  const [op, before] = [instructions[at], instructions[at - 2]];
  if (op === Op.YIELD_VALUE) return before === Op.SEND;
  return op === Op.JUMP_BACKWARD && before === Op.RESUME && (instructions[at - 1] as number) >= DELEGATES;
}

/** Places of the instructions that CPython has, too. */
function shared({ instructions }: CodeObject): number[] {
  const places: number[] = [];
  for (let at = 0; at < instructions.length; at += 2)
    if (!NOT_THERE.has(instructions[at] as number) && !delegates(instructions, at)) places.push(at);
  return places;
}

/** len(co_code) / 2 */
export function olderUnits(code: CodeObject, { generatorsStart, deadReturn }: OlderRules): number {
  const { instructions } = code;
  let begins = 0;
  for (let at = 0; at < instructions.length; at += 2) if (instructions[at] === Op.RETURN_GENERATOR) begins++;
  const ends = instructions.at(-2) === Op.RETURN_VALUE ? 0 : deadReturn;
  return shared(code).length - (generatorsStart ? 0 : begins) + longSwaps(instructions) + ends;
}

/** Three names that change places take ROT_THREE and ROT_TWO. */
function longSwaps(instructions: Int32Array): number {
  let count = 0;
  for (let at = 0; at < instructions.length; at += 2) {
    const isLong = instructions[at] === Op.SWAP && instructions[at + 1] === 3;
    if (isLong && !STORES_ITEM.has(instructions[at + 2] as number) && instructions[at + 2] !== Op.SWAP)
      count++;
  }
  return count;
}

const STORES_ITEM: ReadonlySet<number> = new Set([Op.STORE_SUBSCR]);

/** len(co_lnotab), from 3.10 on len(co_linetable): two bytes for each change of line. */
export function olderLineBytes(code: CodeObject, { linesAreRanges }: OlderRules): number {
  let changes = 0;
  let line = linesAreRanges ? 0 : code.firstLine;
  for (const at of shared(code)) {
    const next = code.positions[at * 2] as number;
    if (next !== 0 && next !== line) changes++;
    if (next !== 0) line = next;
  }
  return 2 * Math.max(changes, linesAreRanges ? 1 : 0);
}
