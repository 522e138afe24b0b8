/** From everything that can go wrong in the HTTP layer to problem details. */
import type { IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { FAULTS, type Fault, fault, type Language, pickLanguage, problemOf } from '../contract/index.ts';

export const PROBLEM_TYPE = 'application/problem+json; charset=utf-8';

/** Carries a fault out of places that can only throw: body parsers and hooks. */
export class FaultError extends Error {
  readonly fault: Fault;

  constructor(cause: Fault) {
    super(cause.code);
    this.name = 'FaultError';
    this.fault = cause;
  }
}

/** Faults of the moment: coming back later makes sense. */
const RETRY_AFTER: Partial<Record<Fault['code'], number>> = {
  session_busy: 1,
  request_in_progress: 1,
  too_many_sessions: 60,
  session_quota_reached: 60,
  too_many_subscribers: 10,
  journal_unavailable: 1,
  journal_full: 60,
  worker_lost: 1,
  not_ready: 1,
  shutting_down: 2,
};

export function languageOf(request: IncomingMessage): Language {
  return pickLanguage(request.headers['accept-language']);
}

/** What else the answer depends on, with what is named already. */
export function varyWith(reply: FastifyReply, header: string): string {
  const named = reply.getHeader('vary');
  return named === undefined ? header : `${String(named)}, ${header}`;
}

export function sendFault(request: FastifyRequest, reply: FastifyReply, refusal: Fault): FastifyReply {
  const language = languageOf(request.raw);
  const retryAfter = RETRY_AFTER[refusal.code];
  if (retryAfter !== undefined) reply.header('retry-after', String(retryAfter));
  return reply
    .code(FAULTS[refusal.code].status)
    .header('x-request-id', request.id)
    .header('content-language', language)
    .header('vary', varyWith(reply, 'accept-language'))
    .header('cache-control', 'no-store')
    .type(PROBLEM_TYPE)
    .send(JSON.stringify(problemOf(refusal, language, request.id)));
}

/** What an error that reached the server's edge means for the client; undefined: it is our bug. */
export function faultOf(error: unknown, limits: { readonly bodyBytes: number }): Fault | undefined {
  if (error instanceof FaultError) return error.fault;
  switch (codeOf(error)) {
    case 'FST_ERR_CTP_BODY_TOO_LARGE':
      return fault('body_too_large', { maximum: limits.bodyBytes });
    case 'FST_ERR_CTP_INVALID_MEDIA_TYPE':
      return fault('unsupported_media_type', { accepted: 'application/json' });
    case 'FST_ERR_CTP_INVALID_CONTENT_LENGTH':
      return fault('malformed_request', { reason: 'the body is not as long as Content-Length says' });
    case 'FST_ERR_BAD_URL':
      return fault('bad_url');
    case 'FST_ERR_MAX_PARAM_LENGTH':
      return fault('url_too_long');
    case 'ECONNRESET':
    case 'ERR_STREAM_PREMATURE_CLOSE':
      return fault('malformed_request', { reason: 'the connection ended inside the body' });
    default:
      return undefined;
  }
}

/** Answers what is no HTTP at all; there is no request to answer to, only a socket. */
export function answerSocket(error: Error, socket: Socket): void {
  if (!socket.writable || codeOf(error) === 'ECONNRESET') {
    socket.destroy();
    return;
  }
  const refusal = socketFault(error);
  const body = JSON.stringify(problemOf(refusal, 'en'));
  const { status } = FAULTS[refusal.code];
  socket.end(
    [
      `HTTP/1.1 ${status} ${REASONS[status] ?? 'Bad Request'}`,
      `content-type: ${PROBLEM_TYPE}`,
      `content-length: ${Buffer.byteLength(body)}`,
      'connection: close',
      '',
      body,
    ].join('\r\n'),
  );
}

const REASONS: Readonly<Record<number, string>> = {
  408: 'Request Timeout',
  413: 'Payload Too Large',
  431: 'Request Header Fields Too Large',
};

function socketFault(error: Error): Fault {
  switch (codeOf(error)) {
    case 'HPE_HEADER_OVERFLOW':
      return fault('header_too_large');
    case 'ERR_HTTP_REQUEST_TIMEOUT':
      return fault('request_timeout');
    default:
      return fault('malformed_request', { reason: parserReason(error) });
  }
}

/** The parser's own words (`Missing expected CR after header value`), without what a client sent. */
function parserReason(error: Error): string {
  const reason = 'reason' in error && typeof error.reason === 'string' ? error.reason : 'it cannot be parsed';
  return reason.replaceAll(/[^\w ,.'-]/g, '').slice(0, 100);
}

function codeOf(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null || !('code' in error)) return undefined;
  return typeof error.code === 'string' ? error.code : undefined;
}
