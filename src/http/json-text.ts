/**
 * JSON as it comes from outside: decoded from bytes, with the place of the first error.
 *
 * JSON.parse names a place only sometimes, so a small scanner of the grammar finds it for texts that failed. `__proto__` keys are
 * harmless here (JSON.parse makes them own properties) and no schema knows them; they are refused before a copy could be made.
 */
import { isUtf8 } from 'node:buffer';
import { type Outcome, refuse } from '../contract/index.ts';

const WHITESPACE = /[\t\n\r ]*/y;
const STRING = /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/y;
const NUMBER = /-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?/y;
const WORD = /true|false|null/y;
const POISON =
  /"(?:_|\\u005[fF]){2}(?:p|\\u0070)(?:r|\\u0072)(?:o|\\u006[fF])(?:t|\\u0074)(?:o|\\u006[fF])(?:_|\\u005[fF]){2}"\s*:/;

/** The text of a body; bytes that are not UTF-8 are refused. */
export function decodeText(bytes: Buffer): Outcome<string> {
  if (isUtf8(bytes)) return { ok: true, value: bytes.toString('utf8') };
  return refuse('invalid_json', { position: 0, reason: 'the body is not UTF-8' });
}

/** @param start where `text` begins in the whole body, for the position in the fault */
export function parseJson(text: string, start = 0): Outcome<unknown> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    const at = firstError(text);
    const reason = at >= text.length ? 'it ends too early' : `unexpected ${JSON.stringify(text.charAt(at))}`;
    return refuse('invalid_json', { position: start + at, reason });
  }
  // Two plain searches rule out what the pattern would be slow to look for.
  const poison = text.includes('__') || text.includes('\\u00') ? POISON.exec(text) : null;
  if (poison === null) return { ok: true, value };
  return refuse('invalid_json', {
    position: start + poison.index,
    reason: '__proto__ is not a key that can be used',
  });
}

/** Newline-delimited JSON: one value a line; empty lines are passed over. */
export function parseLines(text: string, maximum: number): Outcome<unknown[]> {
  const values: unknown[] = [];
  let start = 0;
  while (start < text.length) {
    const newline = text.indexOf('\n', start);
    const end = newline === -1 ? text.length : newline;
    const line = text.slice(start, end);
    if (line.trim() !== '') {
      const parsed = parseJson(line, start);
      if (!parsed.ok) return parsed;
      if (values.length >= maximum) return refuse('too_many_operations', { maximum });
      values.push(parsed.value);
    }
    start = end + 1;
  }
  return { ok: true, value: values };
}

/** Index of the first character that cannot be there; the length when the text only ends too early. */
export function firstError(text: string): number {
  const scanner = new Scanner(text);
  return scanner.scan();
}

/** Walks over a JSON text with a stack of its own, so that no depth of nesting is too deep. */
class Scanner {
  readonly #text: string;
  #at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  scan(): number {
    const open: ('[' | '{')[] = [];
    let expectKey = false;
    do {
      this.#skip(WHITESPACE);
      if (expectKey && !this.#key()) return this.#at;
      this.#skip(WHITESPACE);
      const bracket = this.#text.charAt(this.#at);
      if (bracket === '[' || bracket === '{') {
        this.#at++;
        this.#skip(WHITESPACE);
        if (this.#text.charAt(this.#at) !== (bracket === '[' ? ']' : '}')) {
          open.push(bracket);
          expectKey = bracket === '{';
          continue;
        }
        this.#at++;
      } else if (!this.#skip(STRING) && !this.#skip(NUMBER) && !this.#skip(WORD)) return this.#at;
      if (!this.#afterValue(open)) return this.#at;
      expectKey = open.at(-1) === '{';
    } while (open.length > 0);
    this.#skip(WHITESPACE);
    return this.#at;
  }

  /** Closes what ends here; true when the next value (after a comma) or the end of the text is due. */
  #afterValue(open: string[]): boolean {
    while (open.length > 0) {
      this.#skip(WHITESPACE);
      const next = this.#text.charAt(this.#at);
      const closer = open.at(-1) === '[' ? ']' : '}';
      if (next !== ',' && next !== closer) return false;
      this.#at++;
      if (next === ',') return true;
      open.pop();
    }
    return true;
  }

  #key(): boolean {
    if (!this.#skip(STRING)) return false;
    this.#skip(WHITESPACE);
    if (this.#text.charAt(this.#at) !== ':') return false;
    this.#at++;
    return true;
  }

  #skip(pattern: RegExp): boolean {
    pattern.lastIndex = this.#at;
    const match = pattern.exec(this.#text);
    if (match === null || match[0] === '') return false;
    this.#at = pattern.lastIndex;
    return true;
  }
}
