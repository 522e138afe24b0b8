/** Programs: Python source in, what it printed and how it ended out; step by step for those that want to look. */
import type { z } from 'zod';
import {
  fault,
  faultDetail,
  interruptAnswer,
  type Outcome,
  type ProgramOutcome,
  programAnswer,
  programRequest,
  programView,
  refuse,
  stepRequest,
} from '../contract/index.ts';
import * as views from '../operations/index.ts';
import type { Session } from '../session/index.ts';
import { entityTag } from './entity-tag.ts';
import { REPLAYED_HEADERS } from './idempotency.ts';
import { AT_QUERY } from './moment.ts';
import { type Answer, type Call, type Route, readBody, route } from './route.ts';
import { NOTHING_CAME } from './route-operations.ts';
import { SESSION_PARAMS } from './route-sessions.ts';
import { viewRoute } from './view-route.ts';

type ProgramCall = Call<z.infer<typeof SESSION_PARAMS>, object>;

const PROGRAMS = '/v1/sessions/{id}/programs';
const CURRENT = `${PROGRAMS}/current`;

/** Applies one operation that answers what a program did. */
async function apply(call: ProgramCall, session: Session, json: object): Promise<Outcome<Answer>> {
  const { service, ifMatch, key } = call;
  const decoded = views.decodeOperation(json);
  if (!decoded.ok) {
    const { path: pointer, words } = decoded.problem;
    return refuse('invalid_body', {}, [{ pointer, words }]);
  }
  const applied = await session.apply({ operations: [decoded.operation], onError: 'stop', ifMatch, key });
  if (!applied.ok) return applied;
  const { position, results, replayed, count } = applied.value;
  if (!replayed) service.applied(results.length, count ?? NOTHING_CAME);
  const headers = { etag: entityTag(position.seq), ...(replayed ? REPLAYED_HEADERS : {}) };
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- these operations answer so.
  const outcome = results[0]?.value as ProgramOutcome;
  const body = { session: session.id, ...position, ...outcome, fault: explained(outcome.fault) };
  return { ok: true, value: { status: 200, body, headers } };
}

/** What is kept of a program is the same for everybody, so the words come only here. */
function explained(spent: ProgramOutcome['fault']): z.infer<typeof programAnswer>['fault'] {
  if (spent === null) return null;
  const { code, maximum } = spent;
  const met = fault(code, maximum === undefined ? {} : { maximum });
  return { ...spent, explanation: { en: faultDetail(met, 'en'), zh: faultDetail(met, 'zh') } };
}

async function runProgram(call: ProgramCall): Promise<Outcome<Answer>> {
  const found = call.service.registry.find(call.params.id);
  if (!found.ok) return found;
  const request = readBody(call.body, programRequest);
  return request.ok ? apply(call, found.value, { op: 'run', ...request.value }) : request;
}

async function step(call: ProgramCall): Promise<Outcome<Answer>> {
  const found = call.service.registry.find(call.params.id);
  if (!found.ok) return found;
  const request = readBody(call.body, stepRequest);
  return request.ok ? apply(call, found.value, { op: 'program.step', ...request.value }) : request;
}

/** Ctrl-C: for a program that runs at once, and without waiting for its end; one that is paused goes on with it. */
async function interrupt(call: ProgramCall): Promise<Outcome<Answer>> {
  const found = call.service.registry.find(call.params.id);
  if (!found.ok) return found;
  const session = found.value;
  if (await session.interrupt()) {
    return { ok: true, value: { status: 202, body: { session: session.id, interrupted: true } } };
  }
  const stopped = await apply(call, session, { op: 'program.step', to: 'end', interrupt: true });
  if (!stopped.ok) return stopped;
  return { ok: true, value: { status: 202, body: { session: session.id, interrupted: true } } };
}

const REFUSALS = [
  'no_such_session',
  'invalid_json',
  'invalid_body',
  'stale_tag',
  'session_busy',
  'journal_unavailable',
  'worker_lost',
] as const;

export const PROGRAM_ROUTES: readonly Route[] = [
  route(
    {
      method: 'POST',
      path: PROGRAMS,
      name: 'run_program',
      tag: 'programs',
      params: SESSION_PARAMS,
      body: { schema: programRequest },
      usesIfMatch: true,
      status: 200,
      answer: programAnswer,
      faults: [...REFUSALS, 'program_paused', 'program_too_long', 'limit_too_high'],
    },
    runProgram,
  ),
  viewRoute(
    {
      path: '/programs/current',
      name: 'read_program',
      tag: 'programs',
      params: SESSION_PARAMS,
      query: AT_QUERY,
      view: programView,
      faults: ['no_program'],
    },
    (process) => views.programView(process),
  ),
  route(
    {
      method: 'POST',
      path: `${CURRENT}/step`,
      name: 'step_program',
      tag: 'programs',
      params: SESSION_PARAMS,
      body: { schema: stepRequest, optional: true },
      usesIfMatch: true,
      status: 200,
      answer: programAnswer,
      faults: [...REFUSALS, 'no_program'],
    },
    step,
  ),
  route(
    {
      method: 'POST',
      path: `${CURRENT}/interrupt`,
      name: 'interrupt_program',
      tag: 'programs',
      params: SESSION_PARAMS,
      status: 202,
      answer: interruptAnswer,
      faults: ['no_such_session', 'no_program', 'session_busy', 'journal_unavailable', 'worker_lost'],
    },
    interrupt,
  ),
];
