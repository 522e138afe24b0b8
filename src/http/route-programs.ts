/** Programs: Python source in, what it printed and how it ended out. */
import type { z } from 'zod';
import { type Outcome, type ProgramOutcome, programAnswer, programRequest } from '../contract/index.ts';
import { decodeOperation } from '../operations/index.ts';
import { entityTag } from './entity-tag.ts';
import { REPLAYED_HEADERS } from './idempotency.ts';
import { type Answer, type Call, type Route, readBody, route } from './route.ts';
import { NOTHING_CAME } from './route-operations.ts';
import { SESSION_PARAMS } from './route-sessions.ts';

type ProgramCall = Call<z.infer<typeof SESSION_PARAMS>, object>;

async function runProgram(call: ProgramCall): Promise<Outcome<Answer>> {
  const { service, params, body, ifMatch, key } = call;
  const found = service.registry.find(params.id);
  if (!found.ok) return found;
  const session = found.value;
  const request = readBody(body, programRequest);
  if (!request.ok) return request;
  const decoded = decodeOperation({ op: 'run', ...request.value });
  if (!decoded.ok) throw new Error(`a program is an operation: ${decoded.problem.message}`);
  const applied = await session.apply({ operations: [decoded.operation], onError: 'stop', ifMatch, key });
  if (!applied.ok) return applied;
  const { position, results, replayed, count } = applied.value;
  if (!replayed) service.applied(results.length, count ?? NOTHING_CAME);
  const headers = { etag: entityTag(position.seq), ...(replayed ? REPLAYED_HEADERS : {}) };
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- `run` answers so.
  const outcome = results[0]?.value as ProgramOutcome;
  return {
    ok: true,
    value: { status: 200, body: { session: session.id, ...position, ...outcome }, headers },
  };
}

export const PROGRAM_ROUTES: readonly Route[] = [
  route(
    {
      method: 'POST',
      path: '/v1/sessions/{id}/programs',
      name: 'run_program',
      tag: 'programs',
      params: SESSION_PARAMS,
      body: { schema: programRequest },
      usesIfMatch: true,
      status: 200,
      answer: programAnswer,
      faults: [
        'no_such_session',
        'invalid_json',
        'invalid_body',
        'stale_tag',
        'program_too_long',
        'limit_too_high',
        'session_busy',
        'journal_unavailable',
        'worker_lost',
      ],
    },
    runProgram,
  ),
];
