/**
 * The first walk over the tree: which scopes there are and how each uses its names (symtable.c:symtable_visit_stmt,
 * symtable_visit_expr), with the errors that are found on the way. Children are walked in CPython's order, because that
 * decides which of two errors is reported.
 */
import type { LanguageProfile } from '../language-profile.ts';
import type { BinOp, ComprehensionExpr, Expr, Span } from '../parse/ast-expressions.ts';
import type { Module, Stmt, Try } from '../parse/ast-statements.ts';
import type { SourceText } from '../parse/source-text.ts';
import { FaultSignal, makeFault } from '../syntax-fault.ts';
import { childrenOf } from './ast-children.ts';
import type { ComprehensionKind } from './scope.ts';
import { mangle, oneLess, Scope, Use } from './scope.ts';
import { bindParams, defineAlias, defineClass, defineFunction } from './scope-definitions.ts';
import { bindPattern } from './scope-pattern.ts';
import { refuseInAnnotation, refuseInClass } from './scope-type-params.ts';
import { bindWalrus } from './scope-walrus.ts';

export type ScopeMap = ReadonlyMap<object, Scope>;

export class ScopeBuilder {
  readonly #source: SourceText;
  readonly profile: LanguageProfile;
  readonly scopes = new Map<object, Scope>();
  readonly top: Scope;
  scope: Scope;
  /** The scope whose annotation is visited, which is only a text under `from __future__ import annotations`. */
  annotated: Scope | null = null;
  readonly #futureAnnotations: boolean;
  /** Of the class around, for names that it hides. */
  privateName: string | null = null;

  constructor(source: SourceText, profile: LanguageProfile, futureAnnotations: boolean) {
    this.#futureAnnotations = futureAnnotations;
    this.#source = source;
    this.profile = profile;
    this.top = new Scope('module', { name: 'top', at: { line: 0, col: 0, endLine: 0, endCol: 0 } }, null);
    this.scope = this.top;
  }

  module(module: Module): Scope {
    this.scopes.set(module, this.top);
    this.body(module.body);
    return this.top;
  }

  fail(message: string, at: Span, oldAt: Span = at): never {
    const { richErrors } = this.profile;
    const place = richErrors ? at : oldAt;
    const end = richErrors ? { endLine: at.endLine, endOffset: at.endCol + 1 } : {};
    throw new FaultSignal(
      makeFault(this.#source, { message, line: place.line, offset: place.col + 1, ...end }),
    );
  }

  define(name: string, use: number, at: Span): void {
    this.defineIn(this.scope, { name, use, at });
  }

  /** symtable.c:symtable_add_def_helper. */
  defineIn(
    scope: Scope,
    definition: { readonly name: string; readonly use: number; readonly at: Span },
  ): void {
    const { use, at } = definition;
    const name = mangle(this.privateName, definition.name);
    const before = scope.use(name);
    if ((use & before & Use.PARAM) !== 0)
      this.fail(`duplicate argument '${definition.name}' in function definition`, at, scope.at);
    if ((use & before & Use.TYPE_PARAM) !== 0) this.fail(`duplicate type parameter '${definition.name}'`, at);
    let after = before | use;
    if (scope.iterationTarget && scope.comprehension !== null) {
      if ((after & (Use.GLOBAL | Use.NONLOCAL)) !== 0) {
        this.fail(
          `comprehension inner loop cannot rebind assignment expression target '${definition.name}'`,
          at,
          scope.at,
        );
      }
      after |= Use.COMP_ITER;
    }
    scope.uses.set(name, after);
    if ((use & Use.PARAM) !== 0) scope.parameters.push(name);
    // A name that is global somewhere is a use of the module's own table too.
    if ((use & Use.GLOBAL) !== 0) this.top.uses.set(name, this.top.use(name) | use);
  }

  mangled(name: string): string {
    return mangle(this.privateName, name);
  }

  enter(kind: 'function' | 'class', head: { readonly name: string; readonly at: Span }, node: object): Scope {
    const scope = new Scope(kind, head, this.scope);
    scope.nested = this.scope.nested || this.scope.isFunction;
    scope.privateName = this.privateName;
    this.scope.children.push(scope);
    this.scopes.set(node, scope);
    this.scope = scope;
    return scope;
  }

  leave(): void {
    if (this.scope.parent !== null) this.scope = this.scope.parent;
  }

  body(body: readonly Stmt[]): void {
    for (const statement of body) this.#statement(statement);
  }

  #statement(node: Stmt): void {
    switch (node.kind) {
      case 'FunctionDef':
        return defineFunction(this, node);
      case 'ClassDef':
        return defineClass(this, node);
      case 'TypeAlias':
        return defineAlias(this, node);
      case 'Global':
      case 'Nonlocal':
        return this.#directive(node);
      case 'AnnAssign':
        return this.#annotated(node);
      case 'Import':
      case 'ImportFrom':
        return this.#import(node);
      case 'Match':
        this.expression(node.subject);
        for (const arm of node.cases) {
          bindPattern(arm.pattern, this);
          if (arm.guard !== null) this.expression(arm.guard);
          this.body(arm.body);
        }
        return;
      case 'Try':
        return this.#try(node);
      default:
        return this.#plain(node);
    }
  }

  /** Statements whose parts are visited in the order in which they are written. */
  #plain(node: Stmt): void {
    switch (node.kind) {
      case 'Assign':
        for (const target of node.targets) this.#target(target);
        return this.expression(node.value);
      case 'AugAssign':
        this.#target(node.target);
        return this.expression(node.value);
      case 'Delete':
        for (const target of node.targets) this.#target(target);
        return;
      case 'For':
        this.#target(node.target);
        this.expression(node.iter);
        this.body(node.body);
        return this.body(node.orelse);
      case 'While':
      case 'If':
        this.expression(node.test);
        this.body(node.body);
        return this.body(node.orelse);
      case 'With':
        for (const item of node.items) {
          this.expression(item.context);
          if (item.target !== null) this.#target(item.target);
        }
        return this.body(node.body);
      default:
        for (const child of childrenOf(node)) this.expression(child);
    }
  }

  #try(node: Try): void {
    this.body(node.body);
    this.body(node.orelse);
    for (const handler of node.handlers) {
      if (handler.type !== null) this.expression(handler.type);
      if (handler.name !== null) this.define(handler.name, Use.LOCAL, handler.at);
      this.body(handler.body);
    }
    this.body(node.finalbody);
  }

  #directive(node: Extract<Stmt, { kind: 'Global' | 'Nonlocal' }>): void {
    const word = node.kind === 'Global' ? 'global' : 'nonlocal';
    for (const name of node.names) {
      const use = this.scope.use(this.mangled(name));
      const verdict = this.#misdirected(use, word);
      if (verdict !== null) this.fail(verdict.replace('%', name), node.at);
      this.define(name, word === 'global' ? Use.GLOBAL : Use.NONLOCAL, node.at);
      this.scope.directives.push({ name: this.mangled(name), at: node.at });
    }
  }

  #misdirected(use: number, word: 'global' | 'nonlocal'): string | null {
    if ((use & Use.PARAM) !== 0) return `name '%' is parameter and ${word}`;
    if ((use & Use.USE) !== 0) return `name '%' is used prior to ${word} declaration`;
    if ((use & Use.ANNOTATED) !== 0) return `annotated name '%' can't be ${word}`;
    return (use & Use.LOCAL) !== 0 ? `name '%' is assigned to before ${word} declaration` : null;
  }

  #annotated(node: Extract<Stmt, { kind: 'AnnAssign' }>): void {
    const { target } = node;
    if (target.kind === 'Name') {
      const use = this.scope.use(this.mangled(target.id));
      const other = (use & Use.GLOBAL) !== 0 ? 'global' : 'nonlocal';
      if ((use & (Use.GLOBAL | Use.NONLOCAL)) !== 0 && node.simple && this.scope !== this.top) {
        this.fail(`annotated name '${target.id}' can't be ${other}`, node.at);
      }
      const declares = node.simple ? Use.ANNOTATED | Use.LOCAL : 0;
      if (node.simple || node.value !== null) this.define(target.id, declares | Use.LOCAL, target.at);
    } else {
      this.#target(target);
    }
    this.annotation(node.annotation);
    if (node.value !== null) this.expression(node.value);
  }

  #import(node: Extract<Stmt, { kind: 'Import' | 'ImportFrom' }>): void {
    for (const alias of node.names) {
      const name =
        alias.asname ?? (node.kind === 'Import' ? (alias.name.split('.')[0] ?? alias.name) : alias.name);
      if (name !== '*') this.define(name, Use.IMPORT, alias.at);
      else if (this.scope.kind !== 'module') {
        this.fail('import * only allowed at module level', alias.at, {
          ...this.top.at,
          line: this.#importLine(node.at),
        });
      }
    }
  }

  /** To 3.9 the place is that of the enclosing scope. */
  #importLine(at: Span): number {
    return this.scope.at.line === 0 ? at.line : this.scope.at.line;
  }

  /** A Name in a target position is bound, everything else in it is used. */
  #target(node: Expr): void {
    if (node.kind === 'Name') this.define(node.id, Use.LOCAL, node.at);
    else if (node.kind === 'Tuple' || node.kind === 'List') for (const item of node.items) this.#target(item);
    else if (node.kind === 'Starred') this.#target(node.value);
    else this.expression(node);
  }

  annotation(node: Expr): void {
    if (this.#futureAnnotations) this.annotated = this.scope;
    this.expression(node);
    this.annotated = null;
  }

  expression(node: Expr): void {
    switch (node.kind) {
      case 'Name':
        return this.#name(node.id, node.at);
      case 'Lambda':
        return this.#lambda(node);
      case 'ListComp':
      case 'SetComp':
      case 'DictComp':
      case 'GeneratorExp':
        return this.#comprehension(node);
      case 'NamedExpr':
        return this.#walrus(node);
      case 'Yield':
      case 'YieldFrom':
        refuseInAnnotation(this, 'yield', node.at);
        if (node.value !== null) this.expression(node.value);
        this.#yield(node.at);
        return;
      case 'Await':
        refuseInAnnotation(this, 'await', node.at);
        this.scope.coroutine = true;
        return this.expression(node.value);
      case 'BinOp':
        return this.#chain(node);
      default:
        for (const child of childrenOf(node)) this.expression(child);
    }
  }

  /** The left spine of a chain of operators is walked in a loop: it can be long. */
  #chain(node: BinOp): void {
    const spine = [node];
    for (let left = node.left; left.kind === 'BinOp'; left = left.left) spine.push(left);
    this.expression((spine.at(-1) ?? node).left);
    for (const link of spine.toReversed()) this.expression(link.right);
  }

  #name(id: string, at: Span): void {
    this.define(id, Use.USE, at);
    if (id !== 'super' || !this.scope.isFunction) return;
    this.scope.uses.set('__class__', this.scope.use('__class__') | Use.USE);
  }

  #yield(at: Span): void {
    if (this.scope.comprehension !== null) {
      const name = {
        list: 'list comprehension',
        set: 'set comprehension',
        dict: 'dict comprehension',
        generator: 'generator expression',
      };
      this.fail(`'yield' inside ${name[this.scope.comprehension]}`, at, this.scope.at);
    }
    this.scope.generator = true;
  }

  #walrus(node: Extract<Expr, { kind: 'NamedExpr' }>): void {
    refuseInAnnotation(this, 'named', node.at);
    if (this.scope.iterationExpression) {
      const message = 'assignment expression cannot be used in a comprehension iterable expression';
      this.fail(message, node.at, oneLess(node.at));
    }
    if (this.scope.comprehension !== null) bindWalrus(this, node.target);
    else this.define(node.target.id, Use.LOCAL, node.target.at);
    this.expression(node.value);
  }

  #lambda(node: Extract<Expr, { kind: 'Lambda' }>): void {
    refuseInClass(this, 'lambda', node.at);
    for (const value of [...node.params.defaults, ...node.params.kwDefaults])
      if (value !== null) this.expression(value);
    const scope = this.enter('function', { name: 'lambda', at: node.at }, node);
    scope.lambda = true;
    bindParams(this, node.params);
    this.expression(node.body);
    this.leave();
  }

  #comprehension(node: ComprehensionExpr): void {
    refuseInClass(this, 'comprehension', node.at);
    const [outermost, ...others] = node.generators;
    if (outermost === undefined) return;
    const outer = this.scope;
    const wasIteration = outer.iterationExpression;
    outer.iterationExpression = true;
    this.expression(outermost.iter);
    outer.iterationExpression = wasIteration;
    const scope = this.enter('function', { name: 'comprehension', at: node.at }, node);
    scope.comprehension = COMPREHENSION[node.kind];
    scope.coroutine = node.generators.some((clause) => clause.isAsync);
    scope.generator = false;
    scope.iterationExpression = wasIteration;
    this.define('.0', Use.PARAM, node.at);
    this.#iterationTarget(outermost.target);
    for (const condition of outermost.ifs) this.expression(condition);
    for (const clause of others) {
      this.#iterationTarget(clause.target);
      scope.iterationExpression = true;
      this.expression(clause.iter);
      scope.iterationExpression = wasIteration;
      for (const condition of clause.ifs) this.expression(condition);
    }
    // symtable_handle_comprehension visits a dict's value before its element.
    if (node.kind === 'DictComp') this.expression(node.value);
    this.expression(node.kind === 'DictComp' ? node.key : node.element);
    scope.generator = node.kind === 'GeneratorExp';
    this.leave();
    // From 3.11 on a comprehension that awaits makes its surroundings do so.
    if (this.profile.errors311 && scope.coroutine && !scope.generator) this.scope.coroutine = true;
  }

  #iterationTarget(target: Expr): void {
    this.scope.iterationTarget = true;
    this.#target(target);
    this.scope.iterationTarget = false;
  }
}

const COMPREHENSION: Readonly<Record<ComprehensionExpr['kind'], ComprehensionKind>> = {
  ListComp: 'list',
  SetComp: 'set',
  DictComp: 'dict',
  GeneratorExp: 'generator',
};
