/**
 * Statements with blocks, except `try` (`try-statement.ts`), `def` and `class` (`definitions.ts`) and `match`
 * (`match-statement.ts`); and the start rules.
 */
import type { Expr } from './ast-expressions.ts';
import type { Module, Stmt, WithItem } from './ast-statements.ts';
import { parseBlock, parseColon, parseElse } from './block.ts';
import type { Cursor } from './cursor.ts';
import { parseClass, parseDecorated, parseFunction } from './definitions.ts';
import { parseExpression, parseNamedExpression, parseStarExpressions, parseTupleOf } from './expressions.ts';
import { parseMatch } from './match-statement.ts';
import { parseSimpleStatements } from './simple-statements.ts';
import { parseForTargets, parseWithTarget } from './targets.ts';
import type { Token } from './token.ts';
import { parseTry } from './try-statement.ts';

/** file_input: statements up to the end. */
export function parseModule(p: Cursor): Module {
  const body: Stmt[] = [];
  while (!p.isType('END')) body.push(...parseStatement(p));
  return { body };
}

/** `expressions`, which have no stars. */
function parseUnstarred(p: Cursor): Expr {
  if (p.is('*')) p.fail();
  return parseExpression(p);
}

/** eval_input: one expression. */
export function parseEvalInput(p: Cursor): Expr {
  const value = parseTupleOf(p, parseUnstarred);
  while (p.isType('NEWLINE')) p.index++;
  if (!p.isType('END')) p.fail();
  return value;
}

const COMPOUND: Readonly<Record<string, (p: Cursor) => Stmt>> = {
  if: parseIf,
  while: parseWhile,
  for: parseFor,
  with: parseWith,
  try: parseTry,
  def: (p) => parseFunction(p, []),
  class: (p) => parseClass(p, []),
  '@': parseDecorated,
  async: parseAsync,
};

export function parseStatement(p: Cursor): readonly Stmt[] {
  const token = p.peek();
  const compound = token.type === 'KEYWORD' || token.text === '@' ? COMPOUND[token.text] : undefined;
  if (compound !== undefined) return [p.nested(() => compound(p))];
  if (token.text === 'match' && p.profile.matchStatement) {
    const match = parseMatch(p);
    if (match !== null) return [match];
  }
  return parseSimpleStatements(p);
}

function parseAsync(p: Cursor): Stmt {
  const what = p.glance(1).text;
  if (what === 'def') return parseFunction(p, []);
  if (what === 'for') return parseFor(p);
  if (what === 'with') return parseWith(p);
  p.next();
  // The mistake is what follows.
  p.peek();
  return p.fail();
}

/** `if` and `elif` alike: an elif is an If in the else branch. The chain is read in a loop, then folded. */
function parseIf(p: Cursor): Stmt {
  const arms: { readonly start: Token; readonly test: Expr; readonly body: readonly Stmt[] }[] = [];
  do {
    const start = p.next();
    const test = parseNamedExpression(p);
    parseColon(p, 'newline');
    arms.push({ start, test, body: parseBlock(p, `'${start.text}' statement`, start) });
  } while (p.is('elif'));
  let orelse = parseElse(p);
  for (const arm of arms.toReversed()) {
    orelse = [{ kind: 'If', at: p.spanFrom(arm.start.at), test: arm.test, body: arm.body, orelse }];
  }
  return orelse[0] as Stmt;
}

function parseWhile(p: Cursor): Stmt {
  const start = p.next();
  const test = parseNamedExpression(p);
  parseColon(p, 'newline');
  const body = parseBlock(p, "'while' statement", start);
  const orelse = parseElse(p);
  return { kind: 'While', at: p.spanFrom(start.at), test, body, orelse };
}

function parseFor(p: Cursor): Stmt {
  const start = p.peek();
  const isAsync = p.accept('async');
  p.expect('for');
  const target = parseForTargets(p);
  p.expect('in');
  const iter = parseStarExpressions(p);
  parseColon(p, 'newline');
  const body = parseBlock(p, "'for' statement", start);
  const orelse = parseElse(p);
  return { kind: 'For', at: p.spanFrom(start.at), isAsync, target, iter, body, orelse };
}

function parseWith(p: Cursor): Stmt {
  const start = p.peek();
  const isAsync = p.accept('async');
  p.expect('with');
  const items = parseBracketedItems(p) ?? parseItems(p);
  parseColon(p, 'newline');
  const body = parseBlock(p, "'with' statement", start);
  return { kind: 'With', at: p.spanFrom(start.at), isAsync, items, body };
}

function parseItems(p: Cursor): readonly WithItem[] {
  const items = [parseWithItem(p)];
  while (p.accept(',')) items.push(parseWithItem(p));
  return items;
}

/** `with (a as b, c as d):`, tried first; a parenthesised expression falls back to the plain form. */
function parseBracketedItems(p: Cursor): readonly WithItem[] | null {
  if (!p.is('(') || !p.profile.parenthesisedWith) return null;
  return p.attempt(() => {
    p.expect('(');
    const items = [parseWithItem(p)];
    while (p.accept(',')) {
      if (p.is(')')) break;
      items.push(parseWithItem(p));
    }
    p.expect(')');
    if (!p.is(':')) p.fail();
    return items;
  });
}

function parseWithItem(p: Cursor): WithItem {
  const context = parseExpression(p);
  const target = p.accept('as') ? parseWithTarget(p) : null;
  return { context, target };
}
