/**
 * Statement nodes of the syntax tree (Parser/Python.asdl, `stmt`). Same conventions as `ast-expressions.ts`.
 */
import type { BinaryOperator, Expr, Keyword, Name, Params, Span } from './ast-expressions.ts';
import type { Pattern } from './ast-patterns.ts';

export type ExprStmt = { readonly kind: 'ExprStmt'; readonly at: Span; readonly value: Expr };
export type Assign = {
  readonly kind: 'Assign';
  readonly at: Span;
  readonly targets: readonly Expr[];
  readonly value: Expr;
};
export type AugAssign = {
  readonly kind: 'AugAssign';
  readonly at: Span;
  readonly target: Expr;
  readonly op: BinaryOperator;
  readonly value: Expr;
};
/** `simple` is whether the target is a bare name without parentheses: only then is the annotation kept. */
export type AnnAssign = {
  readonly kind: 'AnnAssign';
  readonly at: Span;
  readonly target: Expr;
  readonly annotation: Expr;
  readonly value: Expr | null;
  readonly simple: boolean;
};
export type Delete = { readonly kind: 'Delete'; readonly at: Span; readonly targets: readonly Expr[] };
export type Simple = { readonly kind: 'Pass' | 'Break' | 'Continue'; readonly at: Span };
export type Return = { readonly kind: 'Return'; readonly at: Span; readonly value: Expr | null };
export type Raise = {
  readonly kind: 'Raise';
  readonly at: Span;
  readonly exc: Expr | null;
  readonly cause: Expr | null;
};
export type Assert = {
  readonly kind: 'Assert';
  readonly at: Span;
  readonly test: Expr;
  readonly message: Expr | null;
};
export type Scope = {
  readonly kind: 'Global' | 'Nonlocal';
  readonly at: Span;
  readonly names: readonly string[];
};
export type Alias = { readonly at: Span; readonly name: string; readonly asname: string | null };
export type Import = { readonly kind: 'Import'; readonly at: Span; readonly names: readonly Alias[] };
export type ImportFrom = {
  readonly kind: 'ImportFrom';
  readonly at: Span;
  readonly module: string | null;
  readonly names: readonly Alias[];
  readonly level: number;
};
export type If = {
  readonly kind: 'If';
  readonly at: Span;
  readonly test: Expr;
  readonly body: readonly Stmt[];
  readonly orelse: readonly Stmt[];
};
export type While = {
  readonly kind: 'While';
  readonly at: Span;
  readonly test: Expr;
  readonly body: readonly Stmt[];
  readonly orelse: readonly Stmt[];
};
export type For = {
  readonly kind: 'For';
  readonly at: Span;
  /** `async for`, and so on. */
  readonly isAsync: boolean;
  readonly target: Expr;
  readonly iter: Expr;
  readonly body: readonly Stmt[];
  readonly orelse: readonly Stmt[];
};
export type WithItem = { readonly context: Expr; readonly target: Expr | null };
export type With = {
  readonly kind: 'With';
  readonly at: Span;
  readonly isAsync: boolean;
  readonly items: readonly WithItem[];
  readonly body: readonly Stmt[];
};
export type ExceptHandler = {
  readonly at: Span;
  readonly type: Expr | null;
  readonly name: string | null;
  readonly body: readonly Stmt[];
};
/** `star` is `except*` (3.11). */
export type Try = {
  readonly kind: 'Try';
  readonly at: Span;
  readonly star: boolean;
  readonly body: readonly Stmt[];
  readonly handlers: readonly ExceptHandler[];
  readonly orelse: readonly Stmt[];
  readonly finalbody: readonly Stmt[];
};
/** An expression in a scope of its own, which runs when it is first asked for. */
export type Lazy = { readonly value: Expr };
/** PEP 695; the default is of PEP 696 (3.13). */
export type TypeParam = {
  readonly kind: 'TypeVar' | 'TypeVarTuple' | 'ParamSpec';
  readonly at: Span;
  readonly name: string;
  readonly bound: Lazy | null;
  readonly default: Lazy | null;
};
export type TypeAlias = {
  readonly kind: 'TypeAlias';
  readonly at: Span;
  readonly name: Name;
  readonly typeParams: readonly TypeParam[];
  readonly value: Expr;
};
/** `at` starts at `def` or `async`; a decorator's own extent is in its expression. */
export type FunctionDef = {
  readonly kind: 'FunctionDef';
  readonly at: Span;
  readonly isAsync: boolean;
  readonly name: string;
  readonly typeParams: readonly TypeParam[];
  readonly params: Params;
  readonly returns: Expr | null;
  readonly decorators: readonly Expr[];
  readonly body: readonly Stmt[];
};
export type ClassDef = {
  readonly kind: 'ClassDef';
  readonly at: Span;
  readonly name: string;
  readonly typeParams: readonly TypeParam[];
  readonly bases: readonly Expr[];
  readonly keywords: readonly Keyword[];
  readonly decorators: readonly Expr[];
  readonly body: readonly Stmt[];
};
export type MatchCase = {
  readonly pattern: Pattern;
  readonly guard: Expr | null;
  readonly body: readonly Stmt[];
};
export type Match = {
  readonly kind: 'Match';
  readonly at: Span;
  readonly subject: Expr;
  readonly cases: readonly MatchCase[];
};

export type Stmt =
  | ExprStmt
  | Assign
  | AugAssign
  | AnnAssign
  | Delete
  | Simple
  | Return
  | Raise
  | Assert
  | Scope
  | Import
  | ImportFrom
  | If
  | While
  | For
  | With
  | Try
  | FunctionDef
  | ClassDef
  | TypeAlias
  | Match;

export type Module = { readonly body: readonly Stmt[] };
