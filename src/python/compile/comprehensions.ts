/**
 * Comprehensions and generator expressions (compile.c:compiler_comprehension): functions of one argument `.0`, the
 * outermost iterator; from 3.12 lists, sets and dictionaries run in the frame around them instead (PEP 709).
 */
import type { Comprehension, ComprehensionExpr, Expr, Span } from '../parse/ast-expressions.ts';
import { awaitTop, nextAwaited } from './awaiting.ts';
import type { Compiler } from './compiler.ts';
import { compileExpression, jumpIf } from './expressions.ts';
import { enterInlined, leaveInlined } from './inlined-comprehension.ts';
import { AWAITED, Op } from './opcodes.ts';
import { storeTarget } from './targets.ts';
import { NOWHERE } from './unit.ts';

const NAME = {
  ListComp: '<listcomp>',
  SetComp: '<setcomp>',
  DictComp: '<dictcomp>',
  GeneratorExp: '<genexpr>',
} as const;
const BUILD = { ListComp: Op.BUILD_LIST, SetComp: Op.BUILD_SET, DictComp: Op.BUILD_MAP } as const;

export function compileComprehension(c: Compiler, node: ComprehensionExpr): void {
  checkAsync(c, node);
  if (c.scopeOf(node).inlined) return compileInlined(c, node);
  const { at } = node;
  const unit = c.enter(node, { name: NAME[node.kind], firstLine: at.line });
  unit.argCount = 1;
  if (node.kind !== 'GeneratorExp') c.emit(BUILD[node.kind], 0, at);
  const place = compileLoops(c, node, { depth: 0, inlined: false });
  if (node.kind === 'GeneratorExp') c.returnNone(c.profile.errors312 ? NOWHERE : at);
  else c.emit(Op.RETURN_VALUE, 0, c.profile.conditionMovesPlace ? place : at);
  const code = c.leave();
  c.makeClosure(code, 0, at);
  const outermost = node.generators[0] as Comprehension;
  compileExpression(c, c.folder.foldIterable(outermost.iter));
  c.emit(iterOp(outermost), 0, c.profile.errors313 ? outermost.iter.at : at);
  c.emit(Op.CALL, 0, at);
  if (c.scopeOf(node).coroutine && node.kind !== 'GeneratorExp') awaitTop(c, AWAITED.OPERAND, at);
}

function iterOp({ isAsync }: Comprehension): number {
  return isAsync ? Op.GET_AITER : Op.GET_ITER;
}

/** Up to 3.10 a comprehension inside another one cannot await. */
function checkAsync(c: Compiler, node: ComprehensionExpr): void {
  const { scope } = c.unit;
  if (!c.scopeOf(node).coroutine || node.kind === 'GeneratorExp') return;
  if (c.profile.errors311 ? scope.isAsync || scope.comprehension !== null : scope.coroutine) return;
  // The scope that was just entered has no place yet (compiler_enter_scope, up to 3.9).
  const at = c.profile.richErrors ? node.at : { ...node.at, line: 0, col: 0 };
  c.fail('asynchronous comprehension outside of an asynchronous function', at);
}

function compileInlined(c: Compiler, node: ComprehensionExpr): void {
  if (node.kind === 'GeneratorExp') return;
  const { at } = node;
  const outermost = node.generators[0] as Comprehension;
  const iter = c.folder.foldIterable(outermost.iter);
  compileExpression(c, iter);
  c.emit(iterOp(outermost), 0, c.profile.errors313 ? outermost.iter.at : at);
  const state = enterInlined(c, node);
  c.emit(BUILD[node.kind], 0, at);
  c.emit(Op.SWAP, 2, at);
  compileLoops(c, node, { depth: 0, inlined: true });
  leaveInlined(c, state);
}

type Loop = {
  readonly depth: number;
  readonly inlined: boolean;
  /** What the conditions before it have left (3.11). */
  readonly place?: Span;
};

/** The loops from clause `depth` inwards; `held` counts the iterators below the element on the stack. */
function compileLoops(c: Compiler, node: ComprehensionExpr, loop: Loop, clauseIndex = 0): Span {
  const clause = node.generators[clauseIndex] as Comprehension;
  const { unit } = c;
  const next = unit.newLabel();
  const start = unit.newLabel();
  const anchor = unit.newLabel();
  const at = c.profile.errors313 ? clause.iter.at : node.at;
  const loops = startLoop(c, clause, {
    clauseIndex,
    inlined: loop.inlined,
    at: clauseIndex === 0 ? node.at : at,
  });
  if (loops) {
    unit.place(start);
    if (clause.isAsync) nextAwaited(c, anchor, node.at);
    else c.emit(Op.FOR_ITER, anchor, at);
  }
  storeTarget(c, clause.target);
  let place = loop.place ?? node.at;
  for (const condition of clause.ifs)
    place = jumpIf(c, condition, { target: next, when: false, around: place });
  const depth = loop.depth + (loops ? 1 : 0);
  if (clauseIndex + 1 < node.generators.length)
    place = compileLoops(c, node, { ...loop, depth, place }, clauseIndex + 1);
  else compileElement(c, node, { depth: depth + 1, place });
  unit.place(next);
  if (!loops) return place;
  const isLast = clauseIndex + 1 === node.generators.length;
  c.emit(Op.JUMP_BACKWARD, start, isLast ? elementAt(c, node, place) : itemAt(c, node, place));
  unit.place(anchor);
  if (clause.isAsync) c.emit(Op.END_ASYNC_FOR, 0, c.profile.conditionMovesPlace ? place : node.at);
  return place;
}

type Start = { readonly clauseIndex: number; readonly inlined: boolean; readonly at: Expr['at'] };

/** Leaves an iterator; or, for `for x in [value]` in an inner clause, only the value. False if there is no loop. */
function startLoop(c: Compiler, clause: Comprehension, { clauseIndex, inlined, at }: Start): boolean {
  if (clauseIndex === 0) {
    if (!inlined) c.emit(Op.LOAD_FAST, 0, at);
    return true;
  }
  const iter = c.folder.foldIterable(clause.iter);
  const single = clause.isAsync ? null : singleItem(iter);
  if (single !== null && !c.profile.oldParser) {
    compileExpression(c, single);
    return false;
  }
  compileExpression(c, iter);
  c.emit(iterOp(clause), 0, at);
  return true;
}

/** Of a display that is no constant. */
function singleItem(iter: Expr): Expr | null {
  if (iter.kind !== 'List' && iter.kind !== 'Tuple') return null;
  const [item] = iter.items;
  return iter.items.length === 1 && item !== undefined && item.kind !== 'Starred' ? item : null;
}

/** Where an item is added or yielded, and the loop goes on: the element, from 3.12 on; before, what was compiled last around it. */
function elementAt(c: Compiler, node: ComprehensionExpr, place: Span): Span {
  const item = itemAt(c, node, place);
  if (!c.profile.errors312 || node.kind !== 'DictComp') return item;
  const { endLine, endCol } = node.value.at;
  return { ...item, endLine, endCol };
}

/** The same without the value of a dict, where an outer loop goes on. */
function itemAt(c: Compiler, node: ComprehensionExpr, place: Span): Span {
  if (!c.profile.errors312) return place;
  return node.kind === 'DictComp' ? node.key.at : node.element.at;
}

function compileElement(
  c: Compiler,
  node: ComprehensionExpr,
  { depth, place }: { readonly depth: number; readonly place: Span },
): void {
  const at = elementAt(c, node, place);
  if (node.kind === 'DictComp') {
    compileExpression(c, node.key);
    compileExpression(c, node.value);
    return c.emit(Op.MAP_ADD, depth, at);
  }
  compileExpression(c, node.element);
  if (node.kind === 'GeneratorExp') {
    if (c.unit.scope.coroutine) c.emit(Op.ASYNC_GEN_WRAP, 0, at);
    c.emit(Op.YIELD_VALUE, 0, at);
    c.emit(Op.RESUME, 1, at);
    return c.emit(Op.POP_TOP, 0, at);
  }
  c.emit(node.kind === 'ListComp' ? Op.LIST_APPEND : Op.SET_ADD, depth, at);
}
