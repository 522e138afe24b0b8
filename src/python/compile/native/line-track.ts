/**
 * The way that a code object takes through CPython's own instructions, as far as lines are concerned: sys.settrace tells of lines that only
 * instructions without effect have (`pass`, `while True`, `try`), and not of those that the compiler gave to none.
 */
import { allBlocks, type Block, exits, type Instr, nonEmpty } from './blocks.ts';
import { laidOut } from './native-code.ts';
import type { WrittenCode } from './written-code.ts';

export type LineTrack = {
  /** Of each of CPython's instructions; 0: none. */
  readonly lines: Int32Array;
  /** The place of the written instruction that it stands for; -1: of none. */
  readonly origins: Int32Array;
  /** Where it may jump to; -1: nowhere. */
  readonly targets: Int32Array;
  /** 1: the next may follow it. */
  readonly goesOn: Uint8Array;
  /** 1: it has no effect but to jump. */
  readonly idle: Uint8Array;
  /** 1: what runs next depends on a value. */
  readonly branches: Uint8Array;
  /** 1: to jump back from it begins no line (JUMP_BACKWARD_NO_INTERRUPT). */
  readonly quiet: Uint8Array;
  /** The instructions of each written one, in order. */
  readonly places: ReadonlyMap<number, readonly number[]>;
  /** How many come before the first that can begin a line. */
  readonly prologue: number;
};

const JUMPS_AWAY: ReadonlySet<string> = new Set([
  'JUMP',
  'JUMP_FORWARD',
  'JUMP_BACKWARD',
  'JUMP_NO_INTERRUPT',
  'JUMP_BACKWARD_NO_INTERRUPT',
]);
const PROLOGUE: ReadonlySet<string> = new Set([
  'COPY_FREE_VARS',
  'MAKE_CELL',
  'RETURN_GENERATOR',
  'POP_TOP',
  'RESUME',
]);

export function lineTrack(written: WrittenCode): LineTrack {
  const entry = laidOut(written);
  const instrs = [...allBlocks(entry)].flatMap((block) => block.instrs);
  const starts = startsOf(entry);
  const ends = new Set([...allBlocks(entry)].filter(exits).map(({ instrs: all }) => all.at(-1)));
  const places = new Map<number, number[]>();
  for (const [i, { origin }] of instrs.entries()) {
    if (origin < 0) continue;
    const known = places.get(origin);
    if (known === undefined) places.set(origin, [i]);
    else known.push(i);
  }
  return {
    lines: Int32Array.from(instrs, ({ at }) => Math.max(at.line, 0)),
    origins: Int32Array.from(instrs, ({ origin }) => origin),
    targets: Int32Array.from(instrs, ({ target }) => starts.get(nonEmpty(target)) ?? -1),
    goesOn: Uint8Array.from(instrs, (instr) => (JUMPS_AWAY.has(instr.op) || ends.has(instr) ? 0 : 1)),
    idle: Uint8Array.from(instrs, ({ op }) => (op === 'NOP' || JUMPS_AWAY.has(op) ? 1 : 0)),
    branches: Uint8Array.from(instrs, ({ op }) => (op.includes('JUMP_IF_') ? 1 : 0)),
    quiet: Uint8Array.from(instrs, ({ op }) => (op === 'JUMP_BACKWARD_NO_INTERRUPT' ? 1 : 0)),
    places,
    prologue: prologueOf(instrs),
  };
}

function startsOf(entry: Block): Map<Block | null, number> {
  const starts = new Map<Block | null, number>();
  let at = 0;
  for (const block of allBlocks(entry)) {
    starts.set(block, at);
    at += block.instrs.length;
  }
  return starts;
}

/** Up to the first RESUME, which the others come before. */
function prologueOf(instrs: readonly Instr[]): number {
  const resume = instrs.findIndex(({ op }) => op === 'RESUME');
  return instrs.slice(0, resume + 1).every(({ op }) => PROLOGUE.has(op)) ? resume + 1 : 0;
}
