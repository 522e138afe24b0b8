/**
 * Scopes and what each name is in them (Python/symtable.c:struct _symtable_entry).
 *
 * The first walk (`scope-builder.ts`) collects how each name is used in a scope; the analysis (`scope-analysis.ts`)
 * then decides for each whether it is local, global, a cell or free.
 */
import type { Span } from '../parse/ast-expressions.ts';

/** How a name is used, as bits (symtable.h: DEF_*, USE). */
export const Use = {
  GLOBAL: 1,
  LOCAL: 2,
  PARAM: 4,
  NONLOCAL: 8,
  USE: 16,
  IMPORT: 128,
  ANNOTATED: 256,
  TYPE_PARAM: 1024,
  COMP_ITER: 512,
  COMP_CELL: 2048,
} as const;
export const BOUND = Use.LOCAL | Use.PARAM | Use.IMPORT;

export type Binding = 'local' | 'globalExplicit' | 'globalImplicit' | 'free' | 'cell';
export type ScopeKind = 'module' | 'function' | 'class';
/** What has an annotation scope (PEP 695): type parameters, or an expression that runs when it is asked for. */
export type AnnotationKind = 'typeParameters' | 'bound' | 'constraint' | 'default' | 'alias';
export type ComprehensionKind = 'list' | 'set' | 'dict' | 'generator';

export class Scope {
  readonly kind: ScopeKind;
  readonly name: string;
  readonly parent: Scope | null;
  readonly at: Span;
  readonly children: Scope[] = [];
  readonly uses = new Map<string, number>();
  readonly bindings = new Map<string, Binding>();
  readonly parameters: string[] = [];
  /** Where `global` and `nonlocal` name something, for messages. */
  readonly directives: { readonly name: string; readonly at: Span }[] = [];
  /** Names that a class binds and that its methods nevertheless find outside of it. */
  readonly passesFree = new Set<string>();
  comprehension: ComprehensionKind | null = null;
  /** A function for the analysis, but what runs in it is no function of the program (_PyST_IsFunctionLike). */
  annotation: AnnotationKind | null = null;
  /** ... and of which kind of type parameter the bound or default is. */
  annotated: 'TypeVar' | 'TypeVarTuple' | 'ParamSpec' | null = null;
  /** An annotation scope that finds names in the class around it (ste_can_see_class_scope). */
  seesClass = false;
  /** Decided by the analysis: the comprehension runs in its parent's frame (3.12). */
  inlined = false;
  generator = false;
  /** Of `async def`. */
  isAsync = false;
  /** Something in it is awaited, or it is an `async def` (ste_coroutine). */
  coroutine = false;
  lambda = false;
  varargs = false;
  varkeywords = false;
  nested = false;
  /** A class whose methods use `__class__` or `super`. */
  needsClassCell = false;
  /** A class whose annotation scopes look names up in its namespace (ste_needs_classdict). */
  needsClassDict = false;
  privateName: string | null = null;
  /** Names in `children` of this comprehension that are iteration targets now, for walrus checks. */
  iterationTarget = false;
  iterationExpression = false;

  constructor(kind: ScopeKind, head: { readonly name: string; readonly at: Span }, parent: Scope | null) {
    this.kind = kind;
    this.name = head.name;
    this.at = head.at;
    this.parent = parent;
  }

  get isFunction(): boolean {
    return this.kind === 'function';
  }

  /** Calling it makes an object that runs it bit by bit. */
  get suspends(): boolean {
    return this.isFunction && (this.generator || this.coroutine);
  }

  use(name: string): number {
    return this.uses.get(name) ?? 0;
  }

  binding(name: string): Binding {
    return this.bindings.get(name) ?? 'globalImplicit';
  }

  /** Sorted, as compile.c:dictbytype numbers them. */
  cellNames(): readonly string[] {
    const names = [...this.bindings.keys()].filter(
      (name) => this.bindings.get(name) === 'cell' || (this.use(name) & Use.COMP_CELL) !== 0,
    );
    if (this.needsClassCell) names.push('__class__');
    if (this.needsClassDict) names.push('__classdict__');
    return [...new Set(names)].sort(compareNames);
  }

  freeNames(): readonly string[] {
    const names = [...this.bindings.keys()].filter((name) => this.bindings.get(name) === 'free');
    return [...new Set([...names, ...this.passesFree])].sort(compareNames);
  }
}

function compareNames(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/** compile.c:_Py_Mangle: `__x` in class C is `_C__x`. */
export function mangle(privateName: string | null, name: string): string {
  if (privateName === null || !name.startsWith('__') || name.endsWith('__') || name.includes('.'))
    return name;
  const stripped = privateName.replace(/^_+/, '');
  return stripped === '' ? name : `_${stripped}${name}`;
}

/** To 3.9 the offsets of some errors count from 0. */
export function oneLess(at: Span): Span {
  return { ...at, col: at.col - 1 };
}
