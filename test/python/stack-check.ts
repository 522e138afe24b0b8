/**
 * Judges a code object as the evaluator would meet it: control stays inside, and whichever way an instruction is
 * reached, the stack is as deep.
 */

import { endsFlow } from '../../src/python/compile/opcodes.ts';
import { jumpEffect, stackEffect } from '../../src/python/compile/stack-effect.ts';
import type { CodeObject } from '../../src/python/index.ts';
import { isJump, Op, opName } from '../../src/python/index.ts';

/** What is wrong with the code object or with one inside it. */
export function stackProblems(top: CodeObject): readonly string[] {
  const problems: string[] = [];
  const codes = [top];
  for (const code of codes) {
    problems.push(...problemsOf(code));
    for (const constant of code.constants) if (constant.type === 'code') codes.push(constant.code);
  }
  return problems;
}

function problemsOf(code: CodeObject): readonly string[] {
  const count = code.instructions.length / 2;
  const depths = new Map<number, number>();
  const problems: string[] = [];
  const pending: [number, number][] = [[0, 0]];
  const say = (at: number, what: string) =>
    problems.push(`${code.qualname} at ${at} ${opName(code.instructions[at * 2] ?? 0)}: ${what}`);
  for (const { start, end, target, depth, lasti } of code.exceptionTable) {
    if (start >= end || end > count) say(start, 'an empty or overlong protected range');
    pending.push([target, depth + (lasti ? 2 : 1)]);
  }
  for (let step = pending.pop(); step !== undefined; step = pending.pop()) {
    const [at, depth] = step;
    const before = depths.get(at);
    if (at >= count) say(at, 'control leaves the code');
    if (before !== undefined && before !== depth) say(at, `depth ${depth} after ${before}`);
    if (at >= count || before !== undefined) continue;
    depths.set(at, depth);
    if (depth < 0 || depth > code.stackSize) say(at, `depth ${depth} of ${code.stackSize}`);
    const op = code.instructions[at * 2] ?? 0;
    const arg = code.instructions[at * 2 + 1] ?? 0;
    if (isJump(op)) pending.push([arg, depth + jumpEffect(op, arg)]);
    if (!endsFlow(op)) pending.push([at + 1, depth + stackEffect(op, arg)]);
    if (op === Op.RETURN_VALUE && depth < 1) say(at, 'nothing to return');
  }
  for (const { start, end, depth } of code.exceptionTable) {
    for (let at = start; at < end; at++)
      if ((depths.get(at) ?? depth) < depth) say(at, `below the depth ${depth} of its handler`);
  }
  return problems;
}
