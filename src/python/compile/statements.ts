/**
 * Statements (compile.c:compiler_visit_stmt). Between two statements the stack is as deep as the blocks around them
 * need; nothing else is left on it.
 */
import { NONE } from '../constant.ts';
import type { Expr } from '../parse/ast-expressions.ts';
import type { Assert, Assign, Delete, For, If, Raise, Return, Stmt, While } from '../parse/ast-statements.ts';
import { compileAnnotated } from './annotated-assignment.ts';
import { compileAsyncFor } from './awaiting.ts';
import { compileBody } from './body.ts';
import { compileClass } from './classes.ts';
import type { Compiler } from './compiler.ts';
import { compileExpression, jumpIf } from './expressions.ts';
import { isTruthy } from './fold-values.ts';
import { compileFunction } from './functions.ts';
import { compileImport, compileImportFrom } from './imports.ts';
import { checkAssertion } from './likely-mistakes.ts';
import { compileMatch } from './match.ts';
import { Op } from './opcodes.ts';
import { compileAugmented, deleteTarget, storeTarget } from './targets.ts';
import { compileTry } from './try.ts';
import { compileTypeAlias } from './type-params.ts';
import { unwindBlocks } from './unwind.ts';
import { compileWith } from './with.ts';

export function compileStatement(c: Compiler, node: Stmt): void {
  c.unit.lastStatement = node.at;
  switch (node.kind) {
    case 'ExprStmt':
      return compileExpressionStatement(c, node.value);
    case 'Assign':
      return compileAssign(c, node);
    case 'AugAssign':
      return compileAugmented(c, node);
    case 'AnnAssign':
      return compileAnnotated(c, node);
    case 'Return':
      return compileReturn(c, node);
    case 'Delete':
      return compileDelete(c, node);
    case 'Raise':
      return compileRaise(c, node);
    case 'Assert':
      return compileAssert(c, node);
    case 'Import':
      return compileImport(c, node);
    case 'ImportFrom':
      return compileImportFrom(c, node);
    default:
      return compileCompound(c, node);
  }
}

function compileCompound(c: Compiler, node: Stmt): void {
  switch (node.kind) {
    case 'If':
      return compileIf(c, node);
    case 'While':
      return compileWhile(c, node);
    case 'For':
      return compileFor(c, node);
    case 'Break':
    case 'Continue':
      return compileLeave(c, node);
    case 'FunctionDef':
      return compileFunction(c, node);
    case 'ClassDef':
      return compileClass(c, node);
    case 'TypeAlias':
      return compileTypeAlias(c, node);
    case 'Try':
      return compileTry(c, node);
    case 'With':
      return compileWith(c, node);
    case 'Match':
      return compileMatch(c, node);
    case 'Pass':
      return c.markLine(node.at);
    default:
      // `global` and `nonlocal` leave no code.
      return;
  }
}

/** A constant alone leaves no code; in mode `single` values are shown. */
function compileExpressionStatement(c: Compiler, value: Expr): void {
  const interactive = c.unit.interactive;
  if (!interactive && c.folder.constant(value) !== null) return c.markLine(value.at);
  compileExpression(c, value);
  if (interactive) c.emit(Op.PRINT_EXPR, 0, value.at);
  else c.emitLineless(Op.POP_TOP, 0, value.at);
}

function compileAssign(c: Compiler, node: Assign): void {
  compileExpression(c, node.value);
  for (const [i, target] of node.targets.entries()) {
    if (i < node.targets.length - 1) c.emit(Op.COPY, 1, node.at);
    storeTarget(c, target);
  }
}

function compileDelete(c: Compiler, node: Delete): void {
  for (const target of node.targets) deleteTarget(c, target);
}

/** The value waits on the stack while enclosing `finally` blocks run, unless it is a constant. */
function compileReturn(c: Compiler, node: Return): void {
  const { at, value } = node;
  if (!c.unit.scope.isFunction) c.fail("'return' outside function", at);
  if (value !== null && c.unit.scope.coroutine && c.unit.scope.generator)
    c.fail("'return' with value in async generator", at);
  const constant = value === null ? NONE : c.folder.constant(value);
  if (constant === null && value !== null) compileExpression(c, value);
  if (constant !== null && value !== null) c.markLine(value.at);
  if (value === null || value.at.line !== at.line) c.markLine(at);
  const onLine = constant !== null && value !== null && value.at.line === at.line;
  // From 3.11 on a constant is returned where it stands.
  const place = onLine && c.profile.callHasSelfSlot ? value.at : at;
  const leaving = { preserveTop: constant === null, at: place, ...(onLine ? { constantAt: value.at } : {}) };
  unwindBlocks(c, leaving, (_, after) => {
    const loadedAt = c.profile.callHasSelfSlot ? after : (value?.at ?? at);
    if (constant !== null) c.loadConst(constant, loadedAt, value === null ? 'nothing' : 'whole');
    c.emit(Op.RETURN_VALUE, 0, after);
  });
}

function compileLeave(c: Compiler, node: Extract<Stmt, { kind: 'Pass' | 'Break' | 'Continue' }>): void {
  const inLoop = c.unit.blocks.some((block) => block.kind === 'while' || block.kind === 'for');
  if (!inLoop)
    c.fail(node.kind === 'Break' ? "'break' outside loop" : "'continue' not properly in loop", node.at);
  c.markLine(node.at);
  const isBreak = node.kind === 'Break';
  unwindBlocks(
    c,
    { preserveTop: false, at: node.at, toLoop: isBreak ? 'break' : 'continue' },
    (loop, after) => {
      if (loop === null) return;
      c.emit(Op.JUMP_BACKWARD, isBreak ? loop.exit : loop.start, after);
    },
  );
}

function compileRaise(c: Compiler, node: Raise): void {
  let count = 0;
  for (const part of [node.exc, node.cause]) {
    if (part === null) continue;
    compileExpression(c, part);
    count++;
  }
  c.emit(Op.RAISE_VARARGS, count, node.at);
}

function compileAssert(c: Compiler, node: Assert): void {
  checkAssertion(c, node);
  const end = c.unit.newLabel();
  const at = jumpIf(c, node.test, { target: end, when: true, around: node.at });
  c.emit(Op.LOAD_ASSERTION_ERROR, 0, at);
  if (node.message !== null) {
    compileExpression(c, node.message);
    c.emit(Op.CALL, 0, at);
  }
  c.emit(Op.RAISE_VARARGS, 1, c.profile.errors313 ? node.test.at : at);
  c.unit.place(end);
}

/** What a condition is known to be at compile time, where the version leaves out the branch that cannot run. */
function knownTruth(c: Compiler, test: Expr): boolean | null {
  if (!c.profile.skipConstantBranches) return null;
  const constant = c.folder.constant(test);
  return constant === null ? null : isTruthy(constant);
}

function compileIf(c: Compiler, node: If): void {
  const known = knownTruth(c, node.test);
  if (known === true) {
    compileBody(c, node.body);
    return c.discarding(() => compileBody(c, node.orelse));
  }
  if (known === false) {
    c.discarding(() => compileBody(c, node.body));
    return compileBody(c, node.orelse);
  }
  const end = c.unit.newLabel();
  const next = node.orelse.length > 0 ? c.unit.newLabel() : end;
  jumpIf(c, node.test, { target: next, when: false, around: node.at });
  compileBody(c, node.body);
  if (node.orelse.length > 0) {
    c.emitLineless(Op.JUMP_FORWARD, end, node.body.at(-1)?.at ?? node.at);
    c.unit.place(next);
    compileBody(c, node.orelse);
  }
  c.unit.place(end);
}

/** From 3.10 the test is also made at the bottom of the loop, and only if it holds control goes back. */
function compileWhile(c: Compiler, node: While): void {
  const known = knownTruth(c, node.test);
  if (known === false) {
    c.discarding((unit) => {
      c.pushBlock({ kind: 'while', start: unit.newLabel(), exit: unit.newLabel() }, node.at);
      compileBody(c, node.body);
    });
    return compileBody(c, node.orelse);
  }
  const { unit } = c;
  const [start, exit, anchor] = [unit.newLabel(), unit.newLabel(), unit.newLabel()];
  unit.place(start);
  c.pushBlock({ kind: 'while', start, exit }, node.at);
  if (known === null) jumpIf(c, node.test, { target: anchor, when: false, around: node.at });
  const body = unit.newLabel();
  unit.place(body);
  compileBody(c, node.body);
  if (c.profile.loopTestAtBottom) {
    jumpIf(c, node.test, { target: anchor, when: false, around: node.at });
    c.emit(Op.JUMP_BACKWARD, body, node.at);
  } else {
    c.emit(Op.JUMP_BACKWARD, start, node.at);
  }
  unit.blocks.pop();
  unit.place(anchor);
  compileBody(c, node.orelse);
  unit.place(exit);
}

/** The iterator stays on the stack while the loop runs. */
function compileFor(c: Compiler, node: For): void {
  if (node.isAsync) return compileAsyncFor(c, node);
  const { unit } = c;
  const [start, exit, cleanup] = [unit.newLabel(), unit.newLabel(), unit.newLabel()];
  c.pushBlock({ kind: 'for', start, exit }, node.at);
  compileExpression(c, c.folder.foldIterable(node.iter));
  const at = c.profile.errors313 ? node.iter.at : node.at;
  c.emit(Op.GET_ITER, 0, at);
  unit.place(start);
  c.emit(Op.FOR_ITER, cleanup, at);
  storeTarget(c, node.target);
  compileBody(c, node.body);
  c.emitLineless(Op.JUMP_BACKWARD, start, at);
  unit.place(cleanup);
  unit.blocks.pop();
  compileBody(c, node.orelse);
  unit.place(exit);
}
