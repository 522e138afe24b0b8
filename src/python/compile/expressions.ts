/**
 * Expressions (compile.c:compiler_visit_expr1): each leaves its value on the stack. Operands are evaluated from left
 * to right and stay on the stack until the instruction that consumes them.
 */
import { strConst } from '../constant.ts';
import type {
  BoolOp,
  Compare,
  CompareOperator,
  Expr,
  IfExp,
  JoinedStr,
  Span,
  Subscript,
} from '../parse/ast-expressions.ts';
import { compileAwait, delegate } from './awaiting.ts';
import type { Compiler } from './compiler.ts';
import { checkComparison, checkSubscript } from './likely-mistakes.ts';
import { MARK } from './native/marks.ts';
import { BINARY_OPERATORS, COMPARE_OPERATORS, Op } from './opcodes.ts';
import type { Label } from './unit.ts';

const UNARY = {
  '-': Op.UNARY_NEGATIVE,
  '+': Op.UNARY_POSITIVE,
  '~': Op.UNARY_INVERT,
  not: Op.UNARY_NOT,
} as const;

/** How many items CPython leaves on the stack before it collects them as it goes (STACK_USE_GUIDELINE). */
export const MANY = 30;

export function compileExpression(c: Compiler, written: Expr): void {
  const node = c.folder.fold(written);
  switch (node.kind) {
    case 'Constant':
      return c.loadConst(node.value, node.at, 'whole');
    case 'Name':
      return c.name(node.id, 'load', node.at);
    case 'BinOp':
      return compileBinary(c, node);
    case 'UnaryOp':
      compileExpression(c, node.operand);
      return c.emit(UNARY[node.op], 0, node.at);
    case 'BoolOp':
      return compileBoolean(c, node);
    case 'Compare':
      return compileCompare(c, node);
    case 'IfExp':
      return compileConditional(c, node);
    case 'Call':
      return c.visit.call(c, node);
    case 'Attribute':
      if (c.visit.superAttribute(c, node)) return;
      compileExpression(c, node.value);
      return c.emitName(Op.LOAD_ATTR, node.attr, attributeAt(c, node.at, node.attr));
    case 'Subscript':
      return compileSubscript(c, node);
    default:
      return compileOther(c, node);
  }
}

function compileOther(c: Compiler, node: Expr): void {
  switch (node.kind) {
    case 'List':
    case 'Tuple':
    case 'Set':
    case 'Dict':
      return c.visit.display(c, node);
    case 'Slice':
      return compileSlice(c, node);
    case 'Lambda':
      return c.visit.lambda(c, node);
    case 'ListComp':
    case 'SetComp':
    case 'DictComp':
    case 'GeneratorExp':
      return c.visit.comprehension(c, node);
    case 'JoinedStr':
      return compileJoined(c, node);
    case 'FormattedValue':
      return compileFormatted(c, node);
    case 'NamedExpr':
      compileExpression(c, node.value);
      c.emit(Op.COPY, 1, node.at);
      return c.name(node.target.id, 'store', node.target.at);
    case 'Yield':
      return compileYield(c, node);
    case 'YieldFrom':
      return compileYieldFrom(c, node);
    case 'Starred':
      return c.fail("can't use starred expression here", node.at);
    case 'Await':
      return compileAwait(c, node);
    default:
      // The others are compileExpression's.
      return;
  }
}

/**
 * From 3.10 an attribute on a later line than its object counts to the line of its name
 * (compile.c:update_start_location_to_match_attr).
 */
export function attributeAt(c: Compiler, at: Span, attr: string): Span {
  if (!c.profile.richErrors || at.line === at.endLine) return at;
  return { ...at, line: at.endLine, col: Math.max(at.endCol - attr.length, 0) };
}

/** The left spine of a chain of operators is walked in a loop: it can be long. */
function compileBinary(c: Compiler, node: Extract<Expr, { kind: 'BinOp' }>): void {
  const spine = [node];
  for (let left = c.folder.fold(node.left); left.kind === 'BinOp'; left = c.folder.fold(left.left))
    spine.push(left);
  compileExpression(c, (spine.at(-1) ?? node).left);
  for (const link of spine.toReversed()) {
    compileExpression(c, link.right);
    c.emit(Op.BINARY_OP, BINARY_OPERATORS.indexOf(link.op), link.at);
  }
}

/** JUMP_IF_..._OR_POP. */
function emitKeepingJump(c: Compiler, op: number, jump: { readonly target: Label; readonly at: Span }): void {
  const copied = c.profile.copiesTestedOperand ? 1 : 0;
  if (copied > 0) c.unit.emit(Op.NOP, 0, jump.at, copied);
  c.unit.emit(op, jump.target, jump.at, -copied);
}

function compileBoolean(c: Compiler, node: BoolOp): void {
  const end = c.unit.newLabel();
  const jump = node.op === 'and' ? Op.JUMP_IF_FALSE_OR_POP : Op.JUMP_IF_TRUE_OR_POP;
  for (const [i, value] of node.values.entries()) {
    compileExpression(c, value);
    if (i < node.values.length - 1) emitKeepingJump(c, jump, { target: end, at: node.at });
  }
  c.unit.place(end);
}

export function emitComparison(c: Compiler, op: CompareOperator, at: Span): void {
  if (op === 'is' || op === 'is not') c.emit(Op.IS_OP, op === 'is' ? 0 : 1, at);
  else if (op === 'in' || op === 'not in') c.emit(Op.CONTAINS_OP, op === 'in' ? 0 : 1, at);
  else c.emit(Op.COMPARE_OP, COMPARE_OPERATORS.indexOf(op), at);
}

/** In a chain the middle operand is kept below the comparison that it has been copied for. */
function compileCompare(c: Compiler, node: Compare): void {
  checkComparison(c, node);
  compileExpression(c, node.left);
  const last = node.ops.length - 1;
  if (last === 0) {
    compileExpression(c, node.comparators[0] as Expr);
    return emitComparison(c, node.ops[0] as CompareOperator, node.at);
  }
  const cleanup = c.unit.newLabel();
  for (const [i, comparator] of node.comparators.entries()) {
    compileExpression(c, comparator);
    if (i < last) {
      c.emit(Op.SWAP, 2, node.at);
      c.emit(Op.COPY, 2, node.at);
    }
    emitComparison(c, node.ops[i] as CompareOperator, node.at);
    if (i < last) emitKeepingJump(c, Op.JUMP_IF_FALSE_OR_POP, { target: cleanup, at: node.at });
  }
  const end = c.unit.newLabel();
  c.emitLineless(Op.JUMP_FORWARD, end, node.at);
  c.unit.place(cleanup);
  c.emit(Op.SWAP, 2, node.at);
  c.emit(Op.POP_TOP, 0, node.at);
  c.unit.place(end);
}

function compileConditional(c: Compiler, node: IfExp): void {
  const orelse = c.unit.newLabel();
  const end = c.unit.newLabel();
  jumpIf(c, node.test, { target: orelse, when: false, around: node.at });
  compileExpression(c, node.body);
  c.emitLineless(Op.JUMP_FORWARD, end, node.at);
  c.unit.place(orelse);
  compileExpression(c, node.orelse);
  c.unit.place(end);
}

type Condition = {
  readonly target: Label;
  /** It jumps if this is the truth of the expression. */
  readonly when: boolean;
  /** Of what the condition is part of. */
  readonly around: Span;
};

/**
 * A jump that depends on an expression (compiler_jump_if). In 3.11 it has the place of what is around it, or of the last comparison
 * before it.
 * @returns the place of what comes next
 */
export function jumpIf(c: Compiler, written: Expr, condition: Condition): Span {
  const node = c.folder.fold(written);
  const { target, when, around } = condition;
  if (node.kind === 'UnaryOp' && node.op === 'not')
    return jumpIf(c, node.operand, { ...condition, when: !when });
  if (node.kind === 'BoolOp') return jumpIfBoolean(c, node, condition);
  if (node.kind === 'IfExp') return jumpIfConditional(c, node, condition);
  const place = c.profile.conditionMovesPlace && node.kind === 'Compare' ? node.at : around;
  if (node.kind === 'Compare' && node.ops.length > 1) {
    jumpIfChain(c, node, target, when);
    return place;
  }
  compileExpression(c, node);
  c.emit(
    when ? Op.POP_JUMP_IF_TRUE : Op.POP_JUMP_IF_FALSE,
    target,
    c.profile.conditionMovesPlace ? place : node.at,
  );
  return place;
}

function jumpIfBoolean(c: Compiler, node: BoolOp, { target, when, around }: Condition): Span {
  const decides = node.op === 'or';
  const skip = decides === when ? target : c.unit.newLabel();
  let place = around;
  for (const value of node.values.slice(0, -1))
    place = jumpIf(c, value, { target: skip, when: decides, around: place });
  place = jumpIf(c, node.values.at(-1) as Expr, { target, when, around: place });
  if (skip !== target) c.unit.place(skip);
  return place;
}

function jumpIfConditional(c: Compiler, node: IfExp, { target, when, around }: Condition): Span {
  const orelse = c.unit.newLabel();
  const end = c.unit.newLabel();
  let place = jumpIf(c, node.test, { target: orelse, when: false, around });
  place = jumpIf(c, node.body, { target, when, around: place });
  c.emitLineless(Op.JUMP_FORWARD, end, node.at);
  c.unit.place(orelse);
  place = jumpIf(c, node.orelse, { target, when, around: place });
  c.unit.place(end);
  return place;
}

function jumpIfChain(c: Compiler, node: Compare, target: Label, when: boolean): void {
  const cleanup = c.unit.newLabel();
  const end = c.unit.newLabel();
  const last = node.ops.length - 1;
  checkComparison(c, node);
  compileExpression(c, node.left);
  for (const [i, comparator] of node.comparators.entries()) {
    compileExpression(c, comparator);
    if (i < last) {
      c.emit(Op.SWAP, 2, node.at);
      c.emit(Op.COPY, 2, node.at);
    }
    emitComparison(c, node.ops[i] as CompareOperator, node.at);
    if (i < last) c.emit(Op.POP_JUMP_IF_FALSE, cleanup, node.at);
  }
  c.emit(when ? Op.POP_JUMP_IF_TRUE : Op.POP_JUMP_IF_FALSE, target, node.at);
  c.emitLineless(Op.JUMP_FORWARD, end, node.at);
  c.unit.place(cleanup);
  c.emit(Op.POP_TOP, 0, node.at);
  if (!when) c.emitLineless(Op.JUMP_FORWARD, target, node.at);
  c.unit.place(end);
}

/** Whether 3.12 slices without a slice object: two bounds, no step. */
export function isPlainSlice(c: Compiler, index: Expr): index is Extract<Expr, { kind: 'Slice' }> {
  return c.profile.sliceInstructions && index.kind === 'Slice' && index.step === null;
}

function compileSubscript(c: Compiler, node: Subscript): void {
  checkSubscript(c, node);
  compileExpression(c, node.value);
  if (isPlainSlice(c, node.index)) {
    compileBounds(c, node.index);
    return c.emit(Op.BINARY_SLICE, 0, node.at);
  }
  compileExpression(c, node.index);
  c.emit(Op.BINARY_SUBSCR, 0, node.at);
}

export function compileBounds(c: Compiler, node: Extract<Expr, { kind: 'Slice' }>): void {
  for (const bound of [node.lower, node.upper]) {
    if (bound === null) c.loadNone(node.at);
    else compileExpression(c, bound);
  }
}

function compileSlice(c: Compiler, node: Extract<Expr, { kind: 'Slice' }>): void {
  compileBounds(c, node);
  if (node.step !== null) compileExpression(c, node.step);
  c.emit(Op.BUILD_SLICE, node.step === null ? 2 : 3, node.at);
}

/** An f-string; with very many parts they are joined from a list (compile.c:compiler_joined_str, 3.10). */
function compileJoined(c: Compiler, node: JoinedStr): void {
  const { values, at } = node;
  if (values.length > MANY && c.profile.richErrors) {
    c.loadConst(strConst(''), at);
    c.emitName(Op.LOAD_METHOD, 'join', at);
    c.emit(Op.BUILD_LIST, 0, at);
    for (const value of values) {
      compileExpression(c, value);
      c.emit(Op.LIST_APPEND, 1, at);
    }
    return c.emit(Op.CALL, 1, at);
  }
  for (const value of values) compileExpression(c, value);
  if (values.length === 0 && c.profile.fstringGrammar) return c.loadConst(strConst(''), at);
  if (values.length !== 1) c.emit(Op.BUILD_STRING, values.length, at);
}

const CONVERSION_MARKS = {
  '': MARK.NONE,
  s: MARK.CONVERT_STR,
  r: MARK.CONVERT_REPR,
  a: MARK.CONVERT_ASCII,
} as const;

function compileFormatted(c: Compiler, node: Extract<Expr, { kind: 'FormattedValue' }>): void {
  compileExpression(c, node.value);
  const mark = CONVERSION_MARKS[node.conversion];
  if (mark !== MARK.NONE) c.emit(Op.NOP, mark, node.at);
  if (node.spec !== null) compileExpression(c, node.spec);
  const conversion = { '': 0, s: 1, r: 2, a: 3 }[node.conversion];
  c.emit(Op.FORMAT_VALUE, conversion | (node.spec === null ? 0 : 4), node.at);
}

function compileYield(c: Compiler, node: Extract<Expr, { kind: 'Yield' }>): void {
  if (!c.unit.scope.isFunction) c.fail("'yield' outside function", node.at);
  if (node.value === null) c.loadNone(node.at);
  else compileExpression(c, node.value);
  if (c.unit.scope.isAsync) c.emit(Op.ASYNC_GEN_WRAP, 0, node.at);
  c.emit(Op.YIELD_VALUE, 0, node.at);
  c.emit(Op.RESUME, 1, node.at);
}

function compileYieldFrom(c: Compiler, node: Extract<Expr, { kind: 'YieldFrom' }>): void {
  if (!c.unit.scope.isFunction) c.fail("'yield' outside function", node.at);
  const { at } = node;
  if (c.unit.scope.isAsync) c.fail("'yield from' inside async function", node.at);
  compileExpression(c, node.value);
  c.emit(Op.GET_YIELD_FROM_ITER, 0, at);
  delegate(c, at);
}
