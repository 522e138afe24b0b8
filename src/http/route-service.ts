/** The routes about the server itself. The documents and the metrics are added by app.ts, which has them. */
import { z } from 'zod';
import { refuse } from '../contract/index.ts';
import { JournalError } from '../session/index.ts';
import { type Route, route } from './route.ts';

export const serviceState = z
  .strictObject({ status: z.literal('ok') })
  .meta({ id: 'ServiceState', description: 'All is well.' });

const OK = { ok: true, value: { status: 200, body: { status: 'ok' } } } as const;

export const SERVICE_ROUTES: readonly Route[] = [
  route(
    {
      method: 'GET',
      path: '/livez',
      name: 'livez',
      tag: 'service',
      access: 'open',
      status: 200,
      answer: serviceState,
      faults: [],
    },
    async () => OK,
  ),
  route(
    {
      method: 'GET',
      path: '/readyz',
      name: 'readyz',
      tag: 'service',
      access: 'open',
      status: 200,
      answer: serviceState,
      faults: ['not_ready', 'journal_unavailable'],
    },
    async ({ service }) => {
      if (!service.ready()) return refuse('not_ready');
      try {
        await service.registry.check();
        return OK;
      } catch (error) {
        if (error instanceof JournalError) return refuse(error.code);
        throw error;
      }
    },
  ),
];
