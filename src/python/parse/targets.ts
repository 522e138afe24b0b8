/**
 * What may be assigned to, deleted or looped over. Targets are read as expressions and then judged
 * (pegen.c:_PyPegen_get_invalid_target), which accepts the same programs as CPython's target rules.
 */
import type { Expr } from './ast-expressions.ts';
import { expressionName } from './ast-expressions.ts';
import type { Cursor } from './cursor.ts';
import { parseBitwiseOr, parseStarExpressions, parseStarred, parseTupleOf } from './expressions.ts';

export type TargetUse = 'assign' | 'delete' | 'for';

/** The part of a target that cannot be one, or null. */
export function invalidTarget(node: Expr, use: TargetUse): Expr | null {
  switch (node.kind) {
    case 'Name':
    case 'Attribute':
    case 'Subscript':
      return null;
    case 'List':
    case 'Tuple':
      for (const item of node.items) {
        const invalid = invalidTarget(item, use);
        if (invalid !== null) return invalid;
      }
      return null;
    case 'Starred':
      return use === 'delete' ? node : invalidTarget(node.value, use);
    case 'Compare':
      return use === 'for' && node.ops[0] === 'in' ? invalidTarget(node.left, use) : node;
    default:
      return node;
  }
}

/** "cannot assign to function call", in the words of the version. */
export function raiseInvalidTarget(p: Cursor, invalid: Expr, use: TargetUse): never {
  const verb = use === 'delete' ? 'delete' : 'assign to';
  return p.raise(`cannot ${verb} ${targetName(p, invalid)}`, invalid.at);
}

/** 3.9 says "operator" and "Ellipsis" where later versions say "expression" and "ellipsis". */
export function targetName(p: Cursor, node: Expr): string {
  const name = expressionName(node);
  if (p.profile.richErrors) return name;
  if (name === 'expression') return 'operator';
  if (name === 'ellipsis') return 'Ellipsis';
  return name === 'dict literal' ? 'dict display' : name;
}

/** `for` targets, up to `in`. */
export function parseForTargets(p: Cursor, comprehension = false): Expr {
  const index = p.index;
  const target = p.attempt(() => parseTupleOf(p, (q) => (q.is('*') ? parseStarred(q) : parseBitwiseOr(q))));
  if (target !== null && invalidTarget(target, 'assign') === null && p.is('in')) return target;
  const end = p.index;
  if (p.profile.errors313 && p.diagnosing && comprehension && target !== null && !p.is('in')) {
    p.raise("'in' expected after for-loop variables", p.peek().at);
  }
  if (p.diagnosing) {
    p.index = index;
    const whole = p.attempt(() => parseStarExpressions(p));
    const invalid = whole === null ? null : invalidTarget(whole, 'for');
    if (invalid !== null) raiseInvalidTarget(p, invalid, 'for');
  }
  p.index = end;
  if (target !== null && !p.is('in')) p.fail();
  return p.fail();
}

/** The target after `as` in a `with` item. */
export function parseWithTarget(p: Cursor): Expr {
  const target = p.is('*') ? parseStarred(p) : parseBitwiseOr(p);
  const invalid = invalidTarget(target, 'assign');
  if (invalid === null) return target;
  // 3.9 blames the target whatever follows it (invalid_with_item).
  const { oldParser, richErrors } = p.profile;
  const counts = [',', ')', ':'].includes(p.peek().text) || (!richErrors && !oldParser);
  if (p.diagnosing && counts) raiseInvalidTarget(p, invalid, 'assign');
  return p.fail();
}
