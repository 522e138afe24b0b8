/** `def`, `class` and decorators. */

import { parseBases } from './arguments.ts';
import type { Expr } from './ast-expressions.ts';
import type { Stmt } from './ast-statements.ts';
import { parseBlock, parseColon } from './block.ts';
import type { Cursor } from './cursor.ts';
import { parseExpression, parseNamedExpression } from './expressions.ts';
import { DEF_PARAMS, parseParams } from './params.ts';
import { parseTypeParams } from './type-params.ts';

export function parseDecorated(p: Cursor): Stmt {
  const decorators: Expr[] = [];
  while (p.accept('@')) {
    decorators.push(parseNamedExpression(p));
    p.expectType('NEWLINE');
  }
  if (p.is('class')) return parseClass(p, decorators);
  if (p.is('def') || (p.is('async') && p.glance(1).text === 'def')) return parseFunction(p, decorators);
  if (p.accept('async')) p.peek();
  return p.fail();
}

export function parseFunction(p: Cursor, decorators: readonly Expr[]): Stmt {
  const start = p.next();
  const isAsync = start.text === 'async';
  if (isAsync) p.expect('def');
  const name = p.expectType('NAME').text;
  const typeParams = parseTypeParams(p);
  if (p.profile.errors311) p.expectForced('(');
  else p.expect('(');
  const params = parseParams(p, DEF_PARAMS);
  p.expect(')');
  const returns = parseReturns(p);
  parseColon(p, 'forced');
  const body = parseBlock(p, 'function definition', start);
  const at = p.spanFrom(start.at);
  return { kind: 'FunctionDef', at, isAsync, name, typeParams, params, returns, decorators, body };
}

/** An arrow whose annotation does not parse leaves the colon missing at the arrow. */
function parseReturns(p: Cursor): Expr | null {
  if (!p.is('->')) return null;
  const index = p.index;
  const returns = p.attempt(() => {
    p.next();
    return parseExpression(p);
  });
  if (returns === null) p.index = index;
  return returns;
}

export function parseClass(p: Cursor, decorators: readonly Expr[]): Stmt {
  const start = p.next();
  const name = p.expectType('NAME').text;
  const typeParams = parseTypeParams(p);
  const { args, keywords } = p.is('(') ? parseBases(p) : { args: [], keywords: [] };
  parseColon(p, 'newline');
  const body = parseBlock(p, 'class definition', start);
  const at = p.spanFrom(start.at);
  return { kind: 'ClassDef', at, name, typeParams, bases: args, keywords, decorators, body };
}
