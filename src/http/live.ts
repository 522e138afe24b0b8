/** The door to live streams: which upgrades are taken, and what the others are told. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { WebSocket } from 'ws';
import { type Fault, fault, type Language, type Outcome, SUBPROTOCOL } from '../contract/index.ts';
import type { Session } from '../session/index.ts';
import { FaultError, languageOf } from './problems.ts';
import type { Service } from './route.ts';

export const LIVE_PATH = '/v1/sessions/{id}/events';

/** Who takes an upgraded socket. */
export interface LiveDoor {
  open(socket: WebSocket, session: Session, language: Language): Outcome<void>;
  /** Ends every stream: the server stops. */
  close(): void;
}

interface LiveRoute {
  readonly url: string;
  readonly handler: (request: FastifyRequest, reply: FastifyReply) => Promise<FastifyReply>;
  readonly service: Service;
  readonly live: LiveDoor;
}

/** A path that is not a stream cannot be upgraded: it is told so before anything is. */
export function refuseUpgrades(app: FastifyInstance): void {
  app.addHook('onRequest', (request, _reply, done) => {
    if (!request.ws || request.is404 || request.routeOptions.url === LIVE_PATH.replace('{id}', ':id')) done();
    else done(new FaultError(fault('upgrade_refused', { subprotocol: SUBPROTOCOL })));
  });
}

export function serveLive(app: FastifyInstance, { url, handler, service, live }: LiveRoute): void {
  app.route<{ Params: { id: string } }>({
    method: 'GET',
    url,
    handler,
    onRequest: async (request) => {
      const refusal = request.ws ? refusalOf(request, service) : undefined;
      if (refusal !== undefined) throw new FaultError(refusal);
    },
    wsHandler: (socket, request) => {
      const found = service.registry.find(request.params.id);
      const opened = found.ok ? live.open(socket, found.value, languageOf(request.raw)) : found;
      if (!opened.ok) socket.close(found.ok ? 1013 : 4404, opened.fault.code);
    },
  });
}

/** Why a request for a stream is refused while it is still HTTP. */
function refusalOf(request: FastifyRequest<{ Params: { id: string } }>, service: Service): Fault | undefined {
  const offered = request.headers['sec-websocket-protocol']?.split(',').map((name) => name.trim()) ?? [];
  if (!offered.includes(SUBPROTOCOL)) return fault('upgrade_refused', { subprotocol: SUBPROTOCOL });
  const found = service.registry.find(request.params.id);
  if (!found.ok) return found.fault;
  const maximum = found.value.record.settings.limits.subscribers;
  return found.value.subscribers >= maximum ? fault('too_many_subscribers', { maximum }) : undefined;
}
