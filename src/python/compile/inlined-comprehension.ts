/**
 * A comprehension in its caller's frame (PEP 709, 3.12; compile.c:push_inlined_comprehension_state).
 *
 * Its own variables get fast slots. What such a slot held before waits on the stack, below the iterator, and is put
 * back afterwards, also when an exception passes.
 */
import type { ComprehensionExpr, Span } from '../parse/ast-expressions.ts';
import type { Compiler } from './compiler.ts';
import { Op } from './opcodes.ts';
import type { Binding, Scope } from './scope.ts';
import { Use } from './scope.ts';
import type { Label } from './unit.ts';

export type InlinedState = {
  readonly at: Span;
  /** Names whose old value waits on the stack. */
  readonly pushed: readonly string[];
  readonly saved: ReadonlyMap<string, Binding | undefined>;
  readonly hidden: readonly string[];
  readonly cleanup: Label;
  readonly end: Label;
  /** What the compiler remembers all this in (footprint.ts). */
  readonly containers: readonly number[];
};

export function enterInlined(c: Compiler, node: ComprehensionExpr): InlinedState {
  const { unit } = c;
  const inner = c.scopeOf(node);
  // In a class every name that the comprehension mentions is set aside, `.0` included.
  const inClass = unit.scope.kind === 'class' && unit.inlinedDepth === 0;
  unit.inlinedDepth++;
  const pushed: string[] = [];
  const hidden: string[] = [];
  const saved = new Map<string, Binding | undefined>();
  for (const [name, use] of inner.uses) {
    const own = (use & Use.LOCAL) !== 0 && (use & Use.NONLOCAL) === 0;
    if (!own && !inClass) continue;
    rebind(c, { name, binding: inner.binding(name), inClass }, saved);
    if (!unit.scope.isFunction && !unit.fastHidden.has(name)) {
      unit.fastHidden.add(name);
      hidden.push(name);
    }
    setAside(c, name, inner, node.at);
    pushed.push(name);
  }
  return protect(c, { at: node.at, pushed, saved, hidden });
}

/** Inside, a name is what the comprehension's own scope says. */
function rebind(
  c: Compiler,
  entry: { readonly name: string; readonly binding: Binding; readonly inClass: boolean },
  saved: Map<string, Binding | undefined>,
): void {
  const { bindings } = c.unit.scope;
  const outside = bindings.get(entry.name);
  const inside = entry.binding === 'globalImplicit' && entry.inClass ? 'globalExplicit' : entry.binding;
  const differs = inside !== outside && inside !== 'free' && !(inside === 'cell' && outside === 'free');
  if (!differs && !entry.inClass) return;
  saved.set(entry.name, outside);
  bindings.set(entry.name, inside);
}

function setAside(c: Compiler, name: string, inner: Scope, at: Span): void {
  const { unit } = c;
  if (inner.binding(name) !== 'cell') return c.emit(Op.LOAD_FAST_AND_CLEAR, unit.varNames.add(name), at);
  c.emit(Op.LOAD_CELL_AND_CLEAR, c.cellIndex(name), at);
  c.emit(Op.MAKE_CELL, c.cellIndex(name), at);
  unit.varNames.add(name);
}

function protect(c: Compiler, state: Omit<InlinedState, 'cleanup' | 'end' | 'containers'>): InlinedState {
  const cleanup = c.unit.newLabel();
  const end = c.unit.newLabel();
  if (state.pushed.length > 0) {
    c.emit(Op.SWAP, state.pushed.length + 1, state.at);
    c.unit.setup(Op.SETUP_FINALLY, cleanup, state.at);
  }
  return { ...state, cleanup, end, containers: remember(c, state) };
}

/** temp_symbols and pushed_locals */
function remember(c: Compiler, { saved, pushed }: Pick<InlinedState, 'saved' | 'pushed'>): number[] {
  const { footprint, profile, unit } = c;
  const rebinds = saved.size > 0 || (profile.iteratorIsRebound && unit.inlinedDepth === 1);
  return [
    ...(rebinds ? [footprint.namesDict(saved.size)] : []),
    ...(pushed.length > 0 ? [footprint.list()] : []),
  ];
}

export function leaveInlined(c: Compiler, state: InlinedState): void {
  const { unit } = c;
  unit.inlinedDepth--;
  for (const container of state.containers) c.footprint.drop(container);
  if (state.pushed.length > 0) {
    unit.popBlock();
    c.emitLineless(Op.JUMP_FORWARD, state.end, state.at);
    unit.place(state.cleanup);
    c.emitLineless(Op.SWAP, 2, state.at);
    c.emitLineless(Op.POP_TOP, 0, state.at);
    putBack(c, state);
    c.emit(Op.RERAISE, 0, state.at);
    unit.place(state.end);
    putBack(c, state);
  }
  for (const name of state.hidden) unit.fastHidden.delete(name);
  for (const [name, binding] of state.saved) {
    if (binding === undefined) unit.scope.bindings.delete(name);
    else unit.scope.bindings.set(name, binding);
  }
}

/** The result, or the exception, stays on top. */
function putBack(c: Compiler, { pushed, at }: InlinedState): void {
  c.emit(Op.SWAP, pushed.length + 1, at);
  for (const name of [...pushed].toReversed()) {
    const cell = c.binding(name) === 'cell' && c.unit.cellVars.indexOf(name) >= 0;
    if (cell) c.emit(Op.STORE_CELL_MAYBE_NULL, c.cellIndex(name), at);
    else c.emit(Op.STORE_FAST_MAYBE_NULL, c.unit.varNames.add(name), at);
  }
}
