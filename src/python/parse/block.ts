/** The colon and the block of a compound statement. */
import type { Stmt } from './ast-statements.ts';
import type { Cursor } from './cursor.ts';
import { parseSimpleStatements } from './simple-statements.ts';
import type { Token } from './token.ts';

/**
 * `forced` colons are reported whatever stands in their place, `newline` ones only at the end of the line
 * (`&&':'` and the invalid_*_stmt rules of the grammar, both from 3.10).
 */
export function parseColon(p: Cursor, kind: 'forced' | 'newline'): void {
  if (kind === 'forced') {
    p.expectForced(':');
    return;
  }
  if (p.diagnosingRich && p.isType('NEWLINE')) p.raiseHere("expected ':'");
  p.expect(':');
}

/** block: indented statements, or simple ones on the same line. `what` and `start` word the complaint. */
export function parseBlock(p: Cursor, what: string, start: Token): readonly Stmt[] {
  if (!p.isType('NEWLINE')) return parseSimpleStatements(p);
  p.next();
  if (!p.isType('INDENT')) missingBlock(p, what, start);
  p.next();
  const body: Stmt[] = [];
  while (!p.isType('DEDENT') && !p.isType('END')) body.push(...p.grammar.statement(p));
  p.expectType('DEDENT');
  return body;
}

function missingBlock(p: Cursor, what: string, start: Token): never {
  if (!p.diagnosing) p.fail();
  if (!p.profile.richErrors) return p.raiseHere('expected an indented block', 'IndentationError');
  return p.raiseHere(`expected an indented block after ${what} on line ${start.at.line}`, 'IndentationError');
}

/** The `else` branch, empty if there is none. */
export function parseElse(p: Cursor): readonly Stmt[] {
  if (!p.is('else')) return [];
  const start = p.next();
  parseColon(p, 'forced');
  return parseBlock(p, "'else' statement", start);
}
