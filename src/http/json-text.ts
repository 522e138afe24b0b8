/**
 * JSON as it comes from outside: decoded from bytes, with the place of the first error.
 *
 * JSON.parse names a place only sometimes, so a small scanner of the grammar finds it for texts that failed. `__proto__` keys are
 * harmless here (JSON.parse makes them own properties) and no schema knows them; they are refused before a copy could be made.
 */
import { isUtf8 } from 'node:buffer';
import { type Outcome, refuse } from '../contract/index.ts';

const STRING = /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/y;
const NUMBER = /-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?/y;
const WORD = /true|false|null/y;
/** Each closing bracket comes two characters after its opening one. */
const [OPEN_LIST, OPEN_OBJECT, TO_CLOSER, COMMA, COLON] = [0x5b, 0x7b, 2, 0x2c, 0x3a];
const [QUOTE, BACKSLASH] = [0x22, 0x5c];
const MAX_DEPTH = 1_000;
const MAX_MEMBERS = 5_000;
/** Shorter texts are parsed in no time, whatever they are. */
const LONG_TEXT = 50_000;
const POISON =
  /"(?:_|\\u005[fF]){2}(?:p|\\u0070)(?:r|\\u0072)(?:o|\\u006[fF])(?:t|\\u0074)(?:o|\\u006[fF])(?:_|\\u005[fF]){2}"\s*:/;

/** The text of a body; bytes that are not UTF-8 are refused. */
export function decodeText(bytes: Buffer): Outcome<string> {
  if (isUtf8(bytes)) return { ok: true, value: bytes.toString('utf8') };
  return refuse('invalid_json', { position: 0, reason: 'the body is not UTF-8' });
}

/** @param start where `text` begins in the whole body, for the position in the fault */
export function parseJson(text: string, start = 0): Outcome<unknown> {
  const excess = text.length > LONG_TEXT ? excessOf(text) : undefined;
  if (excess !== undefined) {
    return refuse('invalid_json', { position: start + excess.at, reason: excess.reason });
  }
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

interface Excess {
  readonly at: number;
  readonly reason: string;
}

/**
 * Where a long text gets deeper, or an object wider, than anything that we know: to parse a megabyte of brackets or of keys takes
 * longer than to find that out.
 */
function excessOf(text: string): Excess | undefined {
  const members = new Int32Array(MAX_DEPTH + 1);
  let depth = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === QUOTE) at = endOfString(text, at);
    else if (code === OPEN_LIST || code === OPEN_OBJECT) {
      if (++depth > MAX_DEPTH) return { at, reason: `nested deeper than ${MAX_DEPTH}` };
      members[depth] = 0;
    } else if (code === OPEN_LIST + TO_CLOSER || code === OPEN_OBJECT + TO_CLOSER) depth--;
    else if (code === COLON) {
      members[depth] = (members[depth] ?? 0) + 1;
      if ((members[depth] ?? 0) > MAX_MEMBERS)
        return { at, reason: `an object of more than ${MAX_MEMBERS} keys` };
    }
  }
  return undefined;
}

function endOfString(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === QUOTE) return at;
    if (code === BACKSLASH) at++;
  }
  return text.length;
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
    const open: number[] = [];
    let expectKey = false;
    do {
      this.#skipSpace();
      if (expectKey && !this.#key()) return this.#at;
      this.#skipSpace();
      const bracket = this.#text.charCodeAt(this.#at);
      if (bracket === OPEN_LIST || bracket === OPEN_OBJECT) {
        this.#at++;
        this.#skipSpace();
        if (this.#text.charCodeAt(this.#at) !== bracket + TO_CLOSER) {
          open.push(bracket);
          expectKey = bracket === OPEN_OBJECT;
          continue;
        }
        this.#at++;
      } else if (!this.#skip(STRING) && !this.#skip(NUMBER) && !this.#skip(WORD)) return this.#at;
      if (!this.#afterValue(open)) return this.#at;
      expectKey = open.at(-1) === OPEN_OBJECT;
    } while (open.length > 0);
    this.#skipSpace();
    return this.#at;
  }

  /** Closes what ends here; true when the next value (after a comma) or the end of the text is due. */
  #afterValue(open: number[]): boolean {
    for (let bracket = open.at(-1); bracket !== undefined; bracket = open.at(-1)) {
      this.#skipSpace();
      const next = this.#text.charCodeAt(this.#at);
      if (next !== COMMA && next !== bracket + TO_CLOSER) return false;
      this.#at++;
      if (next === COMMA) return true;
      open.pop();
    }
    return true;
  }

  #key(): boolean {
    if (!this.#skip(STRING)) return false;
    this.#skipSpace();
    if (this.#text.charCodeAt(this.#at) !== COLON) return false;
    this.#at++;
    return true;
  }

  /** By hand: there is a place for spaces on both sides of every bracket. */
  #skipSpace(): void {
    for (;;) {
      const code = this.#text.charCodeAt(this.#at);
      if (code !== 0x20 && code !== 0x0a && code !== 0x0d && code !== 0x09) return;
      this.#at++;
    }
  }

  #skip(pattern: RegExp): boolean {
    pattern.lastIndex = this.#at;
    const match = pattern.exec(this.#text);
    if (match === null || match[0] === '') return false;
    this.#at = pattern.lastIndex;
    return true;
  }
}
