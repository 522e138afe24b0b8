/** A session as a Python script, which asserts under the real interpreter what Heaplab answered. */
import { z } from 'zod';
import type { Outcome } from '../contract/index.ts';
import { exportScript } from '../session/index.ts';
import { entityTag } from './entity-tag.ts';
import { AT_QUERY } from './moment.ts';
import { type Answer, type Call, type Route, route } from './route.ts';
import { SESSION_PARAMS } from './route-sessions.ts';

type ScriptCall = Call<z.infer<typeof SESSION_PARAMS>, z.infer<typeof AT_QUERY>>;

const scriptText = z.string().meta({
  id: 'CheckingScript',
  description:
    'Python source. It does what the session did, compares, prints each difference, and exits with 1 if there is one.',
});

async function answerScript({ service, params, query }: ScriptCall): Promise<Outcome<Answer>> {
  const found = service.registry.find(params.id);
  if (!found.ok) return found;
  const script = await exportScript(found.value, query.at);
  if (!script.ok) return script;
  const { position, text } = script.value;
  const headers = {
    etag: entityTag(position.seq),
    'content-disposition': `attachment; filename="${params.id}.py"`,
  };
  return { ok: true, value: { status: 200, body: text, type: 'text/x-python; charset=utf-8', headers } };
}

export const SCRIPT_ROUTES: readonly Route[] = [
  route(
    {
      method: 'GET',
      path: '/v1/sessions/{id}/script',
      name: 'export_script',
      tag: 'sessions',
      params: SESSION_PARAMS,
      query: AT_QUERY,
      status: 200,
      answer: scriptText,
      answerType: 'text/x-python',
      faults: [
        'no_such_session',
        'no_such_moment',
        'worker_lost',
        'invalid_query',
        'script_too_long',
        'session_busy',
        'journal_unavailable',
        'journal_corrupt',
      ],
    },
    answerScript,
  ),
];
