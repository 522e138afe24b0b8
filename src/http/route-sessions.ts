/** The life cycle of sessions. */
import { z } from 'zod';
import {
  createSessionRequest,
  forkRequest,
  type Outcome,
  patchSessionRequest,
  RELEASES,
  refuse,
  type SessionResource,
  sessionId,
  sessionList,
  sessionResource,
} from '../contract/index.ts';
import type { Answered, Portrait, Session } from '../session/index.ts';
import { type Caller, horizon } from './access/caller.ts';
import { makeCursor, readCursor } from './cursor.ts';
import { entityTag } from './entity-tag.ts';
import { REPLAYED_HEADERS } from './idempotency.ts';
import { journalLine, readHistory } from './journal-lines.ts';
import { AT_QUERY, positionAt } from './moment.ts';
import { type Answer, type Call, type Route, readBody, route, type Service } from './route.ts';

export const SESSION_PARAMS = z.strictObject({ id: sessionId });

const DEFAULT_PAGE = 50;

const LIST_QUERY = z.strictObject({
  limit: z.int().min(1).max(1000).optional().meta({ description: 'Items of a page.' }),
  cursor: z.string().max(200).optional().meta({ description: '`next` of the page before.' }),
});

/** The session as its clients see it. */
function resourceOf({ record, position, expiresAtMs }: Portrait): SessionResource {
  const { id, settings } = record;
  const self = `/v1/sessions/${id}`;
  return {
    id,
    python: settings.python,
    release: RELEASES[settings.python],
    label: record.label,
    owner: record.belongsTo,
    ...position,
    created_at: new Date(record.createdAtMs).toISOString(),
    expires_at: expiresAtMs === null ? null : new Date(expiresAtMs).toISOString(),
    ttl_seconds: record.ttlSeconds,
    forked_from: record.forkedFrom ?? null,
    settings,
    links: {
      self,
      operations: `${self}/operations`,
      programs: `${self}/programs`,
      names: `${self}/names`,
      objects: `${self}/objects`,
      gc: `${self}/gc`,
      memory: `${self}/memory`,
      events: `${self}/events`,
      journal: `${self}/journal`,
    },
  };
}

/** Refuses when If-Match does not allow where the session stands. */
export function checkTag(session: Session, ifMatch: readonly number[] | undefined): Outcome<void> {
  const actual = session.position.seq;
  if (ifMatch === undefined || ifMatch.includes(actual)) return { ok: true, value: undefined };
  return refuse('stale_tag', { expected: ifMatch.join(', '), actual });
}

function sessionAnswer(
  { registry }: Service,
  session: Session,
  position = session.position,
): Outcome<Answer> {
  const body = resourceOf({ ...registry.portrait(session), position });
  return { ok: true, value: { status: 200, body, headers: { etag: entityTag(body.seq) } } };
}

/** The answer to whoever made a session. */
function birthAnswer({ value: portrait, replayed }: Answered<Portrait>): Outcome<Answer> {
  const body = resourceOf(portrait);
  const headers = {
    etag: entityTag(body.seq),
    location: `/v1/sessions/${body.id}`,
    ...(replayed ? REPLAYED_HEADERS : {}),
  };
  return { ok: true, value: { status: 201, body, headers } };
}

/** Whose request keys those are that belong to no session: each owner's are his own. */
function creationScope({ owner }: Caller): string {
  return owner === null ? 'sessions' : `sessions of ${owner}`;
}

/** Makes a session from settings, or from the lines of a journal. */
async function createSession({ service, caller, body, key }: Call<object, object>): Promise<Outcome<Answer>> {
  const { registry } = service;
  const scope = creationScope(caller);
  if (body.kind === 'lines') {
    const history = readHistory(body.values);
    if (!history.ok) return history;
    const made = await registry.once(scope, key, async (answer) =>
      registry.import(history.value, caller, answer),
    );
    return made.ok ? birthAnswer(made.value) : made;
  }
  const request = readBody(body, createSessionRequest);
  if (!request.ok) return request;
  const made = await registry.once(scope, key, async (answer) =>
    registry.create(request.value, caller, answer),
  );
  return made.ok ? birthAnswer(made.value) : made;
}

async function listSessions(call: Call<object, z.infer<typeof LIST_QUERY>>): Promise<Outcome<Answer>> {
  const { service, caller, query } = call;
  const limit = query.limit ?? DEFAULT_PAGE;
  const after = query.cursor === undefined ? undefined : readPlace(query.cursor);
  if (after?.ok === false) return after;
  const page = service.registry.list(after?.value, limit + 1, horizon(caller));
  const sessions = page.slice(0, limit);
  const last = page.length > limit ? sessions.at(-1)?.record : undefined;
  const next = last === undefined ? null : makeCursor('sessions', [last.createdAtMs, last.id]);
  const body = { sessions: sessions.map((session) => resourceOf(service.registry.portrait(session))), next };
  return { ok: true, value: { status: 200, body } };
}

function readPlace(cursor: string): Outcome<{ createdAtMs: number; id: string }> {
  const place = readCursor('sessions', cursor);
  if (!place.ok) return place;
  const [createdAtMs, id] = place.value;
  if (typeof createdAtMs !== 'number' || typeof id !== 'string') return refuse('invalid_cursor');
  return { ok: true, value: { createdAtMs, id } };
}

type SessionCall = Call<z.infer<typeof SESSION_PARAMS>, object>;

type MomentCall = Call<z.infer<typeof SESSION_PARAMS>, z.infer<typeof AT_QUERY>>;

async function readSession({ service, params, query }: MomentCall): Promise<Outcome<Answer>> {
  const found = service.registry.find(params.id);
  if (!found.ok) return found;
  const moment = await positionAt(found.value, query.at);
  return moment.ok ? sessionAnswer(service, found.value, moment.value) : moment;
}

async function forkSession({ service, caller, params, body, key }: SessionCall): Promise<Outcome<Answer>> {
  const request = readBody(body, forkRequest);
  if (!request.ok) return request;
  const { registry } = service;
  const found = registry.find(params.id);
  if (!found.ok) return found;
  const made = await registry.once(params.id, key, async (answer) =>
    registry.fork(found.value, request.value, caller, answer),
  );
  return made.ok ? birthAnswer(made.value) : made;
}

async function patchSession({ service, params, body, ifMatch }: SessionCall): Promise<Outcome<Answer>> {
  const request = readBody(body, patchSessionRequest);
  if (!request.ok) return request;
  const found = service.registry.find(params.id);
  if (!found.ok) return found;
  const allowed = checkTag(found.value, ifMatch);
  if (!allowed.ok) return allowed;
  const patched = await service.registry.patch(found.value, request.value);
  return patched.ok ? sessionAnswer(service, patched.value) : patched;
}

async function deleteSession({ service, params, ifMatch }: SessionCall): Promise<Outcome<Answer>> {
  const found = service.registry.find(params.id);
  if (!found.ok) return found;
  const allowed = checkTag(found.value, ifMatch);
  if (!allowed.ok) return allowed;
  const removed = await service.registry.remove(found.value);
  return removed.ok ? { ok: true, value: { status: 204 } } : removed;
}

const COLLECTION = { path: '/v1/sessions', tag: 'sessions' } as const;
const ITEM = { path: '/v1/sessions/{id}', tag: 'sessions', params: SESSION_PARAMS } as const;

export const SESSION_ROUTES: readonly Route[] = [
  route(
    {
      ...COLLECTION,
      method: 'POST',
      name: 'create_session',
      body: { schema: createSessionRequest, line: journalLine, optional: true },
      status: 201,
      answer: sessionResource,
      faults: [
        'invalid_json',
        'invalid_body',
        'invalid_operation',
        'journal_mismatch',
        'limit_too_high',
        'too_many_operations',
        'too_many_objects',
        'heap_too_large',
        'too_many_iterations',
        'too_many_sessions',
        'session_quota_reached',
        'journal_unavailable',
      ],
    },
    createSession,
  ),
  route(
    {
      ...COLLECTION,
      method: 'GET',
      name: 'list_sessions',
      query: LIST_QUERY,
      status: 200,
      answer: sessionList,
      faults: ['invalid_query', 'invalid_cursor'],
    },
    listSessions,
  ),
  route(
    {
      ...ITEM,
      method: 'GET',
      name: 'read_session',
      query: AT_QUERY,
      status: 200,
      answer: sessionResource,
      faults: ['no_such_session', 'no_such_moment', 'worker_lost', 'invalid_query', 'session_busy'],
    },
    readSession,
  ),
  route(
    {
      ...ITEM,
      method: 'PATCH',
      name: 'patch_session',
      body: { schema: patchSessionRequest },
      usesIfMatch: true,
      status: 200,
      answer: sessionResource,
      faults: ['no_such_session', 'invalid_json', 'invalid_body', 'stale_tag', 'journal_unavailable'],
    },
    patchSession,
  ),
  route(
    {
      ...ITEM,
      method: 'DELETE',
      name: 'delete_session',
      usesIfMatch: true,
      status: 204,
      faults: ['no_such_session', 'stale_tag', 'journal_unavailable'],
    },
    deleteSession,
  ),
  route(
    {
      method: 'POST',
      path: '/v1/sessions/{id}/fork',
      name: 'fork_session',
      tag: 'sessions',
      params: SESSION_PARAMS,
      body: { schema: forkRequest, optional: true },
      status: 201,
      answer: sessionResource,
      faults: [
        'no_such_session',
        'no_such_moment',
        'worker_lost',
        'invalid_json',
        'invalid_body',
        'too_many_sessions',
        'session_quota_reached',
        'session_busy',
        'journal_unavailable',
        'journal_full',
      ],
    },
    forkSession,
  ),
];
