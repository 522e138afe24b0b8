/**
 * Calls (compile.c:compiler_call, maybe_optimize_method_call, compiler_call_helper).
 *
 * The stack during a call is `callable self-or-NULL arguments`. A call `o.m(...)` leaves method and object there
 * instead of a bound method. Compiler-made calls of one argument put it in the self slot.
 */
import { strConst, tupleConst } from '../constant.ts';
import type { Attribute, Call, Expr, Keyword, Span } from '../parse/ast-expressions.ts';
import type { Compiler } from './compiler.ts';
import { compileSequence } from './displays.ts';
import { attributeAt, compileExpression, MANY } from './expressions.ts';
import { checkCaller } from './likely-mistakes.ts';
import { Op } from './opcodes.ts';
import { Use } from './scope.ts';
import { compileSuper, isSuperMethod } from './super-call.ts';

export function compileCall(c: Compiler, node: Call): void {
  refuseRepeatedKeywords(c, node);
  if (compileMethodCall(c, node)) return;
  checkCaller(c, node);
  const early = c.profile.nullBeforeCallable ? 1 : 0;
  if (early > 0) c.unit.emit(Op.NOP, 0, node.func.at, early);
  compileExpression(c, node.func);
  c.unit.emit(Op.PUSH_NULL, 0, node.func.at, -early);
  compileArguments(c, node, { pushed: 0, at: node.at });
}

function refuseRepeatedKeywords(c: Compiler, { keywords, at: call }: Call): void {
  const seen = new Set<string>();
  for (const { name, at } of keywords) {
    if (name === null) continue;
    if (name === '__debug__') c.fail('cannot assign to __debug__', c.profile.errors312 ? at : call);
    if (seen.has(name)) c.fail(`keyword argument repeated: ${name}`, at);
    seen.add(name);
  }
}

function compileMethodCall(c: Compiler, node: Call): boolean {
  const func = c.folder.fold(node.func);
  if (func.kind !== 'Attribute' || !callsAsMethod(c, node, func)) return false;
  const at = attributeAt(c, func.at, func.attr);
  if (isSuperMethod(c, func)) {
    compileSuper(c, func, Op.LOAD_SUPER_METHOD);
  } else {
    compileExpression(c, func.value);
    c.emitName(Op.LOAD_METHOD, func.attr, at);
  }
  const callAt = callSpan(c, node, at);
  for (const arg of node.args) compileExpression(c, arg);
  if (node.keywords.length === 0) {
    c.emit(Op.CALL, node.args.length, callAt);
    return true;
  }
  compileKeywords(c, node.keywords, { pushed: node.args.length, at: callAt, namesAt: at });
  return true;
}

/** A call of an attribute on a later line counts to that line, from 3.10. */
function callSpan(c: Compiler, node: Call, attribute: Span): Span {
  if (!c.profile.richErrors || attribute.line === node.at.line) return node.at;
  return { ...node.at, line: attribute.line, col: attribute.col };
}

function callsAsMethod(c: Compiler, node: Call, func: Attribute): boolean {
  if (node.args.some((arg) => arg.kind === 'Starred')) return false;
  if (node.keywords.some((keyword) => keyword.name === null)) return false;
  if (!c.profile.callHasSelfSlot) return node.keywords.length === 0;
  if (isImported(c, func.value)) return false;
  return node.args.length + node.keywords.length + (node.keywords.length > 0 ? 1 : 0) < MANY;
}

/** Functions of an imported module are not looked up as methods (compile.c:is_import_originated). */
function isImported(c: Compiler, node: Expr): boolean {
  const { unit } = c;
  // 3.13: an inlined comprehension of the module has put other symbols in place of the module's.
  if (c.profile.iteratorIsRebound && unit.inlinedDepth > 0 && unit.scope.kind === 'module') return false;
  return node.kind === 'Name' && (c.top.use(node.id) & Use.IMPORT) !== 0;
}

type Frame = { readonly pushed: number; readonly at: Span };
type KeywordFrame = Frame & { readonly namesAt?: Span };
type Arguments = { readonly args: readonly Expr[]; readonly keywords: readonly Keyword[] };

/** To 3.10 PUSH_NULL takes no slot, so the call gives one less back. */
function noSelfSlot(c: Compiler): number {
  return c.profile.callHasSelfSlot ? 0 : 1;
}

/** The arguments and the call itself; `pushed` of them are on the stack already. */
export function compileArguments(c: Compiler, node: Arguments, frame: Frame): void {
  const { args, keywords } = node;
  const unpacks =
    args.some((arg) => arg.kind === 'Starred') || keywords.some((keyword) => keyword.name === null);
  const tooMany = c.profile.richErrors && args.length + keywords.length * 2 > MANY;
  if (unpacks || tooMany) return compileUnpacked(c, node, frame);
  for (const arg of args) compileExpression(c, arg);
  const given = frame.pushed + args.length;
  if (keywords.length === 0) return c.unit.emit(Op.CALL, given, frame.at, noSelfSlot(c));
  compileKeywords(c, keywords, { pushed: given, at: frame.at });
}

function compileKeywords(
  c: Compiler,
  keywords: readonly Keyword[],
  { pushed, at, namesAt = at }: KeywordFrame,
): void {
  for (const keyword of keywords) compileExpression(c, keyword.value);
  const names = c.unit.constants.add(
    tupleConst(keywords.map((keyword) => strConst(c.mangled(keyword.name ?? '')))),
  );
  const beside = c.profile.keywordNamesOnStack ? 0 : 1;
  c.unit.emit(Op.LOAD_CONST, names, namesAt, -beside);
  c.unit.emit(Op.CALL_KW, pushed + keywords.length, at, beside + noSelfSlot(c));
}

/** One tuple and one dictionary of arguments (CALL_FUNCTION_EX). */
function compileUnpacked(c: Compiler, { args, keywords }: Arguments, frame: Frame): void {
  const [only] = args;
  if (frame.pushed === 0 && args.length === 1 && only?.kind === 'Starred') compileExpression(c, only.value);
  else compileSequence(c, 'Tuple', args, frame);
  if (keywords.length > 0) mergeKeywords(c, keywords, frame.at);
  c.unit.emit(Op.CALL_FUNCTION_EX, keywords.length > 0 ? 1 : 0, frame.at, noSelfSlot(c));
}

function mergeKeywords(c: Compiler, keywords: readonly Keyword[], at: Span): void {
  let built = false;
  let waiting = 0;
  const flush = (end: number) => {
    keywordDict(c, keywords.slice(end - waiting, end), at);
    if (built) c.emit(Op.DICT_MERGE, 1, at);
    built = true;
    waiting = 0;
  };
  for (const [i, keyword] of keywords.entries()) {
    if (keyword.name !== null) {
      waiting++;
      continue;
    }
    if (waiting > 0) flush(i);
    if (!built) c.emit(Op.BUILD_MAP, 0, at);
    built = true;
    compileExpression(c, keyword.value);
    c.emit(Op.DICT_MERGE, 1, at);
  }
  if (waiting > 0) flush(keywords.length);
}

/** compile.c:compiler_subkwargs. */
function keywordDict(c: Compiler, keywords: readonly Keyword[], at: Span): void {
  const names = keywords.map((keyword) => strConst(c.mangled(keyword.name ?? '')));
  const big = c.profile.richErrors && keywords.length * 2 > MANY;
  if (keywords.length > 1 && !big) {
    for (const keyword of keywords) compileExpression(c, keyword.value);
    c.loadConst(tupleConst(names), at);
    return c.emit(Op.BUILD_CONST_KEY_MAP, keywords.length, at);
  }
  if (big) c.emit(Op.BUILD_MAP, 0, at);
  for (const [i, keyword] of keywords.entries()) {
    c.loadConst(names[i] as ReturnType<typeof strConst>, at);
    compileExpression(c, keyword.value);
    if (big) c.emitLineless(Op.MAP_ADD, 1, at);
  }
  if (!big) c.emit(Op.BUILD_MAP, keywords.length, at);
}
