/**
 * The instructions that CPython's compiler would have made of a code object (compile.c, flowgraph.c, assemble.c; 3.11 to 3.13): nothing
 * here runs, but their number decides how large code objects are.
 */
import type { ConstValue } from '../../constant.ts';
import { constantKey } from '../../constant.ts';
import type { CodeObject } from '../code-object.ts';
import { codeKey } from '../code-object.ts';
import {
  allBlocks,
  type Block,
  clear,
  endsBlock,
  type Instr,
  isSetup,
  jumps,
  last,
  newBlock,
  NO_PLACE,
} from './blocks.ts';
import { rewriteBlock } from './block-rewrites.ts';
import { removeNops } from './flow-passes.ts';
import { fuseLocals, markUnset } from './locals.ts';
import { type Lowered, lower, NOWHERE_TO } from './lower.ts';
import { type NativeRules } from './native-rules.ts';
import { type Encoded, encode } from './encode.ts';
import type { WrittenCode } from './written-code.ts';

export function nativeCode(written: WrittenCode, rules: NativeRules): Encoded {
  const lowered = lower(written, rules);
  const entry = blocksOf(lowered, rules);
  const constants = [...written.constants];
  for (const pass of rules.before) pass(entry);
  const rewriting = { rules, constants, fold: folder(constants) };
  for (const block of allBlocks(entry)) {
    rewriteBlock(block, rewriting);
  }
  const [first, ...others] = rules.after;
  first?.(entry);
  for (const pass of others) pass(entry);
  if (rules.fusesLocals) {
    markUnset(entry, written);
    fuseLocals(entry);
    removeNops(entry);
  }
  addPrologue(entry, written);
  for (const block of allBlocks(entry)) for (const instr of block.instrs) if (isSetup(instr) || instr.op === 'POP_BLOCK') clear(instr);
  removeNops(entry);
  return encode(entry, rules, written);
}

/** Adds a tuple of constants unless an equal one is there. */
function folder(constants: ConstValue[]): (items: readonly ConstValue[]) => number {
  const key = (constant: ConstValue): string =>
    constantKey(constant, (code: CodeObject) => codeKey(code, true, key));
  return (items) => {
    const tuple: ConstValue = { type: 'tuple', items };
    const wanted = key(tuple);
    const found = constants.findIndex((one) => one.type === 'tuple' && key(one) === wanted);
    return found >= 0 ? found : constants.push(tuple) - 1;
  };
}

function blocksOf({ emitted, labels }: Lowered, rules: NativeRules): Block {
  const used = new Set<number>();
  for (const { target } of emitted) if (target !== NOWHERE_TO) used.add(labels[target] ?? 0);
  if (rules.everyLabelStarts) for (const place of labels) used.add(place);
  const starts = new Map<number, Block>();
  const entry = newBlock();
  let block = entry;
  const instrs: Instr[] = [];
  for (const [i, one] of emitted.entries()) {
    if (i > 0 && (used.has(i) || endsBlock(last(block)))) {
      block.next = newBlock();
      block = block.next;
    }
    if (used.has(i)) starts.set(i, block);
    block.hasLabel ||= used.has(i);
    const instr: Instr = { op: one.op, arg: one.arg, at: one.at, target: null, handler: null };
    block.instrs.push(instr);
    instrs.push(instr);
  }
  const end = newBlock();
  block.next = used.has(emitted.length) ? end : null;
  starts.set(emitted.length, end);
  for (const [i, one] of emitted.entries()) {
    const instr = instrs[i] as Instr;
    if (one.target !== NOWHERE_TO) instr.target = starts.get(labels[one.target] ?? 0) ?? null;
    if (isSetup(instr) && instr.target !== null) instr.target.isHandler = true;
    if (one.handler !== NOWHERE_TO) instr.handler = starts.get(labels[one.handler] ?? 0) ?? null;
  }
  return entry;
}

/** insert_prefix_instructions */
function addPrologue(entry: Block, { ownCells, freeVarCount, suspends, firstLine }: WrittenCode): void {
  const prologue: Instr[] = [];
  const add = (op: string, arg: number, at = NO_PLACE): void => {
    prologue.push({ op, arg, at, target: null, handler: null });
  };
  if (freeVarCount > 0) add('COPY_FREE_VARS', freeVarCount);
  for (const cell of ownCells) add('MAKE_CELL', cell);
  if (suspends) {
    const at = { line: firstLine, col: -1, endLine: firstLine, endCol: -1 };
    add('RETURN_GENERATOR', 0, at);
    add('POP_TOP', 0, at);
  }
  entry.instrs.unshift(...prologue);
}
void jumps;
