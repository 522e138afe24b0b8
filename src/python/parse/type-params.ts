/** Type parameters of `def`, `class` and `type`, and the `type` statement itself (PEP 695; grammar: type_params, type_alias). */
import type { Expr, Span } from './ast-expressions.ts';
import type { Lazy, Stmt, TypeParam } from './ast-statements.ts';
import type { Cursor } from './cursor.ts';
import { parseExpression, parseStarExpression } from './expressions.ts';
import type { Token } from './token.ts';

const KINDS = { '*': 'TypeVarTuple', '**': 'ParamSpec' } as const;

/** What does not parse as type parameters is left where it is, for what has to follow the name. */
export function parseTypeParams(p: Cursor): readonly TypeParam[] {
  if (!p.profile.typeParameters || !p.is('[')) return [];
  return p.attempt(() => typeParams(p)) ?? [];
}

function typeParams(p: Cursor): readonly TypeParam[] {
  p.expect('[');
  if (p.profile.typeParamDefaults && p.is(']'))
    raiseFrom(p, 'Type parameter list cannot be empty', p.peek().at);
  const params = [parseTypeParam(p)];
  while (p.accept(',')) {
    if (p.is(']')) break;
    params.push(parseTypeParam(p));
  }
  p.expect(']');
  return params;
}

function parseTypeParam(p: Cursor): TypeParam {
  const start = p.peek();
  const { text } = start;
  const kind = text === '*' || text === '**' ? KINDS[text] : 'TypeVar';
  if (kind !== 'TypeVar') p.next();
  const name = p.expectType('NAME').text;
  if (kind !== 'TypeVar') refuseBound(p, kind);
  const bound = kind === 'TypeVar' && p.accept(':') ? lazy(parseExpression(p)) : null;
  const initial = p.profile.typeParamDefaults && p.accept('=') ? lazy(parseDefault(p, kind)) : null;
  return { kind, at: p.spanFrom(start.at), name, bound, default: initial };
}

function lazy(value: Expr): Lazy {
  return { value };
}

/** What a TypeVarTuple stands for may be unpacked. */
function parseDefault(p: Cursor, kind: TypeParam['kind']): Expr {
  return kind === 'TypeVarTuple' ? parseStarExpression(p) : parseExpression(p);
}

/** invalid_type_param: said at once, as the bracket that must follow would be missed otherwise. */
function refuseBound(p: Cursor, kind: 'TypeVarTuple' | 'ParamSpec'): void {
  if (!p.is(':')) return;
  const colon = p.next();
  const value = parseExpression(p);
  const word = value.kind === 'Tuple' ? 'constraints' : 'bound';
  raiseFrom(p, `cannot use ${word} with ${kind}`, colon.at);
}

/** From there to the end of what was read (RAISE_SYNTAX_ERROR_STARTING_FROM). */
function raiseFrom(p: Cursor, message: string, from: Span): never {
  const { at } = p.tokens[p.furthest] as Token;
  return p.raise(message, from, { ...at, endCol: at.endCol - 1 });
}

/** `type X = ...`; null where `type` is a name like any other. */
export function parseTypeAlias(p: Cursor): Stmt | null {
  if (!p.profile.typeParameters || p.glance().text !== 'type' || p.glance(1).type !== 'NAME') return null;
  const { at } = p.next();
  const name = p.next();
  const typeParams = parseTypeParams(p);
  p.expect('=');
  const value = parseExpression(p);
  const target = { kind: 'Name', at: name.at, id: name.text } as const;
  return { kind: 'TypeAlias', at: p.spanFrom(at), name: target, typeParams, value };
}
