/**
 * Number tokens and what is wrong with them (tokenizer.c:tok_get, verify_end_of_number, tok_decimal_tail).
 */
import type { Tokenizer } from './tokenizer.ts';

/** verify_end_of_number looks whether the longer ones end, and at no more than two letters of the others. */
const KEYWORDS_AFTER_NUMBER = /^(if|in|is|(and|else|for|or|not)(?![A-Za-z0-9_\u0080-\uffff]))/;
const LEADING_ZEROS =
  'leading zeros in decimal integer literals are not permitted; use an 0o prefix for octal integers';

const RADIX: Readonly<Record<string, { readonly name: string; readonly digit: RegExp }>> = {
  x: { name: 'hexadecimal', digit: /[0-9a-fA-F]/ },
  o: { name: 'octal', digit: /[0-7]/ },
  b: { name: 'binary', digit: /[01]/ },
};

/** The offset after the number that starts at `start`. */
export function scanNumber(tokenizer: Tokenizer, start: number): number {
  const letter = (tokenizer.text[start + 1] ?? '').toLowerCase();
  const radix = tokenizer.text[start] === '0' ? RADIX[letter] : undefined;
  if (radix !== undefined) return scanRadix(tokenizer, start + 2, radix);
  const scan = new DecimalScan(tokenizer, start);
  return scan.run();
}

function scanRadix(
  tokenizer: Tokenizer,
  from: number,
  radix: { readonly name: string; readonly digit: RegExp },
): number {
  const { text } = tokenizer;
  let at = from;
  do {
    if (text[at] === '_') at++;
    const c = text[at] ?? '';
    if (!radix.digit.test(c)) {
      if (!/[0-9]/.test(c)) tokenizer.fail(`invalid ${radix.name} literal`, at);
      tokenizer.fail(
        `invalid digit '${c}' in ${radix.name} literal`,
        tokenizer.profile.richErrors ? at + 1 : at,
      );
    }
    while (radix.digit.test(text[at] ?? '')) at++;
  } while (text[at] === '_');
  const next = text[at] ?? '';
  if (/[0-9]/.test(next)) tokenizer.fail(`invalid digit '${next}' in ${radix.name} literal`, at + 1);
  verifyEnd(tokenizer, at, radix.name);
  return at;
}

/** 3.10: a name may not follow a number at once, unless it starts with a keyword that can (`1if x else y`). */
function verifyEnd(tokenizer: Tokenizer, at: number, name: string): void {
  const { richErrors, warnsOfTightNumbers } = tokenizer.profile;
  if (!richErrors) return;
  const rest = tokenizer.text.slice(at, at + 5);
  if (KEYWORDS_AFTER_NUMBER.test(rest)) {
    const { line } = tokenizer;
    if (warnsOfTightNumbers) tokenizer.warnings.add(at, at, { line, message: `invalid ${name} literal` });
    return;
  }
  if (/^[A-Za-z0-9_]/.test(rest)) tokenizer.fail(`invalid ${name} literal`, at);
}

class DecimalScan {
  readonly #tokenizer: Tokenizer;
  readonly #start: number;
  #at: number;

  constructor(tokenizer: Tokenizer, start: number) {
    this.#tokenizer = tokenizer;
    this.#start = start;
    this.#at = start;
  }

  run(): number {
    if (this.#char() !== '.') this.#digits();
    const wholeEnd = this.#at;
    let kind = 'decimal';
    if (this.#char() === '.') {
      this.#at++;
      if (this.#isDigit()) this.#digits();
      kind = 'float';
    }
    if (this.#exponent()) kind = 'float';
    if (/[jJ]/.test(this.#char())) {
      this.#at++;
      kind = 'imaginary';
    }
    if (kind === 'decimal') this.#refuseLeadingZeros(wholeEnd);
    verifyEnd(this.#tokenizer, this.#at, kind === 'float' ? 'decimal' : kind);
    return this.#at;
  }

  #char(): string {
    return this.#tokenizer.text[this.#at] ?? '';
  }

  #isDigit(): boolean {
    return /[0-9]/.test(this.#char());
  }

  /** tok_decimal_tail: digits in groups joined by single underscores. */
  #digits(): void {
    for (;;) {
      while (this.#isDigit()) this.#at++;
      if (this.#char() !== '_') return;
      this.#at++;
      if (!this.#isDigit()) this.#tokenizer.fail('invalid decimal literal', this.#at);
    }
  }

  #exponent(): boolean {
    if (!/[eE]/.test(this.#char())) return false;
    const sign = /[+-]/.test(this.#tokenizer.text[this.#at + 1] ?? '') ? 1 : 0;
    if (!/[0-9]/.test(this.#tokenizer.text[this.#at + 1 + sign] ?? '')) {
      if (sign === 1) this.#tokenizer.fail('invalid decimal literal', this.#at + 2);
      return false;
    }
    this.#at += 1 + sign;
    this.#digits();
    return true;
  }

  #refuseLeadingZeros(end: number): void {
    const tokenizer = this.#tokenizer;
    const digits = tokenizer.text.slice(this.#start, end);
    if (!/^0[0-9_]*[1-9]/.test(digits)) return;
    if (!tokenizer.profile.richErrors) tokenizer.fail(LEADING_ZEROS, end);
    const zeros = /^[0_]*/.exec(digits)?.[0].length ?? 1;
    tokenizer.failRange(LEADING_ZEROS, this.#start + 1, this.#start + 1 + zeros);
  }
}
