/** `from __future__ import ...` (Python/future.c): known features, and only at the beginning of the file. */
import type { LanguageProfile } from '../language-profile.ts';
import type { ImportFrom, Module, Stmt } from '../parse/ast-statements.ts';
import type { SourceText } from '../parse/source-text.ts';
import type { FaultDetail } from '../syntax-fault.ts';
import { FaultSignal, makeFault } from '../syntax-fault.ts';
import { docstringOf } from './docstring.ts';

const KNOWN: ReadonlySet<string> = new Set(
  'nested_scopes generators division absolute_import with_statement print_function unicode_literals generator_stop annotations'.split(
    ' ',
  ),
);

/** Whether annotations are kept as text. Throws FaultSignal. */
export function findFutures(module: Module, source: SourceText, profile: LanguageProfile): boolean {
  const fail = (detail: FaultDetail): never => {
    throw new FaultSignal(makeFault(source, detail));
  };
  let early = true;
  let annotations = false;
  const rest = docstringOf(module.body) === null ? module.body : module.body.slice(1);
  for (const statement of rest) {
    if (!isFuture(statement)) {
      early = false;
      continue;
    }
    if (!early) fail(lateFuture(statement, profile));
    for (const { name } of statement.names) {
      if (!KNOWN.has(name)) fail(unknownFeature(name, statement, profile));
      if (name === 'annotations') annotations = true;
    }
  }
  return annotations;
}

function isFuture(statement: Stmt): statement is ImportFrom {
  return statement.kind === 'ImportFrom' && statement.module === '__future__' && statement.level === 0;
}

function lateFuture({ at }: ImportFrom, profile: LanguageProfile): FaultDetail {
  const end = profile.richErrors ? { endLine: at.endLine, endOffset: at.endCol + 1 } : {};
  return {
    message: 'from __future__ imports must occur at the beginning of the file',
    line: at.line,
    offset: at.col + 1,
    ...end,
  };
}

function unknownFeature(name: string, { at }: ImportFrom, profile: LanguageProfile): FaultDetail {
  const message = name === 'braces' ? 'not a chance' : `future feature ${name} is not defined`;
  return { message, line: at.line, offset: at.col + 1, endLine: profile.richErrors ? at.line : null };
}
