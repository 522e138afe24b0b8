/** `try` and the mistakes of invalid_try_stmt and invalid_except_stmt. */
import type { ExceptHandler, Stmt } from './ast-statements.ts';
import { parseBlock, parseColon, parseElse } from './block.ts';
import type { Cursor } from './cursor.ts';
import { parseExpression } from './expressions.ts';
import type { Token } from './token.ts';

export function parseTry(p: Cursor): Stmt {
  const start = p.next();
  parseColon(p, 'forced');
  const body = parseBlock(p, "'try' statement", start);
  const handlers: ExceptHandler[] = [];
  let star: boolean | null = null;
  while (p.is('except')) {
    const starred = p.profile.exceptStar && p.glance(1).text === '*';
    if (star !== null && star !== starred) mixedHandlers(p);
    star = starred;
    handlers.push(parseHandler(p));
  }
  const orelse = handlers.length > 0 ? parseElse(p) : [];
  const finalbody = parseFinally(p);
  if (handlers.length === 0 && finalbody === null) missingHandlers(p);
  return {
    kind: 'Try',
    at: p.spanFrom(start.at),
    star: star ?? false,
    body,
    handlers,
    orelse,
    finalbody: finalbody ?? [],
  };
}

function missingHandlers(p: Cursor): never {
  if (p.diagnosingRich) p.raiseHere("expected 'except' or 'finally' block");
  return p.fail();
}

function mixedHandlers(p: Cursor): never {
  if (!p.diagnosing) p.fail();
  const [except, star] = [p.peek().at, p.glance(1)];
  const end = star.text === '*' ? star.at : except;
  return p.raise("cannot have both 'except' and 'except*' on the same 'try'", except, end);
}

function parseFinally(p: Cursor): readonly Stmt[] | null {
  if (!p.is('finally')) return null;
  const start = p.next();
  parseColon(p, 'forced');
  return parseBlock(p, "'finally' statement", start);
}

function parseHandler(p: Cursor): ExceptHandler {
  const start = p.next();
  const star = p.profile.exceptStar && p.accept('*');
  if (star && p.diagnosing && (p.is(':') || p.isType('NEWLINE')))
    p.raiseHere('expected one or more exception types');
  if (star && p.is(':')) p.fail();
  const type = p.is(':') || p.isType('NEWLINE') ? null : parseExpression(p);
  if (p.is(',') && type !== null) severalTypes(p, type.at);
  const name = type !== null && p.accept('as') ? p.expectType('NAME').text : null;
  parseColon(p, 'newline');
  const body = parseBlock(p, `'except${star ? '*' : ''}' statement`, start);
  return { at: p.spanFrom(start.at), type, name, body };
}

/** `except A, B:`; the complaint runs from the first type to where the tokenizer stands, behind the colon. */
function severalTypes(p: Cursor, from: Token['at']): never {
  if (!p.diagnosingRich) p.fail();
  const end = p.probe(() => {
    while (p.accept(',')) parseExpression(p);
    if (p.accept('as')) p.expectType('NAME');
    return p.expect(':').at;
  });
  if (end === null) return p.fail();
  return p.raise('multiple exception types must be parenthesized', from, { ...end, endCol: end.endCol - 1 });
}
