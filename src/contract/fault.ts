/**
 * Everything that can be a client's mistake or the server's refusal: the closed list.
 *
 * Each fault has its HTTP status and the code that a WebSocket is closed with when the fault ends a stream. Its words are in
 * messages.ts, in every language; `values` fill the placeholders of the detail.
 * A Python exception is not a fault: it is a result.
 */
import { z } from 'zod';
import type { Complaint } from './complaint.ts';

interface FaultKind {
  readonly status: number;
  /** The close code of a stream that this fault ends; 0 when it cannot end one. */
  readonly close: number;
}

export const FAULTS = {
  malformed_request: { status: 400, close: 0 },
  bad_url: { status: 400, close: 0 },
  invalid_json: { status: 400, close: 0 },
  invalid_query: { status: 400, close: 0 },
  invalid_header: { status: 400, close: 0 },
  invalid_cursor: { status: 400, close: 0 },
  upgrade_refused: { status: 400, close: 0 },
  key_required: { status: 401, close: 4401 },
  key_refused: { status: 401, close: 4401 },
  scope_lacking: { status: 403, close: 4403 },
  origin_refused: { status: 403, close: 0 },
  no_such_route: { status: 404, close: 0 },
  no_such_session: { status: 404, close: 4404 },
  no_such_object: { status: 404, close: 0 },
  no_such_generation: { status: 404, close: 0 },
  no_such_arena: { status: 404, close: 0 },
  no_such_snapshot: { status: 404, close: 0 },
  no_such_pool: { status: 404, close: 0 },
  no_program: { status: 404, close: 0 },
  no_such_moment: { status: 404, close: 0 },
  no_such_mark: { status: 404, close: 0 },
  method_not_allowed: { status: 405, close: 0 },
  request_timeout: { status: 408, close: 0 },
  request_in_progress: { status: 409, close: 0 },
  program_paused: { status: 409, close: 0 },
  stale_tag: { status: 412, close: 0 },
  body_too_large: { status: 413, close: 1009 },
  url_too_long: { status: 414, close: 0 },
  unsupported_media_type: { status: 415, close: 1003 },
  expectation_failed: { status: 417, close: 0 },
  invalid_body: { status: 422, close: 0 },
  invalid_operation: { status: 422, close: 0 },
  key_reused: { status: 422, close: 0 },
  journal_mismatch: { status: 422, close: 0 },
  limit_too_high: { status: 422, close: 0 },
  too_many_operations: { status: 422, close: 0 },
  too_many_objects: { status: 422, close: 0 },
  heap_too_large: { status: 422, close: 0 },
  too_many_iterations: { status: 422, close: 0 },
  too_many_frames: { status: 422, close: 0 },
  value_too_large: { status: 422, close: 0 },
  script_too_long: { status: 422, close: 0 },
  picture_too_large: { status: 422, close: 0 },
  too_many_pictures: { status: 429, close: 0 },
  program_too_long: { status: 422, close: 0 },
  program_steps_spent: { status: 422, close: 0 },
  program_output_spent: { status: 422, close: 0 },
  program_heap_spent: { status: 422, close: 0 },
  program_objects_spent: { status: 422, close: 0 },
  program_lost: { status: 503, close: 0 },
  too_many_requests: { status: 429, close: 0 },
  too_many_sessions: { status: 429, close: 0 },
  session_quota_reached: { status: 429, close: 0 },
  too_many_subscribers: { status: 429, close: 1013 },
  session_busy: { status: 429, close: 0 },
  header_too_large: { status: 431, close: 0 },
  invalid_frame: { status: 400, close: 4400 },
  already_subscribed: { status: 409, close: 0 },
  not_subscribed: { status: 409, close: 0 },
  unsupported_frame: { status: 400, close: 0 },
  internal_error: { status: 500, close: 1011 },
  session_retired: { status: 500, close: 1011 },
  http_version_not_supported: { status: 505, close: 0 },
  journal_unavailable: { status: 503, close: 0 },
  journal_full: { status: 507, close: 0 },
  journal_corrupt: { status: 500, close: 1011 },
  worker_lost: { status: 503, close: 1013 },
  not_ready: { status: 503, close: 0 },
  shutting_down: { status: 503, close: 1012 },
} as const satisfies Record<string, FaultKind>;

export type FaultCode = keyof typeof FAULTS;

// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- Object.keys() forgets the keys.
const FAULT_CODES = Object.keys(FAULTS) as [FaultCode, ...FaultCode[]];

export const faultCode = z.enum(FAULT_CODES).meta({
  id: 'FaultCode',
  description: 'Stable name of a fault; the closed list of everything that Heaplab refuses.',
});

/** One thing that is wrong with what was sent. */
export const problemEntry = z
  .strictObject({
    pointer: z
      .string()
      .meta({ description: 'JSON Pointer into the body, or the name of a query parameter.' }),
    message: z.string(),
  })
  .meta({ id: 'ProblemEntry', description: 'One thing that is wrong with what was sent, and where.' });

export interface Fault {
  readonly code: FaultCode;
  /** Fill the placeholders of the detail in messages.ts. */
  readonly values?: Readonly<Record<string, string | number>>;
  readonly errors?: readonly Complaint[];
}

export type Outcome<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly fault: Fault };

export function fault(code: FaultCode, values?: Fault['values'], errors?: readonly Complaint[]): Fault {
  return { code, ...(values === undefined ? {} : { values }), ...(errors === undefined ? {} : { errors }) };
}

export function refuse(
  code: FaultCode,
  values?: Fault['values'],
  errors?: readonly Complaint[],
): { ok: false; fault: Fault } {
  return { ok: false, fault: fault(code, values, errors) };
}
