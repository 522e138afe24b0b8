/**
 * Rewrites of neighbouring instructions that decide what exists and in what order references go.
 */
import { MARK } from './native/marks.ts';
import type { Opcode } from './opcodes.ts';
import { Op } from './opcodes.ts';
import type { Instruction } from './unit.ts';

/**
 * `a, b = b, a` makes no tuple: BUILD_TUPLE n, UNPACK_SEQUENCE n is a rotation for n up to 3, in every version
 * (peephole.c; compile.c:optimize_basic_block).
 */
export function rewriteUnpacking(instructions: Instruction[], jumpTargets: ReadonlySet<number>): void {
  for (let i = 0; i + 1 < instructions.length; i++) {
    const build = instructions[i] as Instruction;
    const unpack = instructions[i + 1] as Instruction;
    if (build.op !== Op.BUILD_TUPLE || unpack.op !== Op.UNPACK_SEQUENCE || build.arg !== unpack.arg) continue;
    if (build.arg < 1 || build.arg > 3 || jumpTargets.has(i + 1)) continue;
    build.op = Op.NOP;
    unpack.op = build.arg === 1 ? Op.NOP : Op.SWAP;
  }
}

const NO_LINE = -1;

/** Behind the mark that says so. */
function isLineless(instructions: readonly Instruction[], i: number): boolean {
  const before = instructions[i - 1];
  return before?.op === Op.NOP && before.arg === MARK.NO_LINE;
}

const SWAPPABLE: ReadonlySet<Opcode> = new Set([Op.STORE_FAST, Op.STORE_FAST_MAYBE_NULL, Op.POP_TOP]);

/**
 * A SWAP before stores to locals is undone by exchanging the stores (3.11, compile.c:apply_static_swaps), so
 * `a, b = b, a` stores to b first.
 *
 * @param linesKnown what has no line of its own has that of what runs before it already
 */
export function swapStores(
  instructions: Instruction[],
  jumpTargets: ReadonlySet<number>,
  linesKnown: boolean,
): void {
  const lines = instructions.map(({ at }, i) =>
    linesKnown || !isLineless(instructions, i) ? at.line : NO_LINE,
  );
  for (let i = instructions.length - 1; i >= 0; i--) {
    const swap = instructions[i] as Instruction;
    if (swap.op !== Op.SWAP) continue;
    const first = nextSwappable(instructions, { from: i, line: NO_LINE, lines }, jumpTargets);
    if (first < 0) continue;
    const line = lines[first] as number;
    let last = first;
    for (let count = swap.arg - 1; count > 0 && last >= 0; count--)
      last = nextSwappable(instructions, { from: last, line, lines }, jumpTargets);
    if (last < 0 || conflicts(instructions, first, last)) continue;
    swap.op = Op.NOP;
    exchange(instructions[first] as Instruction, instructions[last] as Instruction);
  }
}

function nextSwappable(
  instructions: readonly Instruction[],
  at: { readonly from: number; readonly line: number; readonly lines: readonly number[] },
  targets: ReadonlySet<number>,
): number {
  for (let i = at.from + 1; i < instructions.length; i++) {
    const { op } = instructions[i] as Instruction;
    if (targets.has(i)) return -1;
    if (op === Op.NOP) continue;
    if (at.line >= 0 && at.lines[i] !== at.line) return -1;
    return SWAPPABLE.has(op) ? i : -1;
  }
  return -1;
}

function storedBy(instruction: Instruction): number {
  return instruction.op === Op.STORE_FAST || instruction.op === Op.STORE_FAST_MAYBE_NULL
    ? instruction.arg
    : -1;
}

function conflicts(instructions: readonly Instruction[], first: number, last: number): boolean {
  const a = storedBy(instructions[first] as Instruction);
  const b = storedBy(instructions[last] as Instruction);
  if (a < 0 && b < 0) return false;
  if (a === b) return true;
  return instructions.slice(first + 1, last).some((between) => {
    const stored = storedBy(between);
    return stored >= 0 && (stored === a || stored === b);
  });
}

function exchange(a: Instruction, b: Instruction): void {
  const { op, arg, at } = a;
  a.op = b.op;
  a.arg = b.arg;
  a.at = b.at;
  b.op = op;
  b.arg = arg;
  b.at = at;
}
