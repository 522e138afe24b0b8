/**
 * `try` (compile.c:compiler_try_finally, compiler_try_except). Handlers are found through the exception table in every
 * version; a `finally` body is compiled once for the normal way out, once for exceptions, and once for each `return`,
 * `break` or `continue` that leaves through it.
 *
 * In a handler the stack holds the previously handled exception, then the one being handled.
 */
import type { Span } from '../parse/ast-expressions.ts';
import type { ExceptHandler, Stmt, Try } from '../parse/ast-statements.ts';
import { compileBody } from './body.ts';
import type { Compiler } from './compiler.ts';
import { compileExpression } from './expressions.ts';
import { forget, restoreAndReraise } from './handler-code.ts';
import { MARK } from './native/marks.ts';
import { Op } from './opcodes.ts';
import { compileTryStar } from './try-star.ts';
import { type Label, NOWHERE } from './unit.ts';

export function compileTry(c: Compiler, node: Try): void {
  if (node.finalbody.length > 0) return compileFinally(c, node);
  compileHandled(c, node);
}

function compileHandled(c: Compiler, node: Try): void {
  if (node.star) compileTryStar(c, node);
  else compileHandlers(c, node);
}

function compileFinally(c: Compiler, node: Try): void {
  const { unit } = c;
  const { at } = node;
  const [end, exit, cleanup] = [unit.newLabel(), unit.newLabel(), unit.newLabel()];
  unit.setup(Op.SETUP_FINALLY, end, at);
  unit.beginBlock();
  c.pushBlock({ kind: 'finallyTry', body: node.finalbody }, at);
  if (node.handlers.length > 0) compileHandled(c, node);
  else compileBody(c, node.body);
  unit.popBlock();
  unit.blocks.pop();
  compileBody(c, node.finalbody);
  c.emit(Op.NOP, MARK.QUIET_JUMP, NOWHERE);
  c.emit(Op.JUMP_FORWARD, exit, NOWHERE);

  unit.place(end);
  c.pushBlock({ kind: 'finallyEnd' }, at);
  unit.setup(Op.SETUP_CLEANUP, cleanup, NOWHERE, -1);
  c.emitLineless(Op.PUSH_EXC_INFO, 0, at);
  compileBody(c, node.finalbody);
  unit.blocks.pop();
  const place = c.profile.conditionMovesPlace ? leftBy(node.finalbody.at(-1)) : NOWHERE;
  c.emit(Op.RERAISE, 0, place);
  unit.popBlock();
  restoreAndReraise(c, cleanup, place);
  unit.place(exit);
}

/** The place that a statement leaves to what is compiled behind it (3.11 only). */
function leftBy(node: Stmt | undefined): Span {
  switch (node?.kind) {
    case 'AugAssign':
      return node.target.at;
    case 'If':
      return leftBy(node.orelse.at(-1) ?? node.body.at(-1));
    case 'Assign':
    case 'AnnAssign':
    case 'Delete':
    case 'Pass':
    case 'Import':
    case 'ImportFrom':
    case 'FunctionDef':
    case 'ClassDef':
      return node.at;
    default:
      return NOWHERE;
  }
}

function compileHandlers(c: Compiler, node: Try): void {
  const { unit } = c;
  const { at } = node;
  const [except, end, cleanup] = [unit.newLabel(), unit.newLabel(), unit.newLabel()];
  unit.setup(Op.SETUP_FINALLY, except, at);
  unit.beginBlock();
  c.pushBlock({ kind: 'try' }, at);
  compileBody(c, node.body);
  unit.blocks.pop();
  unit.popBlock();
  const orelse = unit.newLabel();
  const elseLast = c.profile.elseBehindHandlers && node.orelse.length > 0;
  if (!elseLast) compileBody(c, node.orelse);
  c.emit(Op.NOP, MARK.QUIET_JUMP, NOWHERE);
  c.emit(Op.JUMP_FORWARD, elseLast ? orelse : end, NOWHERE);

  unit.place(except);
  unit.setup(Op.SETUP_CLEANUP, cleanup, NOWHERE, -1);
  c.emitLineless(Op.PUSH_EXC_INFO, 0, at);
  c.pushBlock({ kind: 'exceptionHandler' }, at);
  for (const [i, handler] of node.handlers.entries()) {
    if (handler.type === null && i < node.handlers.length - 1) defaultNotLast(c, node, handler);
    compileHandler(c, handler, end);
  }
  unit.blocks.pop();
  c.emit(Op.RERAISE, 0, NOWHERE);
  unit.popBlock();
  restoreAndReraise(c, cleanup);
  if (elseLast) {
    unit.place(orelse);
    compileBody(c, node.orelse);
  }
  unit.place(end);
}

/** To 3.9 the place reported is that of the statement compiled last. */
function defaultNotLast(c: Compiler, node: Try, handler: ExceptHandler): never {
  const last = node.orelse.at(-1) ?? node.body.at(-1);
  const at = c.profile.richErrors ? handler.at : (last?.at ?? handler.at);
  return c.fail("default 'except:' must be last", at);
}

function compileHandler(c: Compiler, handler: ExceptHandler, end: Label): void {
  const { unit } = c;
  const { at } = handler;
  const next = unit.newLabel();
  if (handler.type !== null) {
    c.countOlder(1, at);
    compileExpression(c, handler.type);
    const place = c.profile.callHasSelfSlot ? at : handler.type.at;
    c.emit(Op.CHECK_EXC_MATCH, 0, place);
    c.countOlder(-1, at);
    c.emit(Op.POP_JUMP_IF_FALSE, next, place);
  }
  if (handler.name === null) compileUnnamed(c, handler, end);
  else compileNamed(c, handler, { name: handler.name, end });
  unit.place(next);
}

function compileUnnamed(c: Compiler, handler: ExceptHandler, end: Label): void {
  const { unit } = c;
  c.emit(Op.POP_TOP, 0, handler.at);
  c.countOlder(-2, handler.at);
  unit.beginBlock();
  c.pushBlock({ kind: 'handlerCleanup', name: null }, handler.at);
  compileBody(c, handler.body);
  unit.blocks.pop();
  const outer = unit.handlers.pop();
  c.emit(Op.POP_EXCEPT, 0, NOWHERE);
  c.countOlder(-2, handler.at);
  c.emit(Op.NOP, MARK.QUIET_JUMP, NOWHERE);
  c.emit(Op.JUMP_FORWARD, end, NOWHERE);
  if (outer !== undefined) unit.handlers.push(outer);
}

/** The name is unbound however the body ends. */
function compileNamed(
  c: Compiler,
  handler: ExceptHandler,
  way: { readonly name: string; readonly end: Label },
): void {
  const { unit } = c;
  const { at } = handler;
  const cleanup = unit.newLabel();
  c.name(way.name, 'store', at);
  c.countOlder(-2, at);
  unit.setup(Op.SETUP_CLEANUP, cleanup, at);
  unit.beginBlock();
  c.pushBlock({ kind: 'handlerCleanup', name: way.name }, at);
  compileBody(c, handler.body);
  unit.blocks.pop();
  unit.popBlock();
  const outer = unit.handlers.pop();
  c.emit(Op.POP_EXCEPT, 0, NOWHERE);
  c.countOlder(-2, at);
  forget(c, way.name);
  c.emit(Op.NOP, MARK.QUIET_JUMP, NOWHERE);
  c.emit(Op.JUMP_FORWARD, way.end, NOWHERE);
  if (outer !== undefined) unit.handlers.push(outer);
  unit.place(cleanup);
  forget(c, way.name);
  c.emit(Op.RERAISE, 1, NOWHERE);
}
