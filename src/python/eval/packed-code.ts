/**
 * Instructions as the loop reads them: one word each, and pairs of loads in one.
 *
 *   | arg ........................ | op ... 8 bits |          a pair's arg: | second, 12 bits | first, 12 bits |
 *
 * A pair (LOAD_FAST, then LOAD_FAST or LOAD_CONST, as 3.13's LOAD_FAST_LOAD_FAST) stands at the place of its first instruction; the
 * second keeps its own word, for whoever jumps to it. Both are on one line.
 */
import type { CodeObject } from '../compile/code-object.ts';
import { Op } from '../compile/opcodes.ts';

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
      pairAt(code, at) ?? wordOf(instructions[at * 2] as number, instructions[at * 2 + 1] as number),
    );
  }
  return packed;
}

function wordOf(op: number, arg: number): number {
  return (arg << OP_BITS) | op;
}

function pairAt(code: CodeObject, at: number): number | undefined {
  const { instructions, positions } = code;
  const first = instructions[at * 2 + 1] as number;
  const second = instructions[at * 2 + 3];
  if (instructions[at * 2] !== Op.LOAD_FAST || second === undefined) return undefined;
  if (first > HALF_MASK || second > HALF_MASK) return undefined;
  if (positions[at * 4] !== positions[at * 4 + 4]) return undefined;
  const arg = (second << HALF_BITS) | first;
  switch (instructions[at * 2 + 2]) {
    case Op.LOAD_FAST:
      return wordOf(Op.LOAD_FAST_LOAD_FAST, arg);
    case Op.LOAD_CONST:
      return wordOf(Op.LOAD_FAST_LOAD_CONST, arg);
    default:
      return undefined;
  }
}
