/**
 * Annotation scopes (PEP 695): of the type parameters of a definition, and of each expression that runs when it is first asked for
 * (symtable.c:symtable_enter_type_param_block, symtable_visit_type_param_bound_or_default). One that stands in a class finds names there.
 */
import type { Expr, Span } from '../parse/ast-expressions.ts';
import type { TypeParam } from '../parse/ast-statements.ts';
import { type AnnotationKind, type Scope, Use } from './scope.ts';
import type { ScopeBuilder } from './scope-builder.ts';

interface Generic {
  readonly name: string;
  readonly at: Span;
  readonly typeParams: readonly TypeParam[];
}

/** Its key is the list of the type parameters; the caller leaves it. */
export function enterGeneric(b: ScopeBuilder, node: Generic, parameters: readonly string[] = []): void {
  const inClass = b.scope.kind === 'class';
  enter(
    b,
    { key: node.typeParams, name: `<generic parameters of ${node.name}>`, kind: 'typeParameters', inClass },
    node.at,
  );
  for (const name of parameters) b.define(name, Use.PARAM, node.at);
  for (const param of node.typeParams) defineTypeParam(b, param, inClass);
}

function defineTypeParam(b: ScopeBuilder, param: TypeParam, inClass: boolean): void {
  const { name, at, bound } = param;
  b.define(name, Use.TYPE_PARAM | Use.LOCAL, at);
  const kind = bound?.value.kind === 'Tuple' && b.profile.typeParamDefaults ? 'constraint' : 'bound';
  const about = { name, inClass, owner: param.kind };
  if (bound !== null) enterAnnotation(b, { ...about, key: bound, value: bound.value, kind });
  if (param.default !== null)
    enterAnnotation(b, { ...about, key: param.default, value: param.default.value, kind: 'default' });
}

interface Annotation {
  readonly key: object;
  readonly name: string;
  readonly kind: AnnotationKind;
  readonly inClass: boolean;
  /** What has the bound or default. */
  readonly owner?: TypeParam['kind'];
}

/** Enters, visits and leaves the scope of an expression. */
export function enterAnnotation(b: ScopeBuilder, scope: Annotation & { readonly value: Expr }): void {
  enter(b, scope, scope.value.at);
  b.expression(scope.value);
  b.leave();
}

function enter(b: ScopeBuilder, { key, name, kind, inClass, owner }: Annotation, at: Span): void {
  const scope = b.enter('function', { name, at }, key);
  scope.annotation = kind;
  scope.annotated = owner ?? null;
  scope.seesClass = inClass;
  if (inClass) b.define('__classdict__', Use.USE, at);
}

const WORDS = { named: 'named expression', yield: 'yield expression', await: 'await expression' } as const;

/** symtable_raise_if_annotation_block */
export function refuseInAnnotation(b: ScopeBuilder, what: keyof typeof WORDS, at: Span): void {
  if (b.profile.richErrors && b.annotated === b.scope) {
    const refusal = b.profile.errors312 ? `${WORDS[what]} cannot` : `'${WORDS[what]}' can not`;
    b.fail(`${refusal} be used within an annotation`, at);
  }
  const place = placeOf(b.scope);
  if (place !== null) b.fail(`${WORDS[what]} cannot be used within ${place}`, at);
}

/** What would be a function in an annotation scope that sees a class. */
export function refuseInClass(b: ScopeBuilder, what: 'lambda' | 'comprehension', at: Span): void {
  if (b.profile.annotationsStandAlone && b.scope.seesClass)
    b.fail(`Cannot use ${what} in annotation scope within class scope`, at);
}

/** How an annotation scope is called in messages. */
export function placeOf({ annotation, annotated }: Scope): string | null {
  if (annotation === null) return null;
  if (annotation === 'typeParameters') return 'the definition of a generic';
  return annotation === 'alias' ? 'a type alias' : `a ${annotated ?? ''} ${annotation}`;
}
