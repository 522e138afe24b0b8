/** Memory: the process, arenas, pools, size classes. */
import { z } from 'zod';
import {
  address,
  arenasView,
  arenaView,
  memoryView,
  poolView,
  refuse,
  sizeClassesView,
} from '../contract/index.ts';
import * as views from '../operations/index.ts';
import { AT_QUERY } from './moment.ts';
import type { Route } from './route.ts';
import { SESSION_PARAMS } from './route-sessions.ts';
import { viewRoute } from './view-route.ts';

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

export const MEMORY_ROUTES: readonly Route[] = [
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
