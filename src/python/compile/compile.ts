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
import { ConstantCache } from './constant-pool.ts';
import { compileExpression } from './expressions.ts';
import { Footprint } from './footprint.ts';
import { recordScopes } from './footprint-scopes.ts';
import { findFutures } from './future.ts';
import { Op } from './opcodes.ts';
import { analyzeScopes } from './scope-analysis.ts';
import { ScopeBuilder } from './scope-builder.ts';
import { NOWHERE } from './unit.ts';
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
  readonly containers: Containers;
}

/** What CPython's compiler makes of containers (footprint.ts). */
export interface Containers {
  readonly steps: readonly number[];
  /** What the syntax tree keeps: its arena, and the constants that are tuples. */
  readonly inTree: readonly number[];
  /** What nobody keeps when the code objects have taken their tuples. */
  readonly ofCode: readonly number[];
  readonly tuplesOf: ReadonlyMap<CodeObject, readonly number[]>;
}

/** Throws FaultSignal. */
export function compileModule(module: Module, input: CompileInput): Compiled {
  const { source, profile, filename, warnings } = input;
  const futureAnnotations = findFutures(module, source, profile);
  const footprint = new Footprint();
  const arena = footprint.list();
  const cache = new ConstantCache(profile, footprint);
  const stack = footprint.list();
  const builder = new ScopeBuilder(source, profile, futureAnnotations);
  const top = builder.module(module);
  const table = recordScopes(footprint, [...builder.scopes.values()], profile);
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
    cache,
    footprint,
  });
  compileBodyOf(c, module, input);
  const code = c.leave();
  for (const one of [...table, stack]) footprint.drop(one);
  cache.footprint.end();
  const inTree = [arena, ...cache.footprint.inTree];
  const { ofCode } = cache.footprint;
  const containers = { steps: footprint.steps, inTree, ofCode, tuplesOf: c.tuplesOf };
  return { code, inTree: c.constantsInTree, containers };
}

function compileBodyOf(c: Compiler, module: Module, { profile, mode }: CompileInput): void {
  const unit = c.enter(module, { name: '<module>', firstLine: firstLineOf(module, profile) });
  unit.interactive = mode === 'single';
  const first = module.body[0];
  if (mode === 'eval' && first?.kind === 'ExprStmt') {
    compileExpression(c, first.value);
    c.emit(Op.RETURN_VALUE, 0, first.at);
    return;
  }
  compileModuleBody(c, module.body);
  c.returnNone(NOWHERE);
}

/** A module's code begins on line 1 whatever is there, to 3.9 on the line of its first statement. */
function firstLineOf(module: Module, profile: LanguageProfile): number {
  return profile.richErrors ? 1 : (module.body[0]?.at.line ?? 1);
}
