/** Operations: one or a batch of them in, one receipt out. */
import { z } from 'zod';
import {
  complain,
  type OnError,
  type Outcome,
  onError,
  type Receipt,
  receipt,
  refuse,
} from '../contract/index.ts';
import { decodeOperation, type Operation, operationSchema } from '../operations/index.ts';
import type { ApplyReceipt, Consequences, Session } from '../session/index.ts';
import { entityTag } from './entity-tag.ts';
import { REPLAYED_HEADERS } from './idempotency.ts';
import { type Answer, type Call, type ReceivedBody, type Route, route } from './route.ts';
import { SESSION_PARAMS } from './route-sessions.ts';

const OPERATIONS_QUERY = z.strictObject({
  on_error: onError.optional().meta({ description: 'For bodies that have no place for it.' }),
});

export const operationsRequest = z
  .strictObject({
    operations: z.array(operationSchema).min(1),
    on_error: onError.optional(),
  })
  .meta({ id: 'OperationsRequest', description: 'A batch of operations, applied in this order.' });

const operationsBody = z.union([operationsRequest, operationSchema]);

interface Batch {
  readonly operations: readonly unknown[];
  readonly onError: OnError | undefined;
}

type OperationsCall = Call<z.infer<typeof SESSION_PARAMS>, z.infer<typeof OPERATIONS_QUERY>>;

async function applyOperations(call: OperationsCall): Promise<Outcome<Answer>> {
  const { service, params, query, body, ifMatch, key } = call;
  const found = service.registry.find(params.id);
  if (!found.ok) return found;
  const session = found.value;
  const batch = batchOf(body);
  if (!batch.ok) return batch;
  const decoded = decodeBatch(batch.value.operations, session, body.kind === 'json' && isBatch(body.value));
  if (!decoded.ok) return decoded;
  const onErrorAsked = batch.value.onError ?? query.on_error ?? 'stop';
  const applied = await session.apply({ operations: decoded.value, onError: onErrorAsked, ifMatch, key });
  if (!applied.ok) return applied;
  const { position, results, replayed, count } = applied.value;
  const headers = { etag: entityTag(position.seq), ...(replayed ? REPLAYED_HEADERS : {}) };
  if (!replayed) service.applied(results.length, count ?? NOTHING_CAME);
  return { ok: true, value: { status: 200, body: receiptOf(session.id, applied.value), headers } };
}

export const NOTHING_CAME: Consequences = { events: 0, collections: [] };

/** The envelope is checked by hand, since checking ten thousand operations twice would cost more than applying them. */
function batchOf(body: ReceivedBody): Outcome<Batch> {
  if (body.kind === 'none') return refuse('invalid_body', {}, [{ pointer: '', words: complain('no_body') }]);
  if (body.kind === 'lines') return nonEmpty({ operations: body.values, onError: undefined });
  const { value } = body;
  if (!isBatch(value)) return { ok: true, value: { operations: [value], onError: undefined } };
  const unknown = Object.keys(value).find((key) => key !== 'operations' && key !== 'on_error');
  if (unknown !== undefined) {
    return refuse('invalid_body', {}, [
      { pointer: `/${unknown.slice(0, 100)}`, words: complain('unknown_field') },
    ]);
  }
  const asked = onError.optional().safeParse(value.on_error);
  if (!asked.success) {
    return refuse('invalid_body', {}, [
      { pointer: '/on_error', words: complain('must_be_stop_or_rollback') },
    ]);
  }
  if (!Array.isArray(value.operations)) {
    return refuse('invalid_body', {}, [{ pointer: '/operations', words: complain('must_be_array') }]);
  }
  const operations: readonly unknown[] = value.operations;
  return nonEmpty({ operations, onError: asked.data });
}

function nonEmpty(batch: Batch): Outcome<Batch> {
  if (batch.operations.length > 0) return { ok: true, value: batch };
  return refuse('invalid_body', {}, [{ pointer: '/operations', words: complain('no_operations') }]);
}

function isBatch(value: unknown): value is { operations: unknown; on_error?: unknown } {
  return typeof value === 'object' && value !== null && 'operations' in value && !('op' in value);
}

function decodeBatch(sent: readonly unknown[], session: Session, inBatch: boolean): Outcome<Operation[]> {
  const maximum = session.record.settings.limits.operations_per_batch;
  if (sent.length > maximum) return refuse('too_many_operations', { maximum });
  const operations: Operation[] = [];
  for (const [index, json] of sent.entries()) {
    const decoded = decodeOperation(json);
    if (!decoded.ok) {
      const { path, words } = decoded.problem;
      const pointer = inBatch ? `/operations/${index}${path}` : path;
      return refuse('invalid_operation', { index }, [{ pointer, words }]);
    }
    if (isWrittenByServer(decoded.operation)) {
      const pointer = inBatch ? `/operations/${index}` : '';
      return refuse('invalid_operation', { index }, [{ pointer, words: complain('by_server_alone') }]);
    }
    operations.push(decoded.operation);
  }
  return { ok: true, value: operations };
}

/** Parts of programs stand in journals. */
function isWrittenByServer({ op, part }: Operation): boolean {
  return part !== undefined || op === 'program.continue';
}

function receiptOf(session: string, applied: ApplyReceipt): Receipt {
  return {
    session,
    ...applied.position,
    results: [...applied.results],
    ...(applied.failed === undefined ? {} : { failed: applied.failed }),
    ...(applied.rolledBack ? { rolled_back: true as const } : {}),
  };
}

export const OPERATION_ROUTES: readonly Route[] = [
  route(
    {
      method: 'POST',
      path: '/v1/sessions/{id}/operations',
      name: 'apply_operations',
      tag: 'operations',
      params: SESSION_PARAMS,
      query: OPERATIONS_QUERY,
      body: { schema: operationsBody, line: operationSchema },
      usesIfMatch: true,
      status: 200,
      answer: receipt,
      faults: [
        'no_such_session',
        'invalid_json',
        'invalid_body',
        'invalid_operation',
        'stale_tag',
        'too_many_operations',
        'too_many_objects',
        'heap_too_large',
        'too_many_iterations',
        'program_too_long',
        'limit_too_high',
        'session_busy',
        'journal_unavailable',
        'worker_lost',
      ],
    },
    applyOperations,
  ),
];
