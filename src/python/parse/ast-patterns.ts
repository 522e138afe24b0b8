/**
 * Pattern nodes of `match` statements (Parser/Python.asdl, `pattern`, 3.10). Same conventions as `ast-expressions.ts`.
 */
import type { Expr, Span } from './ast-expressions.ts';

/** Compared with `==`: a literal or a dotted name. */
export type MatchValue = { readonly kind: 'MatchValue'; readonly at: Span; readonly value: Expr };
/** Compared with `is`: None, True or False. */
export type MatchSingleton = { readonly kind: 'MatchSingleton'; readonly at: Span; readonly value: Expr };
export type MatchSequence = {
  readonly kind: 'MatchSequence';
  readonly at: Span;
  readonly patterns: readonly Pattern[];
};
export type MatchMapping = {
  readonly kind: 'MatchMapping';
  readonly at: Span;
  readonly keys: readonly Expr[];
  readonly patterns: readonly Pattern[];
  readonly rest: string | null;
};
export type MatchClass = {
  readonly kind: 'MatchClass';
  readonly at: Span;
  readonly cls: Expr;
  readonly patterns: readonly Pattern[];
  readonly kwdAttrs: readonly string[];
  readonly kwdPatterns: readonly Pattern[];
};
export type MatchStar = { readonly kind: 'MatchStar'; readonly at: Span; readonly name: string | null };
/** `pattern as name`; both null is the wildcard `_`, only `pattern` null is a capture. */
export type MatchAs = {
  readonly kind: 'MatchAs';
  readonly at: Span;
  readonly pattern: Pattern | null;
  readonly name: string | null;
};
export type MatchOr = { readonly kind: 'MatchOr'; readonly at: Span; readonly patterns: readonly Pattern[] };

export type Pattern =
  | MatchValue
  | MatchSingleton
  | MatchSequence
  | MatchMapping
  | MatchClass
  | MatchStar
  | MatchAs
  | MatchOr;
