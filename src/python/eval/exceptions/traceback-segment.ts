/** What a piece of a source line is, for those who underline it: its expression, or its statement, as the parser sees them. */
import type { PythonVersion } from '../../language-profile.ts';
import { languageProfile } from '../../language-profile.ts';
import type { Expr } from '../../parse/ast-expressions.ts';
import type { Stmt } from '../../parse/ast-statements.ts';
import { parseSource } from '../../parse/parse.ts';
import { SourceText } from '../../parse/source-text.ts';
import { FaultSignal } from '../../syntax-fault.ts';

/** The statements of a text, null where it is no program. */
export function statementsOf(text: string, python: PythonVersion): readonly Stmt[] | null {
  try {
    return parseSource(new SourceText(text), languageProfile(python), { mode: 'exec', warnings: [] }).body;
  } catch (error) {
    if (error instanceof FaultSignal) return null;
    throw error;
  }
}

/** The expression that a text is; null where it is more, less, or something else. */
export function expressionOf(text: string, python: PythonVersion): Expr | null {
  const [only, ...more] = statementsOf(text, python) ?? [];
  return only?.kind === 'ExprStmt' && more.length === 0 ? only.value : null;
}
