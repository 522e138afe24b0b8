/**
 * From the instructions of our dialect to those that CPython's compiler of a version emits, before its blocks are looked at.
 *
 * The dialect has the same instructions in the same order but for what stands here.
 */
import { Op, type OpName, opName } from '../opcodes.ts';
import type { Label } from '../unit.ts';
import { NO_PLACE } from './blocks.ts';
import { MARK } from './marks.ts';
import type { NativeRules } from './native-rules.ts';
import {
  type Place,
  type WrittenCode,
  type WrittenInstruction,
  writtenInstructions,
} from './written-code.ts';

export type Emitted = {
  op: string;
  arg: number;
  at: Place;
  target: Label;
  handler: Label;
  /** The place of the instruction of ours that it stands for; -1: of none. */
  readonly origin: number;
};
export const NOWHERE_TO = -1;
export const NO_ORIGIN = -1;

export type Lowered = {
  readonly emitted: Emitted[];
  /** The instruction that each label stands before. */
  readonly labels: number[];
};

/** What has been written so far, and where it stands. */
type Writer = {
  readonly rules: NativeRules;
  readonly code: WrittenCode;
  readonly all: readonly WrittenInstruction[];
  readonly emitted: Emitted[];
  readonly labels: number[];
  /** The place of the instruction that is being lowered. */
  at: number;
  /** Of the handler around a delegation, until its jump back. */
  throwing: Label;
};

/** The handlers of loops, by the labels of their ends. */
type Loops = ReadonlyMap<Label, Label>;

export function lower(code: WrittenCode, rules: NativeRules): Lowered {
  const all = writtenInstructions(code);
  const w: Writer = {
    rules,
    code,
    all,
    emitted: [],
    labels: code.labels.map(() => 0),
    at: NO_ORIGIN,
    throwing: NOWHERE_TO,
  };
  const byPlace = labelsByPlace(code);
  const loops: Loops = new Map(
    all.flatMap(({ op, arg, handler }) => (op === Op.FOR_ITER ? [[arg, handler]] : [])),
  );
  begin(w);
  for (let i = 0; i <= all.length; i++) {
    w.at = NO_ORIGIN;
    for (const label of sortedAt(byPlace.get(i) ?? [], loops)) placeLabel(w, label, loops);
    const instruction = all[i];
    if (instruction === undefined) break;
    w.at = i;
    lowerOne(w, instruction);
  }
  w.at = NO_ORIGIN;
  wrapStopIteration(w);
  return { emitted: w.emitted, labels: w.labels };
}

function labelsByPlace({ labels }: WrittenCode): Map<number, Label[]> {
  const found = new Map<number, Label[]>();
  for (const [label, place] of labels.entries()) {
    const list = found.get(place);
    if (list === undefined) found.set(place, [label]);
    else list.push(label);
  }
  return found;
}

/** The end of a loop comes before what goes on behind it. */
function sortedAt(labels: readonly Label[], loops: Loops): Label[] {
  return [...labels.filter((one) => loops.has(one)), ...labels.filter((one) => !loops.has(one))];
}

function placeLabel(w: Writer, label: Label, loops: Loops): void {
  w.labels[label] = w.emitted.length;
  const handler = loops.get(label);
  if (handler === undefined) return;
  for (const op of w.rules.loopEnd) put(w, op, 0, NO_PLACE, handler);
}

function put(
  w: Writer,
  op: string,
  arg: number,
  at: Place,
  handler: Label,
  target: Label = NOWHERE_TO,
): void {
  w.emitted.push({ op, arg, at, target, handler, origin: w.at });
}

/** What runs before the first line. */
function begin(w: Writer): void {
  const { code, rules } = w;
  const line = code.isModule ? 0 : code.firstLine;
  const start: Place = { line, col: 0, endLine: code.firstLine, endCol: 0 };
  if (rules.wrapsGenerators && code.suspends && !code.isLambda)
    put(w, 'SETUP_CLEANUP', 0, NO_PLACE, NOWHERE_TO, stopLabel(code));
  put(w, 'RESUME', 0, start, NOWHERE_TO);
}

/** The label of the handler around a generator. */
const stopLabel = ({ labels }: WrittenCode): Label => labels.length;

function wrapStopIteration(w: Writer): void {
  const { code, rules, emitted } = w;
  if (!rules.wrapsGenerators || !code.suspends || code.isLambda) return;
  const label = stopLabel(code);
  for (const one of emitted)
    if (one.handler === NOWHERE_TO && one.op !== 'SETUP_CLEANUP') one.handler = label;
  w.labels[label] = emitted.length;
  put(w, 'CALL_INTRINSIC_1', STOPITERATION_ERROR, NO_PLACE, NOWHERE_TO);
  put(w, 'RERAISE', 1, NO_PLACE, NOWHERE_TO);
}
const STOPITERATION_ERROR = 3;

type Lowering = (w: Writer, one: WrittenInstruction, at: Place) => void;

function lowerOne(w: Writer, one: WrittenInstruction): void {
  const lineless = one.at.line === 0 || isMarked(before(w), MARK.NO_LINE);
  const at = lineless ? NO_PLACE : one.at;
  const name = opName(one.op);
  const lowering = LOWERINGS[name];
  if (lowering !== undefined) lowering(w, one, at);
  else plain(w, one, at);
}

const JUMPS: ReadonlySet<number> = new Set([
  Op.FOR_ITER,
  Op.POP_JUMP_IF_FALSE,
  Op.POP_JUMP_IF_TRUE,
  Op.POP_JUMP_IF_NONE,
  Op.POP_JUMP_IF_NOT_NONE,
  Op.SEND,
  Op.SETUP_FINALLY,
  Op.SETUP_CLEANUP,
  Op.SETUP_WITH,
]);

function plain(w: Writer, { op, arg, handler }: WrittenInstruction, at: Place): void {
  if (JUMPS.has(op)) put(w, opName(op), 0, at, handler, arg);
  else put(w, opName(op), arg, at, handler);
}

const as =
  (op: string, arg: (given: number) => number = (given) => given): Lowering =>
  (w, one, at) =>
    put(w, op, arg(one.arg), at, one.handler);

/** One of the functions that are called by number from 3.12 on. */
const intrinsic =
  (number: number, ...behind: readonly string[]): Lowering =>
  (w, one, at) => {
    if (!w.rules.hasIntrinsics) return plain(w, one, at);
    put(w, 'CALL_INTRINSIC_1', number, at, one.handler);
    for (const op of behind) put(w, op, 0, at, one.handler);
  };

const isMarked = (one: WrittenInstruction | undefined, mark: number): boolean =>
  one?.op === Op.NOP && one.arg === mark;

const before = (w: Writer): WrittenInstruction | undefined => w.all[w.at - 1];
const behind = (w: Writer): WrittenInstruction | undefined => w.all[w.at + 1];

const keepsOperand: ReadonlySet<number> = new Set([Op.JUMP_IF_FALSE_OR_POP, Op.JUMP_IF_TRUE_OR_POP]);

function lowerNop(w: Writer, one: WrittenInstruction, at: Place): void {
  const { rules } = w;
  if (one.arg === MARK.LINE) return put(w, 'NOP', 0, at, one.handler);
  if (one.arg === MARK.POP_BLOCK) return put(w, 'POP_BLOCK', 0, at, one.handler);
  if (one.arg === MARK.CONVERT_STR || one.arg === MARK.CONVERT_REPR || one.arg === MARK.CONVERT_ASCII) {
    if (rules.convertsApart) put(w, 'CONVERT_VALUE', one.arg - MARK.CONVERT_STR + 1, at, one.handler);
    return;
  }
  // It stands where the empty slot of a call is pushed before what is called, or where an operand is copied.
  if (one.counted <= 0 || keepsOperand.has(behind(w)?.op ?? 0)) return;
  put(w, 'PUSH_NULL', 0, at, one.handler);
}

function lowerNull(w: Writer, one: WrittenInstruction, at: Place): void {
  // It has been pushed already.
  if (one.counted < 0) return;
  put(w, 'PUSH_NULL', 0, at, one.handler);
  if (!w.rules.nullBeforeCallable || before(w)?.op !== Op.LOAD_BUILD_CLASS) return;
  const { emitted } = w;
  const [load, empty] = emitted.splice(-2);
  if (load === undefined || empty === undefined) return;
  emitted.push({ ...empty, origin: load.origin }, { ...load, origin: empty.origin });
}

function call(w: Writer, arg: number, at: Place, handler: Label): void {
  if (w.rules.preparesCalls) put(w, 'PRECALL', arg, at, handler);
  put(w, 'CALL', arg, at, handler);
}

function lowerKeywordCall(w: Writer, one: WrittenInstruction, at: Place): void {
  if (w.rules.keywordNamesOnStack) return put(w, 'CALL_KW', one.arg, at, one.handler);
  const names = w.emitted.at(-1);
  if (names !== undefined) names.op = 'KW_NAMES';

  call(w, one.arg, at, one.handler);
}

function lowerKeepingJump(w: Writer, one: WrittenInstruction, at: Place): void {
  const { rules } = w;
  if (!rules.copiesTestedOperand) return put(w, opName(one.op), 0, at, one.handler, one.arg);
  put(w, 'COPY', 1, at, one.handler);
  if (rules.asksForTruth) put(w, 'TO_BOOL', 0, at, one.handler);
  const op = one.op === Op.JUMP_IF_FALSE_OR_POP ? 'POP_JUMP_IF_FALSE' : 'POP_JUMP_IF_TRUE';
  put(w, op, 0, at, one.handler, one.arg);
  put(w, 'POP_TOP', 0, at, one.handler);
}

/** Instructions whose result is a bool, or is tested as it is. */
const NEEDS_NO_TRUTH: ReadonlySet<number> = new Set([
  Op.CHECK_EXC_MATCH,
  Op.MATCH_SEQUENCE,
  Op.MATCH_MAPPING,
]);

function lowerTest(w: Writer, one: WrittenInstruction, at: Place): void {
  const tested = before(w);
  const asIs = NEEDS_NO_TRUTH.has(tested?.op ?? 0);
  if (w.rules.asksForTruth && !asIs) put(w, 'TO_BOOL', 0, at, one.handler);
  plain(w, one, at);
}

function lowerNot(w: Writer, one: WrittenInstruction, at: Place): void {
  if (w.rules.asksForTruth) put(w, 'TO_BOOL', 0, at, one.handler);
  put(w, 'UNARY_NOT', 0, at, one.handler);
}

/** The jump back of a delegation does not look at the eval breaker; what is thrown in comes out behind it. */
function lowerJump(w: Writer, one: WrittenInstruction, at: Place): void {
  const resume = before(w);
  if (resume?.op === Op.RESUME && resume.arg >= AFTER_DELEGATING && one.op === Op.JUMP_BACKWARD) {
    put(w, 'JUMP_NO_INTERRUPT', 0, at, one.handler, one.arg);
    if (!w.rules.cleansUpThrows) return;
    w.labels[w.throwing] = w.emitted.length;
    put(w, 'CLEANUP_THROW', 0, at, one.handler);
    return;
  }
  if (isLoopBottom(w, one)) return testAtBottom(w, one);
  const isQuiet = isMarked(resume, MARK.QUIET_JUMP) && w.rules.handlersEndQuietly;
  put(w, isQuiet ? 'JUMP_NO_INTERRUPT' : 'JUMP', 0, at, one.handler, one.arg);
}
const AFTER_DELEGATING = 2;

/** A `while` tests again at its end: it goes back if the test holds, and that is one instruction. */
function isLoopBottom(w: Writer, one: WrittenInstruction): boolean {
  const test = before(w);
  if (one.op !== Op.JUMP_BACKWARD || test === undefined) return false;
  return test.op === Op.POP_JUMP_IF_FALSE && w.code.labels[test.arg] === w.at + 1;
}

function testAtBottom(w: Writer, one: WrittenInstruction): void {
  const test = w.emitted.at(-1) as Emitted;
  // Other ways to the jump go back themselves.
  for (const other of w.emitted) if (w.code.labels[other.target] === w.at) other.target = one.arg;
  test.op = 'POP_JUMP_IF_TRUE';
  test.target = one.arg;
}

function lowerSend(w: Writer, one: WrittenInstruction, at: Place): void {
  put(w, 'SEND', 0, at, one.handler, one.arg);
  if (!w.rules.cleansUpThrows) return;
  w.throwing = w.labels.length;
  if (w.throwing === stopLabel(w.code)) w.throwing++;
  while (w.labels.length <= w.throwing) w.labels.push(0);
  put(w, 'SETUP_FINALLY', 0, at, one.handler, w.throwing);
}

function lowerYield(w: Writer, one: WrittenInstruction, at: Place): void {
  const delegates = w.all[w.at - 1]?.op === Op.SEND && w.rules.cleansUpThrows;
  put(w, 'YIELD_VALUE', 0, at, delegates ? w.throwing : one.handler);
  if (delegates) put(w, 'POP_BLOCK', 0, NO_PLACE, one.handler);
}

function lowerFunction(w: Writer, one: WrittenInstruction, at: Place): void {
  if (!w.rules.attributesApart) return put(w, 'MAKE_FUNCTION', one.arg, at, one.handler);
  put(w, 'MAKE_FUNCTION', 0, at, one.handler);
  for (const flag of [8, 4, 2, 1])
    if ((one.arg & flag) !== 0) put(w, 'SET_FUNCTION_ATTRIBUTE', flag, at, one.handler);
}

function lowerFormat(w: Writer, one: WrittenInstruction, at: Place): void {
  if (!w.rules.convertsApart) return put(w, 'FORMAT_VALUE', one.arg, at, one.handler);
  put(w, (one.arg & 4) === 0 ? 'FORMAT_SIMPLE' : 'FORMAT_WITH_SPEC', 0, at, one.handler);
}

function lowerAttribute(method: number): Lowering {
  return (w, one, at) => {
    if (w.rules.methodsAreAttributes) return put(w, 'LOAD_ATTR', one.arg * 2 + method, at, one.handler);
    put(w, method === 1 ? 'LOAD_METHOD' : 'LOAD_ATTR', one.arg, at, one.handler);
  };
}

const superAttribute =
  (method: number): Lowering =>
  (w, one, at) =>
    put(w, 'LOAD_SUPER_ATTR', (one.arg >> 1) * 4 + (one.arg & 1) * 2 + method, at, one.handler);

function lowerClassCell(w: Writer, one: WrittenInstruction, at: Place): void {
  if (!w.rules.classesLoadLocals) return plain(w, one, at);
  put(w, 'LOAD_LOCALS', 0, at, one.handler);
  put(w, 'LOAD_FROM_DICT_OR_DEREF', one.arg, at, one.handler);
}

const onlyPlaced: Lowering = () => {
  // The prologue is written when the blocks are known.
};

const LOWERINGS: Partial<Record<OpName, Lowering>> = {
  NOP: lowerNop,
  PUSH_NULL: lowerNull,
  CALL: (w, one, at) => call(w, one.arg, at, one.handler),
  CALL_KW: lowerKeywordCall,
  JUMP_IF_FALSE_OR_POP: lowerKeepingJump,
  JUMP_IF_TRUE_OR_POP: lowerKeepingJump,
  POP_JUMP_IF_FALSE: lowerTest,
  POP_JUMP_IF_TRUE: lowerTest,
  UNARY_NOT: lowerNot,
  JUMP_FORWARD: lowerJump,
  JUMP_BACKWARD: lowerJump,
  SEND: lowerSend,
  YIELD_VALUE: lowerYield,
  END_SEND: (w, one, at) => {
    if (w.rules.cleansUpThrows) plain(w, one, at);
  },
  MAKE_FUNCTION: lowerFunction,
  FORMAT_VALUE: lowerFormat,
  LOAD_ATTR: lowerAttribute(0),
  LOAD_METHOD: lowerAttribute(1),
  LOAD_SUPER_ATTR: superAttribute(0),
  LOAD_SUPER_METHOD: superAttribute(1),
  LOAD_GLOBAL: as('LOAD_GLOBAL', (name) => name * 2),
  LOAD_CLASSDEREF: lowerClassCell,
  LOAD_CELL_AND_CLEAR: as('LOAD_FAST_AND_CLEAR'),
  STORE_CELL_MAYBE_NULL: as('STORE_FAST_MAYBE_NULL'),
  UNARY_POSITIVE: intrinsic(5),
  LIST_TO_TUPLE: intrinsic(6),
  PRINT_EXPR: intrinsic(1, 'POP_TOP'),
  IMPORT_STAR: intrinsic(2, 'POP_TOP'),
  ASYNC_GEN_WRAP: intrinsic(4),
  PREP_RERAISE_STAR: (w, one, at) => {
    if (w.rules.hasIntrinsics) put(w, 'CALL_INTRINSIC_2', 1, at, one.handler);
    else plain(w, one, at);
  },
  INPLACE_OP: as('BINARY_OP', (operator) => operator + INPLACE),
  COPY_FREE_VARS: onlyPlaced,
  RETURN_GENERATOR: onlyPlaced,
};
const INPLACE = 13;
