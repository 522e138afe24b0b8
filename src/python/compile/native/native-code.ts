/**
 * The instructions that CPython's compiler would have made of a code object (compile.c, flowgraph.c, assemble.c; 3.11 to 3.13): nothing
 * here runs, but their number decides how large code objects are.
 */
import type { ConstValue } from '../../constant.ts';
import { constantKey } from '../../constant.ts';
import type { CodeObject } from '../code-object.ts';
import { codeKey } from '../code-object.ts';
import { rewriteBlock } from './block-rewrites.ts';
import {
  allBlocks,
  type Block,
  clear,
  endsBlock,
  type Instr,
  isSetup,
  last,
  NO_PLACE,
  newBlock,
} from './blocks.ts';
import { type Encoded, encode } from './encode.ts';
import { removeNops } from './flow-passes.ts';
import { fuseLocals, markUnset } from './locals.ts';
import { type Lowered, lower, NO_ORIGIN, NOWHERE_TO } from './lower.ts';
import { type NativeRules, nativeRules } from './native-rules.ts';
import type { WrittenCode } from './written-code.ts';

/** What CPython's code object has of memory. */
export type NativeSize = {
  /** len(co_code) / 2 */
  readonly units: number;
  /** co_linetable and co_exceptiontable: how long they are, and texts that are equal where they are. */
  readonly tables: readonly { readonly length: number; readonly key: string }[];
};

const SIZES = new WeakMap<WrittenCode, NativeSize>();

/** Null up to 3.10, whose code objects are all of one size. */
export function nativeSize({ written }: CodeObject): NativeSize | null {
  if (written === null) return null;
  const known = SIZES.get(written);
  if (known !== undefined) return known;
  const { units, lineTable, exceptionTable } = nativeCode(written);
  const tables = [lineTable, exceptionTable].map((table) => ({ length: table.length, key: table.join() }));
  const size = { units, tables };
  SIZES.set(written, size);
  return size;
}

/** @internal Looked at by tests; others ask for its size. */
export function nativeCode(written: WrittenCode): Encoded {
  return encode(blocksLaidOut(written), nativeRules(written.python), written);
}

/** Its blocks, where each jump knows its direction. */
export function laidOut(written: WrittenCode): Block {
  const entry = blocksLaidOut(written);
  encode(entry, nativeRules(written.python), written);
  return entry;
}

function blocksLaidOut(written: WrittenCode): Block {
  const rules = nativeRules(written.python);
  const entry = blocksOf(lower(written, rules), rules);
  for (const pass of rules.before) pass(entry);
  const constants = [...written.constants];
  const rewriting = { rules, constants, fold: folder(constants) };
  for (const block of allBlocks(entry)) rewriteBlock(block, rewriting);
  for (const pass of rules.after) pass(entry);
  if (rules.fusesLocals) {
    markUnset(entry, written);
    fuseLocals(entry);
    removeNops(entry);
  }
  addPrologue(entry, written, rules);
  removeSetups(entry);
  return entry;
}

/** convert_exception_handlers_to_nops */
function removeSetups(entry: Block): void {
  for (const { instrs } of allBlocks(entry))
    for (const instr of instrs) if (isSetup(instr) || instr.op === 'POP_BLOCK') clear(instr);
  removeNops(entry);
}

/** Adds a tuple of constants unless an equal one is there. */
function folder(constants: ConstValue[]): (items: readonly ConstValue[]) => number {
  const key = (constant: ConstValue): string =>
    constantKey(constant, (code: CodeObject) => codeKey(code, true, key));
  const known = new Map<string, number>();
  for (const [place, constant] of constants.entries())
    if (constant.type === 'tuple') known.set(key(constant), place);
  return (items) => {
    const tuple: ConstValue = { type: 'tuple', items };
    const place = known.get(key(tuple)) ?? constants.push(tuple) - 1;
    known.set(key(tuple), place);
    return place;
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
    const instr: Instr = {
      op: one.op,
      arg: one.arg,
      at: one.at,
      target: null,
      handler: null,
      origin: one.origin,
    };
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
    // What begins or ends a block is not protected itself (label_exception_targets).
    if (one.handler !== NOWHERE_TO && !isSetup(instr) && one.op !== 'POP_BLOCK')
      instr.handler = starts.get(labels[one.handler] ?? 0) ?? null;
  }
  return entry;
}

/** insert_prefix_instructions */
function addPrologue(
  entry: Block,
  { ownCells, freeVarCount, suspends, firstLine }: WrittenCode,
  { placesPrologue }: NativeRules,
): void {
  const prologue: Instr[] = [];
  const add = (op: string, arg: number, at = NO_PLACE): void => {
    prologue.push({ op, arg, at, target: null, handler: null, origin: NO_ORIGIN });
  };
  if (freeVarCount > 0) add('COPY_FREE_VARS', freeVarCount);
  for (const cell of ownCells) add('MAKE_CELL', cell);
  if (suspends) {
    const at = { line: firstLine, col: -1, endLine: firstLine, endCol: -1 };
    add('RETURN_GENERATOR', 0, at);
    add('POP_TOP', 0, placesPrologue ? at : NO_PLACE);
  }
  entry.instrs.unshift(...prologue);
}
