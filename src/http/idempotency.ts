/**
 * `Idempotency-Key`: the name of a request, by which it is carried out once however often it is sent.
 *
 * What makes two requests the same is where they were sent and every byte of their bodies. If-Match is not part of it: a retry
 * is answered as the first was, although the session has moved meanwhile, not least by the first.
 */
import { hash } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import { type Outcome, refuse } from '../contract/index.ts';
import type { RequestKey } from '../session/index.ts';

export const KEY_HEADER = 'idempotency-key';
/** Says that the answer was given before. */
export const REPLAYED_HEADERS = { 'idempotency-replayed': 'true' } as const;

/** Bare, or as a string of structured fields (RFC 8941). */
const KEY = /^(?:"([\x20\x21\x23-\x5b\x5d-\x7e]{1,255})"|([\x21\x23-\x7e]{1,255}))$/;

const NO_BODY = '';

/** The key of a request; undefined when it has none. @param bodyHash of the body's bytes; undefined: there is no body */
export function readRequestKey(
  request: FastifyRequest,
  bodyHash: string | undefined,
  expiresAtMs: number,
): Outcome<RequestKey | undefined> {
  const header = request.headers[KEY_HEADER];
  if (header === undefined) return { ok: true, value: undefined };
  const match = typeof header === 'string' ? KEY.exec(header) : null;
  const key = match?.[1] ?? match?.[2];
  if (key === undefined) return refuse('invalid_header', { header: 'Idempotency-Key' });
  const { method, url } = request;
  const whole = hash('sha256', JSON.stringify([method, url, bodyHash ?? NO_BODY]), 'hex');
  return { ok: true, value: { key, bodyHash: whole, expiresAtMs } };
}

/** Of the bytes of a body, for requests that have a key. */
export function bodyHashOf(request: FastifyRequest, bytes: Buffer): string | undefined {
  return request.headers[KEY_HEADER] === undefined ? undefined : hash('sha256', bytes, 'hex');
}
