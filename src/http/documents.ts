/** The documents that the server gives out about itself, and its metrics. */
import fastifySwagger from '@fastify/swagger';
import fastifySwaggerUi from '@fastify/swagger-ui';
import type { FastifyInstance } from 'fastify';
import type { Language } from '../contract/index.ts';
import { asyncapiDocument } from './asyncapi.ts';
import type { Metrics } from './metrics.ts';
import { openapiDocument } from './openapi.ts';
import { languageOf, varyWith } from './problems.ts';

/** The page works without any other host: everything that it needs comes from here. */
const DOCS_POLICY = {
  'default-src': ["'none'"],
  'connect-src': ["'self'"],
  'font-src': ["'self'", 'data:'],
  'img-src': ["'self'", 'data:'],
  'script-src': ["'self'"],
  'style-src': ["'self'", "'unsafe-inline'"],
  'base-uri': ["'none'"],
  'form-action': ["'self'"],
  'frame-ancestors': ["'none'"],
};

const JSON_TYPE = 'application/json; charset=utf-8';

const OPEN = { config: { access: 'open' } } as const;
const PAGE_PREFIX = '/docs';

export async function serveDocuments(app: FastifyInstance, metrics: Metrics): Promise<void> {
  const openapi = texts(openapiDocument);
  const asyncapi = texts(asyncapiDocument);
  app.get('/openapi.json', OPEN, async (request, reply) =>
    reply
      .type(JSON_TYPE)
      .header('vary', varyWith(reply, 'accept-language'))
      .send(openapi(languageOf(request.raw))),
  );
  app.get('/asyncapi.json', OPEN, async (request, reply) =>
    reply
      .type(JSON_TYPE)
      .header('vary', varyWith(reply, 'accept-language'))
      .send(asyncapi(languageOf(request.raw))),
  );
  app.get('/metrics', { config: { access: 'admin', unmetered: true } }, async (_request, reply) =>
    reply.type(metrics.contentType).send(await metrics.text()),
  );
  app.addHook('onRoute', (made) => {
    if (made.url.startsWith(PAGE_PREFIX)) made.config = { ...made.config, ...OPEN.config };
  });
  await app.register(fastifySwagger, {
    mode: 'static',
    specification: { document: openapiDocument('en') as never },
  });
  await app.register(fastifySwaggerUi, {
    routePrefix: PAGE_PREFIX,
    staticCSP: DOCS_POLICY,
    uiConfig: { validatorUrl: null },
  });
}

/** Documents as text, made once when first asked for. */
function texts(make: (language: Language) => object): (language: Language) => string {
  const made = new Map<Language, string>();
  return (language) => {
    const known = made.get(language);
    if (known !== undefined) return known;
    const text = documentText(make(language));
    made.set(language, text);
    return text;
  };
}

/** A document as it is published, also into openapi/. */
export function documentText(document: object): string {
  return `${JSON.stringify(document, null, 2)}\n`;
}
