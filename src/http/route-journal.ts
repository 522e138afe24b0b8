/** The journal of a session as text, to be kept elsewhere or brought to another server. */
import { Readable } from 'node:stream';
import type { z } from 'zod';
import type { Outcome } from '../contract/index.ts';
import { exportHistory } from '../session/index.ts';
import { entityTag } from './entity-tag.ts';
import { historyText, journalLine } from './journal-lines.ts';
import { AT_QUERY } from './moment.ts';
import { type Answer, type Call, type Route, route } from './route.ts';
import { SESSION_PARAMS } from './route-sessions.ts';

type JournalCall = Call<z.infer<typeof SESSION_PARAMS>, z.infer<typeof AT_QUERY>>;

async function exportJournal({ service, params, query }: JournalCall): Promise<Outcome<Answer>> {
  const found = service.registry.find(params.id);
  if (!found.ok) return found;
  const session = found.value;
  const history = await exportHistory(session, query.at);
  if (!history.ok) return history;
  const body = Readable.from(historyText(session.record, history.value), { objectMode: false });
  const headers = {
    etag: entityTag(history.value.position.seq),
    'content-disposition': `attachment; filename="${session.id}.ndjson"`,
  };
  return { ok: true, value: { status: 200, body, type: 'application/x-ndjson', headers } };
}

export const JOURNAL_ROUTES: readonly Route[] = [
  route(
    {
      method: 'GET',
      path: '/v1/sessions/{id}/journal',
      name: 'export_journal',
      tag: 'sessions',
      params: SESSION_PARAMS,
      query: AT_QUERY,
      status: 200,
      answer: journalLine,
      answerType: 'application/x-ndjson',
      faults: [
        'no_such_session',
        'no_such_moment',
        'worker_lost',
        'invalid_query',
        'session_busy',
        'journal_unavailable',
        'journal_corrupt',
      ],
    },
    exportJournal,
  ),
];
