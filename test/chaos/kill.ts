/** The server is killed with -9 under load, again and again; clients and subscribers come back each time. */
import { sqliteProblems } from '../../src/journal/index.ts';
import { Random } from '../support/random.ts';
import { ReturningSubscriber } from '../support/returning-subscriber.ts';
import { ServerProcess } from '../support/server-process.ts';
import type { Experiment } from './chronicle.ts';
import { courier } from './client.ts';
import { SessionLedger } from './ledger.ts';

const SESSIONS = 6;
const LONGEST_LIFE_MS = 900;
const CHECK_EVERY = 10;

export async function killUnderLoad({ chronicle, scale, seed, directory }: Experiment): Promise<void> {
  const random = new Random(seed);
  const environment = { HEAPLAB_DATA: directory };
  let server = await ServerProcess.start(environment);
  const sender = courier(() => server.url, random);
  const ledgers: SessionLedger[] = [];
  for (let index = 0; index < SESSIONS; index++)
    ledgers.push(await SessionLedger.open(sender, `session-${index}`));
  const subscribers = ledgers.map(({ id, epoch }) => {
    const address = (): string => `${server.url.replace('http', 'ws')}/v1/sessions/${id}/events`;
    return new ReturningSubscriber(address, { epoch, offset: 0 });
  });
  for (const subscriber of subscribers) subscriber.start();
  const rush = { over: false };
  const clients = ledgers.map(async (ledger) => {
    while (!rush.over) await ledger.send(sender, chronicle);
  });
  const failed = Promise.all(clients).catch((error: unknown) =>
    chronicle.blame(`a client failed: ${String(error)}`),
  );

  for (let kill = 1; kill <= scale.kills; kill++) {
    await new Promise((resolve) => setTimeout(resolve, 50 + random.below(LONGEST_LIFE_MS)));
    await server.kill();
    if (kill % CHECK_EVERY === 0 || kill === scale.kills) {
      for (const problem of sqliteProblems(directory)) chronicle.blame(`after kill ${kill}: ${problem}`);
      const acknowledged = ledgers.reduce((sum, { requests }) => sum + requests, 0);
      chronicle.say(
        `kill ${kill} of ${scale.kills}: ${acknowledged} requests acknowledged, the journal is sound`,
      );
    }
    server = await ServerProcess.start(environment);
  }
  rush.over = true;
  await failed;
  let events = 0;
  for (const [index, ledger] of ledgers.entries()) {
    events += await ledger.audit(server.url, chronicle, subscribers.slice(index, index + 1));
  }
  for (const subscriber of subscribers) subscriber.stop();
  const requests = ledgers.reduce((sum, ledger) => sum + ledger.requests, 0);
  const attempts = ledgers.reduce((sum, ledger) => sum + ledger.attempts, 0);
  const returns = subscribers.reduce((sum, subscriber) => sum + subscriber.returns, 0);
  chronicle.must((await server.stop()) === 0, () => 'the server did not stop when asked');
  for (const problem of sqliteProblems(directory)) chronicle.blame(`at the end: ${problem}`);
  chronicle.say(
    `${scale.kills} kills: ${requests} requests in ${attempts} attempts, ${events} events, ${returns} returns of ${SESSIONS} subscribers`,
  );
}
