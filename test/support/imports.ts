/**
 * Which modules a TypeScript source imports, by reading its tokens: no compiler is needed to see them.
 *
 * Comments, strings, templates and regular expressions are told apart first, so that Python source in a string or an
 * example in a comment is never taken for an import. Whether a `/` opens a regular expression is judged by the token
 * before it.
 */

export interface Import {
  /** As written: `./pool.ts`, `zod`, `node:fs`; null where it is computed at run time. */
  readonly specifier: string | null;
  /** `import type`: gone when the program runs. */
  readonly typeOnly: boolean;
}

export interface Token {
  readonly kind: 'word' | 'string' | 'mark';
  readonly text: string;
}

const SPACE = /\s+|\/\/[^\n]*|\/\*[\s\S]*?\*\//y;
const WORD = /#?[\p{ID_Start}$_][\p{ID_Continue}$\u200c\u200d]*|\d[\w.]*/uy;
const QUOTED = /'(?:[^'\\\n]|\\[\s\S])*'|"(?:[^"\\\n]|\\[\s\S])*"/y;
const REGEX = /\/(?:[^/\\[\n]|\\.|\[(?:[^\]\\\n]|\\.)*\])+\/[a-z]*/y;
/** After one of these a slash divides; after any other token it opens a regular expression. */
const ENDS_A_VALUE = /^[\w$)\]}]/u;
const BEFORE_A_VALUE = new Set([
  'return',
  'typeof',
  'case',
  'in',
  'of',
  'delete',
  'void',
  'throw',
  'new',
  'else',
  'await',
]);

/** The tokens of a source; the text of a template is dropped and what it interpolates is kept. */
export function tokenize(source: string): Token[] {
  const tokens: Token[] = [];
  const braces: ('block' | 'template')[] = [];
  let at = 0;
  const take = (pattern: RegExp): string | undefined => {
    pattern.lastIndex = at;
    const found = pattern.exec(source)?.[0];
    if (found !== undefined) at += found.length;
    return found;
  };
  while (at < source.length) {
    if (take(SPACE) !== undefined) continue;
    const word = take(WORD);
    if (word !== undefined) {
      tokens.push({ kind: 'word', text: word });
      continue;
    }
    const quoted = take(QUOTED);
    if (quoted !== undefined) {
      tokens.push({ kind: 'string', text: quoted.slice(1, -1) });
      continue;
    }
    if (source[at] === '/' && opensRegex(tokens.at(-1)) && take(REGEX) !== undefined) {
      tokens.push({ kind: 'string', text: '' });
      continue;
    }
    const mark = source[at] ?? '';
    at += 1;
    if (mark === '{') braces.push('block');
    if (mark === '`' || (mark === '}' && braces.pop() === 'template')) {
      const end = templateEnd(source, at);
      if (source[end - 1] === '{') braces.push('template');
      at = end;
      tokens.push({ kind: 'string', text: '' });
      continue;
    }
    tokens.push({ kind: 'mark', text: mark });
  }
  return tokens;
}

/** Every module that a source imports or re-exports, in its order. */
export function importsOf(source: string): Import[] {
  const tokens = tokenize(source);
  const found: Import[] = [];
  for (const [index, token] of tokens.entries()) {
    if (token.kind !== 'word' || tokens[index - 1]?.text === '.') continue;
    if (token.text === 'import') found.push(...importAt(tokens, index));
    if (token.text === 'export') found.push(...reexportAt(tokens, index));
  }
  return found;
}

function importAt(tokens: readonly Token[], index: number): Import[] {
  const next = tokens[index + 1];
  if (next?.text === '.' || next?.text === ':') return [];
  if (next?.kind === 'string') return [{ specifier: next.text, typeOnly: false }];
  if (next?.text !== '(') return statementAt(tokens, index);
  const argument = tokens[index + 2];
  const literal =
    argument?.kind === 'string' && argument.text !== '' && /^[,)]$/.test(tokens[index + 3]?.text ?? '');
  return [{ specifier: literal ? argument.text : null, typeOnly: false }];
}

function reexportAt(tokens: readonly Token[], index: number): Import[] {
  const next = tokens[index + 1]?.text === 'type' ? tokens[index + 2]?.text : tokens[index + 1]?.text;
  return next === '*' || next === '{' ? statementAt(tokens, index) : [];
}

/** `import ... from 'x'` and `export ... from 'x'`: names, braces and stars up to the specifier. */
function statementAt(tokens: readonly Token[], index: number): Import[] {
  const follower = tokens[index + 2]?.text;
  const typeOnly = tokens[index + 1]?.text === 'type' && follower !== 'from' && follower !== ',';
  for (let at = index + 1; at < tokens.length; at += 1) {
    const token = tokens[at] as Token;
    if (token.kind === 'string' && tokens[at - 1]?.text === 'from')
      return [{ specifier: token.text, typeOnly }];
    if (token.kind === 'mark' && !/[{},*]/.test(token.text)) return [];
    if (token.text === '}' && tokens[at + 1]?.text !== 'from') return [];
  }
  return [];
}

function opensRegex(before: Token | undefined): boolean {
  if (before === undefined) return true;
  if (before.kind === 'string') return false;
  return before.kind === 'word' ? BEFORE_A_VALUE.has(before.text) : !ENDS_A_VALUE.test(before.text);
}

/** One past the end of a template's text: behind its closing backtick or behind the next `${`. */
function templateEnd(source: string, from: number): number {
  let at = from;
  while (at < source.length && source[at] !== '`') {
    if (source[at] === '\\') at += 1;
    else if (source.startsWith('${', at)) return at + 2;
    at += 1;
  }
  return at + 1;
}
