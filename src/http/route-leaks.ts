/**
 * Leaks, with an earlier moment to compare with: looked at there first, then at the moment asked for. What the journal knows and the
 * heap does not, the label of a mark and who made an old object, is asked of the journal.
 */
import { z } from 'zod';
import { type LeaksView, leaksView, type Outcome, refuse } from '../contract/index.ts';
import * as views from '../operations/index.ts';
import { allocatedBy, markedAt, type Session } from '../session/index.ts';
import { AT_QUERY } from './moment.ts';
import { nameView, type Seen } from './named-views.ts';
import { type Call, type Route, route } from './route.ts';
import { SESSION_PARAMS } from './route-sessions.ts';
import { answered, answerOf, seenBy, sessionOf, VIEW_FAULTS } from './view-route.ts';

const LEAKS_QUERY = z.strictObject({
  ...AT_QUERY.shape,
  since: z
    .string()
    .min(1)
    .max(200)
    .optional()
    .meta({
      description: 'The earlier moment: the label of a mark, or how many operations had been applied.',
      examples: ['before', '12'],
    }),
});

type LeaksCall = Call<z.infer<typeof SESSION_PARAMS>, z.infer<typeof LEAKS_QUERY>>;
type Since = views.Since;

const CENSUS = 'leaks.census';
const CANDIDATES = 'leaks.candidates';
const LENGTHS = 'leaks.lengths';

nameView(CENSUS, (process) => ({ ok: true, value: views.censusOf(process) }));
nameView<unknown, { readonly newest: number }>(CANDIDATES, (process, { query }) => ({
  ok: true,
  value: { serials: views.longContainers(process, query.newest) },
}));
nameView<unknown, { readonly serials: readonly number[] }>(LENGTHS, (process, { query }) => ({
  ok: true,
  value: { lengths: views.lengthsOf(process, query.serials) },
}));
nameView<unknown, { readonly compared?: Since }>('read_leaks', (process, { query }) => ({
  ok: true,
  value: views.leaksView(process, query.compared),
}));

const SEQUENCE_NUMBER = /^(?:0|[1-9][0-9]{0,14})$/;

async function sinceOf(call: LeaksCall, session: Session, asked: string): Promise<Outcome<Since>> {
  const { at } = call.query;
  const number = SEQUENCE_NUMBER.test(asked);
  const marked = number ? { ok: true as const, value: Number(asked) } : await markedAt(session, asked, at);
  if (!marked.ok) return marked;
  const seq = marked.value;
  if (at !== undefined && seq > at) return refuse('no_such_moment', { seq: at, at: seq });
  const census = await seenBy<views.Census>(call, CENSUS, { at: seq });
  if (!census.ok) return census;
  const { newest, types } = census.value;
  const now = await seenBy<{ serials: number[] }>(call, CANDIDATES, { ...withAt(at), newest });
  if (!now.ok) return now;
  const then = await seenBy<{ lengths: [number, number][] }>(call, LENGTHS, {
    at: seq,
    serials: now.value.serials,
  });
  if (!then.ok) return then;
  const mark = number ? null : asked;
  return { ok: true, value: { seq, mark, census: { newest, types }, lengths: then.value.lengths } };
}

function withAt(at: number | undefined): { at?: number } {
  return at === undefined ? {} : { at };
}

/** Objects whose making is no longer among the events that are kept. */
async function withAllocations(session: Session, view: Seen & LeaksView): Promise<Outcome<Seen & LeaksView>> {
  const missing = view.suspects.filter(({ allocated }) => allocated.seq === null);
  if (missing.length === 0) return { ok: true, value: view };
  const made = await allocatedBy(session, new Set(missing.map(({ id }) => id)), view.position.offset);
  if (!made.ok) return made;
  const suspects = view.suspects.map((one) => {
    const found = one.allocated.seq === null ? made.value.get(one.id) : undefined;
    if (found === undefined) return one;
    return { ...one, allocated: { seq: found.seq, line: one.allocated.line ?? found.line } };
  });
  return { ok: true, value: { ...view, suspects } };
}

export const LEAK_ROUTES: readonly Route[] = [
  route(
    {
      path: '/v1/sessions/{id}/leaks',
      name: 'read_leaks',
      tag: 'memory',
      method: 'GET',
      params: SESSION_PARAMS,
      query: LEAKS_QUERY,
      status: 200,
      answer: answerOf(leaksView),
      faults: [...VIEW_FAULTS, 'no_such_mark', 'journal_unavailable', 'journal_corrupt'],
    },
    async (call) => {
      const session = sessionOf(call);
      if (!session.ok) return session;
      const { at, since: asked } = call.query;
      const since = asked === undefined ? undefined : await sinceOf(call, session.value, asked);
      if (since?.ok === false) return since;
      const query = { ...withAt(at), ...(since === undefined ? {} : { compared: since.value }) };
      const seen = await seenBy<LeaksView>(call, 'read_leaks', query);
      if (!seen.ok) return seen;
      const view = await withAllocations(session.value, seen.value);
      return view.ok ? { ok: true, value: answered(view.value) } : view;
    },
  ),
];
