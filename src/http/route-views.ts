/** Views: what a heap looks like, now or (`?at=SEQ`) as it looked when that many operations had been applied. */
import type { Route } from './route.ts';
import { COLLECTOR_ROUTES } from './route-collector.ts';
import { GRAPH_ROUTES } from './route-graph.ts';
import { LEAK_ROUTES } from './route-leaks.ts';
import { MEMORY_ROUTES } from './route-memory.ts';
import { OBJECT_ROUTES } from './route-objects.ts';
import { TRACEMALLOC_ROUTES } from './route-tracemalloc.ts';

export const VIEW_ROUTES: readonly Route[] = [
  ...OBJECT_ROUTES,
  ...GRAPH_ROUTES,
  ...COLLECTOR_ROUTES,
  ...MEMORY_ROUTES,
  ...LEAK_ROUTES,
  ...TRACEMALLOC_ROUTES,
];
