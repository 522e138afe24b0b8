/** The scopes of functions, classes and type aliases (symtable.c:symtable_visit_stmt, symtable_visit_arguments). */
import type { Params } from '../parse/ast-expressions.ts';
import type { ClassDef, FunctionDef, TypeAlias } from '../parse/ast-statements.ts';
import { allParams } from './ast-children.ts';
import { Use } from './scope.ts';
import type { ScopeBuilder } from './scope-builder.ts';
import { enterAnnotation, enterGeneric } from './scope-type-params.ts';

/** Annotations are in the scope of the type parameters, defaults and decorators are not. */
export function defineFunction(b: ScopeBuilder, node: FunctionDef): void {
  b.define(node.name, Use.LOCAL, node.at);
  const { params, typeParams } = node;
  const isGeneric = typeParams.length > 0;
  for (const value of [...params.defaults, ...params.kwDefaults]) if (value !== null) b.expression(value);
  if (isGeneric) {
    decorate(b, node);
    enterGeneric(b, node, ['.defaults', ...(params.kwDefaults.some(Boolean) ? ['.kwdefaults'] : [])]);
  }
  for (const param of allParams(params)) if (param.annotation !== null) b.annotation(param.annotation);
  if (node.returns !== null) b.annotation(node.returns);
  if (!isGeneric) decorate(b, node);
  const scope = b.enter('function', { name: node.name, at: node.at }, node);
  scope.isAsync = scope.coroutine = node.isAsync;
  bindParams(b, params);
  b.body(node.body);
  b.leave();
  if (isGeneric) b.leave();
}

function decorate(b: ScopeBuilder, { decorators }: FunctionDef | ClassDef): void {
  for (const decorator of decorators) b.expression(decorator);
}

export function bindParams(b: ScopeBuilder, params: Params): void {
  const { scope } = b;
  for (const param of [...params.posonly, ...params.args, ...params.kwonly])
    b.define(param.name, Use.PARAM, param.at);
  if (params.vararg !== null) b.define(params.vararg.name, Use.PARAM, params.vararg.at);
  if (params.kwarg !== null) b.define(params.kwarg.name, Use.PARAM, params.kwarg.at);
  scope.varargs = params.vararg !== null;
  scope.varkeywords = params.kwarg !== null;
}

export function defineClass(b: ScopeBuilder, node: ClassDef): void {
  b.define(node.name, Use.LOCAL, node.at);
  const isGeneric = node.typeParams.length > 0;
  const outerPrivate = b.privateName;
  if (isGeneric) {
    decorate(b, node);
    b.privateName = node.name;
    enterGeneric(b, node);
    for (const name of ['.type_params', '.generic_base']) b.define(name, Use.LOCAL | Use.USE, node.at);
  }
  for (const base of node.bases) b.expression(base);
  for (const keyword of node.keywords) b.expression(keyword.value);
  if (!isGeneric) decorate(b, node);
  const scope = b.enter('class', { name: node.name, at: node.at }, node);
  b.privateName = node.name;
  scope.privateName = node.name;
  if (isGeneric) {
    b.define('__type_params__', Use.LOCAL, node.at);
    b.define('.type_params', Use.USE, node.at);
  }
  b.body(node.body);
  b.privateName = outerPrivate;
  b.leave();
  if (isGeneric) b.leave();
}

export function defineAlias(b: ScopeBuilder, node: TypeAlias): void {
  b.define(node.name.id, Use.LOCAL, node.name.at);
  const isGeneric = node.typeParams.length > 0;
  const inClass = b.scope.kind === 'class';
  if (isGeneric) enterGeneric(b, { ...node, name: node.name.id });
  const scope = { key: node, name: node.name.id, value: node.value, kind: 'alias', inClass } as const;
  enterAnnotation(b, scope);
  if (isGeneric) b.leave();
}
