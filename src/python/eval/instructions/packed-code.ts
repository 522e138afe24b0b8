/**
 * Instructions as the loop reads them: one word each, and some that follow each other in one.
 *
 *   | arg ........................ | op ... 8 bits |          of two loads: | second, 12 bits | first, 12 bits |
 *
 * Several in one (as 3.13's LOAD_FAST_LOAD_FAST) stand at the place of the first; the others keep their own words, which say their
 * arguments and are there for whoever jumps to them. All are on one line.
 */
import type { CodeObject } from '../../compile/code-object.ts';
import { Op, type Opcode } from '../../compile/opcodes.ts';

export const OP_BITS = 8;
export const OP_MASK = 255;
export const HALF_BITS = 12;
export const HALF_MASK = 4095;

/** As a plain array: its words are read without the checks that a typed array, which may lose its memory, needs. */
export function packCode(code: CodeObject): number[] {
  const { instructions } = code;
  const count = instructions.length / 2;
  const packed: number[] = [];
  for (let at = 0; at < count; at++) {
    packed.push(
      twoLoadsAt(code, at) ??
        pairAt(code, at) ??
        wordOf(instructions[at * 2] as number, instructions[at * 2 + 1] as number),
    );
  }
  return packed;
}

function wordOf(op: number, arg: number): number {
  return (arg << OP_BITS) | op;
}

/** By the first instruction: what it is together with the next one, under whose argument the pair is looked for. */
const PAIRS: { readonly [first: Opcode]: { readonly [second: Opcode]: Opcode } } = {
  [Op.LOAD_FAST]: {
    [Op.BINARY_OP]: Op.LOAD_FAST_BINARY_OP,
    [Op.INPLACE_OP]: Op.LOAD_FAST_BINARY_OP,
    [Op.LOAD_ATTR]: Op.LOAD_FAST_LOAD_ATTR,
    [Op.STORE_ATTR]: Op.LOAD_FAST_STORE_ATTR,
    [Op.LOAD_METHOD]: Op.LOAD_FAST_LOAD_METHOD,
  },
  [Op.LOAD_CONST]: {
    [Op.BINARY_OP]: Op.LOAD_CONST_BINARY_OP,
    [Op.INPLACE_OP]: Op.LOAD_CONST_BINARY_OP,
    [Op.RETURN_VALUE]: Op.LOAD_CONST_RETURN_VALUE,
  },
  [Op.FOR_ITER]: { [Op.STORE_FAST]: Op.FOR_ITER_STORE_FAST },
};

function pairAt(code: CodeObject, at: number): number | undefined {
  const pair = PAIRS[opAt(code, at)]?.[opAt(code, at + 1)];
  return pair === undefined || !onOneLine(code, at) ? undefined : wordOf(pair, argAt(code, at));
}

function twoLoadsAt(code: CodeObject, at: number): number | undefined {
  const [first, second] = [argAt(code, at), argAt(code, at + 1)];
  const next = opAt(code, at + 1);
  if (opAt(code, at) !== Op.LOAD_FAST || (next !== Op.LOAD_FAST && next !== Op.LOAD_CONST)) return undefined;
  if (first > HALF_MASK || second > HALF_MASK || !onOneLine(code, at)) return undefined;
  const arg = (second << HALF_BITS) | first;
  const then = opAt(code, at + 2);
  const operates = (then === Op.BINARY_OP || then === Op.INPLACE_OP) && onOneLine(code, at + 1);
  if (next === Op.LOAD_FAST)
    return wordOf(operates ? Op.LOAD_FAST_LOAD_FAST_BINARY_OP : Op.LOAD_FAST_LOAD_FAST, arg);
  return wordOf(operates ? Op.LOAD_FAST_LOAD_CONST_BINARY_OP : Op.LOAD_FAST_LOAD_CONST, arg);
}

function opAt({ instructions }: CodeObject, at: number): Opcode {
  return instructions[at * 2] ?? Op.NOP;
}

function argAt({ instructions }: CodeObject, at: number): number {
  return instructions[at * 2 + 1] ?? 0;
}

/** Is the instruction after it on the same line? */
function onOneLine({ positions }: CodeObject, at: number): boolean {
  return positions[at * 4] === positions[at * 4 + 4];
}
