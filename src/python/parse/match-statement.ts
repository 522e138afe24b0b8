/**
 * `match` (3.10). `match` is a name unless a subject, a colon, a new line and an indented `case` follow.
 */
import type { Expr } from './ast-expressions.ts';
import type { Pattern } from './ast-patterns.ts';
import type { MatchCase, Stmt } from './ast-statements.ts';
import { parseBlock, parseColon } from './block.ts';
import type { Cursor } from './cursor.ts';
import { parseNamedExpression, parseStarNamedExpression, startsExpression } from './expressions.ts';
import { parseOpenPattern } from './patterns.ts';

export function parseMatch(p: Cursor): Stmt | null {
  const index = p.index;
  const start = p.next();
  const subject = p.attempt(() => parseSubject(p));
  if (subject === null || !opensCases(p, start.at.line)) {
    p.index = index;
    return null;
  }
  const cases: MatchCase[] = [];
  while (p.is('case')) cases.push(parseCase(p));
  p.expectType('DEDENT');
  return { kind: 'Match', at: p.spanFrom(start.at), subject, cases };
}

function parseSubject(p: Cursor): Expr {
  if (!startsExpression(p.peek()) && !p.is('*')) p.fail();
  const start = p.glance().at;
  const first = p.is('*') ? parseStarNamedExpression(p) : parseNamedExpression(p);
  if (!p.is(',')) return first.kind === 'Starred' ? p.fail() : first;
  const items = [first];
  while (p.accept(',')) {
    if (!startsExpression(p.peek()) && !p.is('*')) break;
    items.push(parseStarNamedExpression(p));
  }
  return { kind: 'Tuple', at: p.spanFrom(start), items };
}

/** Takes `':' NEWLINE INDENT` if `case` follows. */
function opensCases(p: Cursor, line: number): boolean {
  if (p.diagnosing && p.isType('NEWLINE')) p.raiseHere("expected ':'");
  if (!p.is(':') || p.peek(1).type !== 'NEWLINE') return false;
  if (p.peek(2).type !== 'INDENT') {
    if (p.diagnosing) {
      p.raiseHere(`expected an indented block after 'match' statement on line ${line}`, 'IndentationError');
    }
    return false;
  }
  if (p.peek(3).text !== 'case') return false;
  p.index += 3;
  return true;
}

function parseCase(p: Cursor): MatchCase {
  const start = p.next();
  const pattern: Pattern = parseOpenPattern(p);
  const guard = p.accept('if') ? parseNamedExpression(p) : null;
  parseColon(p, 'newline');
  const body = parseBlock(p, "'case' statement", start);
  return { pattern, guard, body };
}
