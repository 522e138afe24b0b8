/** Blocks to code units of two bytes: directions of jumps, their distances, and prefixes of large arguments (assemble.c). */
import { allBlocks, type Block, type Instr, last, newBlock, nonEmpty } from './blocks.ts';
import type { NativeRules } from './native-rules.ts';
import { exceptionTable, lineTable } from './tables.ts';
import type { WrittenCode } from './written-code.ts';

export type Encoded = {
  readonly instrs: readonly Instr[];
  /** len(co_code) / 2 */
  readonly units: number;
  /** co_linetable */
  readonly lineTable: readonly number[];
  /** co_exceptiontable, but for its depths (tables.ts). */
  readonly exceptionTable: readonly number[];
};

const INVERSE: Readonly<Record<string, string>> = {
  POP_JUMP_IF_FALSE: 'POP_JUMP_IF_TRUE',
  POP_JUMP_IF_TRUE: 'POP_JUMP_IF_FALSE',
  POP_JUMP_IF_NONE: 'POP_JUMP_IF_NOT_NONE',
  POP_JUMP_IF_NOT_NONE: 'POP_JUMP_IF_NONE',
};

export function encode(entry: Block, rules: NativeRules, { firstLine }: WrittenCode): Encoded {
  directJumps(entry, rules);
  const instrs = [...allBlocks(entry)].flatMap((block) => block.instrs);
  const sizes = settle(entry, instrs, rules);
  return {
    instrs,
    units: sizes.reduce((sum, size) => sum + size, 0),
    lineTable: lineTable(instrs, sizes, { firstLine, rules }),
    exceptionTable: exceptionTable(instrs, sizes, startsOf(entry, rules)),
  };
}

/** normalize_jumps */
function directJumps(entry: Block, rules: NativeRules): void {
  const seen = new Set<Block>();
  for (const block of allBlocks(entry)) {
    seen.add(block);
    const jump = last(block);
    if (jump === undefined || jump.target === null) continue;
    const target = nonEmpty(jump.target) ?? jump.target;
    jump.target = target;
    const isBack = seen.has(target);
    if (jump.op === 'JUMP') jump.op = isBack ? 'JUMP_BACKWARD' : 'JUMP_FORWARD';
    else if (jump.op === 'JUMP_NO_INTERRUPT')
      jump.op = isBack ? 'JUMP_BACKWARD_NO_INTERRUPT' : 'JUMP_FORWARD';
    else if (isBack && rules.jumpsBackAlways && INVERSE[jump.op] !== undefined) jumpBack(block, jump);
  }
}

/** A condition goes round a jump back, which nothing protects. */
function jumpBack(block: Block, jump: Instr): void {
  const back: Block = { ...newBlock(), next: block.next, isCold: block.isCold };
  back.instrs.push({
    op: 'JUMP',
    arg: 0,
    at: jump.at,
    target: jump.target,
    handler: null,
    origin: jump.origin,
  });
  jump.op = INVERSE[jump.op] as string;
  jump.target = block.next;
  block.next = back;
}

/** An argument has eight bits; each prefix brings eight more. */
const prefixes = (arg: number): number => (arg > 0xff_ff_ff ? 3 : arg > 0xff_ff ? 2 : arg > 0xff ? 1 : 0);

/** The units of each instruction; longer jumps make others longer (assemble_jump_offsets). */
function settle(entry: Block, instrs: readonly Instr[], rules: NativeRules): number[] {
  // What jumps begin with is the number of an instruction, and what that needs.
  const numbers = new Map(instrs.map((instr, number) => [instr, number]));
  for (const instr of instrs) {
    const first = nonEmpty(instr.target)?.instrs[0];
    if (first !== undefined && rules.jumpsBeginAsNumbers) instr.arg = numbers.get(first) ?? 0;
  }
  for (;;) {
    const starts = startsOf(entry, rules);
    let changed = false;
    let at = 0;
    for (const instr of instrs) {
      const before = unitsOf(instr, rules);
      at += before;
      if (instr.target === null) continue;
      instr.arg = Math.abs((starts.get(instr.target) ?? 0) - at);
      changed ||= unitsOf(instr, rules) !== before;
    }
    if (!changed) return instrs.map((instr) => unitsOf(instr, rules));
  }
}

const unitsOf = (instr: Instr, { caches }: NativeRules): number =>
  prefixes(instr.arg) + 1 + (caches[instr.op] ?? 0);

/** The unit that each block begins at. */
function startsOf(entry: Block, rules: NativeRules): Map<Block, number> {
  const starts = new Map<Block, number>();
  let offset = 0;
  for (const block of allBlocks(entry)) {
    starts.set(block, offset);
    for (const instr of block.instrs) offset += unitsOf(instr, rules);
  }
  return starts;
}
