/**
 * Where the parser stands in the list of tokens, and how it fails.
 *
 * Parsing is by recursive descent, in the order of CPython's grammar (Grammar/python.gram). A wrong token throws
 * ParseFailure: the few places that can try something else catch it and go back. `furthest` is the last token that
 * anybody looked at, which is where CPython reports a plain "invalid syntax".
 *
 * A failed parse is made once more with `diagnosing` on, as CPython does: then the `invalid_*` rules of the grammar
 * look for mistakes that have a message of their own, and throw FaultSignal.
 */
import type { LanguageProfile } from '../language-profile.ts';
import type { FaultDetail } from '../syntax-fault.ts';
import { FaultSignal, makeFault, placelessFault } from '../syntax-fault.ts';
import type { SyntaxWarning } from '../syntax-warning.ts';
import type { Expr, Span } from './ast-expressions.ts';
import { spanning } from './ast-expressions.ts';
import type { Stmt } from './ast-statements.ts';
import type { SourceText } from './source-text.ts';
import type { Token, TokenType } from './token.ts';
import type { Tokenizer } from './tokenizer.ts';

/** Our own limit on how deep grammar rules nest; brackets are limited to 200 by the tokenizer. */
const MAX_DEPTH = 400;

/**
 * The rules of the grammar that rules below them lead back to. They are handed in (`grammar.ts`), so that the files of
 * the grammar import in one direction only.
 */
export type Grammar = {
  readonly primary: (p: Cursor) => Expr;
  readonly lambda: (p: Cursor) => Expr;
  readonly statement: (p: Cursor) => readonly Stmt[];
};

export class ParseFailure extends Error {}
/** How many rules are remembered. */
const RULES = 4;
const LAYOUT: ReadonlySet<TokenType> = new Set(['NEWLINE', 'INDENT', 'DEDENT', 'END']);
const FAILURE = new ParseFailure('the tokens do not fit here');

export class Cursor {
  readonly tokens: readonly Token[];
  readonly source: SourceText;
  readonly profile: LanguageProfile;
  readonly grammar: Grammar;
  readonly #tokenizer: Tokenizer;
  index = 0;
  furthest = 0;
  /** The last token that CPython's parser has, where rules for mistakes read further. */
  filled = 0;
  diagnosing = false;
  /** Set while a dictionary key is read, where a missing comma is not what CPython reports. */
  commaChecksOff = false;
  #depth = 0;
  readonly #memory = new Map<number, { readonly node: Expr; readonly end: number } | null>();

  constructor(tokenizer: Tokenizer, grammar: Grammar) {
    this.#tokenizer = tokenizer;
    this.grammar = grammar;
    this.tokens = tokenizer.tokens;
    this.source = tokenizer.source;
    this.profile = tokenizer.profile;
  }

  get tokenizer(): Tokenizer {
    return this.#tokenizer;
  }

  /** The second pass of a version whose messages are the rich ones. */
  get diagnosingRich(): boolean {
    return this.diagnosing && this.profile.richErrors;
  }

  /** The next token, or the one `ahead` of it. */
  peek(ahead = 0): Token {
    const last = this.tokens.length - 1;
    const at = Math.min(this.index + ahead, last);
    if (at > this.furthest) this.furthest = at;
    const token = this.tokens[at] as Token;
    if (at === last && this.#tokenizer.fault !== null) throw new FaultSignal(this.#tokenizer.fault);
    return token;
  }

  /** The next token without having "read" it: for shortcuts of ours that CPython's parser does not need. */
  glance(ahead = 0): Token {
    return this.tokens[Math.min(this.index + ahead, this.tokens.length - 1)] as Token;
  }

  previous(): Token {
    return this.tokens[this.index - 1] as Token;
  }

  next(): Token {
    const token = this.peek();
    this.index++;
    return token;
  }

  is(text: string): boolean {
    return this.peek().text === text;
  }

  isType(type: TokenType): boolean {
    return this.peek().type === type;
  }

  accept(text: string): boolean {
    if (!this.is(text)) return false;
    this.index++;
    return true;
  }

  expect(text: string): Token {
    if (!this.is(text)) this.fail();
    return this.next();
  }

  expectType(type: TokenType): Token {
    if (!this.isType(type)) this.fail();
    return this.next();
  }

  /** `&&':'` of the grammar (3.10): the token must come now, and its absence has a message at once. */
  expectForced(text: string): Token {
    const token = this.peek();
    if (token.text === text) return this.next();
    if (!this.profile.richErrors) this.fail();
    return this.raise(`expected '${text}'`, token.at);
  }

  fail(): never {
    throw FAILURE;
  }

  /** A fault over the extent from one node to another; the end is told only by versions that know ends. */
  raise(
    message: string,
    from: Span,
    to: Span = from,
    exception: FaultDetail['exception'] = 'SyntaxError',
  ): never {
    const place = { line: from.line, offset: from.col + 1 };
    const readTo = (this.tokens[this.furthest] as Token).at.endLine;
    const end = this.profile.richErrors ? { endLine: to.endLine, endOffset: to.endCol + 1, readTo } : {};
    throw new FaultSignal(makeFault(this.source, { exception, message, ...place, ...end }));
  }

  raiseAt(detail: FaultDetail): never {
    throw new FaultSignal(makeFault(this.source, detail));
  }

  /** At the last token read, as CPython's RAISE_SYNTAX_ERROR. */
  raiseHere(message: string, exception: FaultDetail['exception'] = 'SyntaxError'): never {
    const { type, at } = this.tokens[this.furthest] as Token;
    const end = this.profile.richErrors ? { endLine: at.endLine, endOffset: at.endCol + 1 } : {};
    const place = { line: at.line, offset: at.col + 1, ...end };
    return this.raiseAt({ exception, message, ...place, atEnd: type === 'END' || type === 'DEDENT' });
  }

  refuse(construct: string, at: Span): never {
    const message = `${construct} is not supported`;
    const end = this.profile.richErrors ? { endLine: at.endLine, endOffset: at.endCol + 1 } : {};
    throw new FaultSignal(
      makeFault(this.source, { message, line: at.line, offset: at.col + 1, unsupported: true, ...end }),
    );
  }

  /** What `parse` makes, or null with the cursor where it was if it does not fit. */
  attempt<T>(parse: () => T): T | null {
    const index = this.index;
    const depth = this.#depth;
    try {
      return parse();
    } catch (error) {
      if (!(error instanceof ParseFailure)) throw error;
      this.index = index;
      this.#depth = depth;
      return null;
    }
  }

  /** As `attempt`, for a look ahead that leaves the cursor where it was and reports nothing but what stops the tokenizer. */
  probe<T>(parse: () => T): T | null {
    const { index, furthest, diagnosing } = this;
    this.diagnosing = false;
    try {
      return this.attempt(parse);
    } catch (error) {
      if (!(error instanceof FaultSignal) || error.fault === this.#tokenizer.fault) throw error;
      return null;
    } finally {
      this.index = index;
      this.furthest = furthest;
      this.diagnosing = diagnosing;
    }
  }

  /**
   * Remembers what a rule made at a place while looking for mistakes: the invalid_* rules ask for the same expression
   * again and again, and without this nested brackets would multiply the work at each level.
   */
  remembered(rule: number, parse: () => Expr): Expr {
    if (!this.diagnosing) return parse();
    const key = (this.index * RULES + rule) * 2 + (this.commaChecksOff ? 1 : 0);
    const known = this.#memory.get(key);
    if (known === null) this.fail();
    if (known !== undefined) {
      this.index = known.end;
      return known.node;
    }
    this.#memory.set(key, null);
    const node = parse();
    this.#memory.set(key, { node, end: this.index });
    return node;
  }

  /** Runs a rule one level deeper. */
  nested<T>(parse: () => T): T {
    if (this.#depth >= MAX_DEPTH) this.tooDeep();
    this.#depth++;
    const node = parse();
    this.#depth--;
    return node;
  }

  /** What the parser of 3.8 to 3.13 reports when its own stack is full. */
  tooDeep(): never {
    throw new FaultSignal(
      placelessFault('MemoryError', this.profile.oldParser ? 's_push: parser stack overflow' : ''),
    );
  }

  reset(): void {
    this.index = 0;
    this.#depth = 0;
    this.diagnosing = true;
  }

  /** The literal that ends at `offset` has a part that is probably meant otherwise. */
  warn(literal: Token, offset: number, warning: SyntaxWarning): void {
    if (!this.diagnosing) this.tokenizer.warnings.add(literal.start, offset, warning);
  }

  /** Numbers are warned of when they are read, so those behind a mistake are not. */
  endFirstPass(): void {
    this.warningsOfFirstPass = this.tokenizer.warnings.upTo((this.tokens[this.furthest] as Token).end);
  }

  warningsOfFirstPass: readonly SyntaxWarning[] = [];

  /** From the start of a node or token to the end of the last token taken, not counting those of the layout. */
  spanFrom(start: Span): Span {
    let at = this.index - 1;
    while (at > 0 && LAYOUT.has((this.tokens[at] as Token).type)) at--;
    return spanning(start, (this.tokens[at] as Token).at);
  }
}
