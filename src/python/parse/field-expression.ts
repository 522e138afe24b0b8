/**
 * The expression of an f-string field before 3.12: parsed apart, as the text `(expression)`
 * (string_parser.c:fstring_compile_expr). Mistakes are placed in that text, nodes in the source itself.
 */
import type { SyntaxFault } from '../syntax-fault.ts';
import { FaultSignal } from '../syntax-fault.ts';
import type { Expr } from './ast-expressions.ts';
import { Cursor } from './cursor.ts';
import { parseFstringRhs } from './expressions.ts';
import { runParser } from './run-parser.ts';
import { SourceText } from './source-text.ts';
import { Tokenizer } from './tokenizer.ts';

export function parseFieldExpression(p: Cursor, from: number, to: number): Expr {
  const text = `(${p.source.text.slice(from, to)})`;
  const origin = p.source.span(from, from);
  const found = parseText(p, new SourceText(text, { line: origin.line - 1, col: origin.col - 1 }));
  if (!('exception' in found)) return found;
  const placed = parseText(p, new SourceText(text));
  throw new FaultSignal('exception' in placed ? placed : found);
}

function parseText(p: Cursor, source: SourceText): Expr | SyntaxFault {
  const tokenizer = new Tokenizer(source, p.profile);
  tokenizer.run();
  return runParser(new Cursor(tokenizer, p.grammar), parseFstringRhs);
}
