/** Names, objects, and who refers to whom. */
import { z } from 'zod';
import { namesView, objectsView, objectView } from '../contract/index.ts';
import * as views from '../operations/index.ts';
import { AT_QUERY } from './moment.ts';
import { noObject, OBJECT_PARAMS, serialOf } from './object-params.ts';
import type { Route } from './route.ts';
import { SESSION_PARAMS } from './route-sessions.ts';
import { PAGE_QUERY, pageOf, withCursor } from './view-pages.ts';
import { viewRoute } from './view-route.ts';

const OBJECTS_QUERY = z.strictObject({
  ...PAGE_QUERY.shape,
  type: z.string().max(200).optional().meta({ description: 'Only objects of this type.' }),
});

export const OBJECT_ROUTES: readonly Route[] = [
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
