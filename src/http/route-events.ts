/** Pages of past events. The same path with `Upgrade: websocket` is the live stream. */
import { z } from 'zod';
import { eventOffset, heapEvent, type Outcome, position, refuse, topic } from '../contract/index.ts';
import { eventPage, TopicFilter } from '../session/index.ts';
import { makeCursor, readCursor } from './cursor.ts';
import { entityTag } from './entity-tag.ts';
import { AT_QUERY, positionAt } from './moment.ts';
import { type Answer, type Call, type Route, route } from './route.ts';
import { SESSION_PARAMS } from './route-sessions.ts';

const DEFAULT_PAGE = 1000;

const EVENTS_QUERY = z.strictObject({
  ...AT_QUERY.shape,
  from: z
    .int()
    .min(1)
    .max(Number.MAX_SAFE_INTEGER)
    .optional()
    .meta({ description: 'The first offset; left out: 1.' }),
  to: z
    .int()
    .min(0)
    .max(Number.MAX_SAFE_INTEGER)
    .optional()
    .meta({ description: 'The last offset; left out: the newest.' }),
  topics: z.array(topic).min(1).max(32).optional().meta({ description: 'Only these, separated by commas.' }),
  limit: z.int().min(1).max(10_000).optional().meta({ description: 'Events of a page.' }),
  cursor: z
    .string()
    .max(200)
    .optional()
    .meta({ description: '`next` of the page before; takes the place of `from`.' }),
});

export const eventsPage = z
  .strictObject({
    position,
    events: z.array(heapEvent),
    scanned: eventOffset.meta({
      description: 'Every wanted event up to this offset is in this page or one before it.',
    }),
    next: z.string().nullable().meta({ description: 'Cursor of the next page; null on the last one.' }),
  })
  .meta({ id: 'EventsPage', description: 'A page of events in the order of their offsets.' });

type EventsCall = Call<z.infer<typeof SESSION_PARAMS>, z.infer<typeof EVENTS_QUERY>>;

async function listEvents({ service, params, query }: EventsCall): Promise<Outcome<Answer>> {
  const found = service.registry.find(params.id);
  if (!found.ok) return found;
  const after = query.cursor === undefined ? (query.from ?? 1) - 1 : readOffset(query.cursor);
  if (after === undefined) return refuse('invalid_cursor');
  const session = found.value;
  const moment = await positionAt(session, query.at);
  if (!moment.ok) return moment;
  const to = Math.min(query.to ?? Number.POSITIVE_INFINITY, moment.value.offset);
  const range = { after, to, limit: query.limit ?? DEFAULT_PAGE };
  const page = await eventPage(session, range, new TopicFilter(query.topics));
  if (!page.ok) return page;
  const { events, offset } = page.value;
  const next = offset < to ? makeCursor('events', [offset]) : null;
  const body = { position: moment.value, events, scanned: offset, next };
  const headers = { etag: entityTag(moment.value.seq) };
  return { ok: true, value: { status: 200, body, headers } };
}

function readOffset(cursor: string): number | undefined {
  const place = readCursor('events', cursor);
  const offset = place.ok ? place.value[0] : undefined;
  return typeof offset === 'number' && offset >= 0 ? offset : undefined;
}

export const EVENT_ROUTES: readonly Route[] = [
  route(
    {
      method: 'GET',
      path: '/v1/sessions/{id}/events',
      name: 'list_events',
      tag: 'events',
      params: SESSION_PARAMS,
      query: EVENTS_QUERY,
      status: 200,
      answer: eventsPage,
      faults: [
        'no_such_session',
        'no_such_moment',
        'session_busy',
        'journal_unavailable',
        'invalid_query',
        'invalid_cursor',
        'upgrade_refused',
        'too_many_subscribers',
        'worker_lost',
      ],
    },
    listEvents,
  ),
];
