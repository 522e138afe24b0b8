/** The door to live streams: which upgrades are taken, and what the others are told. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { WebSocket } from 'ws';
import {
  FAULTS,
  type Fault,
  fault,
  type Language,
  type Outcome,
  refuse,
  SUBPROTOCOL,
} from '../contract/index.ts';
import type { Session } from '../session/index.ts';
import { type Access, horizon } from './access/caller.ts';
import type { Admission, Gate } from './access/gate.ts';
import { unentitled } from './access/guard.ts';
import { FaultError, languageOf } from './problems.ts';
import type { Service } from './route.ts';

export const LIVE_PATH = '/v1/sessions/{id}/events';

/** Who takes an upgraded socket. */
export interface LiveDoor {
  open(socket: WebSocket, entry: LiveEntry): Outcome<void>;
  /** Waits for the frame that brings the key. Refused: the socket is closed as the fault says. */
  challenge(socket: WebSocket, language: Language, admit: (token: string) => Outcome<LiveEntry>): void;
  /** Ends every stream: the server stops. */
  close(): void;
}

/** A stream that may begin. */
export interface LiveEntry {
  readonly session: Session;
  readonly language: Language;
  /** May it go on? */
  readonly holds: () => boolean;
}

interface LiveRoute {
  readonly url: string;
  readonly access: Access;
  readonly gate: Gate;
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

export function serveLive(app: FastifyInstance, route: LiveRoute): void {
  const { url, access, handler, service, live, gate } = route;
  app.route<{ Params: { id: string } }>({
    method: 'GET',
    url,
    handler,
    config: { access, mayKnockLater: true },
    onRequest: async (request) => {
      const refusal = request.ws ? refusalOf(request, service) : undefined;
      if (refusal !== undefined) throw new FaultError(refusal);
    },
    wsHandler: (socket, request) => {
      const language = languageOf(request.raw);
      const enter = (admission: Admission): Outcome<LiveEntry> => {
        const { holds } = admission;
        const found = visible(service, request.params.id, admission);
        return found.ok ? { ok: true, value: { session: found.value, language, holds } } : found;
      };
      if (request.admission !== undefined) {
        const entry = enter(request.admission);
        const opened = entry.ok ? live.open(socket, entry.value) : entry;
        if (!opened.ok) socket.close(FAULTS[opened.fault.code].close || 1011, opened.fault.code);
        return;
      }
      live.challenge(socket, language, (token) => {
        const admitted = gate.admit(token);
        if (!admitted.ok) return admitted;
        const lacking = unentitled(admitted.value, access);
        return lacking === undefined ? enter(admitted.value) : { ok: false, fault: lacking };
      });
    },
  });
}

function visible(service: Service, id: string, { caller }: Admission): Outcome<Session> {
  const { registry } = service;
  return registry.exists(id, horizon(caller)) ? registry.find(id) : refuse('no_such_session', { id });
}

/** Why a request for a stream is refused while it is still HTTP. Who brings a key later learns nothing of sessions here. */
function refusalOf(request: FastifyRequest<{ Params: { id: string } }>, service: Service): Fault | undefined {
  const offered = request.headers['sec-websocket-protocol']?.split(',').map((name) => name.trim()) ?? [];
  if (!offered.includes(SUBPROTOCOL)) return fault('upgrade_refused', { subprotocol: SUBPROTOCOL });
  if (request.admission === undefined) return undefined;
  const found = service.registry.find(request.params.id);
  if (!found.ok) return found.fault;
  const maximum = found.value.record.settings.limits.subscribers;
  return found.value.subscribers >= maximum ? fault('too_many_subscribers', { maximum }) : undefined;
}
