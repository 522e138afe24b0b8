/**
 * The HTTP server: the table of routes behind fastify, with one way to refuse.
 *
 * Everything that is refused is problem details, also what never reaches a route: bad escapes, broken HTTP, wrong methods,
 * upgrades that nobody takes. One log line a request.
 */
import { randomUUID } from 'node:crypto';
import fastifyWebsocket from '@fastify/websocket';
import fastify, {
  type FastifyBaseLogger,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
  LogController,
} from 'fastify';
import { type Fault, fault, SUBPROTOCOL } from '../contract/index.ts';
import { ANYBODY } from './access/caller.ts';
import { allowOrigins } from './access/cors.ts';
import type { Gate } from './access/gate.ts';
import { guard } from './access/guard.ts';
import { acceptBodies, receivedBody } from './bodies.ts';
import { serveDocuments } from './documents.ts';
import { readIfMatch } from './entity-tag.ts';
import { readRequestKey } from './idempotency.ts';
import { LIVE_PATH, type LiveDoor, refuseUpgrades, serveLive } from './live.ts';
import type { Metrics } from './metrics.ts';
import { answerSocket, FaultError, faultOf, sendFault } from './problems.ts';
import { type Answer, accessTo, type Route, type Service } from './route.ts';
import { safetyHeaders } from './safety-headers.ts';
import { allowedMethods, fastifyPath, ROUTES } from './table.ts';

export interface AppPorts {
  readonly service: Service;
  readonly gate: Gate;
  readonly live: LiveDoor;
  readonly metrics: Metrics;
  readonly logger: FastifyBaseLogger;
}

const SAFETY_HEADERS = safetyHeaders();
const REQUEST_ID = /^[\w.:-]{1,128}$/;
const REQUEST_TIMEOUT_MS = 60_000;
const MAX_PARAMETER_LENGTH = 512;

export async function createApp(ports: AppPorts): Promise<FastifyInstance> {
  const { limits } = ports.service.registry;
  const onError = (error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply => {
    const known = faultOf(error, limits);
    if (known === undefined) request.log.error({ requestId: request.id, err: error }, 'request failed');
    return sendFault(request, reply, known ?? fault('internal_error'));
  };
  const app = fastify({
    loggerInstance: ports.logger,
    // The request id is in the one line that is written; a logger of its own for each request would cost more than the line.
    childLoggerFactory: (logger) => logger,
    logController: new LogController({ disableRequestLogging: true }),
    genReqId: (request) => requestId(request.headers['x-request-id']),
    bodyLimit: limits.bodyBytes,
    requestTimeout: REQUEST_TIMEOUT_MS,
    return503OnClosing: false,
    forceCloseConnections: 'idle',
    routerOptions: { maxParamLength: MAX_PARAMETER_LENGTH },
    frameworkErrors: (error, request, reply) => {
      onError(error, request, reply);
    },
    clientErrorHandler: (error, socket) => answerSocket(error, socket),
    http: {
      requireHostHeader: false,
      shouldUpgradeCallback: (request) => request.headers.upgrade?.toLowerCase() === 'websocket',
    },
  });
  app.setErrorHandler(onError);
  app.setNotFoundHandler((request, reply) => answerUnknown(request, reply));
  observe(app, ports.metrics);
  closeWhenStopping(app, ports.service);
  await app.register(fastifyWebsocket, {
    options: {
      maxPayload: limits.frameBytes,
      perMessageDeflate: false,
      handleProtocols: (offered) => (offered.has(SUBPROTOCOL) ? SUBPROTOCOL : false),
    },
    preClose: async () => ports.live.close(),
    // ws has answered with the right close code already (1002, 1007, 1009 ...).
    errorHandler: (error, _socket, request) => request.log.debug({ err: error }, 'stream error'),
  });
  await allowOrigins(app, ports.gate.origins);
  guard(app, { gate: ports.gate, registry: ports.service.registry });
  refuseUpgrades(app);
  acceptBodies(app);
  for (const route of ROUTES) serve(app, route, ports);
  await serveDocuments(app, ports.metrics);
  return app;
}

function serve(app: FastifyInstance, route: Route, { service, live, gate }: AppPorts): void {
  const handler = async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
    const ifMatch = readIfMatch(route.usesIfMatch === true ? request.headers['if-match'] : undefined);
    if (!ifMatch.ok) return sendFault(request, reply, ifMatch.fault);
    const body = receivedBody(request.body);
    const key = route.method === 'POST' ? keyOf(request, body.hash, service) : NO_KEY;
    if (!key.ok) return sendFault(request, reply, key.fault);
    const outcome = await route.serve({
      service,
      caller: request.admission?.caller ?? ANYBODY,
      params: request.params,
      query: request.query,
      body,
      ifMatch: ifMatch.value,
      accept: request.headers.accept,
      key: key.value,
    });
    return outcome.ok ? sendAnswer(reply, outcome.value) : sendFault(request, reply, outcome.fault);
  };
  const url = fastifyPath(route.path);
  const access = accessTo(route);
  if (route.path === LIVE_PATH && route.method === 'GET') {
    serveLive(app, { url, access, handler, service, live, gate });
    return;
  }
  // Whoever watches the server asks often.
  const unmetered = route.tag === 'service';
  app.route({ method: route.method, url, handler, config: { access, unmetered } });
}

const NO_KEY = { ok: true, value: undefined } as const;

function keyOf(request: FastifyRequest, bodyHash: string | undefined, { registry, clock }: Service) {
  return readRequestKey(request, bodyHash, clock.now() + registry.limits.answerSeconds * 1000);
}

function sendAnswer(reply: FastifyReply, answer: Answer): FastifyReply {
  reply.code(answer.status).headers(answer.headers ?? {});
  if (answer.body === undefined) return reply.send();
  if (answer.type !== undefined) return reply.type(answer.type).send(answer.body);
  return reply.type('application/json; charset=utf-8').send(JSON.stringify(answer.body));
}

/** What no route takes: a wrong method on a path that exists, or a path that does not. */
function answerUnknown(request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const path = request.url.split('?', 1)[0] ?? '';
  const methods = allowedMethods(path);
  const shown = path.slice(0, 200);
  if (methods.length === 0) return sendFault(request, reply, fault('no_such_route', { path: shown }));
  const allow = methods.join(', ');
  reply.header('allow', allow);
  if (request.method === 'OPTIONS') return reply.code(204).send();
  return sendFault(request, reply, fault('method_not_allowed', { path: shown, allow }));
}

/** The request id on every answer, one log line and one measurement a request. */
function observe(app: FastifyInstance, metrics: Metrics): void {
  app.addHook('onRequest', (request, reply, done) => {
    reply.headers(SAFETY_HEADERS).header('x-request-id', request.id);
    const hostless = request.raw.httpVersion === '1.1' && request.raw.headers.host === undefined;
    if (hostless)
      done(new FaultError(fault('malformed_request', { reason: 'HTTP/1.1 needs a Host header' })));
    else done();
  });
  app.addHook('onResponse', (request, reply, done) => {
    const route = request.routeOptions.url ?? 'none';
    const { method } = request;
    const { statusCode: status, elapsedTime } = reply;
    metrics.answered({ method, route, status, seconds: elapsedTime / 1000 });
    const elapsedMs = Math.round(elapsedTime * 10) / 10;
    const url = request.url.slice(0, 500);
    request.log.info({ requestId: request.id, method, url, route, status, elapsedMs }, 'request');
    done();
  });
  app.server.on('checkExpectation', (_request, response) => {
    const refusal: Fault = fault('expectation_failed');
    response.writeHead(417, {
      'content-type': 'application/problem+json; charset=utf-8',
      connection: 'close',
    });
    response.end(
      JSON.stringify({ type: `urn:heaplab:fault:${refusal.code}`, title: refusal.code, status: 417 }),
    );
  });
}

/** A connection that is kept open would keep a server that stops from ending: each goes with its answer then. */
function closeWhenStopping(app: FastifyInstance, service: Service): void {
  app.addHook('onSend', (_request, reply, payload, done) => {
    if (!service.ready()) reply.header('connection', 'close');
    done(null, payload);
  });
}

function requestId(sent: string | string[] | undefined): string {
  return typeof sent === 'string' && REQUEST_ID.test(sent) ? sent : randomUUID();
}
