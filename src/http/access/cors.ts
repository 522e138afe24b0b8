/** Pages of other origins: which may call, and what they get to see. */
import fastifyCors, { type FastifyCorsOptions } from '@fastify/cors';
import type { FastifyInstance, FastifyRequest } from 'fastify';

const MAX_AGE_SECONDS = 600;

/** Nothing is told to any page when no origin is named. */
export async function allowOrigins(app: FastifyInstance, origins: readonly string[]): Promise<void> {
  if (origins.length === 0) return;
  const options: FastifyCorsOptions = {
    origin: origins.includes('*') ? '*' : [...origins],
    methods: ['GET', 'HEAD', 'POST', 'PATCH', 'DELETE'],
    allowedHeaders: ['authorization', 'content-type', 'idempotency-key', 'if-match', 'x-request-id'],
    exposedHeaders: [
      'content-language',
      'etag',
      'idempotency-replayed',
      'location',
      'ratelimit',
      'ratelimit-policy',
      'retry-after',
      'x-request-id',
    ],
    maxAge: MAX_AGE_SECONDS,
  };
  await app.register(fastifyCors, {
    // An OPTIONS that is no preflight is answered as without CORS: with the methods that the path takes.
    delegator: (
      request: FastifyRequest,
      decide: (error: Error | null, options?: FastifyCorsOptions) => void,
    ) => {
      decide(null, isPlainOptions(request) ? { ...options, origin: false } : options);
    },
  });
}

function isPlainOptions({ method, headers }: FastifyRequest): boolean {
  const preflight = headers.origin !== undefined && headers['access-control-request-method'] !== undefined;
  return method === 'OPTIONS' && !preflight;
}
