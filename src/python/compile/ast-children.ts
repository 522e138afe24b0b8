/** The expressions directly inside a node, in the order in which they are written. */
import type { Expr, Param, Params } from '../parse/ast-expressions.ts';
import type { Stmt } from '../parse/ast-statements.ts';

export function childrenOf(node: Expr | Stmt): readonly Expr[] {
  switch (node.kind) {
    case 'Attribute':
    case 'Starred':
    case 'ExprStmt':
    case 'Await':
      return [node.value];
    case 'Return':
      return present(node.value);
    case 'Subscript':
      return [node.value, node.index];
    case 'List':
    case 'Tuple':
    case 'Set':
      return node.items;
    case 'Dict':
      return [...node.keys.filter((key) => key !== null), ...node.values];
    case 'Slice':
      return present(node.lower, node.upper, node.step);
    case 'BinOp':
      return [node.left, node.right];
    case 'UnaryOp':
      return [node.operand];
    case 'BoolOp':
      return node.values;
    case 'Compare':
      return [node.left, ...node.comparators];
    case 'Call':
      return [node.func, ...node.args, ...node.keywords.map((keyword) => keyword.value)];
    case 'IfExp':
      return [node.test, node.body, node.orelse];
    case 'FormattedValue':
      return present(node.value, node.spec);
    case 'JoinedStr':
      return node.values;
    case 'Raise':
      return present(node.exc, node.cause);
    case 'Assert':
      return present(node.test, node.message);
    default:
      return [];
  }
}

function present(...nodes: readonly (Expr | null)[]): readonly Expr[] {
  return nodes.filter((node) => node !== null);
}

/** All parameters in the order in which they are written. */
export function allParams(params: Params): readonly Param[] {
  const { posonly, args, vararg, kwonly, kwarg } = params;
  return [
    ...posonly,
    ...args,
    ...(vararg === null ? [] : [vararg]),
    ...kwonly,
    ...(kwarg === null ? [] : [kwarg]),
  ];
}
