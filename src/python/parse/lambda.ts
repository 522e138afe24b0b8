/** `lambda [params] ':' expression`. */
import type { Expr } from './ast-expressions.ts';
import type { Cursor } from './cursor.ts';
import { parseExpression } from './expressions.ts';
import { LAMBDA_PARAMS, parseParams } from './params.ts';

export function parseLambda(p: Cursor): Expr {
  const token = p.expect('lambda');
  const params = parseParams(p, LAMBDA_PARAMS);
  const insideField =
    p.diagnosing && p.profile.fstringGrammar && p.is(':') && p.glance(1).type.startsWith('FSTRING_MIDDLE');
  if (insideField)
    p.raise('f-string: lambda expressions are not allowed without parentheses', token.at, p.peek().at);
  p.expect(':');
  const body = parseExpression(p);
  return { kind: 'Lambda', at: p.spanFrom(token.at), params, body };
}
