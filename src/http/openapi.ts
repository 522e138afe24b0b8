/** The OpenAPI document, read off the table of routes. */
import type { z } from 'zod';
import {
  FAULTS,
  type FaultCode,
  faultTitle,
  type Language,
  problem,
  type RouteName,
  routeSummary,
} from '../contract/index.ts';
import type { Access } from './access/caller.ts';
import { accessTo, type Route } from './route.ts';
import { type JsonSchema, SchemaLibrary } from './schemas.ts';
import { ROUTES } from './table.ts';

const DESCRIPTION = `Heaplab hosts simulated CPython processes. POST operations to a session; it applies them to an exact model of
CPython's memory manager, answers with a receipt, and tells everybody who watches each consequence.

Every refusal is problem details (RFC 9457); a Python exception is a result and not a refusal. \`ETag\` is the number of
operations that a session has applied; \`If-Match\` makes a request conditional on it. Unknown fields and parameters are refused.
Integers are exact: all are within the safe range of JSON numbers.

Where the server has a file of API keys, requests need one: \`read\` for what changes nothing, \`write\` for what does, \`admin\` for
the metrics and for sessions of others; each scope includes the ones before. A session belongs to the owner of the key that it was
made with, and does not exist for other owners. \`RateLimit\` and \`RateLimit-Policy\` on every answer tell what may follow.`;

const TAGS: readonly (readonly [string, string])[] = [
  ['sessions', 'One session is one simulated interpreter process.'],
  ['operations', 'What a session is asked to do.'],
  ['programs', 'Python source that runs in a session.'],
  ['objects', 'Names, objects, and what refers to what.'],
  ['collector', 'The cycle collector and its generations.'],
  ['memory', 'Arenas, pools, blocks.'],
  ['events', 'Every consequence of every operation.'],
  ['service', 'The server itself.'],
];

/** Faults that every route can answer with. */
const ANYWHERE: readonly FaultCode[] = ['malformed_request', 'internal_error'];
const WITH_KEY: readonly FaultCode[] = ['invalid_header', 'request_in_progress', 'key_reused'];
const WITH_BODY: readonly FaultCode[] = ['body_too_large', 'unsupported_media_type'];

interface PlainRoute {
  readonly path: string;
  readonly access: Access;
  readonly name: RouteName;
  readonly type: string;
  readonly schema: JsonSchema;
}

const PLAIN_ROUTES: readonly PlainRoute[] = [
  {
    path: '/openapi.json',
    access: 'open',
    name: 'read_openapi',
    type: 'application/json',
    schema: { type: 'object' },
  },
  {
    path: '/asyncapi.json',
    access: 'open',
    name: 'read_asyncapi',
    type: 'application/json',
    schema: { type: 'object' },
  },
  { path: '/metrics', access: 'admin', name: 'read_metrics', type: 'text/plain', schema: { type: 'string' } },
];

export function openapiDocument(language: Language): JsonSchema {
  const library = new SchemaLibrary('draft-2020-12');
  const paths: Record<string, Record<string, JsonSchema>> = {};
  for (const route of ROUTES) {
    paths[route.path] ??= {};
    Object.assign(paths[route.path] ?? {}, {
      [route.method.toLowerCase()]: operationOf(route, library, language),
    });
  }
  for (const plain of PLAIN_ROUTES) paths[plain.path] = { get: plainOperation(plain, library, language) };
  return {
    openapi: '3.1.1',
    info: {
      title: 'Heaplab',
      version: '1.0.0',
      summary: 'An exact CPython heap behind HTTP, with live events.',
      description: DESCRIPTION,
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: '/', description: 'This server.' }],
    security: [...SECURITY],
    tags: TAGS.map(([name, description]) => ({ name, description })),
    paths,
    components: { schemas: library.components(), securitySchemes: SECURITY_SCHEMES },
  };
}

/** Keys are optional here, since a server without a file of keys asks for none. */
const SECURITY: readonly JsonSchema[] = [{ api_key: [] }, {}];
const SECURITY_SCHEMES: JsonSchema = {
  api_key: { type: 'http', scheme: 'bearer', description: 'An API key; only where the server uses keys.' },
};

/** Refusals of the guard. */
function guarded(access: Access, name: RouteName): readonly FaultCode[] {
  const counted: readonly FaultCode[] = UNCOUNTED.has(name) ? [] : ['too_many_requests'];
  return access === 'open'
    ? counted
    : ['key_required', 'key_refused', 'scope_lacking', 'origin_refused', ...counted];
}

const UNCOUNTED = new Set<RouteName>(['livez', 'readyz', 'read_metrics']);

function operationOf(route: Route, library: SchemaLibrary, language: Language): JsonSchema {
  const parameters = [
    ...parametersIn('path', route.params, library),
    ...parametersIn('query', route.query, library),
    ...(route.usesIfMatch === true ? [IF_MATCH] : []),
    ...(route.method === 'POST' ? [IDEMPOTENCY_KEY] : []),
  ];
  return {
    operationId: route.name,
    summary: routeSummary(route.name, language),
    tags: [route.tag],
    ...(accessTo(route) === 'open' ? { security: [] } : {}),
    ...(parameters.length === 0 ? {} : { parameters }),
    ...(route.body === undefined ? {} : { requestBody: requestBodyOf(route.body, library) }),
    responses: {
      [route.status]: successOf(route, library),
      ...refusalsOf(
        [
          ...route.faults,
          ...guarded(accessTo(route), route.name),
          ...(route.method === 'POST' ? WITH_KEY : []),
          ...(route.body === undefined ? [] : WITH_BODY),
          ...ANYWHERE,
        ],
        library,
        language,
      ),
    },
  };
}

const IF_MATCH: JsonSchema = {
  name: 'If-Match',
  in: 'header',
  required: false,
  description: 'Only if the session is at one of these entity tags.',
  schema: { type: 'string', examples: ['"7"'] },
};

const IDEMPOTENCY_KEY: JsonSchema = {
  name: 'Idempotency-Key',
  in: 'header',
  required: false,
  description:
    'Name of this request: however often it is sent, it is carried out once. A retry gets the stored answer, with `Idempotency-Replayed: true`; refusals are not stored.',
  schema: { type: 'string', maxLength: 257, examples: ['8e03978e-40d5-43dd-bc93-6894a57f9324'] },
};

function parametersIn(
  place: 'path' | 'query',
  schema: z.ZodObject | undefined,
  library: SchemaLibrary,
): JsonSchema[] {
  return Object.entries(schema?.shape ?? {}).map(([name, field]) => {
    const parameter = library.schemaOf(field);
    const { description, ...rest } = parameter;
    const list = rest['type'] === 'array';
    return {
      name,
      in: place,
      required: place === 'path',
      ...(description === undefined ? {} : { description }),
      ...(list ? { style: 'form', explode: false } : {}),
      schema: rest,
    };
  });
}

function requestBodyOf(body: NonNullable<Route['body']>, library: SchemaLibrary): JsonSchema {
  const json = { schema: library.schemaOf(body.schema) };
  const lines =
    body.line === undefined ? {} : { 'application/x-ndjson': { schema: library.schemaOf(body.line) } };
  return { required: body.optional !== true, content: { 'application/json': json, ...lines } };
}

function successOf(route: Route, library: SchemaLibrary): JsonSchema {
  if (route.answer === undefined) return { description: 'Done.' };
  const type = route.answerType ?? 'application/json';
  const description = route.answer.meta()?.description ?? 'Done.';
  const others = (route.otherTypes ?? []).map((other) => [other, { schema: { type: 'string' } }]);
  const content = { [type]: { schema: library.schemaOf(route.answer) }, ...Object.fromEntries(others) };
  return { description, content };
}

/** One entry for each status, naming the faults that have it. */
function refusalsOf(codes: readonly FaultCode[], library: SchemaLibrary, language: Language): JsonSchema {
  const byStatus = new Map<number, FaultCode[]>();
  for (const code of new Set(codes)) {
    const { status } = FAULTS[code];
    byStatus.set(status, [...(byStatus.get(status) ?? []), code]);
  }
  const entries = [...byStatus].toSorted(([one], [other]) => one - other);
  return Object.fromEntries(
    entries.map(([status, faults]) => [
      status,
      {
        description: faults.map((code) => `\`${code}\`: ${faultTitle(code, language)}.`).join(' '),
        content: { 'application/problem+json': { schema: library.schemaOf(problem) } },
      },
    ]),
  );
}

function plainOperation(
  { access, name, type, schema }: PlainRoute,
  library: SchemaLibrary,
  language: Language,
): JsonSchema {
  return {
    operationId: name,
    summary: routeSummary(name, language),
    tags: ['service'],
    ...(access === 'open' ? { security: [] } : {}),
    responses: {
      200: { description: 'Done.', content: { [type]: { schema } } },
      ...refusalsOf([...guarded(access, name), ...ANYWHERE], library, language),
    },
  };
}
