/**
 * From JSON to operations: by name through the table, so that a request pays only for the verbs that it uses.
 * zod words what is wrong, and where.
 */

import { z } from 'zod';
import { complain, type Explanation, REPORT_INPUT, wordsOf } from '../contract/index.ts';
import { OPERATIONS, verbNamed } from './table.ts';
import type { Operation } from './verb.ts';

export interface DecodeProblem {
  /** JSON Pointer into the operation. */
  readonly path: string;
  readonly words: Explanation;
}

export type Decoded =
  | { readonly ok: true; readonly operation: Operation }
  | { readonly ok: false; readonly problem: DecodeProblem };

const DEEPEST_LOOP = 8;

/** The union of all operations, for documents and types of the API. */
export const operationSchema = z
  .discriminatedUnion('op', OPERATIONS.map((one) => one.schema) as never)
  .meta({ id: 'Operation', description: 'One operation: a Python statement as data.' });

/** Never throws: what is no operation is answered with what is wrong and where. */
export function decodeOperation(json: unknown): Decoded {
  return decodeAt(json, '', 0);
}

function decodeAt(json: unknown, path: string, depth: number): Decoded {
  if (typeof json !== 'object' || json === null || Array.isArray(json))
    return wrong(path, complain('must_be_object'));
  const { op } = json as { op?: unknown };
  if (typeof op !== 'string') return wrong(`${path}/op`, complain('needs_operation'));
  const verb = verbNamed(op);
  if (verb === undefined)
    return wrong(`${path}/op`, complain('no_such_operation', { op: JSON.stringify(op.slice(0, 100)) }));
  const parsed = verb.schema.safeParse(json, REPORT_INPUT);
  if (!parsed.success) return issue(parsed.error.issues[0], path);
  const operation = parsed.data as Operation;
  const missing = verb.check?.(operation) ?? null;
  if (missing !== null) return wrong(`${path}/${missing.field}`, missing.words);
  return op === 'repeat' ? decodeBody(operation, path, depth) : { ok: true, operation };
}

function decodeBody(operation: Operation, path: string, depth: number): Decoded {
  if (depth >= DEEPEST_LOOP) return wrong(path, complain('loops_too_deep', { deepest: DEEPEST_LOOP }));
  const ops: Operation[] = [];
  for (const [at, inner] of (operation.ops as readonly unknown[]).entries()) {
    const decoded = decodeAt(inner, `${path}/ops/${at}`, depth + 1);
    if (!decoded.ok) return decoded;
    if (decoded.operation.op === 'compile_unit')
      return wrong(`${path}/ops/${at}/op`, complain('loop_is_one_unit'));
    if (decoded.operation.op === 'run' || decoded.operation.op.startsWith('program.'))
      return wrong(`${path}/ops/${at}/op`, complain('program_in_loop'));
    ops.push(decoded.operation);
  }
  return { ok: true, operation: { ...operation, ops } };
}

function issue(found: z.core.$ZodIssue | undefined, path: string): Decoded {
  const where = (found?.path ?? [])
    .map((key) => `/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`)
    .join('');
  return wrong(`${path}${where}`, found === undefined ? complain('not_valid') : wordsOf(found));
}

function wrong(path: string, words: Explanation): Decoded {
  return { ok: false, problem: { path, words } };
}
