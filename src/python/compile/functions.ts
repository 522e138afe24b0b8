/**
 * Functions and lambdas (compile.c:compiler_function, compiler_lambda). What MAKE_FUNCTION takes is evaluated in the
 * enclosing scope, in this order: decorators, defaults, keyword-only defaults, annotations, closure, code.
 */
import { NONE, strConst, tupleConst } from '../constant.ts';
import type { Expr, Lambda, Param, Params, Span } from '../parse/ast-expressions.ts';
import type { FunctionDef, Stmt } from '../parse/ast-statements.ts';
import { compileBody } from './body.ts';
import type { Compiler } from './compiler.ts';
import { cleanDocstring, docstringOf } from './docstring.ts';
import { compileExpression } from './expressions.ts';
import { INTRINSIC_2, Op } from './opcodes.ts';
import { beginGenericCall, compileUnpacked, enterTypeParams } from './type-params.ts';
import { NOWHERE } from './unit.ts';

export function compileFunction(c: Compiler, node: FunctionDef): void {
  const { params, decorators, at } = node;
  checkParams(c, params, at);
  for (const decorator of decorators) compileExpression(c, decorator);
  const firstLine = decorators[0]?.at.line ?? at.line;
  if (node.typeParams.length > 0) compileGeneric(c, node, firstLine);
  else compilePlain(c, node, firstLine, compileDefaults(c, params, at));
  for (const decorator of [...decorators].toReversed()) c.emit(Op.CALL, 0, decoratorCallAt(c, decorator, at));
  c.name(node.name, 'store', at);
}

/** A function that makes the type parameters, and with them the function; its arguments are the defaults. */
function compileGeneric(c: Compiler, node: FunctionDef, firstLine: number): void {
  const { params, at } = node;
  const call = beginGenericCall(c, at);
  const flags = compileDefaults(c, params, at);
  const given = (flags & 1) + (flags >> 1);
  enterTypeParams(c, node, { firstLine, given });
  for (let place = 0; place < given; place++) c.emit(Op.LOAD_FAST, place, at);
  compilePlain(c, node, firstLine, flags);
  c.emit(Op.SWAP, 2, at);
  c.emit(Op.CALL_INTRINSIC_2, INTRINSIC_2.SET_FUNCTION_TYPE_PARAMS, at);
  call(given);
}

/** The function itself, whose defaults are on the stack. */
function compilePlain(c: Compiler, node: FunctionDef, firstLine: number, defaults: number): void {
  const { params, at } = node;
  const flags = defaults | compileAnnotations(c, node);
  const unit = c.enter(node, { name: node.name, firstLine });
  countParams(c, params);
  const docstring = docstringOf(node.body);
  if (docstring !== null) unit.docstring = c.profile.cleanDocstring ? cleanDocstring(docstring) : docstring;
  if (unit.docstring === null) unit.constants.add(NONE);
  else unit.constants.add(strConst(unit.docstring), unit.docstring === docstring ? 'whole' : 'nothing');
  compileBody(c, docstring === null ? node.body : node.body.slice(1));
  if (unit.fallsOff()) c.returnNone(NOWHERE);
  const code = c.leave();
  c.makeClosure(code, flags, at);
}

/** The call of a decorator counts to the decorator from 3.11, to the definition before. */
export function decoratorCallAt(c: Compiler, decorator: Expr, definition: Span): Span {
  return c.profile.callHasSelfSlot ? decorator.at : definition;
}

/** Where the implicit return is: the last statement. */
export function lastSpan(body: readonly Stmt[], otherwise: Span): Span {
  return body.at(-1)?.at ?? otherwise;
}

export function compileLambda(c: Compiler, node: Lambda): void {
  checkParams(c, node.params, node.at);
  const flags = compileDefaults(c, node.params, node.at);
  const unit = c.enter(node, { name: '<lambda>', firstLine: node.at.line });
  countParams(c, node.params);
  unit.constants.add(NONE);
  const body = c.folder.fold(node.body);
  const end = lambdaReturnAt(c, node);
  // 3.12 returns a constant in one instruction, which has the place of the return.
  const merged = c.profile.dropUnusedConstants && body.kind === 'Constant';
  compileExpression(c, merged ? { ...body, at: end } : body);
  // What a generator ends with nobody wrote.
  if (unit.scope.suspends && c.profile.callHasSelfSlot) c.emitLineless(Op.RETURN_VALUE, 0, end);
  else c.emit(Op.RETURN_VALUE, 0, end);
  const code = c.leave();
  c.makeClosure(code, flags, node.at);
}

/** To 3.12 a lambda returns at column 0 of its line. */
function lambdaReturnAt(c: Compiler, node: Lambda): Span {
  if (c.profile.errors313) return node.body.at;
  const { line } = node.at;
  return { line, col: 0, endLine: line, endCol: 0 };
}

function countParams(c: Compiler, params: Params): void {
  c.unit.posOnlyCount = params.posonly.length;
  c.unit.argCount = params.posonly.length + params.args.length;
  c.unit.kwOnlyCount = params.kwonly.length;
}

function checkParams(c: Compiler, params: Params, at: Span): void {
  const all = [...params.posonly, ...params.args, params.vararg, ...params.kwonly, params.kwarg];
  const debug = all.find((param) => param?.name === '__debug__');
  if (debug) c.fail('cannot assign to __debug__', c.profile.errors312 ? debug.at : at);
}

/** The flags say which of the two are on the stack. */
function compileDefaults(c: Compiler, params: Params, at: Span): number {
  let flags = 0;
  if (params.defaults.length > 0) {
    flags |= 1;
    for (const value of params.defaults) compileExpression(c, value);
    c.emit(Op.BUILD_TUPLE, params.defaults.length, at);
  }
  const names: string[] = [];
  for (const [i, param] of params.kwonly.entries()) {
    const value = params.kwDefaults[i] ?? null;
    if (value === null) continue;
    names.push(c.mangled(param.name));
    compileExpression(c, value);
  }
  if (names.length === 0) return flags;
  c.loadConst(tupleConst(names.map(strConst)), at);
  c.emit(Op.BUILD_CONST_KEY_MAP, names.length, at);
  return flags | 2;
}

/** In CPython's order: args before posonly (compile.c:compiler_visit_annotations). */
function compileAnnotations(c: Compiler, node: FunctionDef): number {
  const { posonly, args, vararg, kwonly, kwarg } = node.params;
  const annotated: { readonly name: string; readonly annotation: Expr }[] = [];
  const add = (param: Param | null) => {
    if (param?.annotation) annotated.push({ name: c.mangled(param.name), annotation: param.annotation });
  };
  for (const param of [...args, ...posonly, vararg, ...kwonly, kwarg]) add(param);
  if (node.returns !== null) annotated.push({ name: 'return', annotation: node.returns });
  if (annotated.length === 0) return 0;
  for (const { name, annotation } of annotated) {
    if (c.profile.annotationTuple) c.loadConst(strConst(name), node.at);
    compileAnnotation(c, annotation);
  }
  if (c.profile.annotationTuple) {
    c.emit(Op.BUILD_TUPLE, annotated.length * 2, node.at);
  } else {
    c.loadConst(tupleConst(annotated.map(({ name }) => strConst(name))), node.at);
    c.emit(Op.BUILD_CONST_KEY_MAP, annotated.length, node.at);
  }
  return 4;
}

/** `*args: *Ts` (3.11) unpacks; under `from __future__ import annotations` the text stands for the value. */
export function compileAnnotation(c: Compiler, node: Expr): void {
  if (c.futureAnnotations) return c.loadConst(strConst(c.source.slice(node.at)), node.at);
  compileUnpacked(c, node);
}
