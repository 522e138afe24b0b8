/**
 * Constant folding of expressions (Python/ast_opt.c). The compiler asks for the folded form of each expression when it
 * comes to it; answers are kept, so each node is folded once.
 */
import type { ConstValue } from '../constant.ts';
import { frozensetConst, TRUE, tupleConst } from '../constant.ts';
import type { LanguageProfile } from '../language-profile.ts';
import type { BinOp, Compare, Expr, Tuple, UnaryOp } from '../parse/ast-expressions.ts';
import { foldBinary, foldSubscript, foldUnary } from './fold-values.ts';
import { foldPercentFormat } from './percent-format.ts';

const INVERSE = { is: 'is not', 'is not': 'is', in: 'not in', 'not in': 'in' } as const;

export class Folder {
  readonly #profile: LanguageProfile;
  readonly #done = new Map<Expr, Expr>();

  constructor(profile: LanguageProfile) {
    this.#profile = profile;
  }

  fold(node: Expr): Expr {
    const known = this.#done.get(node);
    if (known !== undefined) return known;
    const folded = this.#fold(node);
    this.#done.set(node, folded);
    this.#done.set(folded, folded);
    return folded;
  }

  /** The value of an expression that is a constant once folded. */
  constant(node: Expr): ConstValue | null {
    const folded = this.fold(node);
    return folded.kind === 'Constant' ? folded.value : null;
  }

  #fold(node: Expr): Expr {
    switch (node.kind) {
      case 'Name':
        return node.id === '__debug__' ? { kind: 'Constant', at: node.at, value: TRUE } : node;
      case 'UnaryOp':
        return this.#unary(node);
      case 'BinOp':
        return this.#binary(node);
      case 'Tuple':
        return this.#tuple(node);
      case 'Compare':
        return this.#compare(node);
      case 'Subscript': {
        const value = this.constant(node.value);
        const index = value === null ? null : this.constant(node.index);
        return this.#constantOr(node, value === null || index === null ? null : foldSubscript(value, index));
      }
      default:
        return node;
    }
  }

  #constantOr(node: Expr, value: ConstValue | null): Expr {
    return value === null ? node : { kind: 'Constant', at: node.at, value };
  }

  /** `not a is b` is `a is not b` already in the tree. */
  #unary(node: UnaryOp): Expr {
    const operand = this.fold(node.operand);
    if (operand.kind === 'Constant') return this.#constantOr(node, foldUnary(node.op, operand.value));
    if (node.op !== 'not' || operand.kind !== 'Compare' || operand.ops.length !== 1) return node;
    const op = operand.ops[0];
    if (op !== 'is' && op !== 'is not' && op !== 'in' && op !== 'not in') return node;
    return { ...operand, at: operand.at, ops: [INVERSE[op]] };
  }

  /** The left spine of a chain of operators is walked in a loop: it can be long. */
  #binary(node: BinOp): Expr {
    const spine: BinOp[] = [];
    for (let at: Expr = node; at.kind === 'BinOp' && !this.#done.has(at); at = at.left) spine.push(at);
    for (const link of spine.toReversed()) if (link !== node) this.#done.set(link, this.#binaryLink(link));
    return this.#binaryLink(node);
  }

  #binaryLink(node: BinOp): Expr {
    const left = this.constant(node.left);
    if (left === null) return node;
    if (node.op === '%' && left.type === 'str' && this.#profile.foldsPercentFormat) {
      const formatted = foldPercentFormat(node, left.value, this.fold(node.right));
      if (formatted !== null) return formatted;
    }
    const right = this.constant(node.right);
    return right === null ? node : this.#constantOr(node, foldBinary(node.op, left, right));
  }

  #tuple(node: Tuple): Expr {
    const items = this.constants(node.items);
    return this.#constantOr(node, items === null ? null : tupleConst(items));
  }

  /** The values of all items, or null if one is not constant. */
  constants(items: readonly Expr[]): readonly ConstValue[] | null {
    const values: ConstValue[] = [];
    for (const item of items) {
      const value = this.constant(item);
      if (value === null) return null;
      values.push(value);
    }
    return values;
  }

  #compare(node: Compare): Expr {
    const op = node.ops.at(-1);
    const last = node.comparators.at(-1);
    if ((op !== 'in' && op !== 'not in') || last === undefined) return node;
    const iterable = this.foldIterable(last);
    return iterable === last ? node : { ...node, comparators: [...node.comparators.slice(0, -1), iterable] };
  }

  /** ast_opt.c:fold_iter: a list that is only looped over or searched is a tuple, a set of constants a frozenset. */
  foldIterable(node: Expr): Expr {
    if (node.kind === 'List') {
      if (node.items.some((item) => item.kind === 'Starred')) return node;
      const tuple: Tuple = { kind: 'Tuple', at: node.at, items: node.items };
      return this.fold(tuple);
    }
    if (node.kind !== 'Set') return node;
    const items = this.constants(node.items);
    return items === null ? node : { kind: 'Constant', at: node.at, value: frozensetConst(items) };
  }
}
