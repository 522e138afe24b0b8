/** Docstrings: which string is one, and what is kept of it. */
import type { Stmt } from '../parse/ast-statements.ts';

/** The string that opens a body, if it opens with one. */
export function docstringOf(body: readonly Stmt[]): string | null {
  const first = body[0];
  if (first?.kind !== 'ExprStmt' || first.value.kind !== 'Constant' || first.value.value.type !== 'str')
    return null;
  return first.value.value.value;
}

/**
 * Docstrings lose their common indentation at compile time from 3.13 (compile.c:_PyCompile_CleanDoc): leading blanks of
 * the first line, and of the others as many as all that are not blank have.
 */
export function cleanDocstring(docstring: string): string {
  const text = expandTabs(docstring).replace(/^ +/, '');
  const [first = '', ...rest] = text.split('\n');
  const margins = rest
    .filter((line) => line.trimStart() !== '')
    .map((line) => line.length - line.replace(/^ +/, '').length);
  const margin = margins.reduce((least, margin) => Math.min(least, margin), Number.POSITIVE_INFINITY);
  if (rest.length === 0) return first;
  const cut = Number.isFinite(margin) ? margin : 0;
  return [
    first,
    ...rest.map((line) =>
      line.replace(/^ +/, '') === '' && cut === 0 ? line : line.slice(Math.min(cut, leadingBlanks(line))),
    ),
  ].join('\n');
}

function leadingBlanks(line: string): number {
  return line.length - line.replace(/^ +/, '').length;
}

function expandTabs(text: string): string {
  if (!text.includes('\t')) return text;
  return text
    .split('\n')
    .map((line) => {
      let out = '';
      for (const c of line) out += c === '\t' ? ' '.repeat(8 - (out.length % 8)) : c;
      return out;
    })
    .join('\n');
}
