/** Syntax tree to code object: scopes, then code (compile.c:_PyAST_Compile). */
import type { ConstValue } from '../constant.ts';
import type { LanguageProfile } from '../language-profile.ts';
import type { Module } from '../parse/ast-statements.ts';
import type { ParseMode } from '../parse/parse.ts';
import type { SourceText } from '../parse/source-text.ts';
import { makeFault } from '../syntax-fault.ts';
import type { SyntaxWarning } from '../syntax-warning.ts';
import { compileModuleBody } from './body.ts';
import type { CodeObject } from './code-object.ts';
import { Compiler } from './compiler.ts';
import { compileExpression } from './expressions.ts';
import { findFutures } from './future.ts';
import { NOWHERE } from './handler-code.ts';
import { Op } from './opcodes.ts';
import { analyzeScopes } from './scope-analysis.ts';
import { ScopeBuilder } from './scope-builder.ts';
import { VISITORS } from './visitors.ts';

export type CompileInput = {
  readonly source: SourceText;
  readonly profile: LanguageProfile;
  readonly filename: string;
  readonly mode: ParseMode;
  readonly warnings: SyntaxWarning[];
};

export interface Compiled {
  readonly code: CodeObject;
  /** How often the syntax tree, which lives while the code runs, holds each constant (constant-pool.ts). */
  readonly inTree: ReadonlyMap<ConstValue, number>;
}

/** Throws FaultSignal. */
export function compileModule(module: Module, input: CompileInput): Compiled {
  const { source, profile, filename, mode, warnings } = input;
  const futureAnnotations = findFutures(module, source, profile);
  const builder = new ScopeBuilder(source, profile);
  const top = builder.module(module);
  analyzeScopes(top, {
    inlinesComprehensions: profile.inlinedComprehensions,
    fault: (message, scope, name) => {
      const at = scope.directives.find((directive) => directive.name === name)?.at ?? scope.at;
      const end = profile.richErrors ? { endLine: at.endLine, endOffset: at.endCol + 1 } : {};
      return makeFault(source, { message, line: at.line, offset: at.col + 1, ...end });
    },
  });
  const c = new Compiler({
    visit: VISITORS,
    source,
    profile,
    filename,
    scopes: builder.scopes,
    futureAnnotations,
    warnings,
  });
  const unit = c.enter(module, { name: '<module>', firstLine: firstLineOf(module, profile) });
  unit.interactive = mode === 'single';
  const first = module.body[0];
  if (mode === 'eval' && first?.kind === 'ExprStmt') {
    compileExpression(c, first.value);
    c.emit(Op.RETURN_VALUE, 0, first.at);
    return { code: c.leave(), inTree: c.constantsInTree };
  }
  compileModuleBody(c, module.body);
  c.returnNone(NOWHERE);
  return { code: c.leave(), inTree: c.constantsInTree };
}

/** A module's code begins on line 1 whatever is there, to 3.9 on the line of its first statement. */
function firstLineOf(module: Module, profile: LanguageProfile): number {
  return profile.richErrors ? 1 : (module.body[0]?.at.line ?? 1);
}
