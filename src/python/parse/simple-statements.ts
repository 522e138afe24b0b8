/**
 * Statements of one line: assignments, expression statements and those that begin with a keyword.
 */
import type { BinaryOperator, Expr } from './ast-expressions.ts';
import { expressionName } from './ast-expressions.ts';
import type { Assign, Stmt } from './ast-statements.ts';
import type { Cursor } from './cursor.ts';
import { ParseFailure } from './cursor.ts';
import {
  parseAnnotatedRhs,
  parseBitwiseOr,
  parseExpression,
  parseNamedExpression,
  parseStarExpressions,
  parseStarNamedExpression,
  parseYield,
  startsExpression,
} from './expressions.ts';
import { parseFrom, parseImport } from './imports.ts';
import { invalidTarget, raiseInvalidTarget, targetName } from './targets.ts';
import type { Token } from './token.ts';
import { parseTypeAlias } from './type-params.ts';

const AUGMENTED: ReadonlySet<string> = new Set('+= -= *= @= /= %= &= |= ^= <<= >>= **= //='.split(' '));

/** `simple_stmt (';' simple_stmt)* [';'] NEWLINE`. */
export function parseSimpleStatements(p: Cursor): readonly Stmt[] {
  const statements = [parseSimpleStatement(p)];
  while (p.accept(';')) {
    if (p.isType('NEWLINE')) break;
    statements.push(parseSimpleStatement(p));
  }
  p.expectType('NEWLINE');
  return statements;
}

const BY_KEYWORD: Readonly<Record<string, (p: Cursor) => Stmt>> = {
  return: parseReturn,
  raise: parseRaise,
  import: parseImport,
  from: parseFrom,
  del: parseDelete,
  assert: parseAssert,
  pass: (p) => parseWord(p, 'Pass'),
  break: (p) => parseWord(p, 'Break'),
  continue: (p) => parseWord(p, 'Continue'),
  global: (p) => parseScope(p, 'Global'),
  nonlocal: (p) => parseScope(p, 'Nonlocal'),
};

function parseSimpleStatement(p: Cursor): Stmt {
  const token = p.peek();
  const parse = token.type === 'KEYWORD' ? BY_KEYWORD[token.text] : undefined;
  if (parse !== undefined) return parse(p);
  const index = p.index;
  const alias = p.attempt(() => parseTypeAlias(p));
  if (alias !== null) return alias;
  const statement = parseAssignment(p);
  // 3.9 reads such an expression in vain before it reports the last token read.
  if (p.diagnosing && !p.profile.richErrors && p.is(':=')) {
    p.index = index;
    p.attempt(() => parseNamedExpression(p));
    p.peek();
    p.fail();
  }
  return statement;
}

function parseWord(p: Cursor, kind: 'Pass' | 'Break' | 'Continue'): Stmt {
  return { kind, at: p.next().at };
}

function parseReturn(p: Cursor): Stmt {
  const { at } = p.next();
  const value = startsExpression(p.peek()) || p.is('*') ? parseStarExpressions(p) : null;
  return { kind: 'Return', at: p.spanFrom(at), value };
}

function parseRaise(p: Cursor): Stmt {
  const { at } = p.next();
  const exc = startsExpression(p.peek()) ? parseExpression(p) : null;
  const cause = exc !== null && p.accept('from') ? parseExpression(p) : null;
  return { kind: 'Raise', at: p.spanFrom(at), exc, cause };
}

function parseAssert(p: Cursor): Stmt {
  const { at } = p.next();
  const test = parseExpression(p);
  const message = p.accept(',') ? parseExpression(p) : null;
  return { kind: 'Assert', at: p.spanFrom(at), test, message };
}

function parseScope(p: Cursor, kind: 'Global' | 'Nonlocal'): Stmt {
  const { at } = p.next();
  const names = [p.expectType('NAME').text];
  while (p.accept(',')) names.push(p.expectType('NAME').text);
  return { kind, at: p.spanFrom(at), names };
}

function parseDelete(p: Cursor): Stmt {
  const { at } = p.next();
  const index = p.index;
  const targets = p.attempt(() => parseDeleteTargets(p));
  if (targets !== null) return { kind: 'Delete', at: p.spanFrom(at), targets };
  p.index = index;
  const whole = parseStarExpressions(p);
  const invalid = invalidTarget(whole, 'delete');
  if (invalid === null || !p.diagnosing) return p.fail();
  return raiseInvalidTarget(p, invalid, 'delete');
}

function parseDeleteTargets(p: Cursor): readonly Expr[] {
  const targets = [parseBitwiseOr(p)];
  while (p.accept(',')) {
    if (!startsExpression(p.peek())) break;
    targets.push(parseBitwiseOr(p));
  }
  if (targets.some((target) => invalidTarget(target, 'delete') !== null)) p.fail();
  if (!p.is(';') && !p.isType('NEWLINE')) p.fail();
  return targets;
}

function parseAssignment(p: Cursor): Stmt {
  const index = p.index;
  try {
    return assignment(p);
  } catch (error) {
    if (!(error instanceof ParseFailure) || !p.diagnosing) throw error;
    p.index = index;
    invalidAssignment(p);
    throw error;
  }
}

function assignment(p: Cursor): Stmt {
  const start = p.peek();
  const first = parseAnnotatedRhs(p);
  const { text } = p.peek();
  if (text === ':' && first.kind !== 'Yield') return annotated(p, first, start);
  if (text === '=') return chain(p, first, start);
  if (AUGMENTED.has(text)) return augmented(p, first, start);
  return { kind: 'ExprStmt', at: p.spanFrom(start.at), value: first };
}

function isSingleTarget(node: Expr): boolean {
  return node.kind === 'Name' || node.kind === 'Attribute' || node.kind === 'Subscript';
}

function annotated(p: Cursor, target: Expr, start: Token): Stmt {
  if (!isSingleTarget(target)) p.fail();
  p.expect(':');
  const annotation = parseExpression(p);
  const value = p.accept('=') ? parseAnnotatedRhs(p) : null;
  const simple = target.kind === 'Name' && start.text !== '(';
  return { kind: 'AnnAssign', at: p.spanFrom(start.at), target, annotation, value, simple };
}

function chain(p: Cursor, first: Expr, start: Token): Assign {
  const sides = [first];
  while (p.accept('=')) sides.push(parseAnnotatedRhs(p));
  const targets = sides.slice(0, -1);
  if (targets.some((target) => invalidTarget(target, 'assign') !== null)) p.fail();
  return { kind: 'Assign', at: p.spanFrom(start.at), targets, value: sides.at(-1) as Expr };
}

function augmented(p: Cursor, target: Expr, start: Token): Stmt {
  if (!isSingleTarget(target)) p.fail();
  const op = p.next().text.slice(0, -1) as BinaryOperator;
  const value = parseAnnotatedRhs(p);
  return { kind: 'AugAssign', at: p.spanFrom(start.at), target, op, value };
}

/** The grammar's invalid_assignment: called when an assignment does not parse, to say why. */
function invalidAssignment(p: Cursor): void {
  const index = p.index;
  invalidAnnotation(p);
  p.index = index;
  invalidChain(p);
  p.index = index;
  const target = p.attempt(() => parseStarExpressions(p));
  if (target === null || !AUGMENTED.has(p.glance().text)) return;
  p.index++;
  if (p.attempt(() => parseAnnotatedRhs(p)) === null) return;
  const name = p.profile.richErrors ? expressionName(target) : targetName(p, target);
  p.raise(`'${name}' is an illegal expression for augmented assignment`, target.at);
}

function invalidAnnotation(p: Cursor): void {
  const first = p.attempt(() => parseStarNamedExpression(p));
  if (first === null) return;
  const single = p.glance().text === ':';
  if (p.glance().text === ',') {
    p.attempt(() => {
      while (p.accept(',') && !p.is(':')) parseStarNamedExpression(p);
    });
  }
  if (p.glance().text !== ':') return;
  p.index++;
  if (p.attempt(() => parseExpression(p)) === null) return;
  if (!single) p.raise('only single target (not tuple) can be annotated', first.at);
  if (first.kind === 'List' || first.kind === 'Tuple')
    p.raise(`only single target (not ${expressionName(first)}) can be annotated`, first.at);
  if (!isSingleTarget(first)) p.raise('illegal target for annotation', first.at);
}

function invalidChain(p: Cursor): void {
  for (;;) {
    const isYield = p.is('yield');
    const side = p.attempt(() => (isYield ? parseYield(p) : parseStarExpressions(p)));
    if (side === null || p.glance().text !== '=') return;
    if (isYield) p.raise('assignment to yield expression not possible', side.at);
    const invalid = invalidTarget(side, 'assign');
    if (invalid !== null) raiseInvalidTarget(p, invalid, 'assign');
    p.index++;
  }
}
