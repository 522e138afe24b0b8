/** THE table of routes, and what follows from it: which methods a path takes. */
import type { Route } from './route.ts';
import { EVENT_ROUTES } from './route-events.ts';
import { JOURNAL_ROUTES } from './route-journal.ts';
import { OPERATION_ROUTES } from './route-operations.ts';
import { PROGRAM_ROUTES } from './route-programs.ts';
import { SCRIPT_ROUTES } from './route-script.ts';
import { SERVICE_ROUTES } from './route-service.ts';
import { SESSION_ROUTES } from './route-sessions.ts';
import { VIEW_ROUTES } from './route-views.ts';

export const ROUTES: readonly Route[] = [
  ...SESSION_ROUTES,
  ...JOURNAL_ROUTES,
  ...SCRIPT_ROUTES,
  ...OPERATION_ROUTES,
  ...PROGRAM_ROUTES,
  ...VIEW_ROUTES,
  ...EVENT_ROUTES,
  ...SERVICE_ROUTES,
];

/** Served beside the table: documents and metrics. */
export const PLAIN_PATHS = ['/openapi.json', '/asyncapi.json', '/metrics', '/docs'] as const;

/** `/v1/sessions/{id}` as fastify writes it. */
export function fastifyPath(path: string): string {
  return path.replaceAll(/\{(\w+)\}/g, ':$1');
}

/** The methods that a path takes; none when there is nothing at that path. */
export function allowedMethods(path: string): string[] {
  const methods = new Set<string>();
  for (const route of ROUTES) if (matches(route.path, path)) methods.add(route.method);
  if (PLAIN_PATHS.some((plain) => plain === path)) methods.add('GET');
  if (methods.size === 0) return [];
  if (methods.has('GET')) methods.add('HEAD');
  return [...methods, 'OPTIONS'].toSorted();
}

function matches(pattern: string, path: string): boolean {
  const wanted = pattern.split('/');
  const given = path.split('/');
  if (wanted.length !== given.length) return false;
  return wanted.every((part, index) => (part.startsWith('{') ? given[index] !== '' : part === given[index]));
}
