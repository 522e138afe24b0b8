/**
 * What CPython does to the blocks of a code object as a whole (compile.c, flowgraph.c). Which of it, and in what order, is a rule of the
 * version (native-rules.ts).
 */
import {
  allBlocks,
  alwaysJumps,
  type Block,
  clear,
  exits,
  fallsThrough,
  hasLine,
  type Instr,
  isSetup,
  jumps,
  last,
  NO_LINE,
  NO_PLACE,
  newBlock,
  nonEmpty,
} from './blocks.ts';
import type { Place } from './written-code.ts';

/** MAX_COPY_SIZE */
const MAX_COPY_SIZE = 4;

/** NOPs go unless their line has no other instruction (clean_basic_block, basicblock_remove_redundant_nops). */
export function removeNops(entry: Block): void {
  for (const block of allBlocks(entry)) {
    const kept: Instr[] = [];
    let previousLine = NO_LINE;
    for (const [i, instr] of block.instrs.entries()) {
      if (instr.op === 'NOP' && isRedundant(block, i, previousLine)) continue;
      kept.push(instr);
      previousLine = instr.at.line;
    }
    block.instrs = kept;
  }
}

function isRedundant(block: Block, i: number, previousLine: number): boolean {
  const instr = block.instrs[i] as Instr;
  const { line } = instr.at;
  if (!hasLine(instr) || previousLine === line) return true;
  const next = block.instrs[i + 1];
  if (next !== undefined) {
    if (!hasLine(next)) {
      next.at = instr.at;
      return true;
    }
    return next.at.line === line;
  }
  const following = nonEmpty(block.next)?.instrs.find((one) => one.op !== 'NOP' || hasLine(one));
  return following !== undefined && following.at.line === line;
}

export function removeEmpty(entry: Block): void {
  for (const block of allBlocks(entry)) {
    block.next = nonEmpty(block.next);
    for (const instr of block.instrs) if (instr.target !== null) instr.target = nonEmpty(instr.target);
  }
}

/** A jump to a few instructions that leave the code takes them along (inline_small_exit_blocks). */
export function inlineSmallExits(entry: Block): void {
  for (const block of allBlocks(entry)) inlineExit(block, isSmallExit);
}

/** The same, of those that have no line, from the last block to the first (extend_block, 3.11). */
export function inlineLinelessExits(entry: Block): void {
  const wanted = (target: Block): boolean => isSmallExit(target) && isLineless(target);
  for (const block of [...allBlocks(entry)].toReversed()) inlineExit(block, wanted);
}

/** ... and to any that have no line and do not go on (inline_small_or_no_lineno_blocks). */
export function inlineSmallOrLineless(entry: Block): void {
  countPredecessors(entry);
  const wanted = (target: Block): boolean =>
    isSmallExit(target) || (isLineless(target) && !fallsThrough(target));
  for (let changed = true; changed; ) {
    changed = false;
    for (const block of allBlocks(entry)) changed = inlineExit(block, wanted) || changed;
  }
}

const isSmallExit = (target: Block): boolean => exits(target) && target.instrs.length <= MAX_COPY_SIZE;

function inlineExit(block: Block, wanted: (target: Block) => boolean): boolean {
  const jump = last(block);
  const target = jump?.target ?? null;
  if (jump === undefined || target === null || !alwaysJumps(jump) || !wanted(target)) return false;
  const { op } = jump;
  clear(jump);
  block.instrs.push(...target.instrs.map((one) => ({ ...one })));
  const moved = last(block);
  if (moved?.op === 'JUMP_NO_INTERRUPT' && op === 'JUMP') moved.op = 'JUMP';
  return true;
}

/** Where control can come; handlers are reached through what they protect (mark_reachable). */
export function removeUnreachable(entry: Block): void {
  countPredecessors(entry);
  for (const block of allBlocks(entry)) {
    if (block.predecessors > 0) continue;
    block.instrs = [];
    block.isHandler = false;
  }
  removeEmpty(entry);
}

export function countPredecessors(entry: Block): void {
  for (const block of allBlocks(entry)) block.predecessors = 0;
  entry.predecessors = 1;
  const pending = [entry];
  const reach = (block: Block | null): void => {
    if (block === null) return;
    if (block.predecessors++ === 0) pending.push(block);
  };
  for (let block = pending.pop(); block !== undefined; block = pending.pop()) {
    if (block.next !== null && fallsThrough(block)) reach(block.next);
    for (const instr of block.instrs) if (jumps(instr) || isSetup(instr)) reach(instr.target);
  }
}

/** Jumps to what follows anyway. */
export function removeRedundantJumps(entry: Block): void {
  clearRedundantJumps(entry);
  removeNops(entry);
  removeEmpty(entry);
}

function clearRedundantJumps(entry: Block): void {
  for (const block of allBlocks(entry)) {
    const jump = last(block);
    if (!alwaysJumps(jump) || jump === undefined) continue;
    if (nonEmpty(jump.target) === nonEmpty(block.next) && jump.target !== null) clear(jump);
  }
}

/** Until there is nothing to remove (remove_redundant_nops_and_jumps, 3.13). */
export function removeNopsAndJumps(entry: Block): void {
  const size = (): number => [...allBlocks(entry)].reduce((sum, { instrs }) => sum + instrs.length, 0);
  for (let before = -1; before !== size(); ) {
    before = size();
    removeNops(entry);
    removeRedundantJumps(entry);
  }
}

const LOADS: ReadonlySet<string> = new Set(['LOAD_CONST', 'COPY']);

/** What is loaded and thrown away at once (remove_redundant_nops_and_pairs, 3.12). */
export function removePairs(entry: Block): void {
  for (let changed = true; changed; ) {
    changed = false;
    removeNops(entry);
    let previous: Instr | null = null;
    for (const block of allBlocks(entry)) {
      for (const instr of block.instrs) {
        const isLoad =
          previous !== null && LOADS.has(previous.op) && (previous.op !== 'COPY' || previous.arg === 1);
        if (instr.op === 'POP_TOP' && isLoad && previous !== null) {
          clear(previous);
          clear(instr);
          changed = true;
        }
        previous = instr;
      }
      if (!fallsThrough(block) || jumps(last(block)) || block.next?.hasLabel === true) previous = null;
    }
  }
  removeNops(entry);
  removeEmpty(entry);
}

/** What leads out of the code and has no line is copied for each jump to it, and takes the place of what comes before it. */
function duplicateLineless(entry: Block, wanted: (block: Block) => boolean): void {
  for (const block of allBlocks(entry)) {
    const jump = last(block);
    if (jump === undefined || !jumps(jump) || jump.target === null) continue;
    const target = jump.target;
    if (!wanted(target) || target.predecessors <= 1) continue;
    const copy: Block = { ...newBlock(), instrs: target.instrs.map((one) => ({ ...one })), predecessors: 1 };
    placeFirst(copy, jump.at);
    jump.target = copy;
    target.predecessors--;
    copy.next = target.next;
    target.next = copy;
  }
  for (const block of allBlocks(entry)) {
    const end = last(block);
    if (end !== undefined && block.next !== null && fallsThrough(block) && wanted(block.next))
      placeFirst(block.next, end.at);
  }
}

const isLineless = ({ instrs }: Block): boolean => instrs.every((one) => !hasLine(one));
const isLinelessExit = (block: Block): boolean => exits(block) && isLineless(block);
const ASKS_BREAKER: ReadonlySet<string> = new Set(['JUMP', 'CALL', 'CALL_KW', 'CALL_FUNCTION_EX', 'RESUME']);
/** is_exit_or_eval_check_without_lineno */
const isLinelessCheck = (block: Block): boolean =>
  isLineless(block) && (exits(block) || block.instrs.some(({ op }) => ASKS_BREAKER.has(op)));

function placeFirst({ instrs: [first] }: Block, at: Place): void {
  if (first !== undefined) first.at = at;
}

/** What has no line takes that of what comes before it, where only one way leads there (propagate_line_numbers). */
function propagateLines(entry: Block): void {
  for (const block of allBlocks(entry)) {
    const end = last(block);
    if (end === undefined) continue;
    let at: Place | null = null;
    for (const instr of block.instrs) {
      if (hasLine(instr)) at = instr.at;
      else if (at !== null) instr.at = at;
    }
    if (at === null) continue;
    if (fallsThrough(block) && block.next !== null) inherit(block.next, at);
    if (jumps(end) && end.target !== null) inherit(end.target, at);
  }
}

function inherit(block: Block, at: Place): void {
  const [first] = block.instrs;
  if (block.predecessors === 1 && first !== undefined && !hasLine(first)) first.at = at;
}

/** Counts the ways first: blocks have been copied and emptied since (resolve_line_numbers). */
export function resolveLines(entry: Block): void {
  countPredecessors(entry);
  duplicateLineless(entry, isLinelessExit);
  propagateLines(entry);
}

/** The same, with what looks at the eval breaker (3.13). */
export function resolveLinesOfChecks(entry: Block): void {
  countPredecessors(entry);
  duplicateLineless(entry, isLinelessCheck);
  propagateLines(entry);
}

/** Code that only exceptions lead to goes behind all other code (push_cold_blocks_to_end, 3.12). */
export function moveColdCode(entry: Block): void {
  if (moveCold(entry, 'JUMP')) clearRedundantJumps(entry);
}

/** The same, and what leads back does not look at the eval breaker (3.13). */
export function moveColdCodeQuietly(entry: Block): void {
  if (moveCold(entry, 'JUMP_NO_INTERRUPT')) removeRedundantJumps(entry);
}

/** Whether there was some. */
function moveCold(entry: Block, back: string): boolean {
  if (entry.next === null) return false;
  markWarm(entry);
  markCold(entry);
  endColdRuns(entry, back);
  const cold: Block[] = [];
  let tail = entry;
  for (let block = entry.next as Block | null; block !== null; block = block.next) {
    if (block.isCold) cold.push(block);
    else {
      tail.next = block;
      tail = block;
    }
  }
  tail.next = null;
  for (const block of cold) {
    tail.next = block;
    tail = block;
  }
  tail.next = null;
  return cold.length > 0;
}

function markWarm(entry: Block): void {
  for (const block of allBlocks(entry)) block.isWarm = block.isCold = false;
  const pending = [entry];
  entry.isWarm = true;
  const reach = (block: Block | null): void => {
    if (block === null || block.isWarm) return;
    block.isWarm = true;
    pending.push(block);
  };
  for (let block = pending.pop(); block !== undefined; block = pending.pop()) {
    if (block.next !== null && fallsThrough(block)) reach(block.next);
    for (const instr of block.instrs) if (jumps(instr)) reach(instr.target);
  }
}

function markCold(entry: Block): void {
  const pending: Block[] = [];
  const reach = (block: Block | null): void => {
    if (block === null || block.isWarm || block.isCold) return;
    block.isCold = true;
    pending.push(block);
  };
  for (const block of allBlocks(entry)) if (block.isHandler) reach(block);
  for (let block = pending.pop(); block !== undefined; block = pending.pop()) {
    if (fallsThrough(block)) reach(block.next);
    for (const instr of block.instrs) if (jumps(instr)) reach(instr.target);
  }
}

/** Cold code that runs on into warm code jumps there. */
function endColdRuns(entry: Block, op: string): void {
  for (const block of allBlocks(entry)) {
    if (!block.isCold || !fallsThrough(block) || block.next === null || !block.next.isWarm) continue;
    const jump: Block = { ...newBlock(), isCold: true, predecessors: 1, next: block.next };
    jump.instrs.push({
      op,
      arg: 0,
      at: NO_PLACE,
      target: block.next,
      handler: null,
      origin: -1,
    });
    block.next = jump;
  }
}
