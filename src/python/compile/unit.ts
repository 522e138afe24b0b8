/**
 * One code object while it is being compiled (compile.c:struct compiler_unit): its instructions so far, its tables,
 * and the blocks that a `break`, `continue` or `return` would leave.
 *
 * A label is a number; `labels[label]` is the instruction that it stands before, known once it is placed.
 */
import type { Span } from '../parse/ast-expressions.ts';
import type { Stmt } from '../parse/ast-statements.ts';
import type { ConstantCache } from './constant-pool.ts';
import { ConstantPool } from './constant-pool.ts';
import { MARK } from './native/marks.ts';
import type { Opcode } from './opcodes.ts';
import { Op } from './opcodes.ts';
import type { Scope } from './scope.ts';

export type Label = number;

/** `counted` is added to the depth of the stack as CPython of this version counts it, and to nothing else. */
export type Instruction = { op: Opcode; arg: number; at: Span; handler: Label; counted: number };

export type FrameBlock =
  | { readonly kind: 'while' | 'for'; readonly start: Label; readonly exit: Label }
  | { readonly kind: 'try' | 'exceptionHandler' | 'groupHandler' | 'finallyEnd' | 'popValue' }
  | { readonly kind: 'finallyTry'; readonly body: readonly Stmt[] }
  | { readonly kind: 'with'; readonly at: Span; readonly isAsync: boolean }
  | { readonly kind: 'handlerCleanup'; readonly name: string | null };

/** The place of what no line of the source asks for: a debugger does not stop there (compile.c: NO_LOCATION). */
export const NOWHERE: Span = { line: 0, col: 0, endLine: 0, endCol: 0 };

export const NO_HANDLER: Label = -1;

/** A table of names in the order of their first use. */
export class NameTable {
  readonly names: string[] = [];
  readonly #index = new Map<string, number>();
  #grows: (() => void) | null = null;

  /** @param grows is told of each name that comes later */
  constructor(names: readonly string[] = [], grows: (() => void) | null = null) {
    for (const name of names) this.add(name);
    this.#grows = grows;
  }

  add(name: string): number {
    const known = this.#index.get(name);
    if (known !== undefined) return known;
    const index = this.names.push(name) - 1;
    this.#index.set(name, index);
    this.#grows?.();
    return index;
  }

  indexOf(name: string): number {
    return this.#index.get(name) ?? -1;
  }
}

export class Unit {
  readonly scope: Scope;
  /** A table has a new entry, whose key is a str or not. */
  readonly grows: (table: 'variables' | 'constants' | 'names', isText: boolean) => void;
  readonly name: string;
  readonly firstLine: number;
  qualname = '';
  readonly constants: ConstantPool;
  readonly names: NameTable;
  readonly varNames: NameTable;
  cellVars: NameTable;
  readonly freeVars: NameTable;
  readonly instructions: Instruction[] = [];
  readonly labels: number[] = [];
  readonly blocks: FrameBlock[] = [];
  handlers: Label[] = [];
  argCount = 0;
  posOnlyCount = 0;
  kwOnlyCount = 0;
  docstring: string | null = null;
  /** The class whose private names are mangled here. */
  privateName: string | null = null;
  /** How many inlined comprehensions surround what is being compiled (3.12). */
  inlinedDepth = 0;
  /** Names that are fast locals although the scope is a module or a class (3.12). */
  readonly fastHidden = new Set<string>();
  /** What methods assign to `self` (3.13). */
  readonly staticAttributes = new Set<string>();
  interactive = false;
  /** The statement compiled last. */
  lastStatement: Span | null = null;

  constructor(
    scope: Scope,
    head: { readonly name: string; readonly firstLine: number },
    cache: ConstantCache,
    grows: Unit['grows'],
  ) {
    this.grows = grows;
    this.scope = scope;
    this.name = head.name;
    this.firstLine = head.firstLine;
    this.constants = new ConstantPool(cache, ({ type }) => grows('constants', type === 'str'));
    this.names = new NameTable([], () => grows('names', true));
    this.varNames = new NameTable(scope.parameters, () => grows('variables', true));
    this.cellVars = new NameTable(scope.cellNames());
    this.freeVars = new NameTable(scope.freeNames());
  }

  /** A unit in the same place, whose code nobody will want. */
  scratch(cache: ConstantCache): Unit {
    const unit = new Unit(this.scope, this, cache, this.grows);
    unit.qualname = this.qualname;
    unit.privateName = this.privateName;
    unit.blocks.push(...this.blocks);
    return unit;
  }

  newLabel(): Label {
    return this.labels.push(-1) - 1;
  }

  place(label: Label): void {
    this.labels[label] = this.instructions.length;
  }

  /** CPython's blocks begin here, too, although nothing jumps here. */
  beginBlock(): void {
    this.place(this.newLabel());
  }

  emit(op: Opcode, arg: number, at: Span, counted = 0): void {
    this.instructions.push({ op, arg, at, handler: this.handlers.at(-1) ?? NO_HANDLER, counted });
  }

  /** Protects what follows. `counted` of -1: to 3.10 there was no such handler. */
  setup(op: Opcode, handler: Label, at: Span, counted = 0): void {
    this.emit(op, handler, at, counted);
    this.handlers.push(handler);
  }

  /** @param at where the statement that leaves it is, if one does */
  popBlock(at: Span = NOWHERE): void {
    this.emit(Op.NOP, MARK.POP_BLOCK, at);
    this.handlers.pop();
  }

  /** Whether control can fall off the end: the last instruction does not return, or a label stands after it. */
  fallsOff(): boolean {
    const last = this.instructions.at(-1);
    if (last?.op !== Op.RETURN_VALUE) return true;
    return this.labels.includes(this.instructions.length);
  }
}
