/**
 * The compiler's state: the unit being compiled and those around it, and what all kinds of nodes need: constants,
 * names, functions out of code objects. How each node is compiled is in the files named after them.
 */
import type { ConstValue } from '../constant.ts';
import { NONE, strConst } from '../constant.ts';
import type { LanguageProfile } from '../language-profile.ts';
import type {
  Attribute,
  Call,
  ComprehensionExpr,
  Dict,
  Lambda,
  List,
  SetDisplay,
  Span,
  Tuple,
} from '../parse/ast-expressions.ts';
import type { Stmt } from '../parse/ast-statements.ts';
import type { SourceText } from '../parse/source-text.ts';
import { FaultSignal, makeFault, placelessFault } from '../syntax-fault.ts';
import type { SyntaxWarning } from '../syntax-warning.ts';
import { assemble } from './assemble.ts';
import type { CodeObject } from './code-object.ts';
import type { ConstantCache, InTree } from './constant-pool.ts';
import { Folder } from './fold.ts';
import { type Footprint, NO_CONTAINER } from './footprint.ts';
import { enterUnit, leaveUnit, type UnitTables } from './footprint-units.ts';
import { MARK } from './native/marks.ts';
import { Op } from './opcodes.ts';
import type { Binding, Scope } from './scope.ts';
import { mangle } from './scope.ts';
import type { ScopeMap } from './scope-builder.ts';
import { type FrameBlock, Unit } from './unit.ts';

const TOO_MANY_BLOCKS = 'too many statically nested blocks';

/**
 * How the kinds of nodes are compiled that are met again inside themselves. Handed in (`visitors.ts`), so that the files
 * import in one direction only.
 */
export type Visitors = {
  readonly statement: (c: Compiler, node: Stmt) => void;
  readonly call: (c: Compiler, node: Call) => void;
  readonly display: (c: Compiler, node: List | Tuple | SetDisplay | Dict) => void;
  readonly lambda: (c: Compiler, node: Lambda) => void;
  readonly comprehension: (c: Compiler, node: ComprehensionExpr) => void;
  readonly superAttribute: (c: Compiler, node: Attribute) => boolean;
};

export type CompilerInput = {
  readonly visit: Visitors;
  readonly source: SourceText;
  readonly profile: LanguageProfile;
  readonly filename: string;
  readonly scopes: ScopeMap;
  readonly futureAnnotations: boolean;
  readonly warnings: SyntaxWarning[];
  readonly cache: ConstantCache;
  readonly footprint: Footprint;
};

export type NameUse = 'load' | 'store' | 'delete';

export class Compiler {
  readonly source: SourceText;
  readonly profile: LanguageProfile;
  readonly filename: string;
  readonly visit: Visitors;
  readonly folder: Folder;
  readonly futureAnnotations: boolean;
  readonly warnings: SyntaxWarning[];
  readonly #scopes: ScopeMap;
  readonly #cache: ConstantCache;
  readonly footprint: Footprint;
  readonly #units: Unit[] = [];
  readonly #tables = new Map<Unit, Partial<UnitTables>>();
  /** The tuples that each code object keeps (footprint-units.ts). */
  readonly tuplesOf = new Map<CodeObject, readonly number[]>();

  constructor(input: CompilerInput) {
    this.visit = input.visit;
    this.source = input.source;
    this.profile = input.profile;
    this.filename = input.filename;
    this.futureAnnotations = input.futureAnnotations;
    this.warnings = input.warnings;
    this.folder = new Folder(input.profile);
    this.#scopes = input.scopes;
    this.#cache = input.cache;
    this.footprint = input.footprint;
  }

  get unit(): Unit {
    return this.#units.at(-1) as Unit;
  }

  scopeOf(node: object): Scope {
    return this.#scopes.get(node) as Scope;
  }

  /** The module's scope. */
  get top(): Scope {
    return (this.#units[0] as Unit).scope;
  }

  /** The class whose body most closely surrounds what is being compiled. */
  nearestClass(): Unit | null {
    return this.#units.findLast((unit) => unit.scope.kind === 'class') ?? null;
  }

  enter(node: object, head: { readonly name: string; readonly firstLine: number }): Unit {
    const scope = this.scopeOf(node);
    const tables = enterUnit(this.footprint, scope, this.profile);
    const unit = new Unit(scope, head, this.#cache, (table, isText) =>
      this.footprint.put(tables[table] ?? NO_CONTAINER, 1, isText),
    );
    this.#tables.set(unit, tables);
    unit.privateName = scope.privateName;
    unit.qualname = this.#qualname(unit);
    this.#units.push(unit);
    return unit;
  }

  /** compile.c:compiler_set_qualname. */
  #qualname(unit: Unit): string {
    const around = this.#units.at(-1);
    const parent = around === undefined || around.scope.annotation === null ? around : this.#units.at(-2);
    if (parent === undefined || parent.scope.kind === 'module') return unit.name;
    if (!unit.scope.comprehension && !unit.scope.lambda && unit.scope.annotation === null) {
      const name = mangle(parent.privateName, unit.name);
      if (parent.scope.binding(name) === 'globalExplicit') return unit.name;
    }
    const locals = parent.scope.kind === 'function' && parent.scope.comprehension === null;
    return locals ? `${parent.qualname}.<locals>.${unit.name}` : `${parent.qualname}.${unit.name}`;
  }

  /** Ends the unit and makes its code object. */
  leave(): CodeObject {
    const unit = this.#units.pop() as Unit;
    const code = assemble(unit, this.profile, this);
    const tables = this.#tables.get(unit) ?? {};
    const made = { code, constants: this.#cache.footprint, profile: this.profile };
    this.tuplesOf.set(code, leaveUnit(this.footprint, tables, made));
    return code;
  }

  /** Code of a block follows, as many of them as frames had room for once (compiler_push_fblock). */
  pushBlock(block: FrameBlock, at: Span): void {
    const { blocks, scope } = this.unit;
    const { mostBlocks, handlersAreBlocks, generatorsAreBlocks, oldParser } = this.profile;
    const counted = handlersAreBlocks ? blocks : blocks.filter(({ kind }) => kind !== 'exceptionHandler');
    const around = generatorsAreBlocks && scope.generator ? 1 : 0;
    if (counted.length + around >= mostBlocks) {
      if (oldParser) throw new FaultSignal(placelessFault('SyntaxError', TOO_MANY_BLOCKS));
      this.fail(TOO_MANY_BLOCKS, at);
    }
    blocks.push(block);
  }

  /** A unit given up because its construct is refused. */
  fail(message: string, at: Span, options: { readonly unsupported?: boolean } = {}): never {
    const rich = this.profile.richErrors;
    const end = rich ? { endLine: at.endLine, endOffset: at.endCol + 1 } : {};
    const place = { line: at.line, offset: at.col + 1, ...end };
    throw new FaultSignal(
      makeFault(this.source, { message, ...place, unsupported: options.unsupported ?? false }),
    );
  }

  /** What cannot run is compiled all the same, for its mistakes (c_do_not_emit_bytecode, up to 3.9). */
  discarding(compile: (unit: Unit) => void): void {
    const { unit } = this;
    const scratch = unit.scratch(this.#cache);
    this.#units.push(scratch);
    compile(scratch);
    this.#units.pop();
  }

  warn(message: string, at: Span): void {
    this.warnings.push({ line: at.line, message });
  }

  emit(op: number, arg: number, at: Span): void {
    this.unit.emit(op, arg, at);
  }

  /** CPython keeps an instruction without effect for a line (native/marks.ts). */
  markLine(at: Span): void {
    this.emit(Op.NOP, MARK.LINE, at);
  }

  /** CPython gives the instruction that follows no line of its own, but that of what runs before it. */
  markLineless(at: Span): void {
    this.emit(Op.NOP, MARK.NO_LINE, at);
  }

  emitLineless(op: number, arg: number, at: Span): void {
    this.markLineless(at);
    this.emit(op, arg, at);
  }

  /** Slots that only versions to 3.10 have here, for `coStackSize`. */
  countOlder(slots: number, at: Span): void {
    if (this.profile.handlerSlots > 0) this.unit.emit(Op.NOP, 0, at, slots);
  }

  loadConst(value: ConstValue, at: Span, inTree: InTree = 'nothing'): void {
    this.emit(Op.LOAD_CONST, this.unit.constants.add(value, inTree), at);
  }

  /** How often the syntax tree holds each constant (constant-pool.ts). */
  get constantsInTree(): ReadonlyMap<ConstValue, number> {
    return this.#cache.inTree;
  }

  /** A text that tells constants apart as CPython does when it merges them. */
  constantKey(value: ConstValue): string {
    return this.#cache.key(value);
  }

  loadNone(at: Span): void {
    this.loadConst(NONE, at);
  }

  mangled(name: string): string {
    return mangle(this.unit.privateName, name);
  }

  /** An instruction whose argument is an attribute or module name. */
  emitName(op: number, name: string, at: Span): void {
    this.emit(op, this.unit.names.add(this.mangled(name)), at);
  }

  /** compile.c:compiler_nameop. */
  name(id: string, use: NameUse, at: Span): void {
    if (use !== 'load' && id === '__debug__') this.#forbidDebug(use, at);
    const name = this.mangled(id);
    const { unit } = this;
    const binding = unit.scope.bindings.has(name) ? unit.scope.binding(name) : null;
    if (binding === 'free' || binding === 'cell') return this.#deref(name, use, at);
    if (binding === 'local' && (unit.scope.isFunction || unit.fastHidden.has(name))) {
      const op = { load: Op.LOAD_FAST, store: Op.STORE_FAST, delete: Op.DELETE_FAST }[use];
      return this.emit(op, unit.varNames.add(name), at);
    }
    if (use === 'load' && binding === 'globalImplicit' && unit.scope.seesClass) {
      this.#loadClassDict(at);
      return this.emit(Op.LOAD_FROM_DICT_OR_GLOBALS, unit.names.add(name), at);
    }
    const global = binding === 'globalExplicit' || (binding === 'globalImplicit' && unit.scope.isFunction);
    const op = global
      ? { load: Op.LOAD_GLOBAL, store: Op.STORE_GLOBAL, delete: Op.DELETE_GLOBAL }[use]
      : { load: Op.LOAD_NAME, store: Op.STORE_NAME, delete: Op.DELETE_NAME }[use];
    this.emit(op, unit.names.add(name), at);
  }

  #forbidDebug(use: NameUse, at: Span): void {
    if (use === 'delete' && !this.profile.richErrors) return;
    this.fail(`cannot ${use === 'delete' ? 'delete' : 'assign to'} __debug__`, at);
  }

  #deref(name: string, use: NameUse, at: Span): void {
    const { unit } = this;
    const classLoad =
      unit.scope.kind === 'class' && unit.inlinedDepth === 0 && unit.freeVars.indexOf(name) >= 0;
    if (use === 'load' && unit.scope.seesClass) {
      this.#loadClassDict(at);
      return this.emit(Op.LOAD_FROM_DICT_OR_DEREF, this.cellIndex(name), at);
    }
    const load = classLoad ? Op.LOAD_CLASSDEREF : Op.LOAD_DEREF;
    const op = { load, store: Op.STORE_DEREF, delete: Op.DELETE_DEREF }[use];
    this.emit(op, this.cellIndex(name), at);
  }

  /** The namespace of the class around an annotation scope. */
  #loadClassDict(at: Span): void {
    this.emit(Op.LOAD_DEREF, this.cellIndex('__classdict__'), at);
  }

  /** Cells are numbered before free variables. */
  cellIndex(name: string): number {
    const { unit } = this;
    const cell = unit.cellVars.indexOf(name);
    return cell >= 0 ? cell : unit.cellVars.names.length + unit.freeVars.indexOf(name);
  }

  binding(name: string): Binding | null {
    const { scope } = this.unit;
    return scope.bindings.has(name) ? scope.binding(name) : null;
  }

  /** Pushes the closure, the code and what else MAKE_FUNCTION takes (compile.c:compiler_make_closure). */
  makeClosure(code: CodeObject, flags: number, at: Span, name: string = code.qualname): void {
    if (code.freeVars.length > 0) {
      for (const name of code.freeVars) this.emit(Op.LOAD_CLOSURE, this.cellIndex(name), at);
      this.emit(Op.BUILD_TUPLE, code.freeVars.length, at);
    }
    this.loadConst({ type: 'code', code }, at);
    const closure = code.freeVars.length > 0 ? 8 : 0;
    if (this.profile.qualnameOnStack) this.loadConst(strConst(name), at);
    this.emit(Op.MAKE_FUNCTION, flags | closure | (this.profile.qualnameOnStack ? 16 : 0), at);
  }

  returnNone(at: Span): void {
    this.loadNone(at);
    this.emit(Op.RETURN_VALUE, 0, at);
  }
}
