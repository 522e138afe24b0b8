/**
 * Arguments of calls and class bases, and the mistakes of invalid_arguments and invalid_kwarg.
 *
 * Positional arguments may follow keywords only when starred: `f(a=1, *b)` is legal.
 */
import type { Expr, Keyword, Span } from './ast-expressions.ts';
import { expressionName } from './ast-expressions.ts';
import { parseComprehensionClauses, startsClauses } from './comprehension-clauses.ts';
import type { Cursor } from './cursor.ts';
import { parseExpression, parseWalrus } from './expressions.ts';
import type { Token } from './token.ts';

const STAR_AFTER_UNPACKING = 'iterable argument unpacking follows keyword argument unpacking';

export type Arguments = { readonly args: readonly Expr[]; readonly keywords: readonly Keyword[] };

/** With its parentheses. */
export function parseArguments(p: Cursor): Arguments {
  return new ArgumentList(p).parse();
}

/** Of a class: a generator expression needs parentheses of its own there. */
export function parseBases(p: Cursor): Arguments {
  return new ArgumentList(p, false).parse();
}

class ArgumentList {
  readonly #p: Cursor;
  readonly #takesGenerator: boolean;
  readonly #args: Expr[] = [];
  readonly #keywords: Keyword[] = [];
  #open: Span | null = null;
  #lastUnpacked = false;

  constructor(p: Cursor, takesGenerator = true) {
    this.#p = p;
    this.#takesGenerator = takesGenerator;
  }

  parse(): Arguments {
    const p = this.#p;
    this.#open = p.expect('(').at;
    while (!p.is(')')) {
      this.#one();
      if (!p.accept(',')) break;
    }
    p.expect(')');
    return { args: this.#args, keywords: this.#keywords };
  }

  #one(): void {
    const p = this.#p;
    const token = p.peek();
    if (token.text === '*') return this.#starred(token);
    if (token.text === '**') return this.#doubleStarred(token);
    if (token.type === 'NAME' && p.glance(1).text === '=') return this.#keyword(token);
    this.#positional(token);
  }

  #starred(token: Token): void {
    const p = this.#p;
    const comma = p.previous().at;
    p.index++;
    if (p.profile.errors313 && p.diagnosing && (p.is(')') || p.is(',')))
      p.raise('Invalid star expression', p.peek().at);
    const isFirst = this.#args.length + this.#keywords.length === 0;
    const looksBack = p.diagnosing && !p.profile.errors313 && !isFirst && !p.profile.oldParser;
    if (looksBack && this.#isAlone()) this.#starAlone(token);
    // invalid_arguments asks for the star alone: what is behind it need not be right.
    if (looksBack && this.#lastUnpacked) this.#starAfterUnpacking(token, { comma, at: token.at });
    const value = p.attempt(() => parseExpression(p)) ?? this.#withoutValue(token, looksBack);
    const at = p.spanFrom(token.at);
    if (this.#lastUnpacked) this.#starAfterUnpacking(token, { comma, at });
    this.#args.push({ kind: 'Starred', at, value });
    if (startsClauses(p) && p.diagnosing) {
      p.raise('iterable unpacking cannot be used in comprehension', at);
    }
  }

  /** No expression is behind a star: invalid_starred_expression (3.13), before that invalid_arguments. */
  #withoutValue(star: Token, looksBack: boolean): never {
    const p = this.#p;
    if (p.diagnosing && p.profile.errors313) p.raiseHere('Invalid star expression');
    if (!looksBack) p.fail();
    return p.profile.richErrors ? this.#starAlone(star) : p.raiseHere(STAR_AFTER_UNPACKING);
  }

  /** 3.9 looks at nothing behind the star. */
  #isAlone(): boolean {
    const p = this.#p;
    return p.is(')') || (p.is(',') && !p.profile.richErrors);
  }

  /**
   * Up to 3.12 a star alone after other arguments counts as one after `**`. Blamed is the last token that was read (3.9), the
   * arguments (3.10), the star (3.11).
   */
  #starAlone(star: Token): never {
    const p = this.#p;
    if (p.profile.errors311) {
      const isPlain = this.#keywords.length === 0 && this.#args.some((arg) => arg.kind !== 'Starred');
      return isPlain ? p.fail() : p.raise(STAR_AFTER_UNPACKING, star.at);
    }
    const last = this.#keywords.at(-1) ?? (this.#args.at(-1) as Expr);
    if (p.profile.richErrors) p.raise(STAR_AFTER_UNPACKING, this.#first(), last.at);
    return p.raise(STAR_AFTER_UNPACKING, this.#lastUnpacked ? star.at : p.peek().at);
  }

  #starAfterUnpacking(star: Token, place: { readonly comma: Span; readonly at: Span }): never {
    const p = this.#p;
    if (!p.diagnosing) p.fail();
    const message = STAR_AFTER_UNPACKING;
    if (p.profile.errors313) {
      // Marked to where the tokenizer has come: one token behind the comma, if there is one.
      const last = p.is(',') ? p.glance(1).at : p.peek().at;
      p.raise(message, place.comma, { ...last, endCol: last.endCol - 1 });
    }
    if (p.profile.errors311) p.raise(message, star.at);
    if (p.profile.richErrors) p.raise(message, this.#first(), this.#keywords.at(-1)?.at ?? place.at);
    return p.raise(message, star.at);
  }

  #first(): Span {
    const [arg, keyword] = [this.#args[0]?.at, this.#keywords[0]?.at];
    if (arg === undefined || keyword === undefined) return (arg ?? keyword) as Span;
    const isBefore = arg.line < keyword.line || (arg.line === keyword.line && arg.col < keyword.col);
    return isBefore ? arg : keyword;
  }

  #doubleStarred(token: Token): void {
    const p = this.#p;
    p.index++;
    const value = parseExpression(p);
    if (startsClauses(p) && p.diagnosing && !p.profile.richErrors) this.#readClauses();
    this.#keywords.push({ at: p.spanFrom(token.at), name: null, value });
    this.#lastUnpacked = true;
  }

  /** 3.9 reports a plain error at the last token it read, and it reads these clauses in vain. */
  #readClauses(): never {
    parseComprehensionClauses(this.#p);
    this.#p.peek();
    return this.#p.fail();
  }

  #keyword(token: Token): void {
    const p = this.#p;
    p.index += 1;
    const equals = p.next();
    if (p.diagnosing && p.profile.errors312 && (p.is(',') || p.is(')')))
      p.raise('expected argument value expression', token.at, equals.at);
    const value = parseExpression(p);
    if (startsClauses(p) && p.diagnosing) {
      if (!p.profile.richErrors) this.#readClauses();
      p.raise("invalid syntax. Maybe you meant '==' or ':=' instead of '='?", token.at, equals.at);
    }
    this.#keywords.push({ at: p.spanFrom(token.at), name: token.text, value });
  }

  #positional(token: Token): void {
    const p = this.#p;
    if (p.diagnosing) this.#invalidKeyword(token);
    const walrus = token.type === 'NAME' && p.glance(1).text === ':=';
    const node = walrus ? parseWalrus(p) : parseExpression(p);
    if (startsClauses(p)) {
      const isRefused = !this.#takesGenerator && this.#args.length + this.#keywords.length === 0;
      if (isRefused && !p.profile.richErrors) this.#readClauses();
      if (isRefused) p.fail();
      return this.#generator(node);
    }
    if (this.#keywords.length > 0) this.#afterKeyword();
    if (p.is('=')) p.fail();
    if (p.is(':=') && p.diagnosing && !p.profile.richErrors) this.#oldWalrus(node);
    this.#args.push(node);
  }

  #oldWalrus(node: Expr): void {
    const p = this.#p;
    const probe = p.probe(() => {
      p.next();
      return parseExpression(p);
    });
    if (probe !== null) p.raise(`cannot use assignment expressions with ${expressionName(node)}`, node.at);
  }

  /** `f(x for x in y)`: alone it shares the call's parentheses. */
  #generator(element: Expr): void {
    const p = this.#p;
    const generators = parseComprehensionClauses(p);
    const alone = this.#args.length === 0 && this.#keywords.length === 0;
    const last = p.previous().at;
    if (!(alone && p.is(')'))) this.#mustParenthesise(element, last);
    const close = p.peek().at;
    const at = { ...(this.#open ?? element.at), endLine: close.endLine, endCol: close.endCol };
    this.#args.push({ kind: 'GeneratorExp', at, element, generators });
  }

  #mustParenthesise(element: Expr, last: Span): never {
    const p = this.#p;
    if (!p.is(',') && !p.is(')')) p.fail();
    if (!p.diagnosing) p.fail();
    if (p.is(',')) p.peek(1);
    return p.raise('Generator expression must be parenthesized', element.at, last);
  }

  #afterKeyword(): never {
    const p = this.#p;
    if (!p.is(',') && !p.is(')')) p.fail();
    if (!p.diagnosing) p.fail();
    const unpacking = this.#keywords.some((keyword) => keyword.name === null);
    // The rule takes in the arguments that follow, too.
    p.attempt(() => {
      while (p.accept(',')) parseExpression(p);
    });
    return p.raiseHere(`positional argument follows keyword argument${unpacking ? ' unpacking' : ''}`);
  }

  #invalidKeyword(token: Token): void {
    const p = this.#p;
    const rich = p.profile.richErrors;
    if (rich && ['True', 'False', 'None'].includes(token.text) && p.glance(1).text === '=') {
      p.raise(`cannot assign to ${token.text}`, token.at, p.glance(1).at);
    }
    const index = p.index;
    const node = p.attempt(() => parseExpression(p));
    if (node !== null && p.glance().text === '=') {
      p.raise(
        'expression cannot contain assignment, perhaps you meant "=="?',
        node.at,
        rich ? p.glance().at : node.at,
      );
    }
    p.index = index;
  }
}
