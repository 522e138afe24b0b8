/**
 * `match` statements (compile.c:compiler_match_inner). The subject stays on the stack while cases are tried, except for
 * the last, which may consume it.
 */
import type { Match, MatchCase } from '../parse/ast-statements.ts';
import { compileBody } from './body.ts';
import type { Compiler } from './compiler.ts';
import { compileExpression, jumpIf } from './expressions.ts';
import { Op } from './opcodes.ts';
import { PatternCompiler } from './patterns.ts';
import type { Label } from './unit.ts';

export function compileMatch(c: Compiler, node: Match): void {
  compileExpression(c, node.subject);
  const end = c.unit.newLabel();
  const last = node.cases.at(-1) as MatchCase;
  const hasDefault = isWildcard(last) && node.cases.length > 1;
  const tried = hasDefault ? node.cases.slice(0, -1) : node.cases;
  for (const [i, arm] of tried.entries()) {
    const keepsSubject = i < tried.length - 1 || hasDefault;
    compileCase(c, arm, { keepsSubject, mayBeIrrefutable: i === node.cases.length - 1, end });
  }
  if (hasDefault) compileDefault(c, last);
  c.unit.place(end);
}

function isWildcard(arm: MatchCase): boolean {
  const { pattern } = arm;
  return pattern.kind === 'MatchAs' && pattern.pattern === null && pattern.name === null;
}

type Plan = { readonly keepsSubject: boolean; readonly mayBeIrrefutable: boolean; readonly end: Label };

function compileCase(c: Compiler, arm: MatchCase, { keepsSubject, mayBeIrrefutable, end }: Plan): void {
  const { at } = arm.pattern;
  if (keepsSubject) c.emit(Op.COPY, 1, at);
  const patterns = new PatternCompiler(c, arm.guard !== null || mayBeIrrefutable);
  patterns.compile(arm.pattern);
  for (const name of patterns.stores) c.name(name, 'store', at);
  if (arm.guard !== null) jumpIf(c, arm.guard, { target: patterns.failLabel(0), when: false, around: at });
  if (keepsSubject) c.emit(Op.POP_TOP, 0, at);
  compileBody(c, arm.body);
  c.emitLineless(Op.JUMP_FORWARD, end, at);
  patterns.placeFailures(at);
}

function compileDefault(c: Compiler, arm: MatchCase): void {
  const { at } = arm.pattern;
  c.emit(Op.POP_TOP, 0, at);
  if (arm.guard !== null) {
    const skip = c.unit.newLabel();
    jumpIf(c, arm.guard, { target: skip, when: false, around: at });
    compileBody(c, arm.body);
    c.unit.place(skip);
    return;
  }
  compileBody(c, arm.body);
}
