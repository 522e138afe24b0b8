/** A `repeat` as a for loop, and which of its answers belongs to which question inside. */
import type { Operation } from '../verb.ts';
import { Calls } from './calls.ts';
import type { Classes } from './classes.ts';
import type { Functions } from './functions.ts';
import { questionOf } from './questions.ts';
import { assignedNames, indented, isRemark, statementLines, Untellable } from './statements.ts';

/** A question inside a loop. */
export interface InnerQuestion {
  readonly uid: number;
  readonly operation: Operation;
  /** Its answers, one each time that it was asked, from what the loop answered. */
  readonly answers: (ofLoop: readonly unknown[]) => readonly unknown[];
}

export interface LoopTelling {
  readonly lines: readonly string[];
  readonly questions: readonly InnerQuestion[];
}

export interface LoopTools {
  readonly classes: Classes;
  readonly functions: Functions;
  readonly nextUid: () => number;
}

export function tellLoop(operation: Operation, tools: LoopTools): LoopTelling {
  const calls = new Calls(tools.functions);
  const lines: string[] = [];
  const questions: InnerQuestion[] = [];
  for (const [at, inner] of (operation.ops as readonly Operation[]).entries()) {
    const told = tellInner(inner, calls, tools);
    (calls.body ?? lines).push(...told.lines);
    calls.assigns(assignedNames(inner));
    for (const one of told.questions)
      questions.push({ ...one, answers: (ofLoop) => one.answers(asList(ofLoop[at])) });
  }
  if (calls.depth > 0) throw new Untellable('a loop cannot call a function that does not return in it');
  const body = lines.some((line) => !line.startsWith('#')) ? lines : [...lines, 'pass'];
  const { index = 'i', times } = operation as unknown as { readonly index?: string; readonly times: number };
  const head = `for ${index} in range(${times}):`;
  return { lines: [head, ...indented(body)], questions };
}

function tellInner(operation: Operation, calls: Calls, tools: LoopTools): LoopTelling {
  if (operation.op === 'call') {
    calls.enter(operation);
    return { lines: [], questions: [] };
  }
  if (operation.op === 'return') {
    if (calls.depth === 0) throw new Untellable('a loop cannot return from the function that it stands in');
    return { lines: calls.leave(operation), questions: [] };
  }
  if (operation.op === 'run') throw new Untellable('what programs do is not told');
  if (operation.op === 'define_class' || operation.op === 'define_function')
    throw new Untellable('a loop that defines it again and again');
  if (operation.op === 'repeat') return nested(tellLoop(operation, tools));
  const uid = tools.nextUid();
  const lines = statementLines(tools.classes.resolved(operation), uid, false);
  const asked = questionOf(operation) !== undefined && operation.op !== 'gc.collect' && !isRemark(operation);
  return { lines, questions: asked ? [{ uid, operation, answers: (given) => given }] : [] };
}

/** A loop in a loop answers once for each time around. */
function nested({ lines, questions }: LoopTelling): LoopTelling {
  return {
    lines,
    questions: questions.map((one) => ({
      ...one,
      answers: (rounds) => rounds.flatMap((round) => one.answers(asList(round))),
    })),
  };
}

function asList(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? (value as unknown[]) : [];
}
