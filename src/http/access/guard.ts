/**
 * The guard in front of every route, before a body is read: who, how often, by which scope, and whose session.
 *
 * A session of another owner does not exist for a caller: the same words are said of it, at the same point, as of one that never
 * was. Routes without a word on access are for admins, so a route that says nothing is closed and not open.
 */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { type Fault, fault } from '../../contract/index.ts';
import type { SessionRegistry } from '../../session/index.ts';
import { FaultError } from '../problems.ts';
import { type Access, horizon, mayDo } from './caller.ts';
import type { Admission, Gate } from './gate.ts';

/** Wherever one session is meant, its name is this parameter. */
const SESSION_PATH = '/v1/sessions/:id';

declare module 'fastify' {
  interface FastifyContextConfig {
    access?: Access;
    /** The key may come as the first frame, since browsers cannot send headers with an upgrade. */
    mayKnockLater?: boolean;
    /** Asked so often by those who watch the server that it is not counted. */
    unmetered?: boolean;
  }
  interface FastifyRequest {
    /** undefined: nobody that we know. */
    admission: Admission | undefined;
  }
}

export interface GuardPorts {
  readonly gate: Gate;
  readonly registry: SessionRegistry;
}

export function guard(app: FastifyInstance, ports: GuardPorts): void {
  app.decorateRequest('admission');
  app.addHook('onRequest', (request, reply, done) => {
    const refusal = refusalOf(request, reply, ports);
    if (refusal === undefined) done();
    else done(new FaultError(refusal));
  });
}

function refusalOf(
  request: FastifyRequest,
  reply: FastifyReply,
  { gate, registry }: GuardPorts,
): Fault | undefined {
  // Fastify makes this anew each time that it is asked for.
  const { config, url } = request.routeOptions;
  const { headers, method, ws } = request;
  const identified = gate.identify(headers.authorization);
  const admission = identified.ok ? identified.value : undefined;
  request.admission = admission;
  if (config.unmetered !== true) {
    const metered = gate.meter(admission, request.ip);
    reply.headers(metered.headers);
    if (metered.fault !== undefined) return metered.fault;
  }
  const access = request.is404 || method === 'OPTIONS' ? 'open' : (config.access ?? 'admin');
  if (access === 'open') return undefined;
  const strange = method === 'GET' && !ws ? undefined : gate.refuseOrigin(headers.origin);
  if (strange !== undefined) return strange;
  if (admission === undefined) {
    // An upgrade without a key is let through to where it can show one; one with a wrong key is not.
    const knocksLater = ws && headers.authorization === undefined && config.mayKnockLater === true;
    return knocksLater ? undefined : refused(reply, identified);
  }
  const isOfSession = url?.startsWith(SESSION_PATH) === true;
  return (
    unentitled(admission, access, reply) ??
    (isOfSession ? missing(request.params, admission, registry) : undefined)
  );
}

/** RFC 6750: what was wrong with the key, if there was one. */
function refused(
  reply: FastifyReply,
  identified: { ok: false; fault: Fault } | { ok: true },
): Fault | undefined {
  if (identified.ok) return undefined;
  const error = identified.fault.code === 'key_refused' ? ', error="invalid_token"' : '';
  reply.header('www-authenticate', `Bearer realm="heaplab"${error}`);
  return identified.fault;
}

export function unentitled({ caller }: Admission, access: Access, reply?: FastifyReply): Fault | undefined {
  if (mayDo(caller, access)) return undefined;
  reply?.header('www-authenticate', `Bearer realm="heaplab", error="insufficient_scope", scope="${access}"`);
  return fault('scope_lacking', { scope: access });
}

function missing(params: unknown, { caller }: Admission, registry: SessionRegistry): Fault | undefined {
  const id = typeof params === 'object' && params !== null && 'id' in params ? String(params.id) : '';
  // An empty name is not the name of anything; the route says so.
  if (id === '' || registry.exists(id, horizon(caller))) return undefined;
  return fault('no_such_session', { id: id.slice(0, 100) });
}
