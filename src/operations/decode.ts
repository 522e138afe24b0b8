/**
 * From JSON to operations: by name through the table, so that a request pays only for the verbs that it uses.
 * zod words what is wrong, and where.
 */
import { z } from 'zod';
import { OPERATIONS, verbNamed } from './table.ts';
import type { Operation } from './verb.ts';

export interface DecodeProblem {
  /** JSON Pointer into the operation. */
  readonly path: string;
  readonly message: string;
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
    return wrong(path, 'must be an object');
  const { op } = json as { op?: unknown };
  if (typeof op !== 'string') return wrong(`${path}/op`, 'must be the name of an operation');
  const verb = verbNamed(op);
  if (verb === undefined)
    return wrong(`${path}/op`, `there is no operation ${JSON.stringify(op.slice(0, 100))}`);
  const parsed = verb.schema.safeParse(json);
  if (!parsed.success) return issue(parsed.error.issues[0], path);
  const operation = parsed.data as Operation;
  const missing = verb.check?.(operation) ?? null;
  if (missing !== null) return wrong(`${path}/${missing.field}`, missing.message);
  return op === 'repeat' ? decodeBody(operation, path, depth) : { ok: true, operation };
}

function decodeBody(operation: Operation, path: string, depth: number): Decoded {
  if (depth >= DEEPEST_LOOP) return wrong(path, `loops nest at most ${DEEPEST_LOOP} deep`);
  const ops: Operation[] = [];
  for (const [at, inner] of (operation.ops as readonly unknown[]).entries()) {
    const decoded = decodeAt(inner, `${path}/ops/${at}`, depth + 1);
    if (!decoded.ok) return decoded;
    if (decoded.operation.op === 'compile_unit')
      return wrong(`${path}/ops/${at}/op`, 'a loop is one code object');
    if (decoded.operation.op === 'run' || decoded.operation.op.startsWith('program.'))
      return wrong(`${path}/ops/${at}/op`, 'a program has loops of its own');
    ops.push(decoded.operation);
  }
  return { ok: true, operation: { ...operation, ops } };
}

function issue(found: z.core.$ZodIssue | undefined, path: string): Decoded {
  const where = (found?.path ?? [])
    .map((key) => `/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`)
    .join('');
  return wrong(`${path}${where}`, found?.message ?? 'is not valid');
}

function wrong(path: string, message: string): Decoded {
  return { ok: false, problem: { path, message } };
}
