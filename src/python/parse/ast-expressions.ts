/**
 * Expression nodes of the syntax tree (Parser/Python.asdl, `expr`).
 *
 * Every node has `kind` and `at`, its extent in the source: lines count from 1, columns from 0, in code points.
 * A display that is a valid target (Name, Attribute, Subscript, Starred, List, Tuple) is the same node when stored to or
 * deleted: who walks the tree knows from the parent which it is, so there is no `ctx` field.
 */
import type { ConstValue } from '../constant.ts';

export type Span = {
  readonly line: number;
  readonly col: number;
  readonly endLine: number;
  readonly endCol: number;
};

export type Constant = {
  readonly kind: 'Constant';
  readonly at: Span;
  readonly value: ConstValue;
};
export type Name = { readonly kind: 'Name'; readonly at: Span; readonly id: string };
export type Attribute = {
  readonly kind: 'Attribute';
  readonly at: Span;
  readonly value: Expr;
  readonly attr: string;
};
export type Subscript = {
  readonly kind: 'Subscript';
  readonly at: Span;
  readonly value: Expr;
  readonly index: Expr;
};
export type Starred = { readonly kind: 'Starred'; readonly at: Span; readonly value: Expr };
export type List = { readonly kind: 'List'; readonly at: Span; readonly items: readonly Expr[] };
export type Tuple = { readonly kind: 'Tuple'; readonly at: Span; readonly items: readonly Expr[] };
export type SetDisplay = { readonly kind: 'Set'; readonly at: Span; readonly items: readonly Expr[] };
/** A key of null stands for `**value`. */
export type Dict = {
  readonly kind: 'Dict';
  readonly at: Span;
  readonly keys: readonly (Expr | null)[];
  readonly values: readonly Expr[];
};
export type Slice = {
  readonly kind: 'Slice';
  readonly at: Span;
  readonly lower: Expr | null;
  readonly upper: Expr | null;
  readonly step: Expr | null;
};
export type BinaryOperator = '+' | '-' | '*' | '@' | '/' | '%' | '**' | '<<' | '>>' | '|' | '^' | '&' | '//';
export type BinOp = {
  readonly kind: 'BinOp';
  readonly at: Span;
  readonly left: Expr;
  readonly op: BinaryOperator;
  readonly right: Expr;
};
export type UnaryOperator = '+' | '-' | '~' | 'not';
export type UnaryOp = {
  readonly kind: 'UnaryOp';
  readonly at: Span;
  readonly op: UnaryOperator;
  readonly operand: Expr;
};
export type BoolOp = {
  readonly kind: 'BoolOp';
  readonly at: Span;
  readonly op: 'and' | 'or';
  readonly values: readonly Expr[];
};
export type CompareOperator = '<' | '>' | '==' | '>=' | '<=' | '!=' | 'in' | 'not in' | 'is' | 'is not';
export type Compare = {
  readonly kind: 'Compare';
  readonly at: Span;
  readonly left: Expr;
  readonly ops: readonly CompareOperator[];
  readonly comparators: readonly Expr[];
};
/** A keyword argument; `name` null stands for `**value`. */
export type Keyword = { readonly at: Span; readonly name: string | null; readonly value: Expr };
export type Call = {
  readonly kind: 'Call';
  readonly at: Span;
  readonly func: Expr;
  readonly args: readonly Expr[];
  readonly keywords: readonly Keyword[];
};
export type IfExp = {
  readonly kind: 'IfExp';
  readonly at: Span;
  readonly test: Expr;
  readonly body: Expr;
  readonly orelse: Expr;
};
export type NamedExpr = {
  readonly kind: 'NamedExpr';
  readonly at: Span;
  readonly target: Name;
  readonly value: Expr;
};
export type Param = { readonly at: Span; readonly name: string; readonly annotation: Expr | null };
/** `defaults` belong to the last of posonly + args; `kwDefaults` pair with `kwonly` (null: required). */
export type Params = {
  readonly posonly: readonly Param[];
  readonly args: readonly Param[];
  readonly vararg: Param | null;
  readonly kwonly: readonly Param[];
  readonly kwDefaults: readonly (Expr | null)[];
  readonly kwarg: Param | null;
  readonly defaults: readonly Expr[];
};
export type Lambda = {
  readonly kind: 'Lambda';
  readonly at: Span;
  readonly params: Params;
  readonly body: Expr;
};
export type Comprehension = {
  readonly at: Span;
  readonly isAsync: boolean;
  readonly target: Expr;
  readonly iter: Expr;
  readonly ifs: readonly Expr[];
};
export type ListComp = {
  readonly kind: 'ListComp' | 'SetComp' | 'GeneratorExp';
  readonly at: Span;
  readonly element: Expr;
  readonly generators: readonly Comprehension[];
};
export type DictComp = {
  readonly kind: 'DictComp';
  readonly at: Span;
  readonly key: Expr;
  readonly value: Expr;
  readonly generators: readonly Comprehension[];
};
export type Yield = { readonly kind: 'Yield'; readonly at: Span; readonly value: Expr | null };
export type YieldFrom = { readonly kind: 'YieldFrom'; readonly at: Span; readonly value: Expr };
export type Await = { readonly kind: 'Await'; readonly at: Span; readonly value: Expr };
/** `conversion` is the character after `!`, '' for none; `spec` is itself a JoinedStr. */
export type FormattedValue = {
  readonly kind: 'FormattedValue';
  readonly at: Span;
  readonly value: Expr;
  readonly conversion: '' | 's' | 'r' | 'a';
  readonly spec: JoinedStr | null;
};
export type JoinedStr = {
  readonly kind: 'JoinedStr';
  readonly at: Span;
  readonly values: readonly (Constant | FormattedValue)[];
};

export type ComprehensionExpr = ListComp | DictComp;
export type Expr =
  | Constant
  | Name
  | Attribute
  | Subscript
  | Starred
  | List
  | Tuple
  | SetDisplay
  | Dict
  | Slice
  | BinOp
  | UnaryOp
  | BoolOp
  | Compare
  | Call
  | IfExp
  | NamedExpr
  | Lambda
  | ListComp
  | DictComp
  | Yield
  | YieldFrom
  | Await
  | FormattedValue
  | JoinedStr;

/** The extent from the start of one node to the end of another. */
export function spanning(from: Span, to: Span): Span {
  return { line: from.line, col: from.col, endLine: to.endLine, endCol: to.endCol };
}

/** How CPython names an expression in "cannot assign to ..." (Parser/pegen.c:_PyPegen_get_expr_name). */
export function expressionName(node: Expr): string {
  switch (node.kind) {
    case 'Attribute':
      return 'attribute';
    case 'Subscript':
      return 'subscript';
    case 'Starred':
      return 'starred';
    case 'Name':
      return 'name';
    case 'List':
      return 'list';
    case 'Tuple':
      return 'tuple';
    case 'Lambda':
      return 'lambda';
    case 'Call':
      return 'function call';
    case 'BoolOp':
    case 'BinOp':
    case 'UnaryOp':
      return 'expression';
    case 'GeneratorExp':
      return 'generator expression';
    case 'Yield':
    case 'YieldFrom':
      return 'yield expression';
    case 'Await':
      return 'await expression';
    case 'ListComp':
      return 'list comprehension';
    case 'SetComp':
      return 'set comprehension';
    case 'DictComp':
      return 'dict comprehension';
    case 'Dict':
      return 'dict literal';
    case 'Set':
      return 'set display';
    case 'JoinedStr':
    case 'FormattedValue':
      return 'f-string expression';
    case 'Compare':
      return 'comparison';
    case 'IfExp':
      return 'conditional expression';
    case 'NamedExpr':
      return 'named expression';
    case 'Slice':
      return 'slice';
    case 'Constant':
      return constantName(node.value);
  }
}

function constantName(value: ConstValue): string {
  if (value.type === 'none') return 'None';
  if (value.type === 'bool') return value.value ? 'True' : 'False';
  return value.type === 'ellipsis' ? 'ellipsis' : 'literal';
}
