/**
 * Parameter lists of `def` and `lambda`, which differ only in annotations and in the token that ends them, and the
 * mistakes of the grammar's invalid_parameters, invalid_star_etc and invalid_kwds.
 */
import type { Expr, Param, Params } from './ast-expressions.ts';
import type { Cursor } from './cursor.ts';
import { parseExpression, parseStarExpression } from './expressions.ts';
import type { Token } from './token.ts';

export type ParamStyle = { readonly end: string; readonly annotated: boolean };
export const DEF_PARAMS: ParamStyle = { end: ')', annotated: true };
export const LAMBDA_PARAMS: ParamStyle = { end: ':', annotated: false };

export function parseParams(p: Cursor, style: ParamStyle): Params {
  return new ParamList(p, style).parse();
}

class ParamList {
  readonly #p: Cursor;
  readonly #style: ParamStyle;
  #posonly: Param[] = [];
  #args: Param[] = [];
  readonly #defaults: Expr[] = [];
  readonly #kwonly: Param[] = [];
  readonly #kwDefaults: (Expr | null)[] = [];
  #vararg: Param | null = null;
  #kwarg: Param | null = null;
  #slash = false;
  #star = false;

  constructor(p: Cursor, style: ParamStyle) {
    this.#p = p;
    this.#style = style;
  }

  parse(): Params {
    const p = this.#p;
    while (!p.is(this.#style.end)) {
      this.#one();
      if (!p.accept(',')) break;
    }
    return {
      posonly: this.#posonly,
      args: this.#args,
      vararg: this.#vararg,
      kwonly: this.#kwonly,
      kwDefaults: this.#kwDefaults,
      kwarg: this.#kwarg,
      defaults: this.#defaults,
    };
  }

  #one(): void {
    const p = this.#p;
    if (this.#kwarg !== null) this.#afterKwarg();
    if (p.is('/')) return this.#slashMark();
    if (p.is('*')) return this.#starMark();
    if (p.is('**')) return this.#doubleStar();
    if (p.is('(') && p.diagnosing && p.profile.errors311) this.#parenthesised();
    this.#plain();
  }

  #mistake(message: string, at: Token): void {
    if (this.#p.diagnosing && this.#p.profile.errors311) this.#p.raise(message, at.at);
  }

  #afterKwarg(): never {
    const p = this.#p;
    const token = p.peek();
    if (token.type === 'NAME' || ['*', '**', '/'].includes(token.text))
      this.#mistake('arguments cannot follow var-keyword argument', token);
    return p.fail();
  }

  #slashMark(): void {
    const p = this.#p;
    const token = p.peek();
    if (this.#slash) this.#mistake('/ may appear only once', token);
    if (this.#star) this.#mistake('/ must be ahead of *', token);
    const isAlone = this.#args.length === 0 && p.glance(1).text === ',';
    if (isAlone) this.#mistake('at least one argument must precede /', token);
    if (this.#slash || this.#star || this.#args.length === 0) p.fail();
    p.index++;
    this.#slash = true;
    this.#posonly = this.#args;
    this.#args = [];
    if (p.is('*')) this.#mistake('expected comma between / and *', p.peek());
  }

  #starMark(): void {
    const p = this.#p;
    const star = p.peek();
    if (this.#star) {
      const names = p.glance(1).type === 'NAME' || p.glance(1).text === ',';
      if (names) this.#mistake('* argument may appear only once', star);
      p.fail();
    }
    p.index++;
    this.#star = true;
    if (p.is(',')) return this.#bareStar(star);
    if (p.is(this.#style.end)) this.#needsNames(star);
    this.#vararg = this.#param(true);
    if (p.is('=')) this.#mistake('var-positional argument cannot have default value', p.peek());
  }

  /** `*` alone must be followed by a name. */
  #bareStar(star: Token): void {
    const p = this.#p;
    const after = p.peek(1);
    if (after.text === this.#style.end || after.text === '**') this.#needsNames(star, after);
  }

  #needsNames(star: Token, after?: Token): never {
    const p = this.#p;
    if (!p.diagnosing) p.fail();
    const token = p.profile.richErrors && this.#style.annotated ? star : (after ?? p.peek());
    return p.raise('named arguments must follow bare *', token.at);
  }

  #doubleStar(): void {
    const p = this.#p;
    p.index++;
    this.#kwarg = this.#param(false);
    if (p.is('=')) this.#mistake('var-keyword argument cannot have default value', p.peek());
  }

  #parenthesised(): void {
    const p = this.#p;
    const open = p.peek();
    const names = p.probe(() => {
      p.next();
      do p.expectType('NAME');
      while (p.accept(',') && !p.is(')'));
      return p.expect(')');
    });
    const what = this.#style.annotated ? 'Function' : 'Lambda expression';
    if (names !== null) p.raise(`${what} parameters cannot be parenthesized`, open.at, names.at);
  }

  #plain(): void {
    const param = this.#param(false);
    const value = this.#default();
    if (this.#star) {
      this.#kwonly.push(param);
      this.#kwDefaults.push(value);
      return;
    }
    if (value !== null) this.#defaults.push(value);
    else if (this.#defaults.length > 0) this.#missingDefault(param);
    this.#args.push(param);
  }

  #missingDefault(param: Param): never {
    const p = this.#p;
    if (!p.diagnosing) p.fail();
    const { profile } = p;
    const message = profile.errors312
      ? 'parameter without a default follows parameter with a default'
      : 'non-default argument follows default argument';
    if (profile.richErrors) p.raise(message, param.at);
    return p.raise(message, p.peek().at);
  }

  #default(): Expr | null {
    const p = this.#p;
    if (!p.is('=')) return null;
    const equals = p.next();
    if (p.is(')') || p.is(',')) this.#mistake('expected default value expression', equals);
    return parseExpression(p);
  }

  #param(starred: boolean): Param {
    const p = this.#p;
    const name = p.expectType('NAME');
    let annotation: Expr | null = null;
    if (this.#style.annotated && p.accept(':')) {
      annotation = starred && p.profile.starInIndex ? parseStarExpression(p) : parseExpression(p);
    }
    return { at: p.spanFrom(name.at), name: name.text, annotation };
  }
}
