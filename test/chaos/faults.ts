/**
 * The journal fails: at every append of a run once, in every way that a disk can, and for real when there is no room left.
 *
 * An append that fails may have been kept or not; the client is told that it was not acknowledged and sends it again under its key.
 * Nothing that failed may be seen before it is kept, and in the end everything is applied once.
 */
import { pino } from 'pino';
import { readConfig } from '../../src/config.ts';
import { SqliteJournal, sqliteProblems } from '../../src/journal/index.ts';
import { type RunningServer, startServer } from '../../src/server.ts';
import { type Journal, JournalError, type JournalErrorCode } from '../../src/session/index.ts';
import { Random } from '../support/random.ts';
import { ReturningSubscriber } from '../support/returning-subscriber.ts';
import { ServerProcess } from '../support/server-process.ts';
import type { Experiment } from './chronicle.ts';
import { courier, deliver } from './client.ts';
import { SessionLedger } from './ledger.ts';

interface Failure {
  readonly code: JournalErrorCode;
  /** Was it kept all the same? */
  readonly kept: boolean;
}

const FAILURES: readonly Failure[] = [
  { code: 'journal_full', kept: false },
  { code: 'journal_unavailable', kept: false },
  { code: 'journal_unavailable', kept: true },
];

/** A journal whose next appends fail as they are told to. */
function failing(journal: Journal, next: () => Failure | undefined): Journal {
  const append: Journal['append'] = async (request) => {
    const failure = next();
    if (failure === undefined) return journal.append(request);
    if (failure.kept) await journal.append(request);
    throw new JournalError(failure.code, 'injected');
  };
  return new Proxy(journal, {
    get: (target, name) => {
      if (name === 'append') return append;
      const value: unknown = Reflect.get(target, name, target);
      return typeof value === 'function' ? (value.bind(target) as unknown) : value;
    },
  });
}

async function serve(journal: Journal): Promise<RunningServer> {
  const read = readConfig({ HOST: '127.0.0.1', PORT: '0', LOG_LEVEL: 'silent' });
  if (!read.ok) throw new Error(read.errors.join('; '));
  return startServer({ config: read.config, logger: pino({ level: 'silent' }), journal });
}

export async function failAppends({ chronicle, scale, seed, directory }: Experiment): Promise<void> {
  const random = new Random(seed);
  let appends = 0;
  let failAt = 0;
  let failure: Failure | undefined;
  let failed = 0;
  const journal = failing(await SqliteJournal.open({ directory }), () => {
    if (++appends !== failAt) return undefined;
    failed++;
    return failure;
  });
  const server = await serve(journal);
  const sender = courier(() => server.url, random);
  for (const [kind, way] of FAILURES.entries()) {
    failure = way;
    for (let at = 1; at <= scale.appends; at++) {
      const ledger = await SessionLedger.open(sender, `session-${kind}-${at}`);
      const address = (): string => `${server.url.replace('http', 'ws')}/v1/sessions/${ledger.id}/events`;
      const subscriber = new ReturningSubscriber(address, { epoch: ledger.epoch, offset: 0 });
      subscriber.start();
      appends = 0;
      failAt = at;
      while (ledger.requests < Math.min(scale.appends, at + 2)) await ledger.send(sender, chronicle);
      await ledger.audit(server.url, chronicle, [subscriber]);
      chronicle.must(appends > at || way.kept, () => `append ${at} failed and was not tried again`);
      subscriber.stop();
    }
    chronicle.say(
      `${way.code}${way.kept ? ' although it was kept' : ''}: injected at each of ${scale.appends} appends, nothing lost or doubled`,
    );
  }
  await server.stop();
  chronicle.must(failed === FAILURES.length * scale.appends, () => `${failed} failures were injected`);
  for (const problem of sqliteProblems(directory)) chronicle.blame(problem);
}

const ROOM_BYTES = 2 * 1024 * 1024;

/** A journal that really has no room: it refuses, keeps what it has, and goes on as soon as there is room. */
export async function fillDisk({ chronicle, seed, directory }: Experiment): Promise<void> {
  const random = new Random(seed);
  const environment = { HEAPLAB_DATA: directory };
  let server = await ServerProcess.start({ ...environment, HEAPLAB_MAX_JOURNAL_BYTES: String(ROOM_BYTES) });
  const sender = courier(() => server.url, random);
  const ledger = await SessionLedger.open(sender, 'kept');
  for (let index = 0; index < 5; index++) await ledger.send(sender, chronicle);
  const { body } = await deliver(sender, '/v1/sessions', {}, 'filler');
  const filled = await fill(server.url, String(body['id']), random);
  chronicle.must(filled.status === 507, () => `a full journal was answered with ${filled.status}`);
  const ready = await fetch(`${server.url}/readyz`);
  chronicle.must(!ready.ok, () => 'the server says that it is ready although its journal is full');
  await server.kill();
  for (const problem of sqliteProblems(directory)) chronicle.blame(problem);

  server = await ServerProcess.start(environment);
  for (let index = 0; index < 5; index++) await ledger.send(sender, chronicle);
  await ledger.audit(server.url, chronicle);
  const { seq } = (await (await fetch(`${server.url}/v1/sessions/${String(body['id'])}`)).json()) as {
    seq: number;
  };
  chronicle.must(
    seq === filled.acknowledged,
    () => `${filled.acknowledged} were acknowledged until it was full, ${seq} are there`,
  );
  await server.stop();
  chronicle.say(
    `a journal of ${ROOM_BYTES} bytes took ${filled.acknowledged} requests and refused the next with 507; all of them are there`,
  );
}

/** Sends incompressible labels until one is refused. */
async function fill(
  url: string,
  id: string,
  random: Random,
): Promise<{ status: number; acknowledged: number }> {
  const noise = (): string => Array.from({ length: 40 }, () => random.next().toString(36).slice(2)).join('');
  for (let acknowledged = 0; ; acknowledged++) {
    const operations = Array.from({ length: 50 }, (_, index) => ({
      op: 'mark',
      label: `${index} ${noise()}`.slice(0, 190),
    }));
    const answer = await fetch(`${url}/v1/sessions/${id}/operations`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ operations }),
    });
    await answer.text();
    if (answer.status !== 200) return { status: answer.status, acknowledged: acknowledged * 50 };
  }
}
