/** The cycle collector. */
import { z } from 'zod';
import { gcView, generationName, generationView, unreachableView } from '../contract/index.ts';
import * as views from '../operations/index.ts';
import { AT_QUERY } from './moment.ts';
import type { Route } from './route.ts';
import { SESSION_PARAMS } from './route-sessions.ts';
import { PAGE_QUERY, pageOf, withCursor } from './view-pages.ts';
import { viewRoute } from './view-route.ts';

const GENERATION_PARAMS = z.strictObject({
  ...SESSION_PARAMS.shape,
  generation: z
    .enum(['0', '1', '2', 'permanent'])
    .meta({ description: 'Which of the lists of the collector.' }),
});

const UNREACHABLE_QUERY = z.strictObject({
  ...AT_QUERY.shape,
  generation: z
    .int()
    .min(0)
    .max(2)
    .optional()
    .meta({ description: 'Which collection; left out: a full one.' }),
});

export const COLLECTOR_ROUTES: readonly Route[] = [
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
