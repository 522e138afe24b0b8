/**
 * Views: what a heap looks like, now or (`?at=SEQ`) as it looked when that many operations had been applied.
 *
 * Every view carries the position that it was taken at, so a view and the stream from there leave no gap.
 */
import { z } from 'zod';
import {
  address,
  arenasView,
  arenaView,
  type FaultCode,
  gcView,
  generationName,
  generationView,
  memoryView,
  namesView,
  type Outcome,
  objectsView,
  objectView,
  poolView,
  position,
  type RouteName,
  refuse,
  sizeClassesView,
  unreachableView,
} from '../contract/index.ts';
import * as views from '../operations/index.ts';
import type { Process } from '../session/index.ts';
import { makeCursor, readCursor } from './cursor.ts';
import { entityTag } from './entity-tag.ts';
import { AT_QUERY, lookAt } from './moment.ts';
import { type Asked, namedView, nameView } from './named-views.ts';
import { type Route, route, type Tag } from './route.ts';
import { SESSION_PARAMS } from './route-sessions.ts';

const DEFAULT_PAGE = 100;

const PAGE_QUERY = z.strictObject({
  ...AT_QUERY.shape,
  limit: z.int().min(1).max(1000).optional().meta({ description: 'Items of a page.' }),
  cursor: z.string().max(200).optional().meta({ description: '`next` of the page before.' }),
});

const OBJECTS_QUERY = z.strictObject({
  ...PAGE_QUERY.shape,
  type: z.string().max(200).optional().meta({ description: 'Only objects of this type.' }),
});

/** In a path the `#` of an object's id may be left out, since it must be escaped there. */
const OBJECT_PARAMS = z.strictObject({
  ...SESSION_PARAMS.shape,
  object: z
    .string()
    .regex(/^#?-?[1-9][0-9]{0,9}$/)
    .meta({ description: 'Id of an object, with or without the `#`.', examples: ['17'] }),
});

const GENERATION_PARAMS = z.strictObject({
  ...SESSION_PARAMS.shape,
  generation: z
    .enum(['0', '1', '2', 'permanent'])
    .meta({ description: 'Which of the lists of the collector.' }),
});

const ARENA_PARAMS = z.strictObject({
  ...SESSION_PARAMS.shape,
  arena: z
    .string()
    .regex(/^(?:0|[1-9][0-9]{0,8})$/)
    .meta({
      description: 'Arenas are counted in the order in which they were obtained, from 0.',
      examples: ['0'],
    }),
});

const POOL_PARAMS = z.strictObject({ ...SESSION_PARAMS.shape, address });

const UNREACHABLE_QUERY = z.strictObject({
  ...AT_QUERY.shape,
  generation: z
    .int()
    .min(0)
    .max(2)
    .optional()
    .meta({ description: 'Which collection; left out: a full one.' }),
});

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

function viewRoute<Params extends z.ZodObject, Query extends z.ZodObject>(
  spec: ViewSpec<Params, Query>,
  project: (process: Process, asked: ViewAsked<Params, Query>) => Outcome<object>,
): Route {
  const { view, faults = [], path, ...rest } = spec;
  const answer = answerOf(view);
  const common: readonly FaultCode[] = [
    'no_such_session',
    'no_such_moment',
    'invalid_query',
    'session_busy',
    'worker_lost',
  ];
  nameView(rest.name, project);
  return route(
    {
      ...rest,
      path: `/v1/sessions/{id}${path}`,
      method: 'GET',
      status: 200,
      answer,
      faults: [...common, ...faults],
    },
    async (call) => {
      const found = call.service.registry.find(String(call.params['id']));
      if (!found.ok) return found;
      const { at } = AT_QUERY.loose().parse(call.query);
      const question = { view: rest.name, ask: { params: call.params, query: call.query } };
      const look = namedView(question);
      if (look === undefined) throw new Error(`the view ${rest.name} has lost its name`);
      const seen = await lookAt(found.value, at, look, question);
      if (!seen.ok) return seen;
      const headers = { etag: entityTag(seen.value.position.seq) };
      return { ok: true, value: { status: 200, body: seen.value, headers } };
    },
  );
}

const ANSWERS = new Map<z.ZodObject, z.ZodObject>();

/** A view with the position that it was taken at; one schema however many routes answer with it. */
function answerOf(view: z.ZodObject): z.ZodObject {
  const known = ANSWERS.get(view);
  if (known !== undefined) return known;
  const { id, description } = view.meta() ?? {};
  const made = z
    .strictObject({ position, ...view.shape })
    .meta({ id: `${id}Answer`, description: description ?? '' });
  ANSWERS.set(view, made);
  return made;
}

interface PageQuery {
  readonly limit?: number | undefined;
  readonly cursor?: string | undefined;
}

/** Where a page begins: after the item that the cursor names. */
function pageOf(kind: string, query: PageQuery): Outcome<{ after: number; limit: number }> {
  const limit = query.limit ?? DEFAULT_PAGE;
  if (query.cursor === undefined) return { ok: true, value: { after: 0, limit } };
  const place = readCursor(kind, query.cursor);
  if (!place.ok) return place;
  const [after] = place.value;
  return typeof after === 'number' ? { ok: true, value: { after, limit } } : refuse('invalid_cursor');
}

interface Page {
  readonly next: number | null;
}

function withCursor(kind: string, view: Page): Outcome<object> {
  return { ok: true, value: { ...view, next: view.next === null ? null : makeCursor(kind, [view.next]) } };
}

const serialOf = (object: string): number => Number(object.replace('#', ''));
const noObject = (object: string) => refuse('no_such_object', { id: `#${serialOf(object)}` });

const OBJECT_ROUTES: readonly Route[] = [
  viewRoute(
    {
      path: '/names',
      name: 'read_names',
      tag: 'objects',
      params: SESSION_PARAMS,
      query: AT_QUERY,
      view: namesView,
    },
    (process) => ({ ok: true, value: views.namesView(process) }),
  ),
  viewRoute(
    {
      path: '/objects',
      name: 'list_objects',
      tag: 'objects',
      params: SESSION_PARAMS,
      query: OBJECTS_QUERY,
      view: objectsView,
      faults: ['invalid_cursor'],
    },
    (process, { query }) => {
      const page = pageOf('objects', query);
      if (!page.ok) return page;
      const type = query.type === undefined ? {} : { type: query.type };
      return withCursor('objects', views.objectsView(process, { ...page.value, ...type }));
    },
  ),
  viewRoute(
    {
      path: '/objects/{object}',
      name: 'read_object',
      tag: 'objects',
      params: OBJECT_PARAMS,
      query: AT_QUERY,
      view: objectView,
      faults: ['no_such_object'],
    },
    (process, { params }) => {
      const value = views.objectView(process, serialOf(params.object));
      return value === undefined ? noObject(params.object) : { ok: true, value };
    },
  ),
  viewRoute(
    {
      path: '/objects/{object}/referrers',
      name: 'list_referrers',
      tag: 'objects',
      params: OBJECT_PARAMS,
      query: PAGE_QUERY,
      view: objectsView,
      faults: ['no_such_object', 'invalid_cursor'],
    },
    (process, { params, query }) => {
      const page = pageOf('referrers', query);
      if (!page.ok) return page;
      const view = views.referrersView(process, serialOf(params.object), page.value);
      return view === undefined ? noObject(params.object) : withCursor('referrers', view);
    },
  ),
  viewRoute(
    {
      path: '/objects/{object}/referents',
      name: 'list_referents',
      tag: 'objects',
      params: OBJECT_PARAMS,
      query: PAGE_QUERY,
      view: objectsView,
      faults: ['no_such_object', 'invalid_cursor'],
    },
    (process, { params, query }) => {
      const page = pageOf('referents', query);
      if (!page.ok) return page;
      const view = views.referentsView(process, serialOf(params.object), page.value);
      return view === undefined ? noObject(params.object) : withCursor('referents', view);
    },
  ),
];

const COLLECTOR_ROUTES: readonly Route[] = [
  viewRoute(
    { path: '/gc', name: 'read_gc', tag: 'collector', params: SESSION_PARAMS, query: AT_QUERY, view: gcView },
    (process) => ({ ok: true, value: views.gcView(process) }),
  ),
  viewRoute(
    {
      path: '/gc/generations/{generation}',
      name: 'read_generation',
      tag: 'collector',
      params: GENERATION_PARAMS,
      query: PAGE_QUERY,
      view: generationView,
      faults: ['no_such_generation', 'invalid_cursor'],
    },
    (process, { params, query }) => {
      const page = pageOf('generation', query);
      if (!page.ok) return page;
      const generation = generationName.parse(
        params.generation === 'permanent' ? 'permanent' : Number(params.generation),
      );
      return withCursor('generation', views.generationView(process, generation, page.value));
    },
  ),
  viewRoute(
    {
      path: '/gc/unreachable',
      name: 'read_unreachable',
      tag: 'collector',
      params: SESSION_PARAMS,
      query: UNREACHABLE_QUERY,
      view: unreachableView,
    },
    (process, { query }) => ({ ok: true, value: views.unreachableView(process, query.generation ?? 2) }),
  ),
];

const MEMORY_ROUTES: readonly Route[] = [
  viewRoute(
    {
      path: '/memory',
      name: 'read_memory',
      tag: 'memory',
      params: SESSION_PARAMS,
      query: AT_QUERY,
      view: memoryView,
    },
    (process) => ({ ok: true, value: views.memoryView(process) }),
  ),
  viewRoute(
    {
      path: '/memory/arenas',
      name: 'list_arenas',
      tag: 'memory',
      params: SESSION_PARAMS,
      query: AT_QUERY,
      view: arenasView,
    },
    (process) => ({ ok: true, value: views.arenasView(process) }),
  ),
  viewRoute(
    {
      path: '/memory/arenas/{arena}',
      name: 'read_arena',
      tag: 'memory',
      params: ARENA_PARAMS,
      query: AT_QUERY,
      view: arenaView,
      faults: ['no_such_arena'],
    },
    (process, { params }) => {
      const value = views.arenaView(process, Number(params.arena));
      return value === undefined ? refuse('no_such_arena', { arena: params.arena }) : { ok: true, value };
    },
  ),
  viewRoute(
    {
      path: '/memory/pools/{address}',
      name: 'read_pool',
      tag: 'memory',
      params: POOL_PARAMS,
      query: AT_QUERY,
      view: poolView,
      faults: ['no_such_pool'],
    },
    (process, { params }) => {
      const value = views.poolView(process, Number(params.address));
      return value === undefined ? refuse('no_such_pool', { address: params.address }) : { ok: true, value };
    },
  ),
  viewRoute(
    {
      path: '/memory/size-classes',
      name: 'list_size_classes',
      tag: 'memory',
      params: SESSION_PARAMS,
      query: AT_QUERY,
      view: sizeClassesView,
    },
    (process) => ({ ok: true, value: views.sizeClassesView(process) }),
  ),
];

export const VIEW_ROUTES: readonly Route[] = [...OBJECT_ROUTES, ...COLLECTOR_ROUTES, ...MEMORY_ROUTES];
