/**
 * Basic blocks of CPython's own instructions (flowgraph.c): runs that are entered at their beginning and left at their end.
 */
import type { Place } from './written-code.ts';

export type Instr = {
  op: string;
  arg: number;
  at: Place;
  /** Where it jumps to; the handler, of a SETUP. */
  target: Block | null;
  /** What goes on when it raises. */
  handler: Block | null;
  /** The instruction of ours that it was made of, by its place in the written code; -1: of none. */
  origin: number;
};

export type Block = {
  instrs: Instr[];
  next: Block | null;
  /** An exception leads to it. */
  isHandler: boolean;
  /** A label stands before it. */
  hasLabel: boolean;
  /** How many ways lead to it, where they have been counted. */
  predecessors: number;
  isWarm: boolean;
  isCold: boolean;
};

export function newBlock(): Block {
  return {
    instrs: [],
    next: null,
    isHandler: false,
    hasLabel: false,
    predecessors: 0,
    isWarm: false,
    isCold: false,
  };
}

const ALWAYS_JUMPS: ReadonlySet<string> = new Set(['JUMP', 'JUMP_NO_INTERRUPT']);
const MAY_JUMP: ReadonlySet<string> = new Set([
  'FOR_ITER',
  'SEND',
  'POP_JUMP_IF_FALSE',
  'POP_JUMP_IF_TRUE',
  'POP_JUMP_IF_NONE',
  'POP_JUMP_IF_NOT_NONE',
  'JUMP_IF_FALSE_OR_POP',
  'JUMP_IF_TRUE_OR_POP',
]);
const LEAVES: ReadonlySet<string> = new Set(['RETURN_VALUE', 'RETURN_CONST', 'RAISE_VARARGS', 'RERAISE']);
const SETUPS: ReadonlySet<string> = new Set(['SETUP_FINALLY', 'SETUP_CLEANUP', 'SETUP_WITH']);

export const alwaysJumps = (instr: Instr | undefined): boolean =>
  instr !== undefined && ALWAYS_JUMPS.has(instr.op);
export const jumps = (instr: Instr | undefined): boolean =>
  instr !== undefined && (ALWAYS_JUMPS.has(instr.op) || MAY_JUMP.has(instr.op));
export const isSetup = (instr: Instr): boolean => SETUPS.has(instr.op);
const leaves = (instr: Instr | undefined): boolean => instr !== undefined && LEAVES.has(instr.op);

/** Nothing comes behind it in its block. */
export const endsBlock = (instr: Instr | undefined): boolean => jumps(instr) || leaves(instr);
export const last = (block: Block): Instr | undefined => block.instrs.at(-1);
/** Control leaves the code at its end. */
export const exits = (block: Block): boolean => leaves(last(block));
export const fallsThrough = (block: Block): boolean => !exits(block) && !alwaysJumps(last(block));

export function nonEmpty(block: Block | null): Block | null {
  let found = block;
  while (found !== null && found.instrs.length === 0) found = found.next;
  return found;
}

export function* allBlocks(entry: Block): Generator<Block> {
  for (let block: Block | null = entry; block !== null; block = block.next) yield block;
}

/** Makes it do nothing; it stays while its line needs it. */
export function clear(instr: Instr): void {
  instr.op = 'NOP';
  instr.arg = 0;
  instr.target = null;
}

export function become(instr: Instr, op: string, arg = 0): void {
  instr.op = op;
  instr.arg = arg;
}

export const hasLine = ({ at }: Instr): boolean => at.line !== NO_LINE;
/** Of what no line of the source asks for. */
export const NO_LINE = -1;
export const NO_PLACE: Place = { line: NO_LINE, col: -1, endLine: -1, endCol: -1 };
