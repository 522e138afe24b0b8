/** Bodies: JSON, or one JSON value a line; everything else is refused, and so is anything compressed. */
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { type Fault, fault, type Outcome } from '../contract/index.ts';
import { bodyHashOf } from './idempotency.ts';
import { decodeText, parseJson, parseLines } from './json-text.ts';
import { FaultError } from './problems.ts';
import type { ReceivedBody } from './route.ts';

/** No batch is longer, whatever a session's limit says; it keeps short lines from becoming many objects. */
const MAX_LINES = 1_000_000;

const NONE: ReceivedBody = { kind: 'none', hash: undefined };

export function acceptBodies(app: FastifyInstance): void {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('application/json', { parseAs: 'buffer' }, (request, bytes, done) => {
    done(...settled(readJson(bytes), request, bytes));
  });
  app.addContentTypeParser('application/x-ndjson', { parseAs: 'buffer' }, (request, bytes, done) => {
    done(...settled(readLines(bytes), request, bytes));
  });
  app.addHook('onRequest', (request, _reply, done) => {
    const encoding = request.headers['content-encoding'];
    if (encoding === undefined || encoding === 'identity') done();
    else done(new FaultError(fault('unsupported_media_type', { accepted: 'application/json' })));
  });
}

/** What a route gets as its body. */
export function receivedBody(body: unknown): ReceivedBody {
  return isReceived(body) ? body : NONE;
}

function isReceived(body: unknown): body is ReceivedBody {
  return typeof body === 'object' && body !== null && 'kind' in body;
}

function readJson(bytes: string | Buffer): Outcome<ReceivedBody> {
  const text = decodeText(bytesOf(bytes));
  if (!text.ok) return text;
  if (text.value === '') return { ok: true, value: NONE };
  const parsed = parseJson(text.value);
  return parsed.ok ? { ok: true, value: { kind: 'json', value: parsed.value, hash: undefined } } : parsed;
}

function readLines(bytes: string | Buffer): Outcome<ReceivedBody> {
  const text = decodeText(bytesOf(bytes));
  if (!text.ok) return text;
  const parsed = parseLines(text.value, MAX_LINES);
  return parsed.ok ? { ok: true, value: { kind: 'lines', values: parsed.value, hash: undefined } } : parsed;
}

function settled(
  outcome: { ok: true; value: ReceivedBody } | { ok: false; fault: Fault },
  request: FastifyRequest,
  bytes: string | Buffer,
): [Error | null, unknown?] {
  if (!outcome.ok) return [new FaultError(outcome.fault)];
  return [null, { ...outcome.value, hash: bodyHashOf(request, bytesOf(bytes)) }];
}

function bytesOf(body: string | Buffer): Buffer {
  return typeof body === 'string' ? Buffer.from(body) : body;
}
