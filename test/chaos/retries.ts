/** Nearly a third of all answers are lost on their way; every request is sent again under its key until it is answered. */
import { Random } from '../support/random.ts';
import { ServerProcess } from '../support/server-process.ts';
import type { Experiment } from './chronicle.ts';
import { courier } from './client.ts';
import { SessionLedger } from './ledger.ts';

const SESSIONS = 16;
const DROP_RATE = 0.3;

export async function dropAnswers({ chronicle, scale, seed, directory }: Experiment): Promise<void> {
  const random = new Random(seed);
  const server = await ServerProcess.start({ HEAPLAB_DATA: directory });
  const sender = courier(() => server.url, random, DROP_RATE);
  const ledgers = await Promise.all(
    Array.from({ length: SESSIONS }, async (_, index) => SessionLedger.open(sender, `session-${index}`)),
  );
  let left = scale.operations;
  await Promise.all(
    ledgers.map(async (ledger) => {
      while (left-- > 0) await ledger.send(sender, chronicle);
    }),
  );
  const { sessions } = (await (await fetch(`${server.url}/v1/sessions?limit=1000`)).json()) as {
    sessions: unknown[];
  };
  chronicle.must(
    sessions.length === SESSIONS,
    () => `${sessions.length} sessions were made, not ${SESSIONS}`,
  );
  for (const ledger of ledgers) await ledger.audit(server.url, chronicle);
  await server.stop();
  const sum = (field: 'requests' | 'attempts' | 'dropped') =>
    ledgers.reduce((total, ledger) => total + ledger[field], 0);
  chronicle.say(
    `${sum('requests')} requests in ${sum('attempts')} attempts, ${sum('dropped')} answers dropped: each applied once`,
  );
}
