/** Locals that may be unset, and loads and stores that are one instruction (flowgraph.c, 3.13). */
import { allBlocks, type Block, become, clear, fallsThrough, type Instr, jumps } from './blocks.ts';
import type { WrittenCode } from './written-code.ts';

/** LOAD_FAST_CHECK where a local may be unset (add_checks_for_loads_of_uninitialized_variables). */
export function markUnset(entry: Block, { varNames, parameterCount }: WrittenCode): void {
  const unsafeAt = new Map<Block, bigint>();
  const pending: Block[] = [];
  const reach = (block: Block | null, unsafe: bigint): void => {
    if (block === null) return;
    const known = unsafeAt.get(block);
    const merged = (known ?? 0n) | unsafe;
    if (known === merged) return;
    unsafeAt.set(block, merged);
    if (!pending.includes(block)) pending.push(block);
  };
  let unset = 0n;
  for (let place = parameterCount; place < varNames.length; place++) unset |= 1n << BigInt(place);
  reach(entry, unset);
  for (let block = pending.pop(); block !== undefined; block = pending.pop())
    scan(block, unsafeAt.get(block) ?? 0n, reach);
}

function scan(block: Block, before: bigint, reach: (block: Block | null, unsafe: bigint) => void): void {
  let unsafe = before;
  for (const instr of block.instrs) {
    if (instr.handler !== null) reach(instr.handler, unsafe);
    const bit = 1n << BigInt(instr.arg);
    switch (instr.op) {
      case 'DELETE_FAST':
      case 'LOAD_FAST_AND_CLEAR':
      case 'STORE_FAST_MAYBE_NULL':
        unsafe |= bit;
        break;
      case 'LOAD_FAST':
        if ((unsafe & bit) !== 0n) instr.op = 'LOAD_FAST_CHECK';
        unsafe &= ~bit;
        break;
      case 'STORE_FAST':
      case 'LOAD_FAST_CHECK':
        unsafe &= ~bit;
        break;
      default:
    }
    if (jumps(instr)) reach(instr.target, unsafe);
  }
  if (fallsThrough(block)) reach(block.next, unsafe);
}

const FUSED: Readonly<Record<string, string>> = {
  'LOAD_FAST LOAD_FAST': 'LOAD_FAST_LOAD_FAST',
  'STORE_FAST LOAD_FAST': 'STORE_FAST_LOAD_FAST',
  'STORE_FAST STORE_FAST': 'STORE_FAST_STORE_FAST',
};
/** Both numbers have four bits. */
const FUSED_LIMIT = 16;

/** insert_superinstructions */
export function fuseLocals(entry: Block): void {
  for (const { instrs } of allBlocks(entry)) {
    for (const [i, first] of instrs.entries()) {
      const second = instrs[i + 1];
      if (second !== undefined) fuse(first, second);
    }
  }
}

function fuse(first: Instr, second: Instr): void {
  const op = FUSED[`${first.op} ${second.op}`];
  if (op === undefined || first.arg >= FUSED_LIMIT || second.arg >= FUSED_LIMIT) return;
  const [a, b] = [first.at.line, second.at.line];
  if (a >= 0 && b >= 0 && a !== b) return;
  become(first, op, first.arg * FUSED_LIMIT + second.arg);
  clear(second);
}
