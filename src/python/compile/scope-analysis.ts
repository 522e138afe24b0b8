/**
 * What each name is, decided from the outside in and back (symtable.c:analyze_block, and for 3.12
 * inline_comprehension).
 */
import type { SyntaxFault } from '../syntax-fault.ts';
import { FaultSignal } from '../syntax-fault.ts';
import type { Binding, Scope } from './scope.ts';
import { BOUND, Use } from './scope.ts';

export type AnalysisOptions = {
  readonly inlinesComprehensions: boolean;
  readonly fault: (message: string, scope: Scope, name: string) => SyntaxFault;
};

type Names = Set<string>;
/** `entry`: the class whose names the scope sees. */
type Outer = {
  readonly bound: Names | null;
  readonly global: Names;
  readonly typeParams: Names;
  readonly entry: Scope | null;
};

export function analyzeScopes(top: Scope, options: AnalysisOptions): void {
  new Analysis(options).block(top, { bound: null, global: new Set(), typeParams: new Set(), entry: null });
}

class Analysis {
  readonly #options: AnalysisOptions;

  constructor(options: AnalysisOptions) {
    this.#options = options;
  }

  /** Settles a scope and those inside it; the names that it leaves free. */
  block(scope: Scope, outer: Outer): Names {
    const local: Names = new Set();
    const free: Names = new Set();
    const global: Names = new Set(outer.global);
    const bound: Names | null = outer.bound === null ? null : new Set(outer.bound);
    const inner: Outer = {
      bound: new Set(scope.kind === 'class' ? (outer.bound ?? []) : []),
      global: new Set(),
      typeParams: new Set(outer.typeParams),
      entry: scope.kind === 'class' ? scope : outer.entry,
    };
    if (scope.kind === 'class') for (const name of global) inner.global.add(name);

    for (const [name, use] of scope.uses)
      this.#name(scope, { name, use }, { ...inner, entry: outer.entry, bound, local, free, global });
    this.#passDown(scope, inner, { local, bound, global });
    const inlinedCells: Names = new Set();
    const childFree = this.#children(scope, inner, inlinedCells);
    if (scope.isFunction) this.#cells(scope, childFree, inlinedCells);
    else if (scope.kind === 'class') this.#dropClassFree(scope, childFree);
    this.#inherit(scope, childFree, outer.bound);
    for (const name of childFree) free.add(name);
    return free;
  }

  /** symtable.c:analyze_name. */
  #name(
    scope: Scope,
    { name, use }: { readonly name: string; readonly use: number },
    sets: {
      readonly bound: Names | null;
      readonly local: Names;
      readonly free: Names;
      readonly global: Names;
      readonly typeParams: Names;
      readonly entry: Scope | null;
    },
  ): void {
    const { bound, local, free, global, typeParams, entry } = sets;
    if ((use & Use.GLOBAL) !== 0) {
      if ((use & Use.NONLOCAL) !== 0) this.#fail(`name '${name}' is nonlocal and global`, scope, name);
      scope.bindings.set(name, 'globalExplicit');
      global.add(name);
      bound?.delete(name);
    } else if ((use & Use.NONLOCAL) !== 0) {
      if (bound === null) this.#fail('nonlocal declaration not allowed at module level', scope, name);
      if (typeParams.has(name))
        this.#fail(`nonlocal binding not allowed for type parameter '${name}'`, scope, name);
      if (!bound.has(name)) this.#fail(`no binding for nonlocal '${name}' found`, scope, name);
      scope.bindings.set(name, 'free');
      free.add(name);
    } else if ((use & BOUND) !== 0) {
      scope.bindings.set(name, 'local');
      local.add(name);
      global.delete(name);
      if ((use & Use.TYPE_PARAM) !== 0) typeParams.add(name);
      else typeParams.delete(name);
    } else if (entry !== null && namesInClass(entry, name) !== null) {
      scope.bindings.set(name, namesInClass(entry, name) as Binding);
    } else if (bound?.has(name)) {
      scope.bindings.set(name, 'free');
      free.add(name);
    } else {
      scope.bindings.set(name, 'globalImplicit');
    }
  }

  #fail(message: string, scope: Scope, name: string): never {
    throw new FaultSignal(this.#options.fault(message, scope, name));
  }

  /** What the scopes inside see as bound or global. */
  #passDown(
    scope: Scope,
    inner: { readonly bound: Names | null; readonly global: Names },
    own: { readonly local: Names; readonly bound: Names | null; readonly global: Names },
  ): void {
    if (scope.kind === 'class') {
      inner.bound?.add('__class__');
      inner.bound?.add('__classdict__');
      return;
    }
    for (const name of own.global) inner.global.add(name);
    for (const name of own.bound ?? []) inner.bound?.add(name);
    if (scope.isFunction) for (const name of own.local) inner.bound?.add(name);
  }

  #children(scope: Scope, inner: Outer, inlinedCells: Names): Names {
    const free: Names = new Set();
    const kept: Scope[] = [];
    for (const child of scope.children) {
      const childFree = this.block(child, {
        bound: new Set(inner.bound ?? []),
        global: new Set(inner.global),
        typeParams: new Set(inner.typeParams),
        entry: child.seesClass ? inner.entry : null,
      });
      const inline =
        this.#options.inlinesComprehensions &&
        child.comprehension !== null &&
        child.comprehension !== 'generator' &&
        !scope.seesClass;
      if (inline) this.#inline(scope, child, { childFree, inlinedCells });
      kept.push(...(inline ? child.children : [child]));
      for (const name of childFree) free.add(name);
    }
    scope.children.splice(0, scope.children.length, ...kept);
    return free;
  }

  /** symtable.c:inline_comprehension: the names of the comprehension become names of its parent. */
  #inline(
    scope: Scope,
    child: Scope,
    sets: { readonly childFree: Names; readonly inlinedCells: Names },
  ): void {
    child.inlined = true;
    for (const [name, use] of child.uses) {
      if ((use & Use.PARAM) !== 0) continue;
      const binding = child.binding(name);
      if (binding === 'cell' || (use & Use.COMP_CELL) !== 0) sets.inlinedCells.add(name);
      const existing = scope.uses.get(name);
      if (existing === undefined) {
        scope.uses.set(name, use);
        const dunder = binding === 'free' && scope.kind === 'class' && name === '__class__';
        scope.bindings.set(name, dunder ? 'globalImplicit' : binding);
        if (dunder) sets.childFree.delete(name);
      } else if ((existing & BOUND) !== 0 && scope.kind !== 'class' && !freeInAnyChild(child, name)) {
        sets.childFree.delete(name);
      }
      if (binding === 'cell' && !scope.isFunction)
        scope.uses.set(name, (scope.uses.get(name) ?? 0) | Use.COMP_CELL);
    }
  }

  /** Locals that an inner scope uses live in cells. */
  #cells(scope: Scope, childFree: Names, inlinedCells: Names): void {
    for (const [name, binding] of scope.bindings) {
      if (binding !== 'local' || (!childFree.has(name) && !inlinedCells.has(name))) continue;
      scope.bindings.set(name, 'cell');
      childFree.delete(name);
    }
  }

  #dropClassFree(scope: Scope, childFree: Names): void {
    if (childFree.delete('__class__')) scope.needsClassCell = true;
    if (childFree.delete('__classdict__')) scope.needsClassDict = true;
  }

  /** symtable.c:update_symbols: names that only inner scopes use pass through as free. */
  #inherit(scope: Scope, childFree: Names, bound: Names | null): void {
    for (const name of childFree) {
      if (scope.uses.has(name)) {
        // A class that binds a name which its methods find outside keeps both (DEF_FREE_CLASS); so does a scope that sees the class.
        const keepsOwn = scope.kind === 'class' && (scope.use(name) & (BOUND | Use.GLOBAL)) !== 0;
        const seesOther = scope.seesClass && scope.binding(name).startsWith('global');
        if (keepsOwn || seesOther) scope.passesFree.add(name);
        continue;
      }
      if (bound !== null && !bound.has(name)) continue;
      if (bound !== null) scope.bindings.set(name, 'free' satisfies Binding);
    }
  }
}

/** What the class around an annotation scope makes of a name that both it and a function around it may bind: null for nothing. */
function namesInClass(entry: Scope, name: string): Binding | null {
  const use = entry.use(name);
  if ((use & Use.GLOBAL) !== 0) return 'globalExplicit';
  return (use & BOUND) !== 0 && (use & Use.NONLOCAL) === 0 ? 'globalImplicit' : null;
}

function freeInAnyChild(scope: Scope, name: string): boolean {
  return scope.children.some((child) => child.binding(name) === 'free' && child.bindings.has(name));
}
