/**
 * What all views have in common: a path under a session, `?at=SEQ`, and the position that they were taken at, so that a view and the
 * stream from there leave no gap.
 */
import { z } from 'zod';
import { type FaultCode, type Outcome, position, type RouteName } from '../contract/index.ts';
import type { Process, Session } from '../session/index.ts';
import { entityTag } from './entity-tag.ts';
import { AT_QUERY, lookAt } from './moment.ts';
import { type Asked, namedView, nameView, type Seen } from './named-views.ts';
import { type Answer, type Call, type Route, route, type Tag } from './route.ts';
import { SESSION_PARAMS } from './route-sessions.ts';

interface ViewSpec<Params extends z.ZodObject, Query extends z.ZodObject> {
  readonly path: string;
  readonly name: RouteName;
  readonly tag: Tag;
  readonly params: Params;
  readonly query: Query;
  readonly view: z.ZodObject;
  readonly faults?: readonly FaultCode[];
}

type ViewAsked<Params extends z.ZodObject, Query extends z.ZodObject> = Asked<
  z.infer<Params>,
  z.infer<Query>
>;

/** What every view can be refused for. */
export const VIEW_FAULTS: readonly FaultCode[] = [
  'no_such_session',
  'no_such_moment',
  'invalid_query',
  'session_busy',
  'worker_lost',
];

export function viewRoute<Params extends z.ZodObject, Query extends z.ZodObject>(
  spec: ViewSpec<Params, Query>,
  project: (process: Process, asked: ViewAsked<Params, Query>) => Outcome<object>,
): Route {
  const { view, faults = [], path, ...rest } = spec;
  nameView(rest.name, project);
  return route(
    {
      ...rest,
      path: `/v1/sessions/{id}${path}`,
      method: 'GET',
      status: 200,
      answer: answerOf(view),
      faults: [...VIEW_FAULTS, ...faults],
    },
    async (call) => {
      const seen = await seenBy<object>(call, rest.name);
      return seen.ok ? { ok: true, value: answered(seen.value) } : seen;
    },
  );
}

type AnyCall = Pick<Call<unknown, unknown>, 'service' | 'params' | 'query'>;

/** The session that a call is about. */
export function sessionOf({ service, params }: AnyCall): Outcome<Session> {
  const { id } = SESSION_PARAMS.loose().parse(params);
  return service.registry.find(id);
}

/** What the view of this name shows at the moment that the call asks for. `query` takes the place of the call's own. */
export async function seenBy<View extends object>(
  call: AnyCall,
  name: string,
  query: unknown = call.query,
): Promise<Outcome<Seen & View>> {
  const found = sessionOf(call);
  if (!found.ok) return found;
  const { at } = AT_QUERY.loose().parse(query);
  const question = { view: name, ask: { params: call.params, query } };
  const look = namedView(question);
  if (look === undefined) throw new Error(`the view ${name} has lost its name`);
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- whoever asks by the name knows what is seen.
  return lookAt(found.value, at, look, question) as Promise<Outcome<Seen & View>>;
}

/** A view as JSON, with the tag of the moment. */
export function answered(seen: Seen): Answer {
  return { status: 200, body: seen, headers: { etag: entityTag(seen.position.seq) } };
}

const ANSWERS = new Map<z.ZodObject, z.ZodObject>();

/** A view with the position that it was taken at; one schema however many routes answer with it. */
export function answerOf(view: z.ZodObject): z.ZodObject {
  const known = ANSWERS.get(view);
  if (known !== undefined) return known;
  const { id, description } = view.meta() ?? {};
  const made = z
    .strictObject({ position, ...view.shape })
    .meta({ id: `${id}Answer`, description: description ?? '' });
  ANSWERS.set(view, made);
  return made;
}
