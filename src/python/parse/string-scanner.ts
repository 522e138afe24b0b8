/**
 * String tokens: prefix, quotes and the end of the literal (tokenizer.c:tok_get, "letter_quote").
 * What is inside is decoded by the parser (`string-literal.ts`).
 */
import { LexicalError } from './lexical-error.ts';
import type { Tokenizer } from './tokenizer.ts';

const PREFIX = /(?:[rR][bBfF]?|[bBfF][rR]?|[uU])?(?=["'])/y;

/** The length of the prefix of a string literal that starts here, or -1 if none does. */
export function stringPrefixLength(text: string, at: number): number {
  PREFIX.lastIndex = at;
  return PREFIX.exec(text)?.[0].length ?? -1;
}

/** The run of quotes that opens a literal: three or one. */
export function quoteAt(text: string, at: number): string {
  const quote = text[at] ?? '';
  const triple = quote.repeat(3);
  return text.startsWith(triple, at) ? triple : quote;
}

/** The offset after the closing quote of the literal whose prefix starts at `start`. */
export function scanString(tokenizer: Tokenizer, start: number, prefixLength: number): number {
  const { text } = tokenizer;
  const quote = quoteAt(text, start + prefixLength);
  let at = start + prefixLength + quote.length;
  for (;;) {
    if (text.startsWith(quote, at)) return at + quote.length;
    const c = text[at];
    if (c === undefined || (c === '\n' && quote.length === 1)) unterminated(tokenizer, start, at, quote);
    at += c === '\\' && text[at + 1] !== undefined ? 2 : 1;
  }
}

/** 3.9: the text is all from the line of the quotes on; a file has been read behind its last line. */
function openToTheEnd({ source, line }: Tokenizer, end: number): never {
  const lastLine = source.lineCount;
  const text = source.text.slice(source.lineStart(line), end);
  const last = source.lineText(lastLine) ?? '';
  throw new LexicalError({
    message: 'EOF while scanning triple-quoted string literal',
    line: lastLine,
    offset: Array.from(text).length,
    text,
    ofFile: {
      line: lastLine + (source.endsOpen ? 1 : 2),
      offset: Array.from(last.replace(/\n$/, '')).length + 1,
      text: last,
    },
  });
}

function unterminated(tokenizer: Tokenizer, start: number, end: number, quote: string): never {
  const { source, profile, line } = tokenizer;
  const triple = quote.length === 3;
  const lastLine = triple ? source.lineCount : source.lineAt(end);
  if (triple && !profile.richErrors && !profile.oldParser) openToTheEnd(tokenizer, end);
  if (!profile.richErrors) {
    const message = triple
      ? 'EOF while scanning triple-quoted string literal'
      : 'EOL while scanning string literal';
    const from = triple ? source.lineStart(line) : source.lineStart(lastLine);
    throw new LexicalError({
      message,
      line: lastLine,
      offset: Array.from(source.text.slice(from, end)).length + (triple ? 0 : 1),
    });
  }
  if (tokenizer.quoteOfOpenField(quote)) tokenizer.fail("f-string: expecting '}'", start + 1);
  const kind = triple ? 'triple-quoted string' : 'string';
  const offset = tokenizer.offsetAt(start) + 1;
  const escaped =
    !triple && profile.errors313 && source.text[end - 2] === '\\' && source.text[end - 1] === quote;
  const hint = escaped ? '; perhaps you escaped the end quote?' : '';
  const message = `unterminated ${kind} literal (detected at line ${lastLine})${hint}`;
  throw new LexicalError({ message, line, offset, endLine: line, endOffset: offset });
}
