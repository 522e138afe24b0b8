/** `for targets in iterable if condition ...`: the clauses of comprehensions and generator expressions. */
import type { Comprehension, Expr } from './ast-expressions.ts';
import type { Cursor } from './cursor.ts';
import { parseDisjunction } from './expressions.ts';
import { parseForTargets } from './targets.ts';

export function startsClauses(p: Cursor): boolean {
  return p.is('for') || (p.is('async') && p.glance(1).text === 'for');
}

export function parseComprehensionClauses(p: Cursor): readonly Comprehension[] {
  const clauses: Comprehension[] = [];
  while (startsClauses(p)) {
    const start = p.peek();
    const isAsync = p.accept('async');
    p.expect('for');
    const target = parseForTargets(p, true);
    p.expect('in');
    const iter = parseDisjunction(p);
    const ifs: Expr[] = [];
    while (p.accept('if')) ifs.push(parseDisjunction(p));
    clauses.push({ at: p.spanFrom(start.at), isAsync, target, iter, ifs });
  }
  if (clauses.length === 0) p.fail();
  return clauses;
}
