/**
 * Expressions from the loosest binding to the tightest: the grammar's `star_expressions`, `expression`, `disjunction`
 * down to `power`. Atoms and what follows them are in `primaries.ts`.
 */
import type { BinaryOperator, CompareOperator, Expr, Name, Span } from './ast-expressions.ts';
import { expressionName } from './ast-expressions.ts';
import type { Cursor } from './cursor.ts';
import type { Token } from './token.ts';
import { SOFT_KEYWORDS } from './token.ts';
import { neverClosed } from './tokenizer.ts';

const BINARY: Readonly<Record<string, number>> = {
  '|': 1,
  '^': 2,
  '&': 3,
  '<<': 4,
  '>>': 4,
  '+': 5,
  '-': 5,
  '*': 6,
  '/': 6,
  '//': 6,
  '%': 6,
  '@': 6,
};
const COMPARISONS: ReadonlySet<string> = new Set(['==', '!=', '<=', '<', '>=', '>', 'in', 'is', 'not']);

/** Whether the token can start an expression. */
export function startsExpression(token: Token): boolean {
  if (['NAME', 'NUMBER', 'STRING', 'FSTRING_START'].includes(token.type)) return true;
  return ['(', '[', '{', '-', '+', '~', '...', 'not', 'lambda', 'None', 'True', 'False', 'await'].includes(
    token.text,
  );
}

/** star_expressions: one, or a tuple without parentheses. */
export function parseStarExpressions(p: Cursor): Expr {
  return p.remembered(3, () => parseTupleOf(p, parseStarExpression));
}

/** `expr (',' expr)* [',']`: a tuple if there is a comma. */
export function parseTupleOf(p: Cursor, parseItem: (p: Cursor) => Expr): Expr {
  const start = p.glance().at;
  const first = parseItem(p);
  if (!p.is(',')) return first;
  const items = [first];
  while (p.accept(',')) {
    if (!startsExpression(p.peek()) && !p.is('*')) break;
    items.push(parseItem(p));
  }
  return { kind: 'Tuple', at: p.spanFrom(start), items };
}

export function parseStarExpression(p: Cursor): Expr {
  return p.is('*') ? parseStarred(p) : parseExpression(p);
}

/** `'*' bitwise_or`. */
export function parseStarred(p: Cursor): Expr {
  const star = p.expect('*');
  const value = parseBitwiseOr(p);
  return { kind: 'Starred', at: p.spanFrom(star.at), value };
}

export function parseStarNamedExpression(p: Cursor): Expr {
  return p.is('*') ? parseStarred(p) : parseNamedExpression(p);
}

/** `NAME ':=' expression | expression !':='`. */
export function parseNamedExpression(p: Cursor): Expr {
  return p.remembered(2, () => namedExpression(p));
}

function namedExpression(p: Cursor): Expr {
  const token = p.peek();
  if (token.type === 'NAME' && p.glance(1).text === ':=') return parseWalrus(p);
  if (p.diagnosing) invalidNamedExpression(p);
  const value = parseExpression(p);
  if (p.is(':=')) p.fail();
  return value;
}

export function parseWalrus(p: Cursor): Expr {
  const token = p.next();
  const target: Name = { kind: 'Name', at: token.at, id: token.text };
  p.expect(':=');
  const value = parseExpression(p);
  return { kind: 'NamedExpr', at: p.spanFrom(token.at), target, value };
}

/** The grammar's invalid_named_expression. */
export function invalidNamedExpression(p: Cursor): void {
  const start = p.index;
  const a = p.attempt(() => parseExpression(p));
  if (a !== null && p.glance().text === ':=') {
    p.index++;
    if (p.attempt(() => parseExpression(p)) !== null)
      p.raise(`cannot use assignment expressions with ${expressionName(a)}`, a.at);
  }
  p.index = start;
  if (p.profile.richErrors && p.glance().type !== 'END') invalidEquals(p, start);
  p.index = start;
}

function invalidEquals(p: Cursor, start: number): void {
  const left = p.attempt(() => parseBitwiseOr(p));
  if (left === null || p.glance().text !== '=') return;
  const isName = left.kind === 'Name' && p.index === start + 1;
  p.index++;
  const right = p.attempt(() => parseBitwiseOr(p));
  if (right === null || p.glance().text === '=' || p.glance().text === ':=') return;
  if (isName) p.raise("invalid syntax. Maybe you meant '==' or ':=' instead of '='?", left.at, right.at);
  if (['List', 'Tuple', 'GeneratorExp'].includes(left.kind) || isKeywordConstant(left)) return;
  p.raise(`cannot assign to ${expressionName(left)} here. Maybe you meant '==' instead of '='?`, left.at);
}

function isKeywordConstant(node: Expr): boolean {
  return node.kind === 'Constant' && (node.value.type === 'none' || node.value.type === 'bool');
}

export function parseExpression(p: Cursor): Expr {
  return p.remembered(0, () => p.nested(() => expression(p)));
}

function expression(p: Cursor): Expr {
  if (p.is('lambda')) return p.grammar.lambda(p);
  const start = p.index;
  const body = parseDisjunction(p);
  if (p.diagnosingRich) invalidExpression(p, start, body);
  if (!p.is('if')) return body;
  const from = (p.tokens[start] as Token).at;
  return p.attempt(() => conditional(p, body, from)) ?? body;
}

/** What does not continue as an operator's operand ends the expression before it, as in CPython's grammar. */
function conditional(p: Cursor, body: Expr, from: Span): Expr {
  p.expect('if');
  const test = parseDisjunction(p);
  p.expect('else');
  const orelse = parseExpression(p);
  return { kind: 'IfExp', at: p.spanFrom(from), test, body, orelse };
}

/** invalid_expression and invalid_legacy_expression: a missing comma, a missing else, Python 2's print. */
function invalidExpression(p: Cursor, start: number, body: Expr): void {
  const index = p.index;
  if (!p.commaChecksOff && !startsLikeSoftKeyword(p, start)) missingComma(p, body);
  p.index = index;
  missingElse(p, body);
  p.index = index;
  const first = p.tokens[start] as Token;
  if (first.type === 'NAME' && isLegacyName(first.text)) legacyCall(p, start);
  p.index = index;
}

function missingComma(p: Cursor, body: Expr): void {
  if (!startsExpression(p.glance()) || (body.kind === 'Name' && isLegacyName(body.id))) return;
  let read = 0;
  const second = p.probe(() => {
    try {
      const node = parseExpression(p);
      return { node, level: p.previous().level };
    } finally {
      read = p.furthest;
      p.filled = Math.max(p.filled, read);
    }
  });
  // The tokenizer itself says so, when it is asked for a token behind the end (tokenizer_error).
  const open = p.tokenizer.open.at(-1);
  if (second === null && open !== undefined && p.tokens[read]?.type === 'END') p.raiseAt(neverClosed(open));
  if (second !== null && second.level > 0)
    p.raise('invalid syntax. Perhaps you forgot a comma?', body.at, second.node.at);
}

function isLegacyName(id: string): boolean {
  return id === 'print' || id === 'exec';
}

/**
 * `!(NAME STRING | SOFT_KEYWORD)`. CPython compares a name with the soft keywords only as far as the name is long, so
 * `c`, `ca` and `m` count as one (pegen.c:_PyPegen_soft_keyword_token).
 */
function startsLikeSoftKeyword(p: Cursor, start: number): boolean {
  const token = p.tokens[start] as Token;
  if (token.type !== 'NAME') return false;
  if (p.tokens[start + 1]?.type === 'STRING') return true;
  const soft = p.profile.errors312 ? [...SOFT_KEYWORDS, 'type'] : [...SOFT_KEYWORDS];
  return soft.some((keyword) => keyword.startsWith(token.text));
}

function missingElse(p: Cursor, body: Expr): void {
  if (p.glance().text !== 'if') return;
  p.index++;
  const test = p.attempt(() => parseDisjunction(p));
  if (test === null || p.glance().text === 'else' || p.glance().text === ':') return;
  p.raise("expected 'else' after 'if' expression", body.at, test.at);
}

function legacyCall(p: Cursor, start: number): void {
  const name = p.tokens[start] as Token;
  p.index = start + 1;
  if (p.glance().text === '(' || !(startsExpression(p.glance()) || p.glance().text === '*')) return;
  const argument = p.attempt(() => parseStarExpressions(p));
  if (argument === null) return;
  p.raise(
    `Missing parentheses in call to '${name.text}'. Did you mean ${name.text}(...)?`,
    name.at,
    argument.at,
  );
}

export function parseDisjunction(p: Cursor): Expr {
  return parseBoolean(p, 'or', () => parseBoolean(p, 'and', () => parseInversion(p)));
}

function parseBoolean(p: Cursor, op: 'and' | 'or', parseOperand: () => Expr): Expr {
  const start = p.glance().at;
  const first = parseOperand();
  if (!p.is(op)) return first;
  const values = [first];
  while (p.is(op)) {
    const operand = p.attempt(() => {
      p.index++;
      return parseOperand();
    });
    if (operand === null) break;
    values.push(operand);
  }
  if (values.length === 1) return first;
  return { kind: 'BoolOp', at: p.spanFrom(start), op, values };
}

function parseInversion(p: Cursor): Expr {
  if (!p.is('not')) return parseComparison(p);
  const token = p.next();
  const operand = p.nested(() => parseInversion(p));
  return { kind: 'UnaryOp', at: p.spanFrom(token.at), op: 'not', operand };
}

function parseComparison(p: Cursor): Expr {
  const start = p.glance().at;
  const left = parseBitwiseOr(p);
  if (!COMPARISONS.has(p.peek().text)) return left;
  const ops: CompareOperator[] = [];
  const comparators: Expr[] = [];
  for (;;) {
    const pair = p.attempt(() => {
      const op = comparisonOperator(p);
      return op === null ? p.fail() : { op, operand: parseBitwiseOr(p) };
    });
    if (pair === null) break;
    ops.push(pair.op);
    comparators.push(pair.operand);
  }
  return ops.length === 0 ? left : { kind: 'Compare', at: p.spanFrom(start), left, ops, comparators };
}

function comparisonOperator(p: Cursor): CompareOperator | null {
  const { text } = p.peek();
  if (!COMPARISONS.has(text)) return null;
  if (text === 'not') {
    if (p.peek(1).text !== 'in') return null;
    p.index += 2;
    return 'not in';
  }
  p.index++;
  if (text === 'is') return p.accept('not') ? 'is not' : 'is';
  return text as CompareOperator;
}

export function parseBitwiseOr(p: Cursor): Expr {
  return p.remembered(1, () => parseBinary(p, 1));
}

/** Operators that bind at least as tightly as `level`, by precedence climbing: all of them associate to the left. */
function parseBinary(p: Cursor, level: number): Expr {
  const start = p.glance().at;
  let left = parseUnary(p);
  for (;;) {
    const op = p.peek().text;
    const binding = BINARY[op] ?? 0;
    if (binding < level || p.peek().type !== 'OP') return left;
    const right = p.attempt(() => {
      p.index++;
      if (NOT_AFTER.has(op)) refuseNot(p, parseInversion);
      return parseBinary(p, binding + 1);
    });
    if (right === null) return left;
    left = { kind: 'BinOp', at: p.spanFrom(start), left, op: op as BinaryOperator, right };
  }
}

/** Operators after which 3.13 says that `not` needs parentheses (invalid_arithmetic; invalid_factor names the unary ones). */
const NOT_AFTER: ReadonlySet<string> = new Set(['+', '-', '*', '/', '%', '//', '@']);

function refuseNot(p: Cursor, parseOperand: (p: Cursor) => Expr): void {
  if (!p.diagnosing || !p.profile.errors313 || !p.is('not')) return;
  const from = p.next().at;
  p.raise("'not' after an operator must be parenthesized", from, parseOperand(p).at);
}

function parseUnary(p: Cursor): Expr {
  const token = p.peek();
  if (token.text !== '-' && token.text !== '+' && token.text !== '~') return parsePower(p);
  p.index++;
  const op = token.text;
  refuseNot(p, parseUnary);
  const operand = p.nested(() => parseUnary(p));
  return { kind: 'UnaryOp', at: p.spanFrom(token.at), op, operand };
}

function parsePower(p: Cursor): Expr {
  if (p.is('await')) return parseAwait(p);
  const start = p.glance().at;
  const left = p.grammar.primary(p);
  if (!p.is('**')) return left;
  const right = p.attempt(() => {
    p.index++;
    return p.nested(() => parseUnary(p));
  });
  if (right === null) return left;
  return { kind: 'BinOp', at: p.spanFrom(start), left, op: '**', right };
}

function parseAwait(p: Cursor): Expr {
  const token = p.next();
  const value = p.grammar.primary(p);
  return { kind: 'Await', at: p.spanFrom(token.at), value };
}

/** yield_expr. */
export function parseYield(p: Cursor): Expr {
  const token = p.expect('yield');
  if (p.accept('from')) {
    const value = parseExpression(p);
    return { kind: 'YieldFrom', at: p.spanFrom(token.at), value };
  }
  const hasValue = startsExpression(p.peek()) || p.is('*');
  const value = hasValue ? parseStarExpressions(p) : null;
  return { kind: 'Yield', at: p.spanFrom(token.at), value };
}

/** annotated_rhs: `yield_expr | star_expressions`. */
export function parseAnnotatedRhs(p: Cursor): Expr {
  return p.is('yield') ? parseYield(p) : parseStarExpressions(p);
}

/** The start rule of an f-string field before 3.12. */
export function parseFstringRhs(p: Cursor): Expr {
  const value = parseStarExpressions(p);
  while (p.isType('NEWLINE')) p.index++;
  if (!p.isType('END')) p.fail();
  return value;
}
