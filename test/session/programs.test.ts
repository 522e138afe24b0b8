import { expect, test } from 'vitest';
import type { HeapEvent, ProgramOutcome } from '../../src/contract/index.ts';
import { eventPage, type Session, TopicFilter } from '../../src/session/index.ts';
import { program } from '../support/programs.ts';
import { apply, DISK_FULL, drop, faultOf, list, testSessions, times, valueOf } from '../support/sessions.ts';
import { hashAt, hashOf, inThisThread, lose, workerSessions } from '../support/workers.ts';

const COUNT = program(['n = globals().get("n", 0) + 1', 'print(n)']);
const CLASSES = program([
  'class Node:',
  '    def __init__(self, n): self.n, self.me = n, self',
  '    def __del__(self): print("gone", self.n)',
  'kept = [Node(i) for i in range(3)]',
]);
/** More than the thread of all takes: about a hundred slices. */
const LONG = program(['total = 0', 'for i in range(300_000):', '    total += i', 'print(total)']);

async function outcome(
  session: Session,
  operation: Parameters<typeof apply>[1][number],
): Promise<ProgramOutcome> {
  return (await apply(session, [operation])).results[0]?.value as ProgramOutcome;
}

async function events(session: Session): Promise<readonly HeapEvent[]> {
  const range = { after: 0, to: session.position.offset, limit: 1_000_000 };
  return valueOf(await eventPage(session, range, new TopicFilter())).events;
}

test('a session that has run programs comes back from its journal as it was', async () => {
  const { create, journal } = testSessions();
  const session = await create({ python: '3.12' });
  await apply(session, [list('a'), CLASSES, COUNT, drop('nope')]);
  await apply(session, [
    program([
      'import gc, random, collections',
      'random.seed(1)',
      'def g():',
      '    yield 1',
      '    yield 2',
      'it = g(); next(it)',
      'del kept[0]',
    ]),
  ]);
  const before = { hash: await hashOf(session), position: session.position, events: await events(session) };

  await session.unload();

  expect(await hashOf(session)).toEqual(before.hash);
  expect(session.position).toEqual(before.position);
  expect(await events(session)).toEqual(before.events);
  expect(
    await outcome(session, program(['print(next(it), n, random.randrange(1000), gc.collect())'])),
  ).toMatchObject({ stdout: 'gone 0\n2 1 137 1\n' });
  expect(journal.appended).toBe(3);
});

test('no snapshot is taken of a session that has run a program; those from before still serve', async () => {
  const { create, journal } = testSessions();
  const session = await create();
  await apply(session, [times(150_000, list('x'))]);
  const bound = { seq: Number.POSITIVE_INFINITY, offset: Number.POSITIVE_INFINITY };
  const before = await journal.snapshotBefore(session.id, bound);

  await apply(session, [COUNT]);
  await apply(session, [times(150_000, list('x'))]);
  await session.unload();

  expect(before?.seq).toBe(1);
  expect((await journal.snapshotBefore(session.id, bound))?.seq).toBe(1);
  expect(await outcome(session, COUNT)).toMatchObject({ stdout: '2\n' });
});

test('a batch with a program can be rolled back', async () => {
  const session = await testSessions().create();
  await apply(session, [COUNT]);
  const before = await hashOf(session);

  const undone = await apply(session, [COUNT, COUNT, drop('nope')], 'rollback');

  expect(undone).toMatchObject({ rolledBack: true, failed: 2 });
  expect(await hashOf(session)).toEqual(before);
  expect(await outcome(session, COUNT)).toMatchObject({ stdout: '2\n' });
});

test('past moments, forks and exports go through programs', async () => {
  const { create, registry } = testSessions();
  const session = await create();
  await apply(session, [COUNT, COUNT, list('a')]);
  await apply(session, [COUNT]);
  const nobody = { owner: null } as never;

  const fork = valueOf(await registry.fork(session, { at: 2 }, nobody, undefined as never));

  const forked = valueOf(registry.find((fork as { record: { id: string } }).record.id));
  expect(await outcome(forked, COUNT)).toMatchObject({ stdout: '3\n' });
  expect((await hashAt(session, 2)).hash).not.toBe((await hashOf(session)).hash);
  expect(await outcome(session, COUNT)).toMatchObject({ stdout: '4\n' });
});

test('two sessions whose programs take turns do not see each other', async () => {
  const sessions = testSessions();
  const [one, other] = [await sessions.create({ python: '3.9' }), await sessions.create({ python: '3.13' })];

  const [first, second] = await Promise.all([
    outcome(one, LONG),
    outcome(other, LONG),
    apply(one, [COUNT]),
    apply(other, [COUNT]),
  ]);

  expect([first.stdout, second.stdout]).toEqual(['44999850000\n', '44999850000\n']);
  expect(sessions.turns).toBeGreaterThan(50);
  expect([await outcome(one, COUNT), await outcome(other, COUNT)]).toMatchObject([
    { stdout: '2\n' },
    { stdout: '2\n' },
  ]);
});

test('a program that is too long for the thread of all runs in a worker, and nobody sees a difference', async () => {
  const [here, away] = [testSessions(), workerSessions()];
  const [one, other] = [await here.create(), await away.create()];

  for (const session of [one, other]) await apply(session, [CLASSES]);
  const answers = [await outcome(one, LONG), await outcome(other, LONG)];

  expect(answers[1]).toEqual(answers[0]);
  expect(other.position.offset).toBe(one.position.offset);
  expect([inThisThread(one), inThisThread(other)]).toEqual([true, false]);
  expect((await hashOf(other)).hash).toBe((await hashOf(one)).hash);
  await lose(other);
  expect(await outcome(other, COUNT)).toMatchObject({ stdout: '1\n' });
});

test('a loop inside a built-in function, which cannot pause, is given up here and done again in a worker', async () => {
  const { create } = workerSessions();
  const [heavy, light] = [await create(), await create()];
  await apply(light, [COUNT]);
  const operation = program(['print(len(sorted(range(200_000), key=lambda x: -x)))'], { lines: false });
  const many = async (): Promise<string> => {
    for (let request = 0; request < 30; request++) await apply(light, [COUNT]);
    return 'many requests';
  };

  const running = outcome(heavy, operation);
  const first = await Promise.race([running, many()]);

  expect(first).toBe('many requests');
  expect((await running).stdout).toBe('200000\n');
  expect([inThisThread(heavy), inThisThread(light)]).toEqual([false, true]);
});

test('a program that takes too much ends without harm to the others', async () => {
  const { create } = workerSessions();
  const [hungry, calm] = [
    await create({ limits: { program_steps: 2_000_000, program_heap_bytes: 50_000_000 } }),
    await create(),
  ];

  const ended = outcome(hungry, program(['x = []', 'while True: x.append("y" * 10_000_000 + str(len(x)))']));
  const answers = [];
  for (let request = 0; request < 20; request++) answers.push(await outcome(calm, COUNT));

  expect((await ended).fault?.code).toBe('program_heap_spent');
  expect(answers.at(-1)?.stdout).toBe('20\n');
  expect(faultOf(await hungry.apply({ operations: [COUNT], onError: 'stop' }))).toBe('no fault');
});

test('a paused program comes back paused, at the same line of the same frame', async () => {
  const session = await testSessions().create();
  await apply(session, [
    program(['def f(x):', '    y = [x]', '    return y', 'print(f(3))'], { pause: true }),
  ]);
  await apply(session, [{ op: 'program.step', to: 'line', line: 3 }]);
  const before = await hashOf(session);

  await session.unload();

  expect(await hashOf(session)).toEqual(before);
  expect(await outcome(session, { op: 'program.step', to: 'end' })).toMatchObject({
    state: 'ended',
    stdout: '[3]\n',
  });
});

test('a program in a worker is interrupted too, and a replay stops it at the same instruction', async () => {
  const { create } = workerSessions();
  const session = await create();
  const endless = program(['n = 0', 'while True: n += 1'], { lines: false });

  const running = outcome(session, endless);
  await outcome(await create(), LONG);
  const told = await session.interrupt();

  expect(told).toBe(true);
  expect(await running).toMatchObject({ exit: 130, exception: { name: 'KeyboardInterrupt' } });
  const counted = await outcome(session, program(['print(n)']));
  await session.unload();
  expect(await outcome(session, program(['print(n)']))).toMatchObject({ stdout: counted.stdout });
  expect(await session.interrupt()).toBe(false);
});

const PRINTS = program(
  ['for i in range(40):', '    total = sum([x for x in range(8_000)])', '    print(i)'],
  { lines: false },
);

test('a long program is durable and visible part by part, as one operation', async () => {
  const { create, journal } = testSessions();
  const [watched, alone] = [await create({ python: '3.12' }), await create({ python: '3.12' })];
  const offsets: number[] = [];
  valueOf(
    watched.attach({
      filter: () => new TopicFilter(['program']),
      published: () => offsets.push(watched.position.offset),
      ended: () => undefined,
    }),
  );

  const [seen, unseen] = [await outcome(watched, PRINTS), await outcome(alone, PRINTS)];

  expect(seen).toEqual(unseen);
  expect([watched.position.seq, watched.position.offset]).toEqual([1, alone.position.offset]);
  expect(offsets.length).toBeGreaterThan(3);
  expect(offsets).toEqual(offsets.toSorted((one, other) => one - other));
  expect(await hashOf(watched)).toMatchObject({ hash: (await hashOf(alone)).hash });
  const before = { hash: await hashOf(watched), events: await events(watched) };
  await watched.unload();
  expect({ hash: await hashOf(watched), events: await events(watched) }).toEqual(before);
  expect(new Set(before.events.map(({ seq }) => seq))).toEqual(new Set([1]));
  expect((await hashAt(watched, 0)).hash).toBe((await hashAt(alone, 0)).hash);
  expect(journal.appended).toBeGreaterThan(6);
});

test('a program that nobody ended is ended when its session comes back, at the last part that was kept', async () => {
  const { create, journal } = testSessions();
  const session = await create();
  const detach = valueOf(
    session.attach({
      filter: () => new TopicFilter(['program']),
      published: () => undefined,
      ended: () => undefined,
    }),
  );
  const [before] = [journal.appended];
  const running = session.apply({ operations: [PRINTS], onError: 'stop' });
  while (journal.appended < before + 2) await new Promise((resolve) => setImmediate(resolve));
  journal.broken = DISK_FULL;

  expect(faultOf(await running)).toBe('journal_full');
  journal.broken = undefined;
  detach();

  expect(session.position.seq).toBeLessThan(2);
  const after = await outcome(session, program(['print(i >= 0)']));
  expect(after).toMatchObject({ state: 'ended', stdout: 'True\n' });
  expect(session.position.seq).toBe(2);
  const ended = (await events(session)).filter(({ type }) => type === 'program.ended');
  expect(ended).toMatchObject([
    { seq: 1, fault: 'program_lost' },
    { seq: 2, fault: null },
  ]);
  await session.unload();
  expect(await outcome(session, COUNT)).toMatchObject({ stdout: '1\n' });
});
