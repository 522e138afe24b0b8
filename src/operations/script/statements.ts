/** One operation as lines of Python, without what records it; calls, loops and definitions are told by teller.ts. */

import { spellReference } from '../reference.ts';
import { spellOperation } from '../table.ts';
import type { Operation } from '../verb.ts';
import { questionOf } from './questions.ts';

/** The operation cannot be told in Python. */
export class Untellable {
  readonly reason: string;
  constructor(reason: string) {
    this.reason = reason;
  }
}

/** What a session can do and a Python program cannot, or what no two processes have in common. */
export function isRemark({ op }: Operation): boolean {
  return op === 'mark' || op === 'id' || op.startsWith('mem.') || op === 'tracemalloc.get_tracemalloc_memory';
}

/** @param records left out: the answer is not recorded */
export function statementLines(operation: Operation, uid: number, records: boolean): readonly string[] {
  if (isRemark(operation)) return spellOperation(operation).split('\n').map(remark);
  // A snapshot is an object of tracemalloc's own here: what is left of it is that something is called.
  // New in 3.9: something is called in any case.
  if (operation.op === 'tracemalloc.reset_peak')
    return ["getattr(tracemalloc, 'reset_peak', tracemalloc.is_tracing)()"];
  const called = operation.op === 'tracemalloc.take_snapshot' ? ['tracemalloc.is_tracing()'] : [];
  const question = questionOf(operation);
  if (question !== undefined && (records || operation.op !== 'gc.collect'))
    return [...question.lines(uid), ...called];
  if (operation.op === 'weakref.ref' && operation.callback !== true) {
    const { to, as } = operation as unknown as { readonly to: string; readonly as: string };
    return [`TEMP = weakref.ref(${spellReference(to)})`, `${as} = TEMP`, 'del TEMP'];
  }
  return spellOperation(operation).split('\n');
}

/** The statement of an operation that raises; a question does so before it asks. */
export function failingLines(operation: Operation): readonly string[] {
  const { op } = operation;
  if (op.startsWith('tracemalloc.')) throw new Untellable('what tracemalloc refuses');
  if (op === 'alive') return [`${spellReference(String(operation.weakref))}()`];
  if (questionOf(operation) === undefined || op === 'gc.collect' || op === 'is')
    return statementLines(operation, 0, false);
  if (typeof operation.of !== 'string') throw new Untellable('no interpreter refuses it');
  return [spellReference(operation.of)];
}

export function remark(text: string): string {
  return text.startsWith('#') ? text : `# ${text}  (not told: bare blocks and addresses are Heaplab's own)`;
}

/** The name that the operation binds to the object of its result. */
export function boundName(operation: Operation): string | undefined {
  const name = operation.op === 'bind' ? operation.name : operation.as;
  return typeof name === 'string' ? name : undefined;
}

/** Names that the statement binds or deletes. */
export function assignedNames(operation: Operation): string[] {
  const names = [operation.as, operation.op === 'repeat' ? (operation.index ?? 'i') : undefined];
  if (operation.op === 'bind' || operation.op === 'unbind') names.push(operation.name);
  if (operation.op === 'weakref.ref') names.push('TEMP');
  const inner = operation.op === 'repeat' ? (operation.ops as Operation[]).flatMap(assignedNames) : [];
  return [...names.filter((name) => typeof name === 'string'), ...inner];
}

/** Ids of objects that the operation names, as `#12`. */
export function mentionedIds(operation: Operation): number[] {
  const { op, ...fields } = operation;
  if (op === 'new' && typeof fields.value === 'string') delete (fields as Record<string, unknown>).value;
  return idsIn(fields);
}

function idsIn(value: unknown): number[] {
  if (typeof value === 'string') return /^#-?\d+/.test(value) ? [Number.parseInt(value.slice(1), 10)] : [];
  if (typeof value !== 'object' || value === null) return [];
  // A literal is a text, whatever it looks like.
  if ('literal' in value && typeof value.literal !== 'boolean') return [];
  return Object.entries(value).flatMap(([field, one]) =>
    field === 'ops' ? (one as Operation[]).flatMap(mentionedIds) : idsIn(one),
  );
}

export function indented(lines: readonly string[]): string[] {
  return lines.map((line) => `    ${line}`);
}
