/**
 * One parse: a quick pass, and if it fails a second one that looks for the reason
 * (Parser/pegen.c:_PyPegen_run_parser, _PyPegen_set_syntax_error).
 */
import type { SyntaxFault } from '../syntax-fault.ts';
import { FaultSignal, makeFault } from '../syntax-fault.ts';
import type { Cursor } from './cursor.ts';
import { ParseFailure } from './cursor.ts';
import { legacyStatementMessage } from './legacy-statement.ts';
import type { Token } from './token.ts';
import { neverClosed } from './tokenizer.ts';

/** The node that `start` makes of all tokens, or what is wrong with them. */
export function runParser<T extends object>(p: Cursor, start: (p: Cursor) => T): T | SyntaxFault {
  const first = pass(p, start);
  p.endFirstPass();
  if (!(first instanceof ParseFailure)) return first;
  const reached = p.furthest;
  p.reset();
  const second = pass(p, start);
  // 3.9 reports the last token that either pass read, later versions that of the first.
  if (p.profile.richErrors) p.furthest = reached;
  const last = p.tokens[p.furthest] as Token;
  return second instanceof ParseFailure || !('exception' in second) ? plainFault(p, last) : second;
}

function pass<T extends object>(p: Cursor, start: (p: Cursor) => T): T | SyntaxFault | ParseFailure {
  try {
    return start(p);
  } catch (error) {
    if (error instanceof ParseFailure) return error;
    if (!(error instanceof FaultSignal)) throw error;
    return p.profile.richErrors && !error.fault.unsupported
      ? preferLexicalFault(p, error.fault)
      : error.fault;
  }
}

/**
 * From 3.10 a mistake of the parser gives way to one that the tokenizer raises anywhere in the rest of the source, an
 * unclosed bracket included (_PyPegen_tokenize_full_source_to_check_for_errors). Where the tokenizer only notes why it
 * goes no further (a backslash inside a line, an indentation that fits nowhere), the parser's mistake stays.
 */
function preferLexicalFault(p: Cursor, fault: SyntaxFault): SyntaxFault {
  const { tokenizer } = p;
  if (fault === tokenizer.fault) return fault;
  if (tokenizer.fault !== null && tokenizer.faultFirst) return tokenizer.fault;
  const bracket = tokenizer.open.at(-1);
  const last = p.tokens[Math.max(p.furthest, p.filled)] as Token;
  const reached = last.type === 'END' ? p.source.lineCount + 1 : last.at.line;
  const unclosed = bracket !== undefined && reached > bracket.line;
  return unclosed ? unclosedBracket(p) : fault;
}

function unclosedBracket(p: Cursor): SyntaxFault {
  const bracket = p.tokenizer.open.at(-1) ?? { bracket: '(', line: 1, col: 0 };
  return makeFault(p.source, { ...neverClosed(bracket), readTo: p.source.lineCount });
}

function plainFault(p: Cursor, last: Token): SyntaxFault {
  const { profile, tokenizer } = p;
  const end = profile.richErrors ? { endLine: last.at.endLine, endOffset: last.at.endCol + 1 } : {};
  const place = { line: last.at.line, offset: last.at.col + 1, ...end };
  if (last.type === 'END' && tokenizer.open.length === 0 && profile.richErrors) {
    return makeFault(p.source, {
      message: 'invalid syntax',
      line: place.line,
      offset: 0,
      endLine: place.line,
      endOffset: 0,
    });
  }
  if (last.type === 'END') {
    if (tokenizer.open.length > 0 && profile.richErrors) return unclosedBracket(p);
    if (tokenizer.open.length > 0 || !profile.richErrors) {
      return makeFault(p.source, { ...place, message: 'unexpected EOF while parsing', atEnd: true });
    }
  }
  if (last.type === 'INDENT' || last.type === 'DEDENT') {
    const message = last.type === 'INDENT' ? 'unexpected indent' : 'unexpected unindent';
    return makeFault(p.source, { ...place, exception: 'IndentationError', message });
  }
  const plain = makeFault(p.source, { ...place, message: 'invalid syntax' });
  if (profile.richErrors) return preferLexicalFault(p, plain);
  return { ...plain, message: legacyStatementMessage(plain.text ?? '') ?? plain.message };
}
