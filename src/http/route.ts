/**
 * A route: what it takes, what it answers and what it can refuse, as schemas, with the function that does it.
 *
 * The server, the OpenAPI document and the fuzz test all read the same table of these.
 */
import { z } from 'zod';
import { type FaultCode, type Outcome, REPORT_INPUT, type RouteName, refuse } from '../contract/index.ts';
import type { Clock, Consequences, RequestKey, SessionRegistry } from '../session/index.ts';
import type { Access, Caller } from './access/caller.ts';
import { entriesOf, jsonPointer, readQuery } from './query.ts';

export type Method = 'GET' | 'POST' | 'PATCH' | 'DELETE';
export type Tag =
  | 'sessions'
  | 'operations'
  | 'programs'
  | 'objects'
  | 'collector'
  | 'memory'
  | 'events'
  | 'service';

/** What every route can reach. */
export interface Service {
  readonly registry: SessionRegistry;
  readonly clock: Clock;
  readonly ready: () => boolean;
  readonly applied: (operations: number, count: Consequences) => void;
}

export interface Call<Params, Query> {
  readonly service: Service;
  readonly caller: Caller;
  readonly params: Params;
  readonly query: Query;
  readonly body: ReceivedBody;
  /** Sequence numbers that If-Match allows; undefined: any. */
  readonly ifMatch: readonly number[] | undefined;
  /** The Accept header. */
  readonly accept: string | undefined;
  /** Of POST requests that have one: what they ask is done once. */
  readonly key: RequestKey | undefined;
}

export interface Answer {
  readonly status: number;
  /** JSON, or text as it stands when `type` is given. */
  readonly body?: unknown;
  readonly type?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface BodySpec {
  /** What JSON bodies look like. */
  readonly schema: z.ZodType;
  /** Does the route take newline-delimited JSON too, one of these a line? */
  readonly line?: z.ZodType;
  readonly optional?: boolean;
}

export interface RouteSpec<Params extends z.ZodObject, Query extends z.ZodObject> {
  readonly method: Method;
  /** With parameters in braces, as in OpenAPI. */
  readonly path: string;
  readonly name: RouteName;
  readonly tag: Tag;
  /** What callers need; left out: `read` where nothing changes, `write` elsewhere. */
  readonly access?: Access;
  readonly params?: Params;
  readonly query?: Query;
  readonly body?: BodySpec;
  readonly usesIfMatch?: boolean;
  readonly status: number;
  /** Of the answer's body; none where the answer has none. */
  readonly answer?: z.ZodType;
  readonly answerType?: string;
  /** Further media types, as text, that the same answer can have. */
  readonly otherTypes?: readonly string[];
  readonly faults: readonly FaultCode[];
}

/** A body as the server hands it over: parsed JSON, or the lines of newline-delimited JSON. */
export type ReceivedBody = {
  /** Of the bytes, where the request has an Idempotency-Key. */
  readonly hash: string | undefined;
} & (
  | { readonly kind: 'none' }
  | { readonly kind: 'json'; readonly value: unknown }
  | { readonly kind: 'lines'; readonly values: readonly unknown[] }
);

export interface Route extends RouteSpec<z.ZodObject, z.ZodObject> {
  readonly serve: (call: RawCall) => Promise<Outcome<Answer>>;
}

/** A call before its parts are checked against the route's schemas. */
export interface RawCall extends Omit<Call<unknown, unknown>, 'params' | 'query'> {
  readonly params: unknown;
  readonly query: unknown;
}

const NOTHING = z.strictObject({});

/** What a path parameter that cannot be a name names. */
const PARAMETER_FAULTS: Readonly<Record<string, FaultCode>> = {
  id: 'no_such_session',
  object: 'no_such_object',
  generation: 'no_such_generation',
  arena: 'no_such_arena',
  snapshot: 'no_such_snapshot',
  other: 'no_such_snapshot',
  address: 'no_such_pool',
};

/** What a caller needs for a route. */
export function accessTo({ access, method }: Pick<Route, 'access' | 'method'>): Access {
  return access ?? (method === 'GET' ? 'read' : 'write');
}

/** Ties a specification to the function that serves it; what the function gets has been checked. */
export function route<Params extends z.ZodObject, Query extends z.ZodObject>(
  spec: RouteSpec<Params, Query>,
  handle: (call: Call<z.infer<Params>, z.infer<Query>>) => Promise<Outcome<Answer>>,
): Route {
  const serve = async (raw: RawCall): Promise<Outcome<Answer>> => {
    const params = readParams(spec.params ?? NOTHING, raw.params);
    if (!params.ok) return params;
    const query = readQuery(spec.query ?? NOTHING, raw.query);
    if (!query.ok) return query;
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- an absent schema is inferred as one without fields.
    return handle({ ...raw, params: params.value, query: query.value } as Call<
      z.infer<Params>,
      z.infer<Query>
    >);
  };
  return { ...spec, serve };
}

/** The JSON body of a call, checked. */
export function readBody<Schema extends z.ZodType>(
  body: ReceivedBody,
  schema: Schema,
): Outcome<z.infer<Schema>> {
  if (body.kind === 'lines') return refuse('unsupported_media_type', { accepted: 'application/json' });
  const parsed = schema.safeParse(body.kind === 'json' ? body.value : {}, REPORT_INPUT);
  if (parsed.success) return { ok: true, value: parsed.data };
  return refuse('invalid_body', {}, entriesOf(parsed.error, jsonPointer));
}

function readParams(schema: z.ZodObject, raw: unknown): Outcome<Record<string, unknown>> {
  const parsed = schema.safeParse(raw);
  if (parsed.success) return { ok: true, value: parsed.data };
  const name = String(parsed.error.issues[0]?.path[0] ?? '');
  const value =
    typeof raw === 'object' && raw !== null ? Object.entries(raw).find(([key]) => key === name)?.[1] : '';
  if (value === '') return refuse('no_such_route', { path: 'this path' });
  return refuse(PARAMETER_FAULTS[name] ?? 'no_such_route', { [name]: String(value).slice(0, 100) });
}
