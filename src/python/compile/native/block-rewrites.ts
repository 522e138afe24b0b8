/**
 * What CPython rewrites within a block (compile.c, flowgraph.c: optimize_basic_block): constants that decide jumps, tuples of constants,
 * rotations, jumps to jumps.
 */
import type { ConstValue } from '../../constant.ts';
import { isTruthy } from '../fold-values.ts';
import { type Block, become, clear, hasLine, type Instr, newBlock, nonEmpty } from './blocks.ts';
import type { NativeRules } from './native-rules.ts';

export interface Rewriting {
  readonly rules: NativeRules;
  readonly constants: ConstValue[];
  /** The number of a tuple of constants. */
  readonly fold: (items: readonly ConstValue[]) => number;
}

export function rewriteBlock(block: Block, rewriting: Rewriting): void {
  const { instrs } = block;
  for (let i = 0; i < instrs.length; i++) {
    const instr = instrs[i] as Instr;
    if (instr.target !== null) instr.target = nonEmpty(instr.target) ?? instr.target;
    i = rewriteAt(block, i, rewriting);
  }
}

/** The place to go on behind. */
function rewriteAt(block: Block, i: number, rewriting: Rewriting): number {
  const instr = block.instrs[i] as Instr;
  switch (instr.op) {
    case 'LOAD_CONST':
      decideByConstant(block, i, rewriting);
      return i;
    case 'COPY':
      if (instr.arg === 1 && block.instrs[i - 1]?.op === 'LOAD_CONST') decideByConstant(block, i, rewriting);
      return i;
    case 'BUILD_TUPLE':
      rewriteTuple(block, i, rewriting);
      return i;
    case 'SWAP':
      return rewriteSwaps(block, i);
    case 'STORE_FAST':
      if (rewriting.rules.dropsRepeatedStores) dropRepeatedStore(block, i);
      return i;
    case 'PUSH_NULL':
      if (rewriting.rules.nullBeforeCallable) fuseNull(block, i);
      return i;
    case 'LOAD_GLOBAL':
      if (!rewriting.rules.nullBeforeCallable) fuseNull(block, i);
      return i;
    case 'COMPARE_OP':
    case 'CONTAINS_OP':
    case 'IS_OP':
    case 'TO_BOOL':
    case 'UNARY_NOT':
      if (rewriting.rules.asksForTruth) fuseTruth(block, i);
      return i;
    default:
      return threadJump(block, instr, rewriting) ? i - 1 : i;
  }
}

function decideByConstant(block: Block, i: number, { constants, rules }: Rewriting): void {
  const [load, next] = [block.instrs[i] as Instr, block.instrs[i + 1]];
  const constant = constants[load.op === 'COPY' ? (block.instrs[i - 1] as Instr).arg : load.arg];
  if (next === undefined || constant === undefined) return;
  // What lies between the constant and the jump only asks for its truth.
  const jump = next.op === 'TO_BOOL' ? block.instrs[i + 2] : next;
  switch (jump?.op) {
    case 'POP_JUMP_IF_FALSE':
    case 'POP_JUMP_IF_TRUE':
      if (next !== jump && next.op === 'TO_BOOL') clear(next);
      clear(load);
      if (isTruthy(constant) === (jump.op === 'POP_JUMP_IF_TRUE')) become(jump, 'JUMP');
      else clear(jump);
      return;
    case 'JUMP_IF_FALSE_OR_POP':
    case 'JUMP_IF_TRUE_OR_POP':
      if (isTruthy(constant) === (jump.op === 'JUMP_IF_TRUE_OR_POP')) return become(jump, 'JUMP');
      clear(load);
      return clear(jump);
    case 'IS_OP':
      return fuseNoneTest(block, i, constant);
    case 'RETURN_VALUE':
      if (!rules.returnsConstants || next !== jump) return;
      become(jump, 'RETURN_CONST', load.arg);
      // The evaluator loads the constant and returns it in one.
      jump.origin = load.origin;
      return clear(load);
    default:
  }
}

function fuseNoneTest(block: Block, i: number, constant: ConstValue): void {
  const test = block.instrs[i + 1] as Instr;
  const behind = block.instrs[i + 2];
  const jump = behind?.op === 'TO_BOOL' ? block.instrs[i + 3] : behind;
  if (constant.type !== 'none' || (jump?.op !== 'POP_JUMP_IF_FALSE' && jump?.op !== 'POP_JUMP_IF_TRUE'))
    return;
  const whenNone = (jump.op === 'POP_JUMP_IF_TRUE') === (test.arg === 0);
  become(jump, whenNone ? 'POP_JUMP_IF_NONE' : 'POP_JUMP_IF_NOT_NONE');
  if (behind !== undefined && behind !== jump) clear(behind);
  clear(block.instrs[i] as Instr);
  clear(test);
}

function rewriteTuple(block: Block, i: number, { constants, fold }: Rewriting): void {
  const { instrs } = block;
  const [build, next] = [instrs[i] as Instr, instrs[i + 1]];
  const size = build.arg;
  if (next?.op === 'UNPACK_SEQUENCE' && next.arg === size && size >= 1 && size <= 3) {
    clear(build);
    if (size === 1) clear(next);
    else become(next, 'SWAP', size);
    return;
  }
  if (i < size) return;
  const loads = instrs.slice(i - size, i);
  if (loads.some(({ op }) => op !== 'LOAD_CONST')) return;
  const items = loads.map(({ arg }) => constants[arg] as ConstValue);
  for (const load of loads) clear(load);
  become(build, 'LOAD_CONST', fold(items));
}

function dropRepeatedStore({ instrs }: Block, i: number): void {
  const [store, next] = [instrs[i] as Instr, instrs[i + 1]];
  if (next?.op === 'STORE_FAST' && next.arg === store.arg && next.at.line === store.at.line)
    become(store, 'POP_TOP');
}

/** The empty slot of a call is part of loading a global, in either order. */
function fuseNull({ instrs }: Block, i: number): void {
  const [first, second] = [instrs[i] as Instr, instrs[i + 1]];
  if (second === undefined) return;
  const [load, other] = first.op === 'LOAD_GLOBAL' ? [first, second] : [second, first];
  if (load.op !== 'LOAD_GLOBAL' || other.op !== 'PUSH_NULL' || (load.arg & 1) !== 0) return;
  load.arg |= 1;
  clear(other);
}

/** Comparisons give a bool already, and whoever negates asks for the truth. */
function fuseTruth({ instrs }: Block, i: number): void {
  const [first, second] = [instrs[i] as Instr, instrs[i + 1]];
  if (second === undefined) return;
  const { op, arg } = first;
  if (second.op === 'TO_BOOL') {
    clear(first);
    become(second, op, op === 'COMPARE_OP' ? arg | COMPARES_TO_BOOL : arg);
  } else if (second.op === 'UNARY_NOT' && (op === 'IS_OP' || op === 'CONTAINS_OP')) {
    clear(first);
    become(second, op, arg ^ 1);
  } else if (second.op === 'UNARY_NOT' && op === 'UNARY_NOT') {
    clear(first);
    clear(second);
  }
}
const COMPARES_TO_BOOL = 16;

/** Successive exchanges are done again with as few as possible; what is stored anyway is stored in another order. */
function rewriteSwaps(block: Block, i: number): number {
  const { instrs } = block;
  if ((instrs[i] as Instr).arg === 1) {
    clear(instrs[i] as Instr);
    return i;
  }
  const end = shortenSwaps(instrs, i);
  undoSwaps(instrs, end);
  return end;
}

/** The last of the run. */
function shortenSwaps(instrs: readonly Instr[], start: number): number {
  let [end, depth, count] = [start, 0, 0];
  for (; end < instrs.length; end++) {
    const { op, arg } = instrs[end] as Instr;
    if (op !== 'SWAP' && op !== 'NOP') break;
    if (op !== 'SWAP') continue;
    depth = Math.max(depth, arg);
    count++;
  }
  if (count < 2) return start;
  const run = instrs.slice(start, end);
  const stack = Array.from({ length: depth }, (_, place) => place);
  for (const { op, arg } of run) {
    if (op !== 'SWAP') continue;
    const top = stack[0] as number;
    stack[0] = stack[arg - 1] as number;
    stack[arg - 1] = top;
  }
  const needed = swapsFor(stack);
  for (const [k, instr] of run.entries()) {
    const arg = needed[k - (run.length - needed.length)];
    if (arg === undefined) clear(instr);
    else become(instr, 'SWAP', arg);
  }
  return end - 1;
}

/** Exchanges with the top that bring about this order. */
function swapsFor(stack: number[]): number[] {
  const swaps: number[] = [];
  for (let i = 0; i < stack.length; i++) {
    if (stack[i] === VISITED || stack[i] === i) continue;
    for (let at = i; ; ) {
      if (at !== 0) swaps.unshift(at + 1);
      const next = stack[at] as number;
      if (next === VISITED) break;
      stack[at] = VISITED;
      at = next;
    }
  }
  return swaps;
}
const VISITED = -1;

const SWAPPABLE: ReadonlySet<string> = new Set(['STORE_FAST', 'STORE_FAST_MAYBE_NULL', 'POP_TOP']);
const storedBy = ({ op, arg }: Instr): number => (op.startsWith('STORE_FAST') ? arg : -1);

function undoSwaps(instrs: Instr[], from: number): void {
  for (let i = from; i >= 0; i--) {
    const swap = instrs[i] as Instr;
    if (swap.op === 'NOP' || SWAPPABLE.has(swap.op)) continue;
    if (swap.op !== 'SWAP') return;
    const first = nextSwappable(instrs, i, null);
    if (first < 0) return;
    const line = (instrs[first] as Instr).at.line;
    let other = first;
    for (let count = swap.arg - 1; count > 0; count--) {
      other = nextSwappable(instrs, other, line);
      if (other < 0) return;
    }
    if (storesConflict(instrs, first, other)) return;
    clear(swap);
    [instrs[first], instrs[other]] = [instrs[other] as Instr, instrs[first] as Instr];
  }
}

function nextSwappable(instrs: readonly Instr[], from: number, line: number | null): number {
  for (let i = from + 1; i < instrs.length; i++) {
    const { op, at } = instrs[i] as Instr;
    if (line !== null && line >= 0 && at.line !== line) return -1;
    if (op === 'NOP') continue;
    return SWAPPABLE.has(op) ? i : -1;
  }
  return -1;
}

function storesConflict(instrs: readonly Instr[], first: number, other: number): boolean {
  const [a, b] = [storedBy(instrs[first] as Instr), storedBy(instrs[other] as Instr)];
  if (a < 0 && b < 0) return false;
  if (a === b) return true;
  return instrs.slice(first + 1, other).some((between) => {
    const stored = storedBy(between);
    return stored >= 0 && (stored === a || stored === b);
  });
}

const PLAIN: ReadonlySet<string> = new Set(['JUMP', 'JUMP_NO_INTERRUPT']);

/** A jump to a jump goes where that goes; true where it was changed and is to be looked at again. */
function threadJump(block: Block, instr: Instr, { rules }: Rewriting): boolean {
  const target = instr.target?.instrs[0];
  if (instr.target === null || target === undefined) return false;
  switch (instr.op) {
    case 'JUMP_IF_FALSE_OR_POP':
    case 'JUMP_IF_TRUE_OR_POP':
      return threadKeepingJump(instr, target);
    case 'POP_JUMP_IF_FALSE':
    case 'POP_JUMP_IF_TRUE':
    case 'POP_JUMP_IF_NONE':
    case 'POP_JUMP_IF_NOT_NONE':
      return target.op === 'JUMP' && thread(block, instr, target, rules);
    case 'JUMP':
      return (
        PLAIN.has(target.op) &&
        (rules.threadsQuietJumps || target.op === 'JUMP') &&
        thread(block, instr, target, rules)
      );
    case 'JUMP_NO_INTERRUPT':
      return (
        rules.threadsQuietJumps && PLAIN.has(target.op) && thread(block, instr, target, rules, target.op)
      );
    default:
      return false;
  }
}

function thread(block: Block, instr: Instr, target: Instr, rules: NativeRules, op = instr.op): boolean {
  if (instr.target === target.target) return false;
  if (!rules.appendsThreadedJumps) {
    const through = rules.threadsThroughLineless && !hasLine(target);
    if (instr.at.line !== target.at.line && !through) return false;
    instr.op = op;
    instr.target = target.target;
    return true;
  }
  // A NOP keeps the line of the first jump; nothing protects the new one.
  const moved: Instr = { ...instr, op, target: target.target, at: target.at, handler: null };
  clear(instr);
  block.instrs.push(moved);
  return true;
}

function threadKeepingJump(instr: Instr, target: Instr): boolean {
  const sameLine = instr.at.line === target.at.line;
  const isFalse = instr.op === 'JUMP_IF_FALSE_OR_POP';
  const [popsSame, popsOther] = isFalse
    ? ['POP_JUMP_IF_FALSE', 'POP_JUMP_IF_TRUE']
    : ['POP_JUMP_IF_TRUE', 'POP_JUMP_IF_FALSE'];
  const keepsOther = isFalse ? 'JUMP_IF_TRUE_OR_POP' : 'JUMP_IF_FALSE_OR_POP';
  if (!sameLine) return false;
  if (target.op === popsOther || target.op === keepsOther) {
    instr.op = popsSame;
    instr.target = instr.target?.next ?? newBlock();
    return true;
  }
  if (target.op !== popsSame && target.op !== 'JUMP' && target.op !== instr.op) return false;
  if (instr.target === target.target) return false;
  if (target.op === popsSame) instr.op = popsSame;
  instr.target = target.target;
  return true;
}
