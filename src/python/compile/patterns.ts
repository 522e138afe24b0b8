/**
 * Patterns (compile.c:compiler_pattern and its helpers). Each consumes the subject on top of the stack; captured values
 * wait below it, in the order of `stores`, until the whole pattern has matched. A failure jumps to code that first pops
 * as many values as were on the stack then.
 */
import { strConst, tupleConst } from '../constant.ts';
import type { Expr, Span } from '../parse/ast-expressions.ts';
import type {
  MatchAs,
  MatchClass,
  MatchMapping,
  MatchOr,
  MatchSequence,
  Pattern,
} from '../parse/ast-patterns.ts';
import type { Compiler } from './compiler.ts';
import { compileExpression, emitComparison } from './expressions.ts';
import { BINARY_OPERATORS, COMPARE_OPERATORS, Op } from './opcodes.ts';
import type { Label } from './unit.ts';

export class PatternCompiler {
  readonly #c: Compiler;
  /** Names to store, once all has matched; the value of the first is on top. */
  stores: string[] = [];
  #allowIrrefutable: boolean;
  /** Values above the captured ones that a failure must pop. */
  #onTop = 0;
  #failures: Label[] = [];
  /** The pattern compiled last: to 3.11 some errors are placed there. */
  #last: Span | null = null;

  constructor(c: Compiler, allowIrrefutable: boolean) {
    this.#c = c;
    this.#allowIrrefutable = allowIrrefutable;
  }

  /** Where to jump with `extra` values more on the stack than the outer code expects. */
  failLabel(extra: number): Label {
    while (this.#failures.length <= extra) this.#failures.push(this.#c.unit.newLabel());
    return this.#failures[extra] as Label;
  }

  placeFailures(at: Span): void {
    for (let extra = this.#failures.length - 1; extra >= 0; extra--) {
      this.#c.unit.place(this.#failures[extra] as Label);
      if (extra > 0) this.#c.emit(Op.POP_TOP, 0, at);
    }
    this.#failures = [];
  }

  #jumpToFail(op: number, at: Span): void {
    this.#c.emit(op, this.failLabel(this.#onTop + this.stores.length), at);
  }

  compile(node: Pattern): void {
    this.#last = node.at;
    switch (node.kind) {
      case 'MatchValue':
        return this.#value(node.value, node.at);
      case 'MatchSingleton':
        compileExpression(this.#c, node.value);
        emitComparison(this.#c, 'is', node.at);
        return this.#jumpToFail(Op.POP_JUMP_IF_FALSE, node.at);
      case 'MatchSequence':
        return this.#sequence(node);
      case 'MatchMapping':
        return this.#mapping(node);
      case 'MatchClass':
        return this.#class(node);
      case 'MatchStar':
        return this.#store(node.name, node.at);
      case 'MatchAs':
        return this.#as(node);
      case 'MatchOr':
        return this.#or(node);
    }
  }

  #value(value: Expr, at: Span): void {
    const c = this.#c;
    compileExpression(c, value);
    c.emit(Op.COMPARE_OP, COMPARE_OPERATORS.indexOf('=='), at);
    this.#jumpToFail(Op.POP_JUMP_IF_FALSE, at);
  }

  /** The captured value goes below everything that is still to be matched. */
  #store(name: string | null, at: Span): void {
    const c = this.#c;
    if (name === null) return c.emit(Op.POP_TOP, 0, at);
    if (this.stores.includes(name)) c.fail(`multiple assignments to name '${name}' in pattern`, at);
    this.#rotate(this.#onTop + this.stores.length + 1, at);
    this.stores.push(name);
  }

  /** Moves the top item down by count - 1 (compile.c:pattern_helper_rotate). */
  #rotate(count: number, at: Span): void {
    for (let depth = count; depth > 1; depth--) this.#c.emit(Op.SWAP, depth, at);
  }

  #as(node: MatchAs): void {
    const c = this.#c;
    if (node.pattern === null) {
      if (!this.#allowIrrefutable) {
        const what = node.name === null ? 'wildcard' : `name capture '${node.name}'`;
        c.fail(`${what} makes remaining patterns unreachable`, node.at);
      }
      return this.#store(node.name, node.at);
    }
    this.#onTop++;
    c.emit(Op.COPY, 1, node.at);
    this.compile(node.pattern);
    this.#onTop--;
    this.#store(node.name, node.at);
  }

  #sub(node: Pattern): void {
    const allowed = this.#allowIrrefutable;
    this.#allowIrrefutable = true;
    this.compile(node);
    this.#allowIrrefutable = allowed;
  }

  #sequence(node: MatchSequence): void {
    const c = this.#c;
    const { patterns, at } = node;
    const stars = patterns.filter((pattern) => pattern.kind === 'MatchStar');
    if (stars.length > 1) c.fail('multiple starred names in sequence pattern', at);
    const star = patterns.findIndex((pattern) => pattern.kind === 'MatchStar');
    const onlyWildcard = patterns.every((pattern, i) =>
      i === star ? stars[0]?.name === null : isWildcard(pattern),
    );
    this.#onTop++;
    c.emit(Op.MATCH_SEQUENCE, 0, at);
    this.#jumpToFail(Op.POP_JUMP_IF_FALSE, at);
    this.#length(patterns.length - (star < 0 ? 0 : 1), star < 0 ? '==' : '>=', at);
    this.#onTop--;
    if (onlyWildcard) return c.emit(Op.POP_TOP, 0, at);
    const starWildcard = star >= 0 && stars[0]?.name === null;
    if (starWildcard) return this.#bySubscript(patterns, star, at);
    this.#byUnpacking(patterns, star, at);
  }

  #length(size: number, op: '==' | '>=', at: Span): void {
    const c = this.#c;
    if (op === '>=' && size === 0) return;
    c.emit(Op.GET_LEN, 0, at);
    c.loadConst({ type: 'int', value: BigInt(size) }, at);
    c.emit(Op.COMPARE_OP, COMPARE_OPERATORS.indexOf(op), at);
    this.#jumpToFail(Op.POP_JUMP_IF_FALSE, at);
  }

  #byUnpacking(patterns: readonly Pattern[], star: number, at: Span): void {
    const c = this.#c;
    const size = patterns.length;
    if (star < 0) c.emit(Op.UNPACK_SEQUENCE, size, at);
    else c.emit(Op.UNPACK_EX, star | ((size - star - 1) << 8), at);
    this.#onTop += size;
    for (const pattern of patterns) {
      this.#onTop--;
      this.#sub(pattern);
    }
  }

  /** Patterns around `*_` are reached by index, from the end after it; nothing is made for the star. */
  #bySubscript(patterns: readonly Pattern[], star: number, at: Span): void {
    const c = this.#c;
    this.#onTop++;
    for (const [i, pattern] of patterns.entries()) {
      if (i === star || isWildcard(pattern)) continue;
      c.emit(Op.COPY, 1, at);
      if (i < star) c.loadConst({ type: 'int', value: BigInt(i) }, at);
      else {
        c.emit(Op.GET_LEN, 0, at);
        c.loadConst({ type: 'int', value: BigInt(patterns.length - i) }, at);
        c.emit(Op.BINARY_OP, BINARY_OPERATORS.indexOf('-'), at);
      }
      c.emit(Op.BINARY_SUBSCR, 0, at);
      this.#sub(pattern);
    }
    this.#onTop--;
    c.emit(Op.POP_TOP, 0, at);
  }

  #mapping(node: MatchMapping): void {
    const c = this.#c;
    const { keys, patterns, rest, at } = node;
    this.#onTop++;
    c.emit(Op.MATCH_MAPPING, 0, at);
    this.#jumpToFail(Op.POP_JUMP_IF_FALSE, at);
    if (keys.length === 0 && rest === null) {
      this.#onTop--;
      return c.emit(Op.POP_TOP, 0, at);
    }
    if (keys.length > 0) this.#length(keys.length, '>=', at);
    this.#keys(keys, at);
    c.emit(Op.MATCH_KEYS, 0, at);
    this.#onTop += 2;
    c.emit(Op.COPY, 1, at);
    c.loadNone(at);
    emitComparison(c, 'is not', at);
    this.#jumpToFail(Op.POP_JUMP_IF_FALSE, at);
    c.emit(Op.UNPACK_SEQUENCE, keys.length, at);
    this.#onTop += keys.length - 1;
    for (const pattern of patterns) {
      this.#onTop--;
      this.#sub(pattern);
    }
    this.#onTop -= 2;
    if (rest === null) {
      c.emit(Op.POP_TOP, 0, at);
      return c.emit(Op.POP_TOP, 0, at);
    }
    c.emit(Op.COPY_DICT_WITHOUT_KEYS, 0, at);
    this.#onTop++;
    c.emit(Op.SWAP, 2, at);
    c.emit(Op.POP_TOP, 0, at);
    this.#onTop--;
    this.#store(rest, at);
  }

  #keys(keys: readonly Expr[], at: Span): void {
    const c = this.#c;
    const seen = new Set<string>();
    for (const key of keys) {
      const value = c.folder.constant(key);
      const text = value === null ? null : c.constantKey(value);
      if (text !== null && seen.has(text))
        c.fail(`mapping pattern checks duplicate key (${c.source.slice(key.at)})`, at);
      if (text !== null) seen.add(text);
      compileExpression(c, key);
    }
    c.emit(Op.BUILD_TUPLE, keys.length, at);
  }

  #class(node: MatchClass): void {
    const c = this.#c;
    const { patterns, kwdAttrs, kwdPatterns, at } = node;
    const repeated = kwdAttrs.findIndex((name, i) => kwdAttrs.indexOf(name) < i);
    if (repeated >= 0) this.#repeatedAttribute(node, repeated);
    compileExpression(c, node.cls);
    c.loadConst(tupleConst(kwdAttrs.map(strConst)), at);
    c.emit(Op.MATCH_CLASS, patterns.length, at);
    this.#onTop++;
    c.emit(Op.COPY, 1, at);
    c.loadNone(at);
    emitComparison(c, 'is not', at);
    this.#jumpToFail(Op.POP_JUMP_IF_FALSE, at);
    const all = [...patterns, ...kwdPatterns];
    c.emit(Op.UNPACK_SEQUENCE, all.length, at);
    this.#onTop += all.length - 1;
    for (const pattern of all) {
      this.#onTop--;
      if (isWildcard(pattern)) c.emit(Op.POP_TOP, 0, pattern.at);
      else this.#sub(pattern);
    }
  }

  /** CPython points at the keyword's pattern. */
  #repeatedAttribute(node: MatchClass, index: number): never {
    const name = node.kwdAttrs[index] ?? '';
    const pattern = node.kwdPatterns[index] as Pattern;
    return this.#c.fail(`attribute name repeated in class pattern: ${name}`, pattern.at);
  }

  /** Every alternative must capture the same names; the values are brought into the order of the first. */
  #or(node: MatchOr): void {
    const c = this.#c;
    const { at } = node;
    const end = c.unit.newLabel();
    const outer = {
      stores: this.stores,
      onTop: this.#onTop,
      failures: this.#failures,
      allowed: this.#allowIrrefutable,
    };
    let control: string[] | null = null;
    for (const [i, alternative] of node.patterns.entries()) {
      this.stores = [];
      this.#failures = [];
      this.#onTop = 0;
      this.#allowIrrefutable = i === node.patterns.length - 1 && outer.allowed;
      c.emit(Op.COPY, 1, alternative.at);
      this.compile(alternative);
      if (control === null) control = this.stores;
      else this.#reorder(control, c.profile.errors312 ? at : (this.#last ?? at));
      c.emit(Op.JUMP_FORWARD, end, at);
      this.placeFailures(at);
    }
    this.stores = outer.stores;
    this.#onTop = outer.onTop;
    this.#failures = outer.failures;
    this.#allowIrrefutable = outer.allowed;
    c.emit(Op.POP_TOP, 0, at);
    this.#jumpToFail(Op.JUMP_FORWARD, at);
    c.unit.place(end);
    this.#keepCaptures(control ?? [], at);
  }

  /** Below the captures of an alternative lies the copy of the subject. */
  #keepCaptures(names: readonly string[], at: Span): void {
    const c = this.#c;
    const rotations = names.length + 1 + this.#onTop + this.stores.length;
    for (const name of names) {
      this.#rotate(rotations, at);
      if (this.stores.includes(name)) c.fail(`multiple assignments to name '${name}' in pattern`, at);
      this.stores.push(name);
    }
    c.emit(Op.POP_TOP, 0, at);
  }

  #reorder(control: readonly string[], at: Span): void {
    const c = this.#c;
    const { stores } = this;
    const same = stores.length === control.length && stores.every((name) => control.includes(name));
    if (!same) c.fail('alternative patterns bind different names', at);
    for (let i = control.length - 1; i >= 0; i--) {
      const from = stores.indexOf(control[i] ?? '');
      if (from === i) continue;
      // Bring each value to its place by rotating the i + 1 topmost values until it is there.
      const moved = stores.splice(0, from + 1);
      stores.splice(i - from, 0, ...moved);
      for (let turn = 0; turn <= from; turn++) this.#rotate(i + 1, at);
    }
  }
}

function isWildcard(node: Pattern): boolean {
  return node.kind === 'MatchAs' && node.pattern === null && node.name === null;
}
