/**
 * A finished unit to a code object: peephole rewrites, jumps that never happen, unreachable code, stack depth and the
 * exception table (compile.c: assemble; flowgraph.c from 3.12).
 */
import type { ConstValue } from '../constant.ts';
import type { LanguageProfile } from '../language-profile.ts';
import type { SourceText } from '../parse/source-text.ts';
import type { CodeObject, ExceptionEntry } from './code-object.ts';
import { CodeFlag } from './code-object.ts';
import { jumpsOutOfHandlers } from './cold-code.ts';
import { isTruthy } from './fold-values.ts';
import { MARK } from './native/marks.ts';
import { hasNativeRules } from './native/native-rules.ts';
import { writtenCode } from './native/written-code.ts';
import { isJump, isSetup, Op } from './opcodes.ts';
import { rewriteUnpacking, swapStores } from './peephole.ts';
import { measureStack } from './stack-depth.ts';
import type { Instruction, Unit } from './unit.ts';
import { NameTable, NO_HANDLER } from './unit.ts';

const NO_PLACES = new Int32Array(0);

export function assemble(
  unit: Unit,
  profile: LanguageProfile,
  { filename, source }: { readonly filename: string; readonly source: SourceText },
): CodeObject {
  if (profile.callHasSelfSlot) orderCells(unit);
  const written = hasNativeRules(profile.python)
    ? writtenCode(unit, profile, { source, ownCells: ownCells(unit) })
    : null;
  const begun = addPrologue(unit);
  foldTuples(unit, profile);
  decideConstantJumps(unit);
  if (profile.callHasSelfSlot) fuseNoneTests(unit);
  rewriteUnpacking(unit.instructions, targets(unit));
  const stack = measureStack(unit, profile);
  if (profile.codeEqualityHasPositions) swapStores(unit.instructions, targets(unit), profile.linesComeFirst);
  const kept = layout(unit, stack.depths);
  const constants = usedConstants(unit, profile, kept.order);
  return {
    ...describe(unit, profile),
    filename,
    instructions: encode(unit, kept, jumpsOutOfHandlers(unit, profile)),
    positions: positions(unit, kept.order),
    exceptionTable: exceptionTable(unit, kept, stack.depths),
    constants,
    stackSize: stack.size,
    coStackSize: stack.coStackSize,
    written,
    places: written === null ? NO_PLACES : Int32Array.from(kept.order, (at) => at - begun),
  };
}

/** Cells of a class that no statement of it binds. */
const OF_CLASSES: ReadonlySet<string> = new Set(['__class__', '__classdict__']);

const CELL_OPS: ReadonlySet<number> = new Set([
  Op.MAKE_CELL,
  Op.LOAD_DEREF,
  Op.STORE_DEREF,
  Op.DELETE_DEREF,
  Op.LOAD_CLASSDEREF,
  Op.LOAD_FROM_DICT_OR_DEREF,
  Op.LOAD_CLOSURE,
  Op.LOAD_CELL_AND_CLEAR,
  Op.STORE_CELL_MAYBE_NULL,
]);

/** From 3.11 cells share the numbers of locals, so those that are locals too come first, in the order of the locals. */
function orderCells(unit: Unit): void {
  const { names } = unit.cellVars;
  const shared = unit.varNames.names.filter((name) => names.includes(name));
  const ordered = [...shared, ...names.filter((name) => !shared.includes(name))];
  const places = names.map((name) => ordered.indexOf(name));
  for (const instruction of unit.instructions) {
    if (CELL_OPS.has(instruction.op)) instruction.arg = places[instruction.arg] ?? instruction.arg;
  }
  unit.cellVars = new NameTable(ordered);
}

/** The cells that are made before anything runs, by their places. */
function ownCells({ cellVars: { names }, scope }: Unit): number[] {
  const isOwn = (name: string): boolean => scope.binding(name) === 'cell' || OF_CLASSES.has(name);
  return names.flatMap((name, place) => (isOwn(name) ? [place] : []));
}

/** Cells and generators are made before anything else runs. Labels move along. How many instructions that takes. */
function addPrologue(unit: Unit): number {
  const at = { line: unit.firstLine, col: 0, endLine: unit.firstLine, endCol: 0 };
  // Where a generator waits to begin has a line, but no place in it (compile.c:insert_generator_prefix).
  const waiting = { ...at, col: -1, endCol: -1 };
  const prologue: Instruction[] = [];
  const add = (op: number, arg: number, place = at) =>
    prologue.push({ op, arg, at: place, handler: NO_HANDLER, counted: 0 });
  if (unit.freeVars.names.length > 0) add(Op.COPY_FREE_VARS, unit.freeVars.names.length);
  for (const cell of ownCells(unit)) add(Op.MAKE_CELL, cell);
  if (unit.scope.suspends) {
    add(Op.RETURN_GENERATOR, 0, waiting);
    add(Op.POP_TOP, 0, waiting);
  }
  add(Op.RESUME, 0);
  unit.instructions.unshift(...prologue);
  for (let i = 0; i < unit.labels.length; i++) unit.labels[i] = (unit.labels[i] ?? 0) + prologue.length;
  return prologue.length;
}

/** BUILD_TUPLE of constants is one constant (flowgraph.c:fold_tuple_on_constants); it goes behind all others. */
function foldTuples(unit: Unit, profile: LanguageProfile): void {
  const least = profile.richErrors ? 0 : 1;
  const { instructions, constants } = unit;
  for (let i = 0; i < instructions.length; i++) {
    const build = instructions[i] as Instruction;
    if (build.op !== Op.BUILD_TUPLE || build.arg < least || i < build.arg) continue;
    const loads = instructions.slice(i - build.arg, i);
    if (loads.some((load) => load.op !== Op.LOAD_CONST)) continue;
    // A jump to behind one of the loads brings another value for it: `(x or 1, 2)`.
    if (unit.labels.some((at) => at > i - build.arg && at <= i)) continue;
    const items = loads.map((load) => constants.values[load.arg] as ConstValue);
    for (const load of loads) load.op = Op.NOP;
    if (profile.countsUnfoldedTuples) countAsBuilt(loads, build);
    build.op = Op.LOAD_CONST;
    build.arg = profile.countsUnfoldedTuples ? constants.append(items) : constants.fold(items);
  }
}

/** Leaves the depth that CPython counts as if the tuple were built from its items. */
function countAsBuilt(loads: readonly Instruction[], build: Instruction): void {
  for (const load of loads) load.counted++;
  build.counted -= build.arg;
}

/** `LOAD_CONST; POP_JUMP_IF_...` always or never jumps. */
function decideConstantJumps(unit: Unit): void {
  const { instructions, constants } = unit;
  for (let i = 1; i < instructions.length; i++) {
    const jump = instructions[i] as Instruction;
    const load = instructions[i - 1] as Instruction;
    if (jump.op !== Op.POP_JUMP_IF_FALSE && jump.op !== Op.POP_JUMP_IF_TRUE) continue;
    if (load.op !== Op.LOAD_CONST || unit.labels.includes(i)) continue;
    const truth = isTruthy(constants.values[load.arg] as ConstValue);
    load.op = Op.NOP;
    const jumps = truth === (jump.op === Op.POP_JUMP_IF_TRUE);
    jump.op = jumps ? Op.JUMP_FORWARD : Op.NOP;
  }
}

/** `x is None` as a condition needs no comparison (3.11). */
function fuseNoneTests(unit: Unit): void {
  const { instructions, constants } = unit;
  for (let i = 2; i < instructions.length; i++) {
    const jump = instructions[i] as Instruction;
    const test = instructions[i - 1] as Instruction;
    const load = instructions[i - 2] as Instruction;
    const conditional = jump.op === Op.POP_JUMP_IF_FALSE || jump.op === Op.POP_JUMP_IF_TRUE;
    if (!conditional || test.op !== Op.IS_OP || load.op !== Op.LOAD_CONST) continue;
    if (constants.values[load.arg]?.type !== 'none' || unit.labels.includes(i) || unit.labels.includes(i - 1))
      continue;
    const whenNone = (jump.op === Op.POP_JUMP_IF_TRUE) === (test.arg === 0);
    jump.op = whenNone ? Op.POP_JUMP_IF_NONE : Op.POP_JUMP_IF_NOT_NONE;
    test.op = Op.NOP;
    load.op = Op.NOP;
  }
}

/** The instructions that something jumps to. */
function targets(unit: Unit): ReadonlySet<number> {
  const used = new Set<number>();
  for (const { op, arg } of unit.instructions) if (isJump(op)) used.add(unit.labels[arg] ?? 0);
  return used;
}

type Layout = { readonly order: readonly number[]; readonly indexOf: readonly number[] };

const CONDITIONS: ReadonlySet<number> = new Set([
  Op.POP_JUMP_IF_FALSE,
  Op.POP_JUMP_IF_TRUE,
  Op.POP_JUMP_IF_NONE,
  Op.POP_JUMP_IF_NOT_NONE,
]);

/** The `pass` of bodies that have nothing else: without an instruction there, nobody could tell whether one was jumped over. */
function emptyBodies({ instructions, labels }: Unit): ReadonlySet<number> {
  const found = new Set<number>();
  for (const [i, { op, arg: label }] of instructions.entries()) {
    if (!CONDITIONS.has(op)) continue;
    let [at, line] = [i + 1, -1];
    for (; at < (labels[label] ?? 0) && instructions[at]?.op === Op.NOP; at++)
      if (line < 0 && instructions[at]?.arg === MARK.LINE) line = at;
    if (line >= 0 && at === labels[label]) found.add(line);
  }
  return found;
}

/** Which instructions stay, and where the old ones went (the next that stays). */
function layout(unit: Unit, depths: readonly number[]): Layout {
  const order: number[] = [];
  const indexOf: number[] = [];
  const bodies = emptyBodies(unit);
  for (const [i, { op }] of unit.instructions.entries()) {
    indexOf.push(order.length);
    if ((depths[i] ?? -1) >= 0 && !isSetup(op) && (op !== Op.NOP || bodies.has(i))) order.push(i);
  }
  indexOf.push(order.length);
  return { order, indexOf };
}

/** @param backwards these jump backwards in CPython, whose code stands in another order */
function encode(unit: Unit, { order, indexOf }: Layout, backwards: ReadonlySet<number>): Int32Array {
  const out = new Int32Array(order.length * 2);
  for (const [place, i] of order.entries()) {
    const { op, arg } = unit.instructions[i] as Instruction;
    const target = isJump(op) ? (indexOf[unit.labels[arg] ?? 0] ?? 0) : arg;
    const jumps = op === Op.JUMP_FORWARD || op === Op.JUMP_BACKWARD;
    const isBackwards = target <= place || backwards.has(i);
    out[place * 2] = jumps ? (isBackwards ? Op.JUMP_BACKWARD : Op.JUMP_FORWARD) : op;
    out[place * 2 + 1] = target;
  }
  return out;
}

function positions(unit: Unit, order: readonly number[]): Int32Array {
  const out = new Int32Array(order.length * 4);
  for (const [place, i] of order.entries()) {
    const { at } = unit.instructions[i] as Instruction;
    out.set([at.line, at.endLine, at.col, at.endCol], place * 4);
  }
  return out;
}

function exceptionTable(
  unit: Unit,
  { order, indexOf }: Layout,
  depths: readonly number[],
): readonly ExceptionEntry[] {
  const setups = new Map<number, number>();
  for (const [i, { op, arg }] of unit.instructions.entries())
    if (isSetup(op) && (depths[i] ?? -1) >= 0) setups.set(arg, i);
  const table: ExceptionEntry[] = [];
  let start = 0;
  for (let place = 1; place <= order.length; place++) {
    const handler = unit.instructions[order[start] as number]?.handler ?? NO_HANDLER;
    const next = unit.instructions[order[place] ?? -1]?.handler;
    if (place < order.length && next === handler) continue;
    const setup = setups.get(handler);
    if (handler !== NO_HANDLER && setup !== undefined) {
      const { op } = unit.instructions[setup] as Instruction;
      const depth = (depths[setup] ?? 0) - (op === Op.SETUP_WITH ? 1 : 0);
      table.push({
        start,
        end: place,
        target: indexOf[unit.labels[handler] ?? 0] ?? 0,
        depth,
        lasti: op !== Op.SETUP_FINALLY,
      });
    }
    start = place;
  }
  return table;
}

function usedConstants(
  unit: Unit,
  profile: LanguageProfile,
  order: readonly number[],
): readonly ConstValue[] {
  if (profile.dropUnusedConstants) return dropUnused(unit, order);
  if (!profile.trimUnusedConstants) return unit.constants.values;
  const loads = order
    .map((i) => unit.instructions[i] as Instruction)
    .filter(({ op }) => op === Op.LOAD_CONST);
  const last = loads.reduce((most, { arg }) => Math.max(most, arg), 0);
  return unit.constants.values.slice(0, last + 1);
}

/** flowgraph.c:remove_unused_consts: the first constant always stays, it may be the docstring. */
function dropUnused(unit: Unit, order: readonly number[]): readonly ConstValue[] {
  const used = new Set<number>([0]);
  for (const i of order) {
    const { op, arg } = unit.instructions[i] as Instruction;
    if (op === Op.LOAD_CONST) used.add(arg);
  }
  const { values } = unit.constants;
  const kept = values.map((_, index) => index).filter((index) => used.has(index));
  const places = new Map(kept.map((index, place) => [index, place]));
  for (const i of order) {
    const instruction = unit.instructions[i] as Instruction;
    if (instruction.op === Op.LOAD_CONST) instruction.arg = places.get(instruction.arg) ?? 0;
  }
  return kept.map((index) => values[index] as ConstValue);
}

function describe(unit: Unit, profile: LanguageProfile) {
  const { scope } = unit;
  const cellVars = [...unit.cellVars.names];
  const params = scope.parameters;
  return {
    name: unit.name,
    qualname: unit.qualname,
    firstLine: unit.firstLine,
    argCount: unit.argCount,
    posOnlyCount: unit.posOnlyCount,
    kwOnlyCount: unit.kwOnlyCount,
    flags: flagsOf(unit, profile),
    names: [...unit.names.names],
    varNames: [...unit.varNames.names],
    cellVars,
    freeVars: [...unit.freeVars.names],
    cellToArg: cellVars.map((name) => params.indexOf(name)),
    docstring: unit.docstring,
  };
}

function kindOfGenerator({ scope }: Unit): number {
  if (!scope.coroutine) return CodeFlag.GENERATOR;
  return scope.generator ? CodeFlag.ASYNC_GENERATOR : CodeFlag.COROUTINE;
}

function flagsOf(unit: Unit, profile: LanguageProfile): number {
  const { scope } = unit;
  let flags = 0;
  if (scope.isFunction) flags |= CodeFlag.OPTIMIZED | CodeFlag.NEWLOCALS;
  if (scope.isFunction && scope.nested) flags |= CodeFlag.NESTED;
  if (unit.scope.suspends) flags |= kindOfGenerator(unit);
  if (scope.isFunction && scope.varargs) flags |= CodeFlag.VARARGS;
  if (scope.isFunction && scope.varkeywords) flags |= CodeFlag.VARKEYWORDS;
  if (!profile.callHasSelfSlot && unit.cellVars.names.length + unit.freeVars.names.length === 0)
    flags |= CodeFlag.NOFREE;
  return flags;
}
