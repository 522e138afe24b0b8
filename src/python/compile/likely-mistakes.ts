/**
 * Expressions that are legal and surely a mistake: `x is 5`, `assert (x, 'text')`, a comma that is missing between two displays
 * (compile.c:check_compare, check_caller, check_subscripter, check_index).
 */
import type { Call, Compare, Expr, Subscript } from '../parse/ast-expressions.ts';
import type { Assert } from '../parse/ast-statements.ts';
import type { Compiler } from './compiler.ts';

const COMMA = 'perhaps you missed a comma?';
const SINGLETONS: ReadonlySet<string> = new Set(['NoneType', 'bool', 'ellipsis']);
const NEVER_CALLABLE: ReadonlySet<Expr['kind']> = new Set([
  'Constant',
  'Tuple',
  'List',
  'ListComp',
  'Dict',
  'DictComp',
  'Set',
  'SetComp',
  'GeneratorExp',
  'JoinedStr',
  'FormattedValue',
]);
const NEVER_SUBSCRIPTABLE: ReadonlySet<Expr['kind']> = new Set(['Set', 'SetComp', 'GeneratorExp', 'Lambda']);
const UNSUBSCRIPTABLE_VALUES: ReadonlySet<string> = new Set([
  'NoneType',
  'ellipsis',
  'int',
  'bool',
  'float',
  'complex',
  'frozenset',
]);
const INDEXED: ReadonlySet<Expr['kind']> = new Set([
  'Tuple',
  'List',
  'ListComp',
  'JoinedStr',
  'FormattedValue',
]);
const INDEXED_VALUES: ReadonlySet<string> = new Set(['str', 'bytes', 'tuple']);
const INDEXES: ReadonlySet<string> = new Set(['int', 'bool', 'slice']);

/** The class of the value that an expression has whatever happens; null where it is not known (compile.c:infer_type). */
function certainType(node: Expr): string | null {
  switch (node.kind) {
    case 'Constant':
      return node.value.type === 'none' ? 'NoneType' : node.value.type;
    case 'Tuple':
    case 'List':
    case 'Dict':
    case 'Set':
      return node.kind.toLowerCase();
    case 'ListComp':
    case 'DictComp':
    case 'SetComp':
      return node.kind.slice(0, -'Comp'.length).toLowerCase();
    case 'GeneratorExp':
      return 'generator';
    case 'Lambda':
      return 'function';
    case 'JoinedStr':
    case 'FormattedValue':
      return 'str';
    case 'Slice':
      return 'slice';
    default:
      return null;
  }
}

/** The class of a literal whose identity nobody should ask for; null for what may be compared with `is`. */
function literalType(node: Expr): string | null {
  const type = node.kind === 'Constant' ? certainType(node) : null;
  return type === null || SINGLETONS.has(type) ? null : type;
}

/** Only the first mistake of a chain is told. */
export function checkComparison(c: Compiler, node: Compare): void {
  let left = literalType(c.folder.fold(node.left));
  for (const [i, comparator] of node.comparators.entries()) {
    const right = literalType(c.folder.fold(comparator));
    const op = node.ops[i];
    const literal = left ?? right;
    if ((op === 'is' || op === 'is not') && literal !== null) {
      const what = c.profile.namesLiteralType ? `'${literal}'` : 'a';
      return c.warn(`"${op}" with ${what} literal. Did you mean "${op === 'is' ? '==' : '!='}"?`, node.at);
    }
    left = right;
  }
}

export function checkCaller(c: Compiler, node: Call): void {
  const func = c.folder.fold(node.func);
  if (!NEVER_CALLABLE.has(func.kind)) return;
  c.warn(`'${certainType(func)}' object is not callable; ${COMMA}`, node.at);
}

export function checkSubscript(c: Compiler, node: Subscript): void {
  const value = c.folder.fold(node.value);
  const type = certainType(value);
  const unsubscriptable =
    value.kind === 'Constant' ? UNSUBSCRIPTABLE_VALUES.has(type ?? '') : NEVER_SUBSCRIPTABLE.has(value.kind);
  if (unsubscriptable) c.warn(`'${type}' object is not subscriptable; ${COMMA}`, node.at);
  const index = certainType(c.folder.fold(node.index));
  if (index === null || INDEXES.has(index)) return;
  const indexed = value.kind === 'Constant' ? INDEXED_VALUES.has(type ?? '') : INDEXED.has(value.kind);
  if (indexed) c.warn(`${type} indices must be integers or slices, not ${index}; ${COMMA}`, node.at);
}

/** `assert (x, 'text')`: a tuple with items is true. One of constants is folded before anybody looks, which 3.9 does not see through. */
export function checkAssertion(c: Compiler, node: Assert): void {
  const test = c.folder.fold(node.test);
  const constant = c.folder.constant(test);
  const items = test.kind === 'Tuple' ? test.items : constant?.type === 'tuple' ? constant.items : [];
  if (items.length === 0 || (constant !== null && !c.profile.warnsOfConstantAssertion)) return;
  c.warn('assertion is always true, perhaps remove parentheses?', node.at);
}
