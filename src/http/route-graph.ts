/** What keeps what alive: why an object is alive, how large it is, and pictures of the graph. */
import { z } from 'zod';
import {
  type FaultCode,
  graphFormat as formatSchema,
  type GraphFormat,
  type GraphView,
  graphView,
  type Outcome,
  type RouteName,
  sizesView,
  whyAliveView,
} from '../contract/index.ts';
import * as views from '../operations/index.ts';
import type { Process } from '../session/index.ts';
import { AT_QUERY } from './moment.ts';
import { nameView, type Seen } from './named-views.ts';
import { noObject, OBJECT_PARAMS, serialOf } from './object-params.ts';
import { GRAPH_TYPES, graphFormat } from './pictures/format.ts';
import { SvgMaker } from './pictures/svg-maker.ts';
import { type Answer, type Route, route } from './route.ts';
import { SESSION_PARAMS } from './route-sessions.ts';
import { answered, answerOf, seenBy, VIEW_FAULTS, viewRoute } from './view-route.ts';

const DEFAULT_DEPTH = 3;
const DEFAULT_NODES = 100;

const HEAP_GRAPH_QUERY = z.strictObject({
  ...AT_QUERY.shape,
  format: formatSchema
    .optional()
    .meta({ description: 'Left out: what the Accept header asks for, else JSON.' }),
  depth: z
    .int()
    .min(0)
    .max(20)
    .optional()
    .meta({ description: 'Steps from where it begins; 3 unless told.' }),
  max_nodes: z
    .int()
    .min(1)
    .max(1000)
    .optional()
    .meta({ description: 'Objects that are shown, 100 unless told; further ones are counted.' }),
});

const OBJECT_GRAPH_QUERY = z.strictObject({
  ...HEAP_GRAPH_QUERY.shape,
  direction: z
    .enum(['referents', 'referrers'])
    .optional()
    .meta({ description: '`referents`, unless told: what it leads to; `referrers`: what leads to it.' }),
});

type GraphQuery = z.infer<typeof OBJECT_GRAPH_QUERY>;

const PICTURES = new SvgMaker();

function drawn(process: Process, object: number, query: GraphQuery): GraphView | undefined {
  return views.graphView(process, {
    object,
    direction: query.direction ?? 'referents',
    depth: query.depth ?? DEFAULT_DEPTH,
    nodes: query.max_nodes ?? DEFAULT_NODES,
  });
}

async function inFormat(seen: Seen & GraphView, format: GraphFormat): Promise<Outcome<Answer>> {
  const answer = answered(seen);
  const headers = { ...answer.headers, vary: 'accept' };
  if (format === 'json') return { ok: true, value: { ...answer, headers } };
  const type = `${GRAPH_TYPES[format]}; charset=utf-8`;
  const dot = views.dotText(seen);
  if (format === 'dot') return { ok: true, value: { status: 200, body: dot, type, headers } };
  const svg = await PICTURES.draw(dot);
  return svg.ok ? { ok: true, value: { status: 200, body: svg.value, type, headers } } : svg;
}

interface GraphSpec<Params extends z.ZodObject, Query extends z.ZodObject> {
  readonly path: string;
  readonly name: RouteName;
  readonly params: Params;
  readonly query: Query;
  readonly faults: readonly FaultCode[];
}

function graphRoute<Params extends z.ZodObject, Query extends z.ZodObject>({
  path,
  faults,
  ...spec
}: GraphSpec<Params, Query>): Route {
  return route(
    {
      ...spec,
      tag: 'objects',
      path: `/v1/sessions/{id}${path}`,
      method: 'GET',
      status: 200,
      answer: answerOf(graphView),
      otherTypes: [GRAPH_TYPES.dot, GRAPH_TYPES.svg],
      faults: [...VIEW_FAULTS, 'picture_too_large', 'too_many_pictures', ...faults],
    },
    async (call) => {
      const seen = await seenBy<GraphView>(call, spec.name);
      if (!seen.ok) return seen;
      const { format } = HEAP_GRAPH_QUERY.loose().parse(call.query);
      return inFormat(seen.value, graphFormat(format, call.accept));
    },
  );
}

nameView<z.infer<typeof OBJECT_PARAMS>, GraphQuery>('draw_object', (process, { params, query }) => {
  const value = drawn(process, serialOf(params.object), query);
  return value === undefined ? noObject(params.object) : { ok: true, value };
});

nameView<unknown, GraphQuery>('draw_heap', (process, { query }) => {
  const value = drawn(process, 0, query);
  if (value === undefined) throw new Error('there are always names to begin at');
  return { ok: true, value };
});

export const GRAPH_ROUTES: readonly Route[] = [
  viewRoute(
    {
      path: '/objects/{object}/why-alive',
      name: 'why_alive',
      tag: 'objects',
      params: OBJECT_PARAMS,
      query: AT_QUERY,
      view: whyAliveView,
      faults: ['no_such_object'],
    },
    (process, { params }) => {
      const value = views.whyAliveView(process, serialOf(params.object));
      return value === undefined ? noObject(params.object) : { ok: true, value };
    },
  ),
  viewRoute(
    {
      path: '/objects/{object}/sizes',
      name: 'read_sizes',
      tag: 'objects',
      params: OBJECT_PARAMS,
      query: AT_QUERY,
      view: sizesView,
      faults: ['no_such_object'],
    },
    (process, { params }) => {
      const value = views.sizesView(process, serialOf(params.object));
      return value === undefined ? noObject(params.object) : { ok: true, value };
    },
  ),
  graphRoute({
    path: '/objects/{object}/graph',
    name: 'draw_object',
    params: OBJECT_PARAMS,
    query: OBJECT_GRAPH_QUERY,
    faults: ['no_such_object'],
  }),
  graphRoute({
    path: '/graph',
    name: 'draw_heap',
    params: SESSION_PARAMS,
    query: HEAP_GRAPH_QUERY,
    faults: [],
  }),
];
