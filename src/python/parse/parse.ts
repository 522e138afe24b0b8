/** Source text to syntax tree: the door of the parser to the rest of the room. */
import type { LanguageProfile } from '../language-profile.ts';
import type { SyntaxFault } from '../syntax-fault.ts';
import { FaultSignal, placelessFault } from '../syntax-fault.ts';
import type { SyntaxWarning } from '../syntax-warning.ts';
import type { Expr } from './ast-expressions.ts';
import type { Module, Stmt } from './ast-statements.ts';
import { parseEvalInput, parseModule } from './compound-statements.ts';
import { Cursor } from './cursor.ts';
import { GRAMMAR } from './grammar.ts';
import { runParser } from './run-parser.ts';
import type { SourceText } from './source-text.ts';
import { Tokenizer } from './tokenizer.ts';

export type ParseMode = 'exec' | 'eval' | 'single';

/**
 * The statements of a program; in mode `eval` its one expression, as an expression statement.
 * Throws FaultSignal; what it warns of is added to `warnings` in any case.
 */
export function parseSource(
  source: SourceText,
  profile: LanguageProfile,
  { mode, warnings }: { readonly mode: ParseMode; readonly warnings: SyntaxWarning[] },
): Module {
  if (source.text.includes('\0')) throw new FaultSignal(nullByte(profile));
  const tokenizer = new Tokenizer(source, profile);
  tokenizer.run();
  const p = new Cursor(tokenizer, GRAMMAR);
  const parsed: Module | Expr | SyntaxFault =
    mode === 'eval' ? runParser(p, parseEvalInput) : runParser(p, parseModule);
  warnings.push(...p.warningsOfFirstPass);
  if ('exception' in parsed) throw new FaultSignal(parsed);
  if (!('kind' in parsed)) return parsed;
  const statement: Stmt = { kind: 'ExprStmt', at: parsed.at, value: parsed };
  return { body: [statement] };
}

function nullByte(profile: LanguageProfile): SyntaxFault {
  const message = 'source code string cannot contain null bytes';
  return placelessFault(profile.errors312 ? 'SyntaxError' : 'ValueError', message);
}
